import Text

/// The text of a note, cut out of a body before Markdown reads it.
///
/// cmark-gfm renumbers notes and drops those without a reference. A report's notes keep their
/// numbers, so they are cut out here.
package struct NoteDefinition {
  package var number: Int
  package var line: Int
  package var text: [UInt8]

  /// The unchanged text if nothing in it has a meaning in Markdown; otherwise nil.
  ///
  /// Most notes are a line of plain text, for which starting the parser takes the most time.
  var plainText: String? {
    let isPlain = text.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xff:
        true
      default: " ,.;:'()/?%$".utf8.contains(byte)
      }
    }
    let start = text.first { $0 != 0x20 } ?? 0
    guard isPlain, start > UInt8(ascii: "9") else { return nil }
    return String(decoding: text, as: UTF8.self).trimmed
  }

  /// The body with the definitions' lines blanked, and the definitions.
  package static func cut(
    _ bytes: [UInt8], firstLine: Int
  ) -> (body: [UInt8], definitions: [NoteDefinition]) {
    var body = bytes
    guard body.contains(UInt8(ascii: "^")) else { return (body, []) }
    var definitions: [NoteDefinition] = []
    var lines = LineCursor(body)
    var isInside = false
    // Empty lines belong to a note only if an indented line follows them.
    var isAfterGap = false
    while let range = lines.next() {
      let line = body[range]
      if let (number, start) = opening(line) {
        definitions.append(
          NoteDefinition(
            number: number, line: firstLine + lines.number - 1,
            text: Array(body[start..<range.upperBound])))
        (isInside, isAfterGap) = (true, false)
      } else if isInside, line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        isAfterGap = true
        continue
      } else if isInside, !isAfterGap || isIndented(line) {
        let gap: [UInt8] = isAfterGap ? [0x0a, 0x0a] : [0x0a]
        definitions[definitions.count - 1].text += gap + withoutIndent(line)
        isAfterGap = false
      } else {
        isInside = false
        continue
      }
      for index in range { body[index] = 0x20 }
    }
    return (body, definitions)
  }

  /// Whether a line goes on with a note after an empty one: four spaces or a tab.
  private static func isIndented(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == 0x09 || line.prefix(4).count == 4 && line.prefix(4).allSatisfy { $0 == 0x20 }
  }

  private static func withoutIndent(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard isIndented(line) else { return line.drop { $0 == 0x20 } }
    return line.dropFirst(line.first == 0x09 ? 1 : 4)
  }

  /// The number of a line that starts with `[^1]:`, and where its text begins.
  private static func opening(_ line: ArraySlice<UInt8>) -> (Int, Int)? {
    guard line.starts(with: "[^".utf8) else { return nil }
    var number = 0
    var index = line.startIndex + 2
    while index < line.endIndex, (0x30...0x39).contains(line[index]), number < 100_000 {
      number = number * 10 + Int(line[index] - 0x30)
      index += 1
    }
    guard number > 0, line[index...].starts(with: "]:".utf8) else { return nil }
    return (number, min(index + 2, line.endIndex))
  }
}
