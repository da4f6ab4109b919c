/// A key as in the keymap: what was pressed, independent of terminal codes.
package enum Key: Hashable, Sendable {
  /// A character that was typed.
  case character(Character)
  /// A letter with Control, in lower case.
  case control(Character)
  /// A character with Alt, or after Escape.
  case alt(Character)
  case up, down, left, right
  case pageUp, pageDown, home, end
  case enter, escape, backspace, delete, insert
  case tab, backTab
  /// A function key, from 1.
  case function(Int)
}

extension Key: CustomStringConvertible {
  /// The key as help and documentation show it: `j`, `Ctrl-D`, `PgUp`, `Space`.
  package var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .alt(let character): "Alt-\(character)"
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// The names of keys that are no characters, the usual one first.
  private static let names: [(name: String, key: Key)] = [
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("PgUp", .pageUp),
    ("PgDn", .pageDown), ("Home", .home), ("End", .end), ("Enter", .enter), ("Esc", .escape),
    ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("Tab", .tab),
    ("Shift-Tab", .backTab), ("Escape", .escape), ("Return", .enter), ("Delete", .delete),
  ]

  /// Reads a key by its name, as in `dossier render --keys`; nil if there is none.
  package init?(_ name: some StringProtocol) {
    if let character = name.first, name.count == 1 {
      self = .character(character)
    } else if name.lowercased() == "space" {
      self = .character(" ")
    } else if let named = Self.names.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self = named.key
    } else if let last = name.last, name.lowercased().hasPrefix("ctrl-"), name.count == 6 {
      self = .control(Character(last.lowercased()))
    } else if let last = name.last, name.lowercased().hasPrefix("alt-"), name.count == 5 {
      self = .alt(last)
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}

/// What reaches the program from outside.
package enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted; free of control characters.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
  /// A mouse button was pressed at a cell.
  case click(Point)
  /// The mouse wheel was turned at a cell; negative is up.
  case scroll(Point, Int)
}
