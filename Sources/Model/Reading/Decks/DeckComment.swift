import Text

/// What a comment in a deck asks for; if it asks for nothing, it is private.
enum DeckComment: Equatable {
  case pause
  case columns
  case nextColumn
  case endColumns
  /// A speaker note, starting at a place in the comment's text.
  case note(String.Index)
  /// The minutes of the slide, as written.
  case minutes(String)
  /// Nothing; `hint` is the comment that was probably meant.
  case remark(hint: String?)

  /// The comments that consist of a single word.
  private static let words: [(String, DeckComment)] = [
    ("pause", .pause), ("columns", .columns), ("next column", .nextColumn),
    ("end columns", .endColumns),
  ]

  /// Reads the text between `<!--` and `-->`.
  init(_ text: Substring) {
    if let colon = text.utf8.prefix(20).firstIndex(of: UInt8(ascii: ":")) {
      let name = text[..<colon].trimmed.lowercased()
      let start = text.utf8.index(after: colon)
      switch name {
      case "note": self = .note(start)
      case "minutes": self = .minutes(text[start...].trimmed)
      default:
        self = .remark(
          hint: Spelling.nearest(to: name, in: ["note", "minutes"]).map { $0 + ": …" })
      }
      return
    }
    guard text.utf8.count <= 40 else {
      self = .remark(hint: nil)
      return
    }
    let phrase = text.utf8.split(whereSeparator: \.isBlank).map { Substring($0).lowercased() }
      .joined(separator: " ")
    if let word = Self.words.first(where: { $0.0 == phrase }) {
      self = word.1
    } else {
      self = .remark(hint: Self.nearest(to: phrase))
    }
  }

  /// The comment that was probably meant; swapped letters do not count as a difference.
  private static func nearest(to phrase: String) -> String? {
    guard !phrase.isEmpty else { return nil }
    let names = words.map(\.0)
    return names.first { $0.utf8.sorted() == phrase.utf8.sorted() }
      ?? Spelling.nearest(to: phrase, in: names)
  }
}

/// The comments that a piece of HTML holds, in order.
struct CommentScan {
  /// A comment's text between its marks.
  struct Comment {
    package var text: Substring
    /// How many lines of the piece precede the text's first line.
    var line: Int
    /// How many characters of that line precede the text.
    var column: Int
  }

  private(set) var comments: [Comment] = []
  /// Whether the last comment is never closed.
  private(set) var isOpen = false
  /// Whether the piece also holds something other than comments.
  private(set) var hasRest = false

  init(_ html: String) {
    let bytes = html.utf8
    var index = bytes.startIndex
    while true {
      while index < bytes.endIndex, bytes[index].isBlank { index = bytes.index(after: index) }
      guard index < bytes.endIndex else { return }
      guard bytes[index...].starts(with: "<!--".utf8) else {
        hasRest = true
        return
      }
      let start = bytes.index(index, offsetBy: 4)
      guard let end = Self.end(of: bytes, from: start) else {
        isOpen = true
        return
      }
      let before = bytes[..<start]
      let lineStart = before.lastIndex(of: 0x0a).map { bytes.index(after: $0) } ?? bytes.startIndex
      comments.append(
        Comment(
          text: html[start..<end], line: before.count { $0 == 0x0a },
          column: bytes[lineStart..<start].count { $0 & 0xc0 != 0x80 }))
      index = bytes.index(end, offsetBy: 3)
    }
  }

  private static func end(of bytes: String.UTF8View, from start: String.Index) -> String.Index? {
    var hyphens = 0
    var index = start
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "-") {
        hyphens += 1
      } else if bytes[index] == UInt8(ascii: ">"), hyphens >= 2 {
        return bytes.index(index, offsetBy: -2)
      } else {
        hyphens = 0
      }
      index = bytes.index(after: index)
    }
    return nil
  }
}
