import Interface

/// Sends what differs between two pictures, by the shortest of some ways.
///
/// Rows are sent from the top, each from the left; they are scrolled where that is shorter, and some
/// cells get a layer of their own.
struct FrameDifference {
  private let shown: TerminalPicture
  private let wanted: TerminalPicture
  private var rows: [FrameRow]
  /// Where the cursor is to be in the end; nil where that does not matter.
  private let cursor: Point?

  /// Frames up to so many bytes get no layers.
  private static let shortFrame = 150

  /// What is to be sent where one picture is shown and another is wanted.
  init(from shown: TerminalPicture, to wanted: TerminalPicture, cursor: Point?) {
    self.shown = shown
    self.wanted = wanted
    self.cursor = cursor
    rows = (0..<wanted.size.height).compactMap { FrameRow(wanted, $0, over: shown) }
  }

  /// Sends it.
  func write(to writer: inout FrameWriter) {
    var (start, difference) = (writer, self)
    guard var best = written(by: start) else { return }
    if writer.skills.scrolls, let shift = RowShift(from: shown, to: wanted) {
      var scrolled = start
      scrolled.scroll(shift)
      var moved = shown
      moved.scroll(shift.rows, by: shift.count, .plain)
      let rest = FrameDifference(from: moved, to: wanted, cursor: cursor)
      if let other = rest.written(by: scrolled, below: best.bytes.count) {
        (start, difference, best) = (scrolled, rest, other)
      }
    }
    if best.bytes.count - writer.bytes.count > Self.shortFrame {
      difference.improve(&best, from: start)
    }
    writer = best
  }

  /// Gives layers of their own to what makes the frame shorter so, one after the other.
  private mutating func improve(_ best: inout FrameWriter, from start: FrameWriter) {
    let candidates = FrameLayer.candidates(rows)
    for index in rows.indices { rows[index].divide(into: candidates) }
    var layers: [UInt32] = []
    for index in candidates.indices {
      let layer: UInt32 = 1 << UInt32(index)
      if let other = written(by: start, layers + [layer], below: best.bytes.count) {
        best = other
        layers.append(layer)
      }
    }
  }

  /// A writer after it has sent all rows, and then the rows of each layer.
  ///
  /// - Parameters:
  ///   - layers: The bits of the layers.
  ///   - limit: How many bytes are too many.
  /// - Returns: Nil where there would be too many.
  private func written(
    by writer: FrameWriter, _ layers: [UInt32] = [], below limit: Int = .max
  ) -> FrameWriter? {
    var writer = writer
    let gap = writer.skills.erasesCells || writer.repeats ? wanted.size.width : 6
    var others = layers.reduce(0, |)
    for layer in [0] + layers {
      if layer == layers.first { others = 0 }
      for row in rows {
        for columns in row.differences(in: layer, without: others, gap: gap) {
          writer.write(columns, row)
        }
        if writer.bytes.count >= limit { return nil }
      }
      others |= layer
    }
    if let cursor { writer.move(cursor.x, cursor.y) }
    return writer.bytes.count < limit ? writer : nil
  }
}
