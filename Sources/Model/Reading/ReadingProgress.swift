/// How far the reading of a folder is, told to whoever waits for it.
struct ReadingProgress {
  private var files = 0
  private var total = 0
  private var rows = 0
  private let tell: (Int, Int) -> Void

  /// Rows are told of so seldom that counting them costs nothing.
  private static let step = 4096

  /// The progress of a reading that nobody waits for.
  init() { tell = { _, _ in } }

  /// The progress of a reading that has not begun.
  ///
  /// - Parameter tell: Is called with the count of the files read and that of all.
  init(_ tell: @escaping (Int, Int) -> Void) { self.tell = tell }

  /// Notes how many files there are.
  mutating func begin(_ total: Int) { self.total = total }

  /// Notes that a file is read.
  mutating func tellOfFile() {
    files += 1
    tell(min(files, total), total)
  }

  /// Notes that a row of a table is read: one table may have a million.
  mutating func tellOfRow() {
    rows += 1
    if rows % Self.step == 0 { tell(min(files, total), total) }
  }
}
