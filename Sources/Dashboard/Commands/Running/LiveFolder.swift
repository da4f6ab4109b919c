import Reading
import Records
import System
import Terminal

/// A dossier's folder that is read anew whenever it changes, while what was read before is shown.
///
/// A change that makes a fault does not take away what could be shown before: the last good content
/// stays, and the faults are those of the folder as it is now.
struct LiveFolder {
  /// What a change led to.
  enum Change {
    /// The folder was read; this is to be shown.
    case read(Reading)
    /// The folder has more errors than before: its faults with the content shown before, and the
    /// first error that is new; nil where nothing but emptiness is wrong.
    case faulty(Reading, Diagnostic?)
    /// The folder cannot be read at all, for this reason.
    case lost(String)
  }

  private let folder: DossierFolder
  private var files: WatchedFiles
  private var shown: Reading
  // When to try again what could not be read, and why it could not.
  private var retry: Int?
  private var lost: String?
  /// The memory that reading takes, about: of a large folder much more, which is not known before.
  private static let need = 16 << 20
  /// How many milliseconds a folder that cannot be read is left alone.
  private static let pause = 2000

  /// Watches a folder whose content is shown.
  init(_ folder: DossierFolder, _ watch: FolderWatch, shown: Reading) {
    self.folder = folder
    files = WatchedFiles([watch])
    self.shown = shown
  }

  /// What to wait for beside the terminal.
  var watched: [WatchedDescriptor] { files.watched }

  /// How long to wait at most, in milliseconds; nil while nothing changed.
  var timeout: Int? { files.timeout }

  /// How long to wait until a folder that could not be read is tried again, in milliseconds; nil
  /// where it could.
  var retryTimeout: Int? { retry.map { max(0, $0 - Clock.now) } }

  /// Takes note that the watch has something to tell.
  mutating func take() { files.take() }

  /// Reads the folder where a change has come to rest; nil where nothing is to be said.
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
    // What Swift cannot get memory for would end the program.
    guard Memory.allows(Self.need) else { throw .failed("there is too little memory") }
    return try folder.readAll()
  }
}

extension [Diagnostic] {
  /// The first error that was not there before, where there are more errors than before; else nil.
  func newError(since before: [Diagnostic]) -> Diagnostic? {
    let errors = filter { $0.severity == .error }
    let known = before.filter { $0.severity == .error }
    guard errors.count > known.count else { return nil }
    return errors.first { !known.contains($0) } ?? errors.first
  }
}
