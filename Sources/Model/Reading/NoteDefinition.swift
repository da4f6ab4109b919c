import Text

/// The text of a note, cut out of a body before Markdown reads it.
///
/// cmark-gfm renumbers notes and drops those without a reference. A report's notes keep their
/// numbers, so they are cut out here.
/// report's notes keep their numbers, so they are cut out here.
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
    while let range = lines.next() {
      let line = body[range]
      if let (number, start) = opening(line) {
        definitions.append(
          NoteDefinition(
            number: number, line: firstLine + lines.number - 1,
            text: Array(body[start..<range.upperBound])))
        isInside = true
      } else if isInside, !line.isEmpty {
        definitions[definitions.count - 1].text += [0x0a] + line.drop { $0 == 0x20 }
      } else {
        isInside = false
        continue
      }
      for index in range { body[index] = 0x20 }
    }
    return (body, definitions)
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
