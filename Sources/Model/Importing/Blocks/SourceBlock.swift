/// A piece of a published report: a heading, a paragraph, an item of a list, a table or a note.
///
/// Every reader makes these, whatever the format, and everything after the readers sees only these.
package struct SourceBlock: Hashable, Sendable {
  /// What a block is.
  package enum Kind: Hashable, Sendable {
    /// A heading; 1 is the highest level.
    case heading(level: Int)
    /// A paragraph.
    case paragraph
    /// An item of a list; a further paragraph of the same item has no marker.
    case item(depth: Int, marker: String)
    /// A table; the first row is its heading.
    case table([[String]])
    /// The text of a note.
    case note(number: Int)
    /// A line of the table of contents.
    case contents
  }

  /// What the block is.
  package var kind: Kind
  /// Its text on one line; the mark of a note is written `[^1]`.
  package var text: String
  /// Its lines in the report's plain text, counted from 1.
  package var lines: ClosedRange<Int>
  /// The page that it starts on, as printed where that is known.
  package var page: Int?
  /// Whether all of it is printed bold.
  package var isStrong: Bool

  /// A block.
  package init(
    _ kind: Kind, _ text: String, lines: ClosedRange<Int>, page: Int? = nil, isStrong: Bool = false
  ) {
    self.kind = kind
    self.text = text
    self.lines = lines
    self.page = page
    self.isStrong = isStrong
  }

  /// The level of a heading; nil for any other block.
  package var level: Int? { if case .heading(let level) = kind { level } else { nil } }

  /// The depth and marker of a list's item; nil for any other block.
  var item: (depth: Int, marker: String)? {
    if case .item(let depth, let marker) = kind { (depth, marker) } else { nil }
  }

  /// Whether it is running text: a paragraph or an item.
  var isProse: Bool {
    switch kind {
    case .paragraph, .item: true
    default: false
    }
  }
}
