/// The content of a cell: one character, or the right half of a wide one.
///
/// Most characters are one Unicode scalar and are stored directly; a character of several scalars
/// is stored in its canvas's table of clusters.
package struct Glyph: Hashable, Sendable {
  /// A scalar value, or the index of a cluster with the top bit set.
  var raw: UInt32

  init(raw: UInt32) { self.raw = raw }

  /// The character of one scalar.
  package init(_ scalar: Unicode.Scalar) { raw = scalar.value }

  /// An empty cell.
  package static let space = Glyph(" ")
  /// The right half of the wide character in the cell to the left.
  package static let continuation = Glyph(raw: 0x7fff_ffff)

  static let clusterBit: UInt32 = 0x8000_0000

  /// The scalar, or nil for a cluster or a continuation.
  package var scalar: Unicode.Scalar? {
    raw & Self.clusterBit == 0 ? Unicode.Scalar(raw) : nil
  }
}

/// One cell of a canvas.
package struct Cell: Hashable, Sendable {
  /// Its content.
  package var glyph: Glyph
  /// How it looks.
  package var style: Style

  /// A cell; by default an empty one of running text.
  package init(_ glyph: Glyph = .space, _ style: Style = .text) {
    self.glyph = glyph
    self.style = style
  }
}
