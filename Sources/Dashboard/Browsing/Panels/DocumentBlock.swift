package import Canvas
package import Records

/// A part of a text.
package enum DocumentBlock {
  /// A heading; the anchor is a record that scrolling can go to.
  case heading(String, level: Int, role: Role, anchor: Reference?)
  /// Prose of the dossier.
  case prose(Block)
  /// Prose set apart: a key message or a quotation.
  case message([Span], Role)
  /// A label and what it says.
  case field(String, [Span])
  /// A remark in faint text or, with `.caution`, a warning sign.
  case remark([Span], Role)
  /// A line of the original with its number; faint when it only stands nearby.
  case original(number: Int, text: String, isNamed: Bool)
  /// An empty line.
  case gap
}
