/// A key as the keymap knows it: what was pressed, free of terminal codes.
public enum Key: Hashable, Sendable {
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

/// What reaches the program from outside.
public enum InputEvent: Hashable, Sendable {
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
