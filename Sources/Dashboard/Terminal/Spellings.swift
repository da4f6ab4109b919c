/// Numbers for what is too long to stand in every cell: colours as they were spelt, and characters
/// of several scalars.
///
/// A colour is sent again as it was read, since only terminfo knows in which form it is understood.
/// What has once been numbered stays; reader and writer share it.
final class Spellings {
  private var texts: [[UInt8]] = [[]]
  private var numbers: [[UInt8]: UInt16] = [:]
  private let isUTF8: Bool

  /// The most that are numbered; what comes after is not known.
  private static let most = 4096

  /// No numbers yet; `isUTF8` where characters are not bytes.
  init(isUTF8: Bool) { self.isUTF8 = isUTF8 }

  /// The number of a text, from 1; nil where there are too many.
  func number(of text: some Collection<UInt8>) -> UInt16? {
    let text = Array(text)
    if let number = numbers[text] { return number }
    guard texts.count < Self.most else { return nil }
    let number = UInt16(texts.count)
    texts.append(text)
    numbers[text] = number
    return number
  }

  /// The text of a number; empty for 0.
  subscript(_ number: UInt16) -> [UInt8] { texts[Int(number)] }

  /// How many bytes a character has.
  func length(of glyph: UInt32) -> Int {
    if glyph < 0x80 || !isUTF8 { return 1 }
    if let number = cluster(glyph) { return texts[number].count }
    return glyph < 0x800 ? 2 : glyph < 0x1_0000 ? 3 : 4
  }

  /// Adds the bytes of a character.
  func append(_ glyph: UInt32, to bytes: inout [UInt8]) {
    if glyph < 0x80 || !isUTF8 {
      bytes.append(UInt8(truncatingIfNeeded: glyph))
    } else if let number = cluster(glyph) {
      bytes += texts[number]
    } else {
      bytes += Unicode.UTF8.encode(Unicode.Scalar(glyph) ?? " ") ?? .init()
    }
  }

  /// Whether a character has several scalars.
  func isCluster(_ glyph: UInt32) -> Bool { cluster(glyph) != nil }

  private func cluster(_ glyph: UInt32) -> Int? {
    let first = TerminalPicture.Spot.firstCluster
    return glyph < first || glyph == TerminalPicture.Spot.continuation ? nil : Int(glyph - first)
  }
}
