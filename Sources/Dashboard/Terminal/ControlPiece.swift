/// A piece of what is sent to a terminal: a control, a sequence, or the bytes of one character.
enum ControlPiece {
  /// The first piece of some bytes, which are not empty.
  ///
  /// A sequence that does not end, or is broken off, is the rest or ends where it breaks.
  static func first(of bytes: ArraySlice<UInt8>, isUTF8: Bool) -> ArraySlice<UInt8> {
    guard let first = bytes.first else { return bytes }
    guard first == 0x1b else {
      guard isUTF8, first >= 0xc0 else { return bytes.prefix(1) }
      let tail = bytes.dropFirst().prefix(3).prefix { $0 & 0xc0 == 0x80 }
      return bytes[..<tail.endIndex]
    }
    let inside = bytes.dropFirst()
    switch inside.first {
    case UInt8(ascii: "[")?:
      let end = inside.dropFirst().firstIndex { !(0x20...0x3f).contains($0) }
      return bytes[..<(end.map { $0 + 1 } ?? bytes.endIndex)]
    // The palette of the Linux console as it was, which does not end as other strings do.
    case UInt8(ascii: "]")? where inside.dropFirst().first == UInt8(ascii: "R"):
      return bytes.prefix(3)
    case UInt8(ascii: "]")?, UInt8(ascii: "P")?, UInt8(ascii: "X")?, UInt8(ascii: "^")?,
      UInt8(ascii: "_")?:
      // Its end is a bell, or an escape with a backslash.
      guard let end = inside.dropFirst().firstIndex(where: { $0 == 0x07 || $0 == 0x1b }) else {
        return bytes
      }
      return bytes[..<min(bytes.endIndex, end + (bytes[end] == 0x07 ? 1 : 2))]
    case nil: return bytes
    default:
      let end = inside.firstIndex { !(0x20...0x2f).contains($0) }
      return bytes[..<(end.map { $0 + 1 } ?? bytes.endIndex)]
    }
  }
}
