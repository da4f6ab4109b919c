import Interface

/// Turns what a terminal sends into keys and pastes, byte by byte.
///
/// A sequence that is not known is swallowed whole, so that it is not taken for typing. What
/// ends only by silence (Escape itself, a sequence that broke off) is settled by `timeout`.
struct InputDecoder {
  private enum State: Equatable {
    case ground
    case escape
    case doubleEscape
    /// CSI, with its bytes so far.
    case sequence([UInt8])
    case singleShift
    /// A string that the terminal sends (OSC), up to its end.
    case string(escaped: Bool)
    /// The three bytes of a mouse report of the old form.
    case oldMouse(Int)
    /// The function keys of the Linux console: `CSI [ A`.
    case console
  }

  /// What a terminal says of itself when it is asked.
  enum Report: Equatable {
    /// It has come so far in what it was sent.
    case status
    /// It can hold back a picture until all of it has come.
    case synchronizedOutput
  }

  /// The answers that have come and that nobody has taken yet.
  var reports: [Report] = []

  private var state = State.ground
  private var pasted: [UInt8]?
  private var partial: [UInt8] = []
  /// The most that is kept of one paste, in bytes.
  static let pasteLimit = 1 << 20

  /// How long to wait for more, in milliseconds; nil where nothing is open.
  var patience: Int? {
    if pasted != nil { return 2000 }
    switch state {
    // ncurses has waited already for what follows an escape.
    case .escape, .doubleEscape: return 0
    case .ground: return partial.isEmpty ? nil : 50
    default: return 50
    }
  }

  /// Takes a key that ncurses has recognised.
  mutating func take(_ key: Key?) -> [InputEvent] {
    // Text that is pasted holds no keys, whatever its bytes look like.
    guard pasted == nil else { return [] }
    var events = timeout()
    if let key { events.append(.key(key)) }
    return events
  }

  /// Takes one byte.
  mutating func take(_ byte: UInt8) -> [InputEvent] {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .doubleEscape:
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") {
        state = .escape
        return escape(byte)
      }
      state = .escape
      return event(.escape) + escape(byte)
    case .sequence(let bytes): return sequence(bytes, byte)
    case .singleShift:
      state = .ground
      return event(KeySequences.keypad(Unicode.Scalar(byte)))
    case .console:
      state = .ground
      let number = Int(byte) - 0x40
      return (1...5).contains(number) ? event(.function(number)) : []
    case .oldMouse(let left):
      state = left > 1 ? .oldMouse(left - 1) : .ground
      return []
    case .string(let escaped):
      if byte == 0x07 || byte == 0x18 || escaped && byte == UInt8(ascii: "\\") {
        state = .ground
      } else {
        state = .string(escaped: byte == 0x1b)
      }
      return []
    }
  }

  /// Settles what is open, because nothing more came in time.
  mutating func timeout() -> [InputEvent] {
    defer {
      state = .ground
      partial = []
    }
    if pasted != nil { return endPaste() }
    switch state {
    case .escape: return event(.escape)
    case .doubleEscape: return event(.escape) + event(.escape)
    // Nothing followed: it was Alt with the bracket or the letter.
    case .sequence([]): return event(.alt("["))
    case .singleShift: return event(.alt("O"))
    default: return []
    }
  }

  private func event(_ key: Key?) -> [InputEvent] {
    guard let key, pasted == nil else { return [] }
    return [.key(key)]
  }

  private mutating func ground(_ byte: UInt8) -> [InputEvent] {
    if byte == 0x1b {
      partial = []
      state = .escape
      return []
    }
    if let count = pasted?.count {
      if count < Self.pasteLimit { pasted?.append(byte) }
      return []
    }
    return scalar(byte).flatMap { event(KeySequences.key(of: $0)) } ?? []
  }

  /// Gathers a character of UTF-8; bytes that are none are dropped.
  private mutating func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    if byte < 0x80 || byte >= 0xc0 { partial = [] }
    if byte < 0x80 { return Unicode.Scalar(byte) }
    if byte < 0xc0, partial.isEmpty { return nil }
    partial.append(byte)
    let first = partial[0]
    let length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard partial.count == length else { return nil }
    defer { partial = [] }
    return String(validating: partial, as: UTF8.self)?.unicodeScalars.first
  }

  private mutating func escape(_ byte: UInt8) -> [InputEvent] {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"): state = .string(escaped: false)
    case 0x1b: state = .doubleEscape
    case 0x08, 0x7f:
      state = .ground
      return event(.backspace)
    case 0x21...0x7e:
      state = .ground
      return event(.alt(Character(Unicode.Scalar(byte))))
    default:
      state = .ground
      return event(.escape) + ground(byte)
    }
    return []
  }

  private mutating func sequence(_ bytes: [UInt8], _ byte: UInt8) -> [InputEvent] {
    switch byte {
    case UInt8(ascii: "[") where bytes.isEmpty: state = .console
    case UInt8(ascii: "M") where bytes.isEmpty: state = .oldMouse(3)
    case 0x20...0x3f: state = .sequence(bytes.count < 64 ? bytes + [byte] : bytes)
    // rxvt ends a sequence with Shift or Control in $ ^ or @.
    case 0x40...0x7e:
      state = .ground
      return finish(bytes, byte)
    case 0x1b: state = .escape
    default: state = .ground
    }
    return []
  }

  private mutating func finish(_ bytes: [UInt8], _ final: UInt8) -> [InputEvent] {
    if pasted == nil, reports.count < 16, let report = Self.report(bytes, final) {
      reports.append(report)
      return []
    }
    var digits = bytes
    var final = final
    if final == UInt8(ascii: "^") || final == UInt8(ascii: "@") { final = UInt8(ascii: "~") }
    if digits.last == UInt8(ascii: "$") { digits.removeLast() }
    guard digits.allSatisfy({ (0x30...0x3b).contains($0) }) else { return [] }
    let numbers = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.isEmpty ? 1 : Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    if final == UInt8(ascii: "~"), numbers.first == 200 {
      pasted = pasted ?? []
      return []
    }
    if final == UInt8(ascii: "~"), numbers.first == 201 { return endPaste() }
    return event(KeySequences.key(numbers: numbers, final: final))
  }

  /// The answer to a device status report (ECMA-48) or to a question for mode 2026 (DECRQM).
  private static func report(_ bytes: [UInt8], _ final: UInt8) -> Report? {
    switch (String(decoding: bytes, as: UTF8.self), final) {
    case ("0", UInt8(ascii: "n")), ("3", UInt8(ascii: "n")): .status
    case ("?2026;1$", UInt8(ascii: "y")), ("?2026;2$", UInt8(ascii: "y")): .synchronizedOutput
    default: nil
    }
  }

  /// The text of the paste: well-formed, without controls, line ends and tabs as single spaces.
  private mutating func endPaste() -> [InputEvent] {
    guard let bytes = pasted else { return [] }
    pasted = nil
    var text = ""
    var wasBreak = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\t"
      if isBreak, !wasBreak { text.unicodeScalars.append(" ") }
      wasBreak = isBreak
      if isBreak || Self.isUnsafe(scalar) { continue }
      text.unicodeScalars.append(scalar)
    }
    return text.isEmpty ? [] : [.paste(text)]
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
