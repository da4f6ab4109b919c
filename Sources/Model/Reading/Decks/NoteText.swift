/// The Markdown of a speaker note, without the indentation that its lines share.
///
/// A note's lines are often indented below `note:`, which Markdown would take for code.
struct NoteText {
  package var bytes: [UInt8]
  /// How many characters are cut off before the first line and before each other line.
  var margins: (first: Int, rest: Int)

  /// The text of a comment from a place in it onwards.
  init(_ comment: CommentScan.Comment, from start: String.Index) {
    let head = comment.text[..<start]
    var text = Array(comment.text[start...].utf8)
    let blanks = text.prefix { $0 == 0x20 || $0 == 0x09 }.count
    text.removeFirst(blanks)
    margins = (comment.column + head.count + blanks, 0)
    let lines = text.split(separator: 0x0a, omittingEmptySubsequences: false)
    let indents = lines.dropFirst().compactMap { line -> Int? in
      let count = line.prefix { $0 == 0x20 }.count
      return count == line.count ? nil : count
    }
    let shared = indents.min() ?? 0
    margins.rest = shared
    bytes = []
    bytes.reserveCapacity(text.count)
    for (number, line) in lines.enumerated() {
      if number > 0 { bytes.append(0x0a) }
      bytes += number == 0 ? line : line.dropFirst(min(shared, line.prefix { $0 == 0x20 }.count))
    }
  }
}
