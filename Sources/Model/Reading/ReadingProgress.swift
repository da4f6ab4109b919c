/// How much of a folder has been read, reported to a function.
struct ReadingProgress {
  private var files = 0
  private var total = 0
  private var rows = 0
  private let tell: (Int, Int) -> Void

  /// Rows are reported so rarely that counting them costs nothing.
  private static let step = 4096

  /// A progress that is not reported.
  init() { tell = { _, _ in } }

  /// The progress of a reading that has not started.
  ///
  /// - Parameter tell: Called with the number of files read and the number of all files.
  init(_ tell: @escaping (Int, Int) -> Void) { self.tell = tell }

  /// Notes how many files there are.
  mutating func begin(_ total: Int) { self.total = total }

  /// Notes that a file has been read.
  mutating func tellOfFile() {
    files += 1
    tell(min(files, total), total)
  }

  /// Notes that a row of a table has been read; one table may have a million rows.
  mutating func tellOfRow() {
    rows += 1
    if rows % Self.step == 0 { tell(min(files, total), total) }
  }
}
