import Canvas

/// Turns a terminal's bytes into keys and pastes, one byte at a time.
///
/// An unknown sequence is dropped whole, so that it is not taken for typing. `timeout` decides
/// cases that only silence can end: Escape itself, or a truncated sequence.
struct InputDecoder {
  private enum State: Equatable {
    case ground
    case escape
    case doubleEscape
    /// An escape sequence of the form `ESC ( B` (ECMA-35) or `ESC N 1`, after its first byte.
    case intermediate(UInt8)
    /// CSI with the bytes received so far.
    case sequence([UInt8])
    /// SS3; some terminals add a number for modifiers.
    case singleShift(hasNumber: Bool)
    /// A string that the terminal sends (DCS, SOS, OSC, PM, APC), after its first byte.
    case introducer(UInt8)
    /// The string, until its end.
    case string(escaped: Bool)
    /// The three bytes of an old mouse report.
    case oldMouse(Int)
    /// The function keys of the Linux console: `CSI [ A`.
    case console
  }

  /// A terminal's answer to a question.
  enum Report: Equatable {
    /// It has read everything before the question.
    case status
    /// It can delay a picture until all of it has arrived.
    case synchronizedOutput
    /// Its background.
    case background(Theme.RGB)
    /// It can say when its colours change.
    case colourNotices
    /// Its colours have changed.
    case coloursChanged
  }

  /// The answers that have not been taken yet.
  var reports: [Report] = []

  private let typed: TypedBytes
  private var state = State.ground
  // The start of the sequence: an escape, which can be typed, or an 8-bit control.
  private var isTypeable = true
  // An escape precedes the sequence: it is a key with Alt, or an answer after a typed Escape.
  private var isDoubled = false
  private var pasted: [UInt8]?
  private var partial: [UInt8] = []
  // The text of a string that may answer a question; nil for other strings.
  private var answer: [UInt8]?
  /// The most bytes kept of one paste.
  static let pasteLimit = 1 << 20

  /// A decoder of bytes in an encoding.
  init(_ typed: TypedBytes = .utf8) { self.typed = typed }

  /// How long to wait for more after the last byte, in milliseconds; nil if nothing is open.
  ///
  /// A line may split a sequence anywhere and deliver the rest much later. A rest that arrives too
  /// late would be taken for typing, so the wait is long for sequences that nobody types by hand.
  var patience: Int? {
    // A line that stalls during a paste must not turn the rest into keys. Ctrl-C ends a paste whose
    // end never arrives.
    if pasted != nil { return 15000 }
    switch state {
    // ncurses has already waited for the bytes after an escape.
    case .escape, .doubleEscape: return 0
    // Alt with a character is typed by hand.
    case .intermediate: return 50
    // An unfinished character delays nothing.
    case .ground: return nil
    default: return 500
    }
  }

