/// A line of words `name` and `name=value`, as states travel between the ends of a briefing.
///
/// Input is hostile: a line of more than `limit` bytes, of another version or with a control
/// character is refused, and readers ignore unknown names.
package struct StateLine {
  /// The most bytes of a line.
  static let limit = 4096
  /// The version of the words.
  static let version = "1"

  private var values: [Substring: Substring] = [:]

  /// The words so far.
  package private(set) var text = version

  /// A line without words.
  init() {}

  /// Reads a line; nil if it is not one.
  init?(_ line: some StringProtocol) {
    guard line.utf8.count <= Self.limit, line.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f })
    else { return nil }
    let words = Substring(line).split(separator: " ")
    guard words.first ?? "" == Self.version else { return nil }
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
  }

  /// Adds a word.
  mutating func add(_ name: String) { text += " " + name }

  /// Adds a number that differs from its default.
  mutating func add(_ name: String, _ number: Int, unless usual: Int = 0) {
    if number != usual { text += " \(name)=\(number)" }
  }

  /// Adds a text that is not empty; what could end the word is percent-encoded.
  mutating func add(_ name: String, _ value: String) {
    if !value.isEmpty { text += " \(name)=" + Self.encoded(value) }
  }

  /// Whether a word is there.
  func has(_ name: Substring) -> Bool { values[name] != nil }

  /// A number within bounds; nil if there is none.
  package func number(_ name: Substring, _ bounds: ClosedRange<Int>) -> Int? {
    guard let value = values[name], let number = Int(value), bounds.contains(number) else {
      return nil
    }
    return number
  }

  /// A text of at most 1000 bytes as it travels; nil if there is none.
  func string(_ name: Substring) -> String? {
    guard let value = values[name], value.utf8.count <= 1000 else { return nil }
    return Self.decoded(value)
  }

  /// Numbers with commas between them; nil if one is out of bounds or there are too many.
  func numbers(_ name: Substring, _ bounds: ClosedRange<Int>, most: Int) -> [Int]? {
    guard let value = values[name] else { return nil }
    let parts = value.split(separator: ",", maxSplits: most, omittingEmptySubsequences: false)
    guard parts.count <= most else { return nil }
    let numbers = parts.compactMap { Int($0) }.filter(bounds.contains)
    return numbers.count == parts.count ? numbers : nil
  }

  private static let hex = Array("0123456789abcdef".utf8)

  private static func encoded(_ value: String) -> String {
    var bytes: [UInt8] = []
    for byte in value.utf8 {
      if byte > 0x20, byte < 0x7f, byte != UInt8(ascii: "%") {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a word; nil if it contains a control character or is not UTF-8.
  private static func decoded(_ value: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = value.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let isSafe = text.unicodeScalars.allSatisfy {
      let category = $0.properties.generalCategory
      return category != .control && category != .format && category != .lineSeparator
        && category != .paragraphSeparator
    }
    return isSafe ? text : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? { hex.firstIndex(of: byte).map(UInt8.init) }
}
