/// A place in the original text.
///
/// Written `L98-L102 "first words"`, with a page before it where known:
/// `p. 9, L98`.
package struct Locator: Hashable, Sendable {
  /// The lines of the plain text, counted from 1.
  package var lines: ClosedRange<Int>
  /// The printed page, if known.
  package var page: Int?
  /// A few literal words from there; empty if there are none.
  package var words: String

  /// A range of lines, with a page and words if known.
  package init(lines: ClosedRange<Int>, page: Int? = nil, words: String = "") {
    self.lines = lines
    self.page = page
    self.words = words
  }

  /// The lines as readers see them: `line 98`, `lines 98–102`.
  package var title: String {
    let place =
      lines.count == 1
      ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)–\(lines.upperBound)"
    return page.map { "p. \($0), \(place)" } ?? place
  }
}
