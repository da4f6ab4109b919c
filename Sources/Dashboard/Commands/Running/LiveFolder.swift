import Model
import Terminal

/// A dossier's folder that is read anew whenever it changes.
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
  private let watch: FolderWatch
  private var shown: Reading
  private var settling = Settling()

  /// Watches a folder whose content is shown.
  init(_ folder: DossierFolder, _ watch: FolderWatch, shown: Reading) {
    self.folder = folder
    self.watch = watch
    self.shown = shown
  }

  /// What to wait for beside the terminal.
  var watched: WatchedDescriptor { watch.watched }

  /// How long to wait at most, in milliseconds; nil while nothing changed.
  var timeout: Int? { settling.timeout }

  /// Takes note that the watch has something to tell.
  mutating func take() {
    if watch.drain() { settling.note() }
  }

  /// Reads the folder when it is time to; nil when it is not.
  mutating func change() -> Change? {
    guard settling.isOver() else { return nil }
    let reading: Reading
    do {
      reading = try folder.readAll()
    } catch {
      return .lost(error.reason)
    }
    let new = reading.diagnostics.newError(since: shown.diagnostics)
    guard !reading.dossier.isEmpty, new == nil else {
      return .faulty(Reading(dossier: shown.dossier, diagnostics: reading.diagnostics), new)
    }
    shown = reading
    return .read(reading)
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
