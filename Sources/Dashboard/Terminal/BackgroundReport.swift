import Canvas

/// A terminal's answer to the question for its background (OSC 11).
enum BackgroundReport {
  /// The bytes of the question; its end is the bell, which all terminals with an answer know.
  static let question = Array("\u{1b}]11;?\u{7}".utf8)
  /// The most bytes of an answer.
  static let limit = 64

  /// The colour in the text of an answer, such as `11;rgb:ffff/ffff/dddd`; nil if it has none.
  static func colour(in text: [UInt8]) -> Theme.RGB? {
    let text = String(decoding: text, as: UTF8.self)
    guard let start = ["11;rgb:", "11;rgba:"].first(where: { text.hasPrefix($0) }) else {
      return nil
    }
    let parts = text.dropFirst(start.count).split(
      separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 || parts.count == 4 && start == "11;rgba:" else { return nil }
    let levels = parts.prefix(3).compactMap(level)
    return levels.count == 3 ? Theme.RGB(levels[0], levels[1], levels[2]) : nil
  }

  /// One to four hexadecimal digits as a component.
  private static func level(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit),
      let value = Int(digits, radix: 16)
    else { return nil }
    let most = 1 << (4 * digits.utf8.count) - 1
    return UInt8(clamping: (value * 255 + most / 2) / most)
  }
}
