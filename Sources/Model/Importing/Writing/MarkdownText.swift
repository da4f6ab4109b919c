import Text

/// Writes a report's words as Markdown that means exactly them.
enum MarkdownText {
  private static let special: Set<Character> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&",
  ]

  /// The longest piece of a paragraph; the reader takes at most twice as much.
  private static let pieceLimit = 24_000

  /// A text in which no sign has a meaning of its own, except marks of notes that are known.
  ///
  /// - Parameter notes: The numbers of the notes that the chapter has.
  static func escaped(_ text: String, notes: Set<Int> = []) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      if character == "[", let mark = mark(rest) {
        result += notes.contains(mark.number) ? "[^\(mark.number)]" : "\\[\(mark.number)\\]"
        rest = rest.dropFirst(mark.length)
        // With these a mark would be a link, or a note's own text.
        if let next = rest.first, "(:".contains(next) { result += "\\" }
        continue
      }
      if special.contains(character) { result += "\\" }
      result.append(character)
      rest = rest.dropFirst()
    }
    return result
  }

  /// The mark of a note at a text's start.
  private static func mark(_ text: Substring) -> (number: Int, length: Int)? {
    guard text.hasPrefix("[^") else { return nil }
    let digits = text.dropFirst(2).prefix { $0.isNumber }
    guard digits.count <= 4, let number = Int(digits), number > 0,
      text.dropFirst(2 + digits.count).first == "]"
    else { return nil }
    return (number, digits.count + 3)
  }

  /// The numbers of the notes that a text marks.
  static func marks(_ text: String) -> [Int] {
    guard text.mentionsNote else { return [] }
    var result: [Int] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      if let mark = mark(rest[open...]) { result.append(mark.number) }
      rest = rest[open...].dropFirst()
    }
    return result
  }

  /// A paragraph, split where it is too long for one.
  static func paragraph(_ text: String, notes: Set<Int>) -> [String] {
    pieces(escaped(text, notes: notes)).map { guarded($0) }
  }

  /// A text whose first sign does not start a list, a heading or a rule.
  private static func guarded(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "#+-=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isNumber }
    if !digits.isEmpty, let sign = text.dropFirst(digits.count).first, ".)".contains(sign) {
      return digits + "\\" + text.dropFirst(digits.count)
    }
    return text
  }

  private static func pieces(_ text: String) -> [String] {
    guard text.utf8.count > pieceLimit else { return [text] }
    var result: [String] = []
    var piece = ""
    for word in text.split(separator: " ") {
      if piece.utf8.count + word.utf8.count > pieceLimit, !piece.isEmpty {
        result.append(piece)
        piece = ""
      }
      piece += piece.isEmpty ? String(word.prefix(pieceLimit)) : " " + word.prefix(pieceLimit)
    }
    return result + [piece]
  }

  /// A text without the backslashes before its signs.
  static func plain(_ text: String) -> String {
    var result = ""
    var isEscape = false
    for character in text {
      if isEscape, !(character.isASCII && (character.isPunctuation || character.isSymbol)) {
        result.append("\\")
      }
      isEscape = character == "\\" && !isEscape
      if !isEscape { result.append(character) }
    }
    return isEscape ? result + "\\" : result
  }

  /// The lines of a block, with an empty line before it unless it goes on with a list.
  static func lines(_ block: SourceBlock, after last: SourceBlock?, notes: Set<Int>) -> [String] {
    switch block.kind {
    case .item(let depth, let marker):
      let goesOn = last?.item != nil && !marker.isEmpty
      return (goesOn ? [] : [""]) + item(block.text, depth: depth, marker: marker, notes: notes)
    case .table(let rows): return table(rows, notes: notes)
    case .heading: return ["", "**\(escaped(block.text, notes: notes))**"]
    case .paragraph: return paragraph(block.text, notes: notes).flatMap { ["", $0] }
    case .note, .contents: return []
    }
  }

  /// An item: an ordered one keeps its number, a letter stands in the text.
  private static func item(
    _ text: String, depth: Int, marker: String, notes: Set<Int>
  ) -> [String] {
    let indent = String(repeating: "    ", count: min(depth, 6) - 1)
    let body = paragraph(text, notes: notes)
    if marker.isEmpty { return body.map { indent + "    " + $0 } }
    let digits = marker.dropLast()
    let isOrdered = digits.count <= 4 && Int(digits) != nil && ".)".contains(marker.last ?? " ")
    let isBullet = ListMarker(marker + " x")?.label.isEmpty ?? true
    let start = isOrdered ? "\(marker) " : isBullet ? "- " : "- \(escaped(marker)) "
    return [indent + start + (body.first ?? "")]
      + body.dropFirst().flatMap { ["", indent + "    " + $0] }
  }

  private static func table(_ rows: [[String]], notes: Set<Int>) -> [String] {
    guard let head = rows.first, !head.isEmpty else { return [] }
    func line(_ cells: [String]) -> String {
      let padded =
        cells.prefix(head.count) + Array(repeating: "", count: max(0, head.count - cells.count))
      return "| " + padded.map { escaped($0, notes: notes) }.joined(separator: " | ") + " |"
    }
    let top = ["", line(head), "|" + String(repeating: " --- |", count: head.count)]
    var result = top
    var length = 0
    for row in rows.dropFirst() {
      let text = line(row)
      length += text.utf8.count
      if length > pieceLimit {
        result += top
        length = text.utf8.count
      }
      result.append(text)
    }
    return result
  }

  /// A text for front matter, in single quotes.
  static func quoted(_ text: String) -> String {
    "'"
      + CleanText.line(text).split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
  }
}