  /// Takes a key that ncurses has recognised.
  mutating func take(_ key: Key?) -> [InputEvent] {
    // Pasted text contains no keys, whatever its bytes look like.
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
      if "[O]".utf8.contains(byte) {
        state = .escape
        isDoubled = byte != UInt8(ascii: "O")
        return escape(byte)
      }
      state = .escape
      return event(.escape) + escape(byte)
    case .intermediate(let first): return intermediate(first, byte)
    case .sequence(let bytes): return sequence(bytes, byte)
    case .singleShift: return singleShift(byte)
    case .console:
      state = .ground
      let number = Int(byte) - 0x40
      return (1...5).contains(number) ? event(.function(number)) : []
    case .oldMouse(let left):
      state = left > 1 ? .oldMouse(left - 1) : .ground
      return []
    case .introducer, .string(escaped: false): return string(byte)
    case .string(escaped: true):
      // Either the end, or an escape that aborts the string and begins something else.
      state = byte == UInt8(ascii: "\\") ? .ground : .escape
      return state == .ground ? finishString() : escape(byte)
    }
  }

  /// Decides what an unfinished sequence was, because nothing more arrived in time.
  mutating func timeout() -> [InputEvent] {
    defer {
      state = .ground
      partial = []
    }
    if pasted != nil { return endPaste() }
    switch state {
    case .escape: return event(.escape)
    case .doubleEscape: return event(.escape) + event(.escape)
    // Nothing followed, so it was Alt with the bracket, letter or sign.
    case .intermediate(0x20) where isTypeable:
      return event(.escape) + event(KeySequences.key(of: " "))
    case .intermediate(let byte) where isTypeable:
      return event(.alt(Character(Unicode.Scalar(byte))))
    case .sequence([]) where isTypeable: return event(.alt("["))
    case .singleShift(hasNumber: false) where isTypeable: return event(.alt("O"))
    case .introducer(let byte) where isTypeable: return event(.alt(Character(Unicode.Scalar(byte))))
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
      isTypeable = true
      isDoubled = false
      return []
    }
    if let count = pasted?.count {
      if byte == 0x03 {
        pasted = nil
        return event(.control("c"))
      }
      if count < Self.pasteLimit { pasted?.append(byte) }
      return []
    }
    // If no character is open, a byte that can only continue one is an 8-bit control.
    if case .utf8 = typed, partial.isEmpty, (0x80...0x9f).contains(byte) { return control(byte) }
    guard let scalar = scalar(byte) else { return [] }
    if (0x80...0x9f).contains(scalar.value) { return control(UInt8(scalar.value)) }
    return event(KeySequences.key(of: scalar))
  }

  /// An 8-bit control is equivalent to an escape and the byte 64 lower.
  private mutating func control(_ byte: UInt8) -> [InputEvent] {
    isTypeable = false
    let letter = byte - 0x40
    return "NOPX[]^_".utf8.contains(letter) ? escape(letter) : []
  }

  /// Collects the bytes of a character; bytes that belong to none are dropped.
  private mutating func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    if case .single(let scalars) = typed {
      return byte < 0x80 ? Unicode.Scalar(byte) : scalars[Int(byte - 0x80)]
    }
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
    case UInt8(ascii: "O"): state = .singleShift(hasNumber: false)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .introducer(byte)
      answer = byte == UInt8(ascii: "]") && pasted == nil ? [] : nil
    case 0x20...0x2f, UInt8(ascii: "N"): state = .intermediate(byte)
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

  private mutating func intermediate(_ first: UInt8, _ byte: UInt8) -> [InputEvent] {
    switch byte {
    case 0x20...0x2f where first != UInt8(ascii: "N"): return []
    case 0x20...0x7e:
      state = .ground
      return []
    default:
      let typed = timeout()
      return typed + ground(byte)
    }
  }

  private mutating func sequence(_ bytes: [UInt8], _ byte: UInt8) -> [InputEvent] {
    switch byte {
    case UInt8(ascii: "[") where bytes.isEmpty: state = .console
    case UInt8(ascii: "M") where bytes.isEmpty: state = .oldMouse(3)
    // The place of a text selection by mouse, as xterm reports it: two places or six bytes.
    case UInt8(ascii: "t") where bytes.isEmpty: state = .oldMouse(2)
    case UInt8(ascii: "T") where bytes.isEmpty: state = .oldMouse(6)
    // In rxvt, a key with Shift ends in a dollar sign after a single number.
    case UInt8(ascii: "$") where !bytes.isEmpty && bytes.allSatisfy({ (0x30...0x39).contains($0) }):
      state = .ground
      return finish(bytes, UInt8(ascii: "~"))
    case 0x20...0x3f: state = .sequence(bytes.count < 64 ? bytes + [byte] : bytes)
    case 0x40...0x7e:
      state = .ground
      return finish(bytes, byte)
    case 0x1b: state = .escape
    default:
      state = .ground
      // Cancelled; otherwise it was truncated, and a key follows.
      return byte == 0x18 || byte == 0x1a ? [] : ground(byte)
    }
    return []
  }

  private mutating func singleShift(_ byte: UInt8) -> [InputEvent] {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"):
      state = .singleShift(hasNumber: true)
      return []
    case 0x20...0x7e:
      state = .ground
      return event(KeySequences.keypad(Unicode.Scalar(byte)))
    default:
      state = .ground
      return ground(byte)
    }
  }

  private mutating func string(_ byte: UInt8) -> [InputEvent] {
    switch byte {
    // The bell ends it, as in xterm; CAN and SUB cancel it.
    case 0x07:
      state = .ground
      return finishString()
    case 0x18, 0x1a: state = .ground
    default:
      state = .string(escaped: byte == 0x1b)
      if byte != 0x1b, let count = answer?.count {
        if count < BackgroundReport.limit { answer?.append(byte) } else { answer = nil }
      }
    }
    return []
  }

  private mutating func finishString() -> [InputEvent] {
    defer { answer = nil }
    guard let colour = answer.flatMap(BackgroundReport.colour) else { return [] }
    take(.background(colour))
    return isDoubled ? event(.escape) : []
  }

  /// Keeps an answer; a flood of them is dropped.
  private mutating func take(_ report: Report) {
    if reports.count < 16 { reports.append(report) }
  }

  private mutating func finish(_ bytes: [UInt8], _ final: UInt8) -> [InputEvent] {
    if pasted == nil, let report = Self.report(bytes, final) {
      take(report)
      return isDoubled ? event(.escape) : []
    }
    if bytes.first == UInt8(ascii: "?"), isDoubled { return event(.escape) }
    var final = final
    // In rxvt, a sequence with Control ends in ^, and with Control and Shift in @.
    if final == UInt8(ascii: "^") || final == UInt8(ascii: "@") { final = UInt8(ascii: "~") }
    guard bytes.allSatisfy({ (0x30...0x3b).contains($0) }) else { return [] }
    // A colon may add numbers to a number; in kitty's keys they distinguish a release from a press.
    let parts = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
        $0.isEmpty ? 1 : Int(String(decoding: $0, as: UTF8.self)) ?? 0
      }
    }
    if parts.count > 1, parts[1].count > 1, parts[1][1] == 3 { return [] }
    let numbers = parts.map { $0.first ?? 1 }
    if final == UInt8(ascii: "~"), numbers.first == 200 {
      pasted = pasted ?? []
      return []
    }
    if final == UInt8(ascii: "~"), numbers.first == 201 { return endPaste() }
    return event(KeySequences.key(numbers: numbers, final: final))
  }

  /// The answer to a device status report (ECMA-48) or to a question for a mode (DECRQM), or the
  /// notice of mode 2031.
  private static func report(_ bytes: [UInt8], _ final: UInt8) -> Report? {
    switch (String(decoding: bytes, as: UTF8.self), final) {
    case ("0", UInt8(ascii: "n")), ("3", UInt8(ascii: "n")): .status
    case ("?2026;1$", UInt8(ascii: "y")), ("?2026;2$", UInt8(ascii: "y")): .synchronizedOutput
    case ("?2031;1$", UInt8(ascii: "y")), ("?2031;2$", UInt8(ascii: "y")): .colourNotices
    case ("?997;1", UInt8(ascii: "n")), ("?997;2", UInt8(ascii: "n")): .coloursChanged
    default: nil
    }
  }

  /// The text of the paste: well-formed, without controls, with line ends and tabs as single
  /// spaces.
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
