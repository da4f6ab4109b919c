import Text

/// A deck's body without the content of its comments, which never reaches Markdown.
///
/// Markdown ends a comment where its list, quotation, paragraph or table cell ends, and treats an
/// indented comment or one in code as text, which would show private content. So comments are cut
/// out first. A comment that begins its line leaves an empty comment in its place, and its text is
/// kept separately; any other comment is blanked, wherever it is.
///
/// Code that is marked as such is not changed: between fences at the margin, and between backticks
/// in a line. If the deck contains other HTML, which may hide where a fence begins, fences are
/// ignored. A comment with a backslash before its first character is text.
struct PrivateText {
  /// The text without its private parts, with all its lines.
  package private(set) var bytes: [UInt8] = []
  /// The comments that begin a line, each with the rest of its last line, by the line's number from
  /// 1.
  private(set) var comments: [Int: String] = [:]
  /// The comments elsewhere, with their lines.
  private(set) var others: [(line: Int, text: String)] = []
  /// The line of a comment that is never closed; all that follows is private.
  private(set) var openLine: Int?
  /// The lines of what looks like the beginning of a comment but is not one: `<!- `.
  private(set) var misspelt: [Int] = []

  /// What replaces a comment.
  static let mark = "<!-- -->"
  private static let opening = Array("<!--".utf8)

  /// Takes the comments out of a text.
  init(_ text: [UInt8]) {
    bytes.reserveCapacity(text.count)
    let lines = LineStarts(text)
    var fence = Fence(isKnown: !Self.hasHTML(lines))
    var index = 0
    var line = 1
    var lineStart = 0
    while index < text.count {
      if index == lineStart { fence.take(lines.bytes(of: line)) }
      guard text[index...].starts(with: Self.opening), !fence.isOpen,
        !Self.isEscaped(text, index), !Self.isCode(text, index)
      else {
        if text[index...].starts(with: "<!- ".utf8) { misspelt.append(line) }
        bytes.append(text[index])
        index += 1
        if text[index - 1] == 0x0a {
          line += 1
          lineStart = index
        }
        continue
      }
      let before = text[lineStart..<index]
      let begins = before.count <= 3 && before.allSatisfy { $0 == 0x20 }
      var end = Self.end(of: text, from: index)
      if begins { end = Self.endOfLine(text, end) }
      let taken = text[index..<(end ?? text.count)]
      if begins {
        comments[line] = String(decoding: taken, as: UTF8.self)
        bytes += Self.mark.utf8
        bytes += taken.filter { $0 == 0x0a }
      } else {
        if end != nil { others.append((line, String(decoding: taken, as: UTF8.self))) }
        bytes += taken.map { $0 == 0x0a ? 0x0a : 0x20 }
      }
      if end == nil { openLine = line }
      line += taken.count { $0 == 0x0a }
      if let last = taken.lastIndex(of: 0x0a) { lineStart = last + 1 }
      index = taken.endIndex
    }
  }

  /// Whether a line begins with HTML that is not a comment.
  private static func hasHTML(_ lines: LineStarts) -> Bool {
    (1...lines.count).contains { line in
      let bytes = lines.bytes(of: line).drop { $0 == 0x20 || $0 == 0x09 }
      return bytes.first == UInt8(ascii: "<") && !bytes.starts(with: opening)
    }
  }

  /// Whether the character at a place has an unescaped backslash before it.
  private static func isEscaped(_ text: [UInt8], _ index: Int) -> Bool {
    text[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// Whether a comment is between backticks, all in its line and without a cell separator.
  private static func isCode(_ text: [UInt8], _ index: Int) -> Bool {
    let tick = UInt8(ascii: "`")
    guard let end = end(of: text, from: index) else { return false }
    let start = text[..<index].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let rest = text[end...].prefix { $0 != 0x0a }
    let comment = text[index..<end]
    guard !comment.contains(0x0a), !comment.contains(UInt8(ascii: "|")) else { return false }
    // The run of backticks that is open at the comment must be closed after it by one of its
    // length.
    var open: Int?
    for run in runs(text[start..<index], tick) {
      if open == nil { open = run } else if open == run { open = nil }
    }
    return open.map { runs(rest, tick).contains($0) && !runs(comment, tick).contains($0) } ?? false
  }

  /// The lengths of the runs of a byte.
  private static func runs(_ bytes: ArraySlice<UInt8>, _ byte: UInt8) -> [Int] {
    bytes.split { $0 != byte }.map(\.count)
  }

  /// The place after the comment that begins at a place; nil if it is never closed.
  private static func end(of text: [UInt8], from start: Int) -> Int? {
    var index = start + opening.count
    while index + 2 < text.count {
      if text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: "-"),
        text[index + 2] == UInt8(ascii: ">")
      {
        return index + 3
      }
      index += 1
    }
    return nil
  }

  /// The end of the line after a comment, or after the comments that begin in that line.
  private static func endOfLine(_ text: [UInt8], _ comment: Int?) -> Int? {
    guard var end = comment else { return nil }
    while end < text.count, text[end] != 0x0a {
      if text[end...].starts(with: opening) {
        guard let next = self.end(of: text, from: end) else { return nil }
        end = next
      } else {
        end += 1
      }
    }
    return end
  }
}

/// Whether lines are between fences of code at the margin.
private struct Fence {
  /// Whether fences can be recognised reliably.
  let isKnown: Bool
  private var open: (sign: UInt8, length: Int)?

  init(isKnown: Bool) { self.isKnown = isKnown }

  var isOpen: Bool { open != nil }

  /// Takes the next line.
  mutating func take(_ line: ArraySlice<UInt8>) {
    guard isKnown, let sign = line.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~")
    else { return }
    let length = line.prefix { $0 == sign }.count
    let rest = line.dropFirst(length)
    guard length >= 3 else { return }
    if let open {
      let isEnd = sign == open.sign && length >= open.length && rest.allSatisfy(\.isBlank)
      if isEnd { self.open = nil }
    } else if sign != UInt8(ascii: "`") || !rest.contains(sign) {
      open = (sign, length)
    }
  }
}
