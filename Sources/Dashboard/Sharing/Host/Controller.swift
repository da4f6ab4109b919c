/// A connection of somebody who presents.
struct Controller {
  let descriptor: Int32
  /// Whether it is the one who presents, of whom there is one at most.
  let isPresenter: Bool
  var reader: LineReader
  var outbox = Outbox()
  /// The revision that was told last; -1 before any.
  var toldRevision = -1
  /// The report on followers that was told last; 0 before any.
  var toldReport = 0
  var isGone = false

  /// How many requests are answered before others have their turn.
  static let turn = 64

  init(descriptor: Int32, reader: LineReader, isPresenter: Bool) {
    self.descriptor = descriptor
    self.isPresenter = isPresenter
    self.reader = reader
    self.reader.limit = WireLimit.line
  }
}
