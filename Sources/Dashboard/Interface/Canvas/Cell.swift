/// What stands in a cell: one character, or the right half of a wide one.
///
/// Most characters are one Unicode scalar and are held in place; a character
/// of several scalars is held in its canvas's table of clusters.
public struct Glyph: Hashable, Sendable {
  /// A scalar value, or the index of a cluster with the top bit set.
  var raw: UInt32

  init(raw: UInt32) { self.raw = raw }

  /// The character of one scalar.
  public init(_ scalar: Unicode.Scalar) { raw = scalar.value }

  /// An empty cell.
  public static let space = Glyph(" ")
  /// The right half of the wide character in the cell to the left.
  public static let continuation = Glyph(raw: 0x7fff_ffff)

  static let clusterBit: UInt32 = 0x8000_0000

  /// The scalar, or nil for a cluster or a continuation.
  public var scalar: Unicode.Scalar? {
    raw & Self.clusterBit == 0 ? Unicode.Scalar(raw) : nil
  }
}

/// One cell of a canvas.
public struct Cell: Hashable, Sendable {
  /// What stands in it.
  public var glyph: Glyph
  /// How it looks.
  public var style: Style

  /// A cell; an empty one of running text when nothing is said.
  public init(_ glyph: Glyph = .space, _ style: Style = .text) {
    self.glyph = glyph
    self.style = style
  }
}
