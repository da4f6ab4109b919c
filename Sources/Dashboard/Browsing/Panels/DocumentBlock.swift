package import Canvas
package import Records

/// A block of a text.
package enum DocumentBlock {
  /// A heading; its anchor is a record to which the text can be scrolled.
  case heading(String, level: Int, role: Role, anchor: Reference?)
  /// Prose of the dossier.
  case prose(Block)
  /// Prose that is set off: a key message or a quotation.
  case message([Span], Role)
  /// A label and its value.
  case field(String, [Span])
  /// A remark in faint text or, with `.caution`, a warning sign.
  case remark([Span], Role)
  /// A line of the original with its number; faint if it is only context.
  case original(number: Int, text: String, isNamed: Bool)
  /// An empty line.
  case gap
}
