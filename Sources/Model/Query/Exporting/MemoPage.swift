/// A memo on one page: the most important items in full, the rest by title or as a count.
///
/// A page is ``lineLimit`` lines of ``columnLimit`` columns as Markdown, and about as much printed.
/// These rules decide, in this order, which items are printed in full: recommendations before
/// proposals; each chapter in turn; stated addressees before inferred ones; what the report's
/// summary repeats; then stronger evidence. If an item does not fit, the next one is tried. Nothing
/// is left out silently: the other items are counted, and named with or without their lines. If
/// that leaves no room for three full items, proposals are only counted, then everything is counted
/// by chapter.
package struct MemoPage: Sendable {
  /// The lines of a page.
  package static let lineLimit = 55
  /// The columns of a line.
  package static let columnLimit = 90

  /// The items of one chapter that are not printed in full.
  package struct Rest: Sendable {
    /// The chapter in a few words, or a name for all items.
    package var heading: String
    /// The items, with their places if there is room: `1.2 Cut crossing times`.
    package var text: String
  }

  /// The memo that the page is made from.
  package let memo: Memo
  /// The items that are printed in full, in the report's order.
  package internal(set) var whole: [Memo.Item] = []
  /// The others.
  package internal(set) var rest: [Rest] = []
  /// Whether items give their reasons, which they do only if all items fit with them.
  package internal(set) var hasReasons = true

  /// The page of a memo.
  package init(_ memo: Memo) {
    self.memo = memo
    fill()
  }

  /// `What is asked of Mexico`, shortened if it is too long for a title.
  package var title: String { Self.clipped(memo.title, to: 160) }
  /// The report with its date, and how much is asked.
  package var subtitle: String { Self.clipped(memo.brief, to: 270) }
  /// How to cite the report.
  package var citation: String { Self.clipped(memo.citation, to: 450) }
  /// The terms under which the text may be used; empty if unknown.
  package var terms: String { Self.clipped(memo.terms, to: 270) }

  /// Whose words these are, and where to find the rest.
  package var wording: String {
    guard !rest.isEmpty else { return Memo.words }
    let name = Self.clipped(memo.name, to: 60)
    return Memo.words + " All of it: dossier export --format md --slice \(name) --full"
  }

  /// The heading above the others: `Asked as well, 36 more`.
  package var restHeading: String {
    let count = memo.parts.reduce(0) { $0 + $1.items.count } - whole.count
    return whole.isEmpty ? "What is asked, \(count) in all" : "Asked as well, \(count) more"
  }

  /// What is printed below an item's text, as labels with texts.
  package func facts(_ item: Memo.Item) -> [(label: String, text: String)] {
    var facts = [("Asked of", "\(item.asked) (\(item.basis)).")]
    if hasReasons { facts.append(("Why", item.reason)) }
    facts.append(("Evidence", item.brief.isEmpty ? "none given." : "\(item.brief)."))
    facts.append(("In the report", item.place.isEmpty ? "" : "\(item.place)."))
    return facts.filter { !$0.1.isEmpty }
  }

  /// The page as Markdown, in lines that a plain printer can print.
  package var markdown: String {
    var lines = Self.wrapped(title, lead: "# ") + [""] + Self.wrapped(subtitle)
    lines += [""] + Self.wrapped(wording)
    for item in whole {
      lines.append("")
      let text = item.text.isEmpty ? "" : " " + ProseText.escaped(item.text)
      lines += Self.broken("**\(ProseText.escaped("\(item.number) \(item.title)")).**\(text)")
      // Two spaces break the line, so that the addressees start a new one.
      lines[lines.count - 1] += "  "
      let facts = facts(item).map { "*\($0.label):* \(ProseText.escaped($0.text))" }
      lines += Self.broken(facts.joined(separator: " "))
    }
    if !rest.isEmpty {
      lines += [""] + Self.wrapped(restHeading, lead: "## ") + [""]
      for part in rest {
        let text = "**\(ProseText.escaped(part.heading)):** \(ProseText.escaped(part.text))"
        lines += Self.broken("- \(text)", indent: "  ")
      }
    }
    if memo.parts.isEmpty { lines += ["", "Nothing is asked."] }
    let terms = terms.isEmpty ? "" : " Terms: \(self.terms)."
    lines += [""] + Self.wrapped("From: \(citation)\(terms)")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wrapped(_ text: String, lead: String = "") -> [String] {
    // A heading is one line of Markdown, however long it is.
    let text = ProseText.escaped(text)
    return lead.isEmpty ? broken(text) : [lead + text]
  }
}
