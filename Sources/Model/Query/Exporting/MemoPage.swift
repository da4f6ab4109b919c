/// A memo on one page: the most important items in full, the rest by title or as a count.
///
/// A page is ``lineLimit`` lines of ``columnLimit`` columns as Markdown, and about as much printed;
/// ``officeLimit`` lines fill the page of a word processor, whose letters are larger.
/// These rules decide, in this order, which items are printed in full: recommendations before
/// proposals; each chapter in turn; stated addressees before inferred ones; what the report's
/// summary repeats; then stronger evidence. If an item does not fit, the next one is tried. Nothing
/// is left out silently: the other items are counted, and named with or without their lines. If
/// that leaves no room for three full items, proposals are only counted, then everything is counted
/// by chapter.
package struct MemoPage: Sendable {
  /// The lines of a page.
  package static let lineLimit = 55
  /// The lines of a page of a word processor.
  package static let officeLimit = 31
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

  /// The most lines of this page.
  private let limit: Int

  /// The page of a memo, of so many lines.
  package init(_ memo: Memo, lines: Int = lineLimit) {
    self.memo = memo
    limit = lines
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

  /// Whose words these are.
  package var wording: String { memo.words }

  /// The heading above the others: `Also asked: 36 more`.
  package var restHeading: String {
    let count = memo.parts.reduce(0) { $0 + $1.items.count } - whole.count
    return whole.isEmpty ? "What is asked: \(count) in all" : "Also asked: \(count) more"
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

extension MemoPage {
  /// How the other items are listed, the most detailed way first.
  private enum Telling: CaseIterable {
    case placed, titled, listed, counted, summed
  }

  /// The most items that a page could hold, at two lines each.
  private static let wholeLimit = lineLimit / 2

  /// Decides which items are printed in full and how the rest is listed.
  mutating func fill() {
    let all = memo.parts.flatMap(\.items)
    whole = all
    if all.count <= Self.wholeLimit {
      if lineCount <= limit { return }
      hasReasons = false
      if lineCount <= limit { return }
    }
    hasReasons = false
    whole = []
    let order = Self.byImportance(all).prefix(3 * Self.wholeLimit)
    var best: [Memo.Item]?
    for telling in Telling.allCases where telling != .placed {
      fill(order, of: all, telling)
      // The names of all the rest matter more than a fourth full item; those of the recommendations
      // among them more than a second.
      if whole.count >= (telling == .listed ? 1 : 3) { break }
      if lineCount <= limit, best == nil { best = whole }
      if telling == .summed, let best { whole = best }
    }
    for telling in Telling.allCases {
      rest = told(telling)
      if lineCount <= limit { return }
    }
  }

  /// Adds full items, the most important first, as long as the rest can be listed in one of the
  /// ways.
  private mutating func fill(
    _ order: ArraySlice<Int>, of all: [Memo.Item], _ telling: Telling
  ) {
    var held: [Int] = []
    whole = []
    rest = told(telling)
    // If not even the names fit, nothing else will.
    guard lineCount <= limit else { return }
    for index in order {
      let next = (held + [index]).sorted()
      whole = next.map { all[$0] }
      rest = told(telling)
      if lineCount <= limit { held = next }
    }
    whole = held.map { all[$0] }
    rest = told(telling)
  }

  /// Positions of items, the most important first.
  private static func byImportance(_ items: [Memo.Item]) -> [Int] {
    var queues: [String: [Int]] = [:]
    var keys: [(standing: Int, turn: Int, rank: Int, index: Int)] = []
    for (index, item) in items.enumerated() {
      queues["\(item.isProposal) \(item.chapter)", default: []].append(index)
    }
    for queue in queues.values {
      let sorted = queue.sorted { (items[$0].rank, $0) < (items[$1].rank, $1) }
      for (turn, index) in sorted.enumerated() {
        keys.append((items[index].isProposal ? 1 : 0, turn, items[index].rank, index))
      }
    }
    return keys.sorted { $0 < $1 }.map(\.index)
  }

  /// The items that are not printed in full, listed in one way.
  private func told(_ telling: Telling) -> [Rest] {
    let held = Set(whole.map(\.reference))
    let parts = memo.parts.map { part in
      (part.shortHeading, part.items.filter { !held.contains($0.reference) })
    }.filter { !$0.1.isEmpty }
    if telling == .summed, !parts.isEmpty {
      let count = parts.reduce(0) { $0 + $1.1.count }
      return [Rest(heading: "In all chapters", text: "\(count) in \(parts.count) chapters.")]
    }
    return parts.map { heading, items in
      let heading = Self.clipped(heading, to: 80)
      if telling == .counted { return Rest(heading: heading, text: "\(items.count).") }
      let proposals = items.filter(\.isProposal)
      let isListed = telling == .listed && !proposals.isEmpty
      var texts = (isListed ? items.filter { !$0.isProposal } : items).map { item in
        let isPlaced = telling == .placed && !item.place.isEmpty
        return "\(item.number) \(item.title)" + (isPlaced ? " (\(item.place))" : "")
      }
      if isListed {
        texts.append("\(proposals.count) proposal\(proposals.count == 1 ? "" : "s")")
      }
      return Rest(heading: heading, text: texts.joined(separator: "; ") + ".")
    }
  }

  /// The lines of the page as printed; a line that cannot be broken takes several.
  var lineCount: Int {
    markdown.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .reduce(0) { $0 + max(1, (Self.columns($1) + Self.columnLimit - 1) / Self.columnLimit) }
  }

  /// The columns that a text takes; East Asian characters take two.
  static func columns(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2e80 ? 1 : 2) }
  }

  /// A text of bounded length, marked where it was cut.
  static func clipped(_ text: String, to limit: Int) -> String {
    guard columns(text) > limit else { return text }
    var room = limit - 1
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      room -= scalar.value < 0x2e80 ? 1 : 2
      if room < 0 { break }
      scalars.append(scalar)
    }
    return String(scalars) + "…"
  }

  /// Markdown of a paragraph broken at spaces, so that no line starts as a list or heading would.
  static func broken(_ text: String, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    var size = 0
    for word in text.split(separator: " ") {
      let length = columns(word)
      // Two columns stay free for the two spaces that break a line.
      if size > 0, size + 1 + length > columnLimit - 2, !startsBlock(word) {
        lines.append(line)
        line = indent
        size = indent.count
      } else if size > 0 {
        line += " "
        size += 1
      }
      line += word
      size += length
    }
    return lines + [line]
  }

  private static func startsBlock(_ word: Substring) -> Bool {
    if let first = word.first, "-+#=".contains(first), word.allSatisfy({ $0 == first }) {
      return true
    }
    let rest = word.drop { $0.isASCII && $0.isNumber }
    return rest.count < word.count && (rest == "." || rest == ")")
  }
}
