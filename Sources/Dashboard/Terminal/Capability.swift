import CNcurses

/// What terminfo says about the terminal that ncurses has open.
enum Capability {
  /// The bytes of a capability without parameters or padding; empty if it is missing.
  package static func bytes(_ name: String) -> [UInt8] {
    // tigetstr returns NULL for a missing capability and -1 for an unknown name.
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return [] }
    return withoutPadding(Array(String(cString: text).utf8))
  }

  /// Whether the terminal has a capability.
  static func has(_ name: String) -> Bool { !bytes(name).isEmpty }

  /// The bytes without delays, which terminfo writes as `$<50/>`.
  private static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
