/// A published report as its reader delivers it: blocks, and the plain text that they count lines in.
package struct SourceReport: Sendable {
  /// The blocks in reading order.
  package var blocks: [SourceBlock] = []
  /// The lines of the plain text.
  package var lines: [String] = []
  /// The title, if the file states it apart from its text.
  package var title = ""
  /// The authors, if the file states them.
  package var authors: [String] = []
  /// The date as a period, if the text states it.
  package var date = ""
  /// What a reader should know about the reading, one sentence each.
  package var warnings: [String] = []

  /// The most lines of text that are read.
  static let lineLimit = 1_000_000

  /// An empty report.
  package init() {}

  /// The plain text as it is written beside the dossier's folder.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// Appends another volume.
  package mutating func append(_ other: SourceReport) {
    if title.isEmpty { title = other.title }
    if authors.isEmpty { authors = other.authors }
    if date.isEmpty { date = other.date }
    let offset = lines.count
    lines += other.lines
    warnings += other.warnings
    blocks += other.blocks.map { block in
      var block = block
      block.lines = (block.lines.lowerBound + offset)...(block.lines.upperBound + offset)
      return block
    }
  }

  /// Appends lines of text and says which they are.
  mutating func append(_ new: [String]) -> ClosedRange<Int> {
    let first = lines.count + 1
    lines += new.isEmpty ? [""] : new
    return first...lines.count
  }

  /// Appends a block with its text, wrapped, and an empty line after it.
  mutating func append(
    _ kind: SourceBlock.Kind, _ text: String, page: Int? = nil, isStrong: Bool = false
  ) {
    guard lines.count < Self.lineLimit else { return }
    let range = append(Self.wrapped(text))
    lines.append("")
    blocks.append(SourceBlock(kind, text, lines: range, page: page, isStrong: isStrong))
  }

  /// A text in lines of at most 100 characters.
  private static func wrapped(_ text: String) -> [String] {
    var result: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.utf8.count + word.utf8.count >= 100 {
        result.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { result.append(line) }
    return result
  }
}
