/// Takes out of a frame what the terminal knows already, without changing the picture.
///
/// ncurses names the character set with every attribute, and ends each attribute before it begins
/// the next. Here a set that is in force is not named again, and the attributes between two
/// characters become one sequence (SGR, ECMA-48 8.3.117), of which nothing stands before a reset.
struct Thrift {
  /// Whether the terminal speaks ECMA-48; the frames of others stay as they are.
  private let isKnown: Bool
  // Whether the set of ASCII is in its place, and that place in force.
  private var isASCII = false
  private var isShiftedIn = false

  /// The most parameters that are put into one sequence: terminals keep 16.
  private static let most = 12

  /// For a terminal that stands its cursor with these bytes (`cup` of terminfo).
  init(cup: [UInt8]) { isKnown = cup.starts(with: [0x1b, UInt8(ascii: "[")]) }

  /// The frame with fewer bytes; what others have sent since the last one is not known of.
  mutating func thin(_ frame: [UInt8]) -> [UInt8] {
    guard isKnown else { return frame }
    var result: [UInt8] = []
    result.reserveCapacity(frame.count)
    // The parameters that were read and not sent yet; nil for none.
    var pending: ArraySlice<UInt8>?
    func send() {
      guard let parameters = pending else { return }
      result += [0x1b, UInt8(ascii: "[")] + parameters + [UInt8(ascii: "m")]
      pending = nil
    }
    var rest = frame[...]
    while let first = rest.first {
      let piece = Self.piece(of: rest)
      rest = rest[piece.endIndex...]
      switch (first, piece.last) {
      // Neither characters' sets nor the cursor's place have to do with attributes.
      case (0x0e, _), (0x0f, _):
        if first == 0x0e || !isShiftedIn { result += piece }
        isShiftedIn = first == 0x0f
        continue
      case (0x1b, let set?) where piece.count == 3 && piece.dropFirst().first == UInt8(ascii: "("):
        if set != UInt8(ascii: "B") || !isASCII { result += piece }
        isASCII = set == UInt8(ascii: "B")
        continue
      case (0x1b, UInt8(ascii: "m")) where Self.isPlain(piece):
        let parameters = piece.dropFirst(2).dropLast()
        if let before = pending, let joined = Self.join(before, parameters) {
          pending = joined
        } else {
          send()
          pending = parameters
        }
        continue
      case (0x1b, let last?) where Self.isPlain(piece) && "ABCDGHd".utf8.contains(last):
        result += piece
        continue
      default: break
      }
      send()
      result += piece
    }
    send()
    return result
  }

  /// Two sets of parameters as one; nil where they would be too many.
  private static func join(
    _ before: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    let semicolon = UInt8(ascii: ";")
    // Nothing of what stands before a reset is left after it.
    let first = next.prefix { $0 != semicolon }
    if next.isEmpty || first.elementsEqual([UInt8(ascii: "0")]) { return next }
    let count = before.count { $0 == semicolon } + next.count { $0 == semicolon } + 2
    guard count <= most, next.first != semicolon else { return nil }
    return (before.isEmpty ? [UInt8(ascii: "0")] : before) + [semicolon] + next
  }

  /// Whether it is a control sequence of digits, semicolons and colons alone.
  private static func isPlain(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.count > 2 && piece.dropFirst().first == UInt8(ascii: "[")
      && piece.dropFirst(2).dropLast().allSatisfy { (0x30...0x3b).contains($0) }
  }

  /// The first byte, or the whole sequence that it begins.
  private static func piece(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.first == 0x1b else { return bytes.prefix(1) }
    let inside = bytes.dropFirst()
    switch inside.first {
    case UInt8(ascii: "[")?:
      let end = inside.dropFirst().firstIndex { (0x40...0x7e).contains($0) }
      return bytes[..<(end.map { $0 + 1 } ?? bytes.endIndex)]
    case UInt8(ascii: "]")?, UInt8(ascii: "P")?, UInt8(ascii: "X")?, UInt8(ascii: "^")?,
      UInt8(ascii: "_")?:
      // Its end is a bell or an escape; the backslash behind that is a piece of its own.
      let end = inside.dropFirst().firstIndex { $0 == 0x07 || $0 == 0x1b }
      return bytes[..<(end.map { bytes[$0] == 0x07 ? $0 + 1 : $0 } ?? bytes.endIndex)]
    case nil: return bytes
    default:
      let end = inside.firstIndex { !(0x20...0x2f).contains($0) }
      return bytes[..<(end.map { $0 + 1 } ?? bytes.endIndex)]
    }
  }
}
