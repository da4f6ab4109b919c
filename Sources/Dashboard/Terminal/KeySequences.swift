import CNcurses
import Canvas

/// The keys of escape sequences and of ncurses' codes.
enum KeySequences {
  /// The key of a CSI sequence: its numbers and its final byte.
  ///
  /// The second number encodes Shift, Alt and Control, which are ignored: an arrow remains an
  /// arrow.
  package static func key(numbers: [Int], final: UInt8) -> Key? {
    switch Unicode.Scalar(final) {
    case "~":
      guard let number = numbers.first else { return nil }
      if number == 27, numbers.count == 3 { return modified(numbers[2], numbers[1]) }
      return numbered[number]
    case "u": return numbers.first.flatMap { modified($0, numbers.count > 1 ? numbers[1] : 1) }
    // With other numbers it is a report, for example of the cursor's position, which ends in R like
    // F3.
    case let letter:
      return numbers.allSatisfy({ $0 > 0 }) && numbers.first ?? 1 == 1 ? lettered[letter] : nil
    }
  }

  /// The keys of `CSI n ~`.
  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// The keys of `CSI letter`, most of them also of `SS3 letter`.
  static let lettered: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    // Arrows with Shift in rxvt.
    "a": .up, "b": .down, "c": .right, "d": .left,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  /// The keys of `SS3 letter`: the keypad of a VT100 types digits and signs.
  static func keypad(_ letter: Unicode.Scalar) -> Key? {
    switch letter {
    case "M": .enter
    case "j"..."y": Unicode.Scalar(letter.value - 0x40).map { .character(Character($0)) }
    case "X": .character("=")
    default: lettered[letter]
    }
  }

  /// A key that a terminal reports by its character and modifiers (1 + a set of bits).
  private static func modified(_ code: Int, _ modifiers: Int) -> Key? {
    guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
    // kitty uses the private use area for keys that type nothing.
    if scalar.properties.generalCategory == .privateUse { return nil }
    let plain = key(of: scalar)
    guard case .character(let character) = plain else { return plain }
    let bits = max(0, modifiers - 1)
    if bits & 4 != 0 { return .control(Character(character.lowercased())) }
    if bits & 2 != 0 { return .alt(character) }
    return plain
  }

  /// The key that types a scalar; nil for controls that no key sends.
  package static func key(of scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x08, 0x7f: return .backspace
    case 0x09: return .tab
    case 0x0a, 0x0d: return .enter
    case 0x1b: return .escape
    case 0: return .control(" ")
    case 1...26: return Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 28...31: return Unicode.Scalar(scalar.value + 0x40).map { .control(Character($0)) }
    case 0x80...0x9f: return nil
    default: return .character(Character(scalar))
    }
  }

  /// The key of an ncurses code.
  package static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP, KEY_SR: .up
    case KEY_DOWN, KEY_SF: .down
    case KEY_LEFT, KEY_SLEFT: .left
    case KEY_RIGHT, KEY_SRIGHT: .right
    case KEY_PPAGE, KEY_SPREVIOUS, KEY_A3: .pageUp
    case KEY_NPAGE, KEY_SNEXT, KEY_C3: .pageDown
    case KEY_HOME, KEY_SHOME, KEY_A1, KEY_FIND: .home
    case KEY_END, KEY_SEND, KEY_C1, KEY_SELECT: .end
    case KEY_ENTER: .enter
    case KEY_BACKSPACE: .backspace
    case KEY_DC, KEY_SDC: .delete
    case KEY_IC, KEY_SIC: .insert
    case KEY_BTAB: .backTab
    case (KEY_F0 + 1)...(KEY_F0 + 63): .function(Int(code - KEY_F0))
    default: nil
    }
  }

  /// The key of an extended terminfo name: `kUP5` is the arrow with Control.
  package static func key(name: String) -> Key? {
    guard name.hasPrefix("k") else { return nil }
    let base = name.dropFirst().prefix { !$0.isNumber }
    return extended[String(base)]
  }

  private static let extended: [String: Key] = [
    "UP": .up, "DN": .down, "LFT": .left, "RIT": .right, "HOM": .home, "END": .end,
    "PRV": .pageUp, "NXT": .pageDown, "DC": .delete, "IC": .insert, "BEG": .home,
  ]

  /// Sequences that ncurses gets in addition to those of terminfo, so that no key has to wait.
  ///
  /// Both forms of each, because many terminals send one and list the other in terminfo, and the
  /// forms after a second escape, which rxvt sends for Alt.
  static let defined: [(sequence: String, code: Int32)] = {
    var list: [(String, Int32)] = []
    let letters: [(String, Int32)] = [
      ("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT), ("H", KEY_HOME),
      ("F", KEY_END), ("P", KEY_F0 + 1), ("Q", KEY_F0 + 2), ("R", KEY_F0 + 3), ("S", KEY_F0 + 4),
    ]
    for (letter, code) in letters {
      list += [("\u{1b}[" + letter, code), ("\u{1b}O" + letter, code)]
      if code < KEY_F0 { list.append(("\u{1b}\u{1b}[" + letter, code)) }
      for modifier in 2...8 { list.append(("\u{1b}[1;\(modifier)\(letter)", code)) }
    }
    let numbers: [(Int, Int32)] = [
      (1, KEY_HOME), (2, KEY_IC), (3, KEY_DC), (4, KEY_END), (5, KEY_PPAGE), (6, KEY_NPAGE),
      (7, KEY_HOME), (8, KEY_END),
    ]
    for (number, code) in numbers {
      list.append(("\u{1b}[\(number)~", code))
      for modifier in 2...8 { list.append(("\u{1b}[\(number);\(modifier)~", code)) }
    }
    list.append(("\u{1b}[Z", KEY_BTAB))
    return list
  }()
}
