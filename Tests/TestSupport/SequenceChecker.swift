/// Checks the bytes that a program sent and reports every one that is not known to be harmless.
///
/// Known are: text in well-formed UTF-8, the controls of cursor movement, the CSI sequences and
/// private modes that a screen program needs, character sets, keypad modes, and the clipboard (OSC
/// 52, bare or wrapped for tmux and screen). A sequence that ends in the middle is a fault, too.
package struct SequenceChecker {
  /// A byte or sequence that is not known.
  package struct Fault: Equatable, Sendable, CustomStringConvertible {
    /// Where it starts, in bytes.
    package var offset: Int
    /// The sequence, with controls made visible.
    package var sequence: String

    /// The offset and the sequence.
    package var description: String { "byte \(offset): \(sequence)" }
  }

  /// The private modes (`CSI ? n h` and `l`) that may be switched.
  package static let modes: Set<String> = [
    "1", "3", "4", "5", "7", "12", "25", "47", "1000", "1002", "1003", "1004", "1005", "1006",
    "1047", "1048", "1049", "2004", "2026", "2031",
  ]
  /// The final bytes of CSI sequences without a private mark.
  static let finals = Set("@ABCDEFGHIJKLMPSTXZ`abdefghlmr".utf8)

  private let bytes: [UInt8]
  private var index = 0
  private var found: [Fault] = []

  /// All faults in the bytes, in order.
  package static func faults(in bytes: [UInt8]) -> [Fault] {
    var checker = SequenceChecker(bytes: bytes)
    checker.walk()
    return checker.found
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func walk() {
    while index < bytes.count {
      let start = index
      if !step() {
        index = max(index, start + 1)
        found.append(Fault(offset: start, sequence: Self.visible(bytes[start..<index])))
      }
    }
  }

  private mutating func next() -> UInt8? {
    guard index < bytes.count else { return nil }
    defer { index += 1 }
    return bytes[index]
  }

  /// Consumes one character or sequence; false if it is not known.
  private mutating func step() -> Bool {
    guard let byte = next() else { return true }
    switch byte {
    case 0x1b: return escape()
    // Bell, backspace, tab, line feed, carriage return, and the shifts between character sets.
    case 0x07, 0x08, 0x09, 0x0a, 0x0d, 0x0e, 0x0f: return true
    case 0x20...0x7e: return true
    case 0xc2...0xf4: return scalar(byte)
    default: return false
    }
  }

  private mutating func scalar(_ first: UInt8) -> Bool {
    let start = index - 1
    let count = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    index = min(bytes.count, start + count)
    guard let text = String(validating: bytes[start..<index], as: UTF8.self),
      let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1
    else {
      index = start + 1
      return false
    }
    switch scalar.value {
    // The second set of controls, and marks that change the direction of text.
    case 0x80...0x9f, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: return false
    default: return true
    }
  }

  private mutating func escape() -> Bool {
    guard let byte = next() else { return false }
    switch byte {
    case UInt8(ascii: "["): return controlSequence()
    case UInt8(ascii: "]"): return operatingSystemCommand()
    case UInt8(ascii: "P"): return deviceControl()
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      guard let set = next() else { return false }
      return "B0AU".utf8.contains(set)
    default: return "=>78MDEHc".utf8.contains(byte)
    }
  }

  private mutating func controlSequence() -> Bool {
    var parameters: [UInt8] = []
    while let byte = next() {
      switch byte {
      case 0x30...0x3f: parameters.append(byte)
      case 0x20...0x2f: parameters.append(byte)
      case 0x40...0x7e: return isKnown(parameters, byte)
      default: return false
      }
    }
    return false
  }

  private func isKnown(_ parameters: [UInt8], _ final: UInt8) -> Bool {
    // Asks whether the terminal is there, supports synchronized output and tells of new colours.
    if final == UInt8(ascii: "n") { return parameters == Array("5".utf8) }
    if final == UInt8(ascii: "p"),
      [Array("?2026$".utf8), Array("?2031$".utf8)].contains(parameters)
    {
      return true
    }
    if parameters.first == UInt8(ascii: "?") {
      guard final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else {
        // The Linux console's cursor shape.
        return final == UInt8(ascii: "c")
      }
      return String(decoding: parameters.dropFirst(), as: UTF8.self).split(separator: ";")
        .allSatisfy { Self.modes.contains(String($0)) }
    }
    // A soft reset, which xterm's terminfo entry starts with.
    if parameters == [UInt8(ascii: "!")] { return final == UInt8(ascii: "p") }
    // Window operations: saving and restoring the title, part of xterm's alternate screen.
    if final == UInt8(ascii: "t") {
      return [Array("22;0;0".utf8), Array("23;0;0".utf8)].contains(parameters)
    }
    return Self.finals.contains(final)
      && parameters.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x3b || $0 == 0x3a }
  }

  private mutating func operatingSystemCommand() -> Bool {
    let start = index
    while let byte = next() {
      if byte == 0x07 { return Self.isKnownCommand(bytes[start..<(index - 1)]) }
      if byte == 0x1b {
        return next() == UInt8(ascii: "\\") && Self.isKnownCommand(bytes[start..<(index - 2)])
      }
      if byte < 0x20 || byte > 0x7e { return false }
    }
    return false
  }

  private static func isKnownCommand(_ body: ArraySlice<UInt8>) -> Bool {
    let prefix = "52;c;".utf8
    // The original palette, which ncurses sends when a program continues.
    if body.elementsEqual("104".utf8) { return true }
    // The question for the background.
    if body.elementsEqual("11;?".utf8) { return true }
    return body.starts(with: prefix)
      && body.dropFirst(prefix.count).allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0)
          || "+/=".utf8.contains($0)
      }
  }

  /// A string wrapped for tmux or screen; it ends at `ESC \`, and tmux's inner escapes are doubled.
  private mutating func deviceControl() -> Bool {
    while let byte = next() {
      if byte == 0x07 || (0x20...0x7e).contains(byte) { continue }
      guard byte == 0x1b, let second = next() else { return false }
      if second == UInt8(ascii: "\\") { return true }
      if second != 0x1b && second != UInt8(ascii: "]") { return false }
    }
    return false
  }

  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { byte in
      byte == 0x1b
        ? "ESC "
        : (0x20...0x7e).contains(byte)
          ? String(Unicode.Scalar(byte)) : "<\(String(byte, radix: 16))>"
    }.joined()
  }
}
