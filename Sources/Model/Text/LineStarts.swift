/// Where the lines of a text start.
package struct LineStarts {
  private let text: [UInt8]
  private var starts = [0]

  package init(_ text: [UInt8]) {
    self.text = text
    for index in text.indices where text[index] == 0x0a { starts.append(index + 1) }
  }

  /// The column, in characters, of a byte of a line; 0 if the byte is not `mark`.
  package func column(_ line: Int, byte: Int, of mark: UInt8) -> Int {
    guard starts.indices.contains(line - 1), byte > 0 else { return 0 }
    let start = starts[line - 1]
    guard start + byte <= text.count, text[start + byte - 1] == mark else { return 0 }
    return text[start..<start + byte].count { $0 & 0xc0 != 0x80 }
  }

  /// How many lines there are, including the one after the last line feed.
  package var count: Int { starts.count }

  /// The bytes of a line without its line feed; empty if there is no such line.
  package func bytes(of line: Int) -> ArraySlice<UInt8> {
    guard starts.indices.contains(line - 1) else { return [] }
    let start = starts[line - 1]
    let end = line < starts.count ? starts[line] - 1 : text.count
    return text[start..<end]
  }
}
