/// A place in the original text.
///
/// Written `L98-L102 "first words"`, with a page before it where known: `p. 9, L98`; or the page
/// alone, for an original without a plain text: `p. 9`.
package struct Locator: Hashable, Sendable {
  /// The lines of the plain text, counted from 1; nil if only the page is known.
  package var lines: ClosedRange<Int>?
  /// The printed page, if known.
  package var page: Int?
  /// A few literal words from there; empty if there are none.
  package var words: String

  /// A range of lines, with a page and words if known.
  package init(lines: ClosedRange<Int>?, page: Int? = nil, words: String = "") {
    self.lines = lines
    self.page = page
    self.words = words
  }

  /// The lines as readers see them: `line 98`, `lines 98–102`.
  package var title: String {
    guard let lines else { return page.map { "p. \($0)" } ?? "" }
    let place =
      lines.count == 1
      ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)–\(lines.upperBound)"
    return page.map { "p. \($0), \(place)" } ?? place
  }
}

extension Locator {
  /// Several places in a few words: `pp. 9 and 12; lines 98–102 and 1664–1667`.
  ///
  /// A place with a known page is named only by its page, which a reader can open. Places are not
  /// repeated and keep their order. Empty if there are none.
  package static func places(_ locators: some Sequence<Locator>) -> String {
    var pages: [String] = []
    var lines: [String] = []
    for locator in locators {
      if let page = locator.page {
        if !pages.contains("\(page)") { pages.append("\(page)") }
      } else if let (first, last) = locator.lines.map({ ($0.lowerBound, $0.upperBound) }) {
        let range = first == last ? "\(first)" : "\(first)–\(last)"
        if !lines.contains(range) { lines.append(range) }
      }
    }
    var parts: [String] = []
    if !pages.isEmpty { parts.append((pages.count == 1 ? "p. " : "pp. ") + enumerated(pages)) }
    if let first = lines.first {
      let isOne = lines.count == 1 && !first.contains("–")
      parts.append((isOne ? "line " : "lines ") + enumerated(lines))
    }
    return parts.joined(separator: "; ")
  }

  private static func enumerated(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and \(last)"
  }
}
