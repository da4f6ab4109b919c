import Glibc

/// A terminal's entry in terminfo, as `infocmp` prints it.
package struct Terminfo: Sendable {
  /// The capabilities that are strings, by their short names; parameters are left as they are.
  package let strings: [String: [UInt8]]
  /// The capabilities that are flags and that it has, by their short names.
  package let flags: Set<String>
  /// The capabilities that are numbers, by their short names.
  package let numbers: [String: Int]

  /// The entry of a name; nil if there is none.
  package init?(_ name: String) {
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || "-+.".contains($0) }),
      let pipe = popen("infocmp -1 -x -- '\(name)' 2>/dev/null", "r")
    else { return nil }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
      text += buffer[..<count]
    }
    guard pclose(pipe) == 0 else { return nil }
    var strings: [String: [UInt8]] = [:]
    var flags: Set<String> = []
    var numbers: [String: Int] = [:]
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let parts = line.drop { $0 == "\t" }.split(separator: "=", maxSplits: 1)
      if parts.count == 1, parts[0].hasSuffix(",") {
        let words = parts[0].dropLast().split(separator: "#")
        if words.count == 2 {
          numbers[String(words[0])] = Self.number(words[1])
        } else {
          flags.insert(String(parts[0].dropLast()))
        }
      }
      guard parts.count == 2, parts[1].hasSuffix(",") else { continue }
      strings[String(parts[0])] = Self.bytes(parts[1].dropLast())
    }
    self.strings = strings
    self.flags = flags
    self.numbers = numbers
  }

  private static func number(_ text: Substring) -> Int? {
    text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
  }

  /// A string in terminfo's notation: `\E` an escape, `^H` a control, `\177` by its octal number.
  private static func bytes(_ text: Substring) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "^"):
        guard let letter = rest.popFirst() else { break }
        result.append(letter == UInt8(ascii: "?") ? 0x7f : letter & 0x1f)
      case UInt8(ascii: "\\"):
        guard let letter = rest.popFirst() else { break }
        switch letter {
        case UInt8(ascii: "E"), UInt8(ascii: "e"): result.append(0x1b)
        case UInt8(ascii: "n"): result.append(0x0a)
        case UInt8(ascii: "r"): result.append(0x0d)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "s"): result.append(0x20)
        case 0x30...0x37:
          var value = Int(letter - 0x30)
          while let digit = rest.first, (0x30...0x37).contains(digit), value < 32 {
            value = value * 8 + Int(digit - 0x30)
            rest.removeFirst()
          }
          result.append(UInt8(truncatingIfNeeded: value))
        default: result.append(letter)
        }
      default: result.append(byte)
      }
    }
    return result
  }
}
