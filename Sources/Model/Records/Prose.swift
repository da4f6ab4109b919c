/// A run of text with one appearance and at most one target.
package struct Span: Hashable, Sendable {
  /// The text, free of control characters and line ends.
  package var text: String
  /// Its emphasis.
  package var emphasis: Emphasis
  /// Where it leads.
  package var target: Target?

  /// A run of text, plain by default.
  package init(_ text: String, _ emphasis: Emphasis = [], target: Target? = nil) {
    self.text = text
    self.emphasis = emphasis
    self.target = target
  }
}

/// How a run of text is emphasised.
package struct Emphasis: OptionSet, Hashable, Sendable {
  /// The bits, one for each way.
  package var rawValue: UInt8
  /// A set of the given bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Emphasis: italic or underlined.
  package static let stressed = Emphasis(rawValue: 1)
  /// Strong emphasis: bold.
  package static let strong = Emphasis(rawValue: 2)
  /// Literal text.
  package static let code = Emphasis(rawValue: 4)
  /// The end of a line that its author wants; the text is a space, for whoever shows one line.
  package static let lineBreak = Emphasis(rawValue: 8)
}

/// Where a run of text leads.
package enum Target: Hashable, Sendable {
  /// A record of the same dossier.
  case record(Reference)
  /// A web address, shown and copied but never opened.
  case address(String)
}

/// A block of prose.
package indirect enum Block: Hashable, Sendable {
  /// A paragraph.
  case paragraph([Span])
  /// A list; `start` is the first number of an ordered one, nil for bullets.
  case list(start: Int?, items: [[Block]])
  /// A quotation.
  case quote([Block])
  /// A table: the heading's cells, the rows' cells, and where the cells of each column stand.
  case table(header: [[Span]], rows: [[[Span]]], alignments: [CellAlignment] = [])
  /// Literal text, line by line.
  case code([String])
}

/// Where the cells of a table's column stand.
package enum CellAlignment: Hashable, Sendable {
  /// Wherever their content suggests.
  case natural
  case left, right, center
}

extension Span {
  /// The end of a line inside a paragraph.
  package static let lineBreak = Span(" ", .lineBreak)
  /// Whether it is the end of a line.
  package var isLineBreak: Bool { emphasis.contains(.lineBreak) }
}

extension [Span] {
  /// The lines that the author wants, without their ends; mostly one.
  package var authoredLines: [[Span]] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isLineBreak).map(Array.init)
  }

  /// The text without styles.
  package var plainText: String {
    count == 1 ? self[0].text : reduce(into: "") { $0 += $1.text }
  }
}

extension Block {
  /// Every run of text in the block, in reading order, with the runs of each paragraph together.
  package var paragraphs: [[Span]] {
    switch self {
    case .paragraph(let spans): [spans]
    case .list(_, let items): items.flatMap { $0.flatMap(\.paragraphs) }
    case .quote(let blocks): blocks.flatMap(\.paragraphs)
    case .table(let header, let rows, _): header + rows.flatMap { $0 }
    case .code(let lines): lines.map { [Span($0, .code)] }
    }
  }
}
