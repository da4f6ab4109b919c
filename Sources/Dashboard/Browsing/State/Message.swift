package import Canvas
package import Records

/// The messages to `update`.
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
  /// A notice for the reader.
  case notice(String)

  /// The message for an input event.
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
