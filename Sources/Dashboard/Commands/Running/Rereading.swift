import Terminal

/// Files that are read anew whenever they change, on a thread of its own: keys go on meanwhile.
///
/// One reading is under way at a time. Of all changes that come during it, one more follows.
struct Rereading<Content: Sendable> {
  private let watches: [FolderWatch]
  private let read: @Sendable () -> Content
  private var settling = Settling()
  // Where the reading that is under way leaves what it read.
  private var mailbox: Mailbox<Content>?

  /// Watches files.
  ///
  /// - Parameters:
  ///   - watches: Made before the files were read that are shown.
  ///   - read: Reads all of them; on any thread.
  init(_ watches: [FolderWatch], read: @escaping @Sendable () -> Content) {
    self.watches = watches
    self.read = read
  }

  /// What to wait for beside the terminal.
  var watched: [WatchedDescriptor] {
    watches.map(\.watched) + [mailbox?.watched].compactMap(\.self)
  }

  /// How long to wait at most, in milliseconds; nil while nothing changed, and during a reading.
  var timeout: Int? { mailbox == nil ? settling.timeout : nil }

  /// Takes note that something may have changed.
  mutating func take() {
    // Each is emptied, or the next wait would end at once.
    let hasChanged = watches.map { $0.drain() }
    if hasChanged.contains(true) { settling.note() }
  }

  /// What was read, once it is there; nil until then, and where nothing changed.
  ///
  /// - Parameters:
  ///   - isDue: Whether to read although nothing changed.
  ///   - isAwaited: Whether to read at once and return with what was read.
  mutating func content(isDue: Bool = false, isAwaited: Bool = false) -> Content? {
    if let mailbox {
      guard let content = mailbox.take().first else { return nil }
      self.mailbox = nil
      return content
    }
    let isOver = settling.isOver()
    guard isOver || isDue else { return nil }
    let mailbox = Mailbox<Content>()
    // Without a descriptor for it nobody would hear of the end.
    guard !isAwaited, mailbox.watched != nil else { return read() }
    self.mailbox = mailbox
    Worker.run { [read] in
      mailbox.put(read())
    }
    return nil
  }
}
