import Reading
import Records
import System
import Terminal

/// A dossier's folder that is reloaded whenever it changes, while the old content is shown.
///
/// A change that causes an error does not remove what could be shown before: the last good content
/// stays, with the faults of the current folder.
struct LiveFolder {
  /// The result of a change.
  enum Change {
    /// The folder was read; the new content to show.
    case read(Reading)
    /// The folder has more errors than before: its faults with the old content, and the first new
    /// error; nil if the only problem is that nothing is left.
    case faulty(Reading, Diagnostic?)
    /// The folder cannot be read at all, for this reason.
    case lost(String)
  }

  private let folder: DossierFolder
  private var files: WatchedFiles
  private var shown: Reading
  // When to retry a failed reading, and why it failed.
  private var retry: Int?
  private var lost: String?
  /// Roughly the memory that reading takes; a large folder needs much more, which is not known in
  /// advance.
  private static let need = 16 << 20
  /// How long to wait before retrying an unreadable folder, in milliseconds.
  private static let pause = 2000

  /// Watches the folder of the shown content.
  init(_ folder: DossierFolder, _ watch: FolderWatch, shown: Reading) {
    self.folder = folder
    files = WatchedFiles([watch])
    self.shown = shown
  }

  /// The descriptors to wait for besides the terminal.
  var watched: [WatchedDescriptor] { files.watched }

  /// The maximum wait in milliseconds; nil while nothing has changed.
  var timeout: Int? { files.timeout }

  /// How long to wait before retrying a folder that could not be read, in milliseconds; nil if it
  /// could.
  var retryTimeout: Int? { retry.map { max(0, $0 - Clock.now) } }

  /// Notes that the watch has events.
  mutating func take() { files.take() }

  /// Reads the folder if a change has settled; nil if there is nothing to report.
  mutating func change() -> Change? {
    let isRetried = retry.map { $0 <= Clock.now } ?? false
    guard files.isDue() || isRetried else { return nil }
    let reading: Reading
    do {
      reading = try read()
    } catch {
      retry = Clock.now + Self.pause
      defer { lost = error.reason }
      return error.reason == lost ? nil : .lost(error.reason)
    }
    (retry, lost) = (nil, nil)
    let new = reading.diagnostics.newError(since: shown.diagnostics)
    guard !reading.dossier.isEmpty, new == nil else {
      return .faulty(Reading(dossier: shown.dossier, diagnostics: reading.diagnostics), new)
    }
    shown = reading
    return .read(reading)
  }

  private func read() throws(Failure) -> Reading {
    // A failed allocation would end the program.
    guard Memory.allows(Self.need) else { throw .failed("there is too little memory") }
    return try folder.readAll()
  }
}

extension [Diagnostic] {
  /// The first new error if there are more errors than before; otherwise nil.
  func newError(since before: [Diagnostic]) -> Diagnostic? {
    let errors = filter { $0.severity == .error }
    let known = before.filter { $0.severity == .error }
    guard errors.count > known.count else { return nil }
    return errors.first { !known.contains($0) } ?? errors.first
  }
}
