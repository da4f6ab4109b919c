import Interface
import Terminal

/// Looks in a talk's files for what another end shows, on a thread of its own.
struct StageSearch {
  private let source: StageSource
  // The edition that was looked for last, so that it is not looked for at each key.
  private var sought: Edition?
  private var mailbox: Mailbox<StageReading?>?

  /// A search that has not begun.
  init(_ source: StageSource) { self.source = source }

  /// Whether it is going on; what the other end says is then to wait.
  var isUnderWay: Bool { mailbox != nil }

  /// What to wait for beside the terminal; nil while it is not going on.
  var watched: WatchedDescriptor? { mailbox?.watched }

  /// Looks for an edition, once for each.
  mutating func begin(_ edition: Edition) {
    guard edition != sought else { return }
    sought = edition
    let mailbox = Mailbox<StageReading?>()
    // Where a pipe is one file too many, those of the talk are, too.
    guard mailbox.watched != nil else { return }
    self.mailbox = mailbox
    Worker.run { [source] in mailbox.put(source.read(edition)) }
  }

  /// What was found, once it is there; nil until then, and where the files say something else.
  mutating func found() -> Stage? {
    guard let result = mailbox?.take().first else { return nil }
    mailbox = nil
    return result.map { source.stage($0) }
  }
}
