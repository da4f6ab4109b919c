package import Canvas
package import Records

/// What `update` can be told.
package enum Message: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
  /// A mouse button was pressed at a cell.
  case click(Point)
  /// The mouse wheel was turned at a cell; negative is up.
  case scroll(Point, Int)
  /// An action was chosen by name.
  case action(Action)
  /// A record was chosen by name.
  case open(Reference)
  /// Something the reader should know.
  case notice(String)

  /// What an input event says.
  package init(_ event: InputEvent) {
    switch event {
    case .key(let key): self = .key(key)
    case .paste(let text): self = .paste(text)
    case .resize(let size): self = .resize(size)
    case .click(let point): self = .click(point)
    case .scroll(let point, let rows): self = .scroll(point, rows)
    }
  }
}
