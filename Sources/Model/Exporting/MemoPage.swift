/// A memo on one page: what matters most whole, the rest by title or by number.
///
/// A page is ``lineLimit`` lines of ``columnLimit`` columns as Markdown, and about as much printed.
/// Which items come whole is decided in this order: what the report lists as recommendations before
/// what it asks for in its body; each chapter in turn; addressees stated before inferred ones; what
/// the report's summary repeats; then what has the more telling evidence. An item that does not fit
/// leaves its place to the next. Nothing is left out unsaid: what is not whole is counted, and named
/// with its lines, or without them; where that leaves no room for three whole items, what the body
/// asks for is counted only, then everything by its chapter.
public struct MemoPage: Sendable {
  /// The lines of a page.
  public static let lineLimit = 55
  /// The columns of a line.
  public static let columnLimit = 90

  /// What is not whole, of one chapter.
  public struct Rest: Sendable {
    /// The chapter in few words, or what all of them are.
    public var heading: String
    /// The items, with their places where there is room for those: `1.2 Cut crossing times`.
    public var text: String
  }

  /// The memo that the page is made from.
  public let memo: Memo
  /// The items that are there whole, in the report's order.
  public internal(set) var whole: [Memo.Item] = []
  /// The others.
  public internal(set) var rest: [Rest] = []
  /// Whether items give their reasons, for which there is room only where all items fit with them.
  public internal(set) var hasReasons = true

  /// The page of a memo.
  public init(_ memo: Memo) {
    self.memo = memo
    fill()
  }

  /// `What is asked of Mexico`, shortened where nobody could call it a title.
  public var title: String { Self.clipped(memo.title, to: 160) }
  /// The report with its date, and how much is asked.
  public var subtitle: String { Self.clipped(memo.brief, to: 270) }
  /// How to cite the report.
  public var citation: String { Self.clipped(memo.citation, to: 450) }
  /// On what terms the text may be used; empty where not known.
  public var terms: String { Self.clipped(memo.terms, to: 270) }

  /// Whose words these are, and where the rest is found.
  public var wording: String {
    guard !rest.isEmpty else { return Memo.words }
    let name = Self.clipped(memo.name, to: 60)
    return Memo.words + " All of it: dossier export --format md --slice \(name) --full"
  }

  /// What stands above the others: `Asked as well, 36 more`.
  public var restHeading: String {
    let count = memo.parts.reduce(0) { $0 + $1.items.count } - whole.count
    return whole.isEmpty ? "What is asked, \(count) in all" : "Asked as well, \(count) more"
  }

  /// What an item says below its text, as labels with texts.
  public func facts(_ item: Memo.Item) -> [(label: String, text: String)] {
    var facts = [("Asked of", "\(item.asked) (\(item.basis)).")]
    if hasReasons { facts.append(("Why", item.reason)) }
    facts.append(("Evidence", item.brief.isEmpty ? "none given." : "\(item.brief)."))
    facts.append(("In the report", item.place.isEmpty ? "" : "\(item.place)."))
    return facts.filter { !$0.1.isEmpty }
  }

  /// The page as Markdown, in lines that a plain printer can print.
  public var markdown: String {
    var lines = Self.wrapped(title, lead: "# ") + [""] + Self.wrapped(subtitle)
    lines += [""] + Self.wrapped(wording)
    for item in whole {
      lines.append("")
      let text = item.text.isEmpty ? "" : " " + ProseText.escaped(item.text)
      lines += Self.broken("**\(ProseText.escaped("\(item.number) \(item.title)")).**\(text)")
      // Two spaces break the line, so that who is asked starts one.
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
