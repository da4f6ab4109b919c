import Text

/// What tags and raised numbers in a text mean.
enum Markup {
  /// Stands before raised text while a line is put together; no cleaned text contains it.
  static let raised = "\u{1}"
  /// Stands after it.
  static let lowered = "\u{2}"

  /// A text on one line, with one space between words, safe to show but for the two signs above.
  static func line(_ text: String) -> String {
    var result = ""
    var needsSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        needsSpace = true
        continue
      }
      let isSign = scalar == "\u{1}" || scalar == "\u{2}"
      guard isSign || CleanText.isSafe(scalar.value) else { continue }
      if needsSpace, !result.isEmpty { result += " " }
      needsSpace = false
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A line whose raised numbers are marks of notes, `[^1]`, and whose other raised text is plain.
  static func withNoteMarks(_ line: String) -> String {
    guard line.unicodeScalars.contains("\u{1}") else { return line }
    var result = ""
    for part in line.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated() {
      let halves = part.element.split(
        separator: "\u{2}", maxSplits: 1, omittingEmptySubsequences: false)
      guard part.offset > 0, halves.count == 2 else {
        result += part.element
        continue
      }
      let numbers = halves[0].split { $0 == "," || $0 == " " || $0 == "[" || $0 == "]" }
      if !numbers.isEmpty, numbers.allSatisfy({ isNoteNumber($0) }) {
        while result.last == " " { result.removeLast() }
        result += numbers.map { "[^\($0)]" }.joined()
      } else {
        result += halves[0]
      }
      result += halves[1]
    }
    return result.filter { $0 != "\u{1}" && $0 != "\u{2}" }
  }

  /// Whether a text can be a note's number.
  static func isNoteNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.count <= 4 && text.utf8.allSatisfy(\.isDigit) && text.first != "0"
  }

  /// The text of a piece of HTML without its tags.
  static func text(of html: String) -> String {
    var result = ""
    var tag: String?
    for character in html {
      if character == "<" {
        tag = ""
      } else if character == ">", let open = tag?.lowercased() {
        if open.hasPrefix("sup") { result += raised }
        if open.hasPrefix("/sup") { result += lowered }
        if open.hasPrefix("br") || open.hasPrefix("/p") || open.hasPrefix("/td") { result += " " }
        tag = nil
      } else if tag != nil {
        tag?.append(character)
      } else {
        result.append(character)
      }
    }
    return withNoteMarks(line(entities(result)))
  }

  /// A text with the five entities of XML, numbered characters and the hard space replaced.
  static func entities(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...].dropFirst()
      let name = rest.prefix(10).prefix { $0 != ";" && $0 != "&" }
      guard name.endIndex < rest.endIndex, rest[name.endIndex] == ";",
        let character = character(name)
      else {
        result += "&"
        continue
      }
      result.unicodeScalars.append(character)
      rest = rest[name.endIndex...].dropFirst()
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return " "
    default:
      guard name.first == "#" else { return nil }
      let digits = name.dropFirst()
      let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap { Unicode.Scalar($0) }
    }
  }

  /// The first number in a tag, such as that of its id.
  static func number(in tag: String) -> Int? {
    let digits = tag.drop { !$0.isNumber }.prefix { $0.isNumber }
    return digits.count <= 4 ? Int(digits) : nil
  }
}
