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
  // When the first change came that was not read yet, and when to read.
  private var first: ContinuousClock.Instant?
  private var due: ContinuousClock.Instant?

  /// How long nothing may change before the folder is read: an editor writes a file in steps.
  private static let quiet = Duration.milliseconds(15)
  /// How long it may wait when the changes do not end.
  private static let most = Duration.milliseconds(60)

  /// Watches a folder whose content is shown.
  init(_ folder: DossierFolder, _ watch: FolderWatch, shown: Reading) {
    self.folder = folder
    self.watch = watch
    self.shown = shown
  }

  /// What to wait for beside the terminal.
  var watched: WatchedDescriptor { watch.watched }

  /// How long to wait at most, in milliseconds; nil while nothing changed.
  var timeout: Int? {
    due.map { max(0, Int((ContinuousClock.now.duration(to: $0) / .milliseconds(1)).rounded(.up))) }
  }

  /// Takes note that the watch has something to tell.
  mutating func take() {
    guard watch.drain() else { return }
    let now = ContinuousClock.now
    first = first ?? now
    due = min((first ?? now) + Self.most, now + Self.quiet)
  }

  /// Reads the folder when it is time to; nil when it is not.
  mutating func change() -> Change? {
    guard let due, due <= .now else { return nil }
    self.due = nil
    first = nil
    let reading: Reading
    do {
      reading = try folder.readAll()
    } catch {
      return .lost(error.reason)
    }
    let errors = reading.diagnostics.filter { $0.severity == .error }
    let known = shown.diagnostics.filter { $0.severity == .error }
    guard !reading.dossier.isEmpty, errors.count <= known.count else {
      let new = errors.first { !known.contains($0) } ?? errors.first
      return .faulty(Reading(dossier: shown.dossier, diagnostics: reading.diagnostics), new)
    }
    shown = reading
    return .read(reading)
  }
}
