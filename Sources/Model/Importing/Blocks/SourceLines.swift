import Text

/// The lines of a file of text, safe to show: no control characters, no tabs.
struct SourceLines {
  /// The lines.
  private(set) var lines: [String] = []
  /// The page that each line is on, counted by form feeds; empty if there are none.
  private(set) var pages: [Int] = []
  /// Whether the bytes were no UTF-8 and were read as Windows-1252.
  let isOldCoding: Bool

  /// Reads the bytes of a file.
  init(_ bytes: [UInt8]) {
    let text = String(validating: bytes, as: UTF8.self)
    isOldCoding = text == nil
    var page = 1
    var hasPages = false
    let whole = text ?? String(String.UnicodeScalarView(bytes.map(Self.scalar)))
    for raw in Self.split(whole) {
      let feeds = raw.count { $0 == "\u{0c}" }
      page += feeds
      hasPages = hasPages || feeds > 0
      let scalars = raw.filter { $0 != "\u{0c}" && $0 != "\u{feff}" }
      lines.append(CleanText.line(Self.withoutTabs(String(String.UnicodeScalarView(scalars)))))
      pages.append(page)
      if lines.count == SourceReport.lineLimit { break }
    }
    if !hasPages { pages = [] }
  }

  private static func split(_ text: String) -> [String.UnicodeScalarView.SubSequence] {
    let scalars = text.unicodeScalars
    var result: [String.UnicodeScalarView.SubSequence] = []
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if scalar == "\n" || scalar == "\r" && !(next < scalars.endIndex && scalars[next] == "\n") {
        let end =
          index > start && scalars[scalars.index(before: index)] == "\r"
          ? scalars.index(before: index) : index
        result.append(scalars[start..<end])
        start = next
      }
      index = next
    }
    if start < scalars.endIndex { result.append(scalars[start...]) }
    return result
  }

  private static func withoutTabs(_ line: String) -> String {
    guard line.utf8.contains(0x09) else { return line }
    var result = ""
    for character in line {
      if character == "\t" {
        repeat { result += " " } while result.count % 4 != 0
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// What a byte stands for in Windows-1252.
  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x85: "…"
    case 0x91: "‘"
    case 0x92: "’"
    case 0x93: "“"
    case 0x94: "”"
    case 0x95: "•"
    case 0x96: "–"
    case 0x97: "—"
    case 0x80: "€"
    default: Unicode.Scalar(byte)
    }
  }

  /// How many blanks a line starts with.
  static func indent(_ line: String) -> Int { line.utf8.prefix { $0 == 0x20 }.count }
}
