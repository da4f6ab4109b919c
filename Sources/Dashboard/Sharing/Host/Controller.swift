/// The connection of a presenter or a console.
struct Controller {
  let descriptor: Int32
  /// Whether it is the presenter, of whom there is one at most.
  let isPresenter: Bool
  var reader: LineReader
  var outbox = Outbox()
  /// The last revision that was sent; -1 before the first.
  var toldRevision = -1
  /// The last report on followers that was sent; 0 before the first.
  var toldReport = 0
  var isGone = false

  /// How many requests are answered before it is the others' turn.
  static let turn = 64

  init(descriptor: Int32, reader: LineReader, isPresenter: Bool) {
    self.descriptor = descriptor
    self.isPresenter = isPresenter
    self.reader = reader
    self.reader.limit = WireLimit.line
  }
}
