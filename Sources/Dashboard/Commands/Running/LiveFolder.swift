import Model
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

  private var rereading: Rereading<Result<Reading, Failure>>
  private var shown: Reading
  // When to try again what could not be read, and why it could not.
  private var retry: ContinuousClock.Instant?
  private var lost: String?
  /// The memory that reading takes, about: of a large folder much more, which is not known before.
  private static let need = 16 << 20
  /// How long a folder that cannot be read is left alone.
  private static let pause = Duration.seconds(2)

  /// Watches a folder whose content is shown.
  init(_ folder: DossierFolder, _ watch: FolderWatch, shown: Reading) {
    rereading = Rereading([watch]) {
      Result { () throws(Failure) in
        // What Swift cannot get memory for would end the program.
        guard Memory.allows(Self.need) else { throw .failed("there is too little memory") }
        return try folder.readAll()
      }
    }
    self.shown = shown
  }

  /// Takes note of what is shown, where it was read elsewhere.
  mutating func note(_ reading: Reading) { shown = reading }

  /// What to wait for beside the terminal.
  var watched: [WatchedDescriptor] { rereading.watched }

  /// How long to wait at most, in milliseconds; nil while nothing changed, and during a reading.
  var timeout: Int? { rereading.timeout }

  /// How long to wait until a folder that could not be read is tried again, in milliseconds; nil
  /// where it could.
  var retryTimeout: Int? {
    retry.map {
      max(0, Int((ContinuousClock.now.duration(to: $0) / .milliseconds(1)).rounded(.up)))
    }
  }

  /// Takes note that the watch has something to tell.
  mutating func take() { rereading.take() }

  /// What a change has led to, once the folder was read; nil until then, and without a change.
  ///
  /// - Parameter isAwaited: Whether to read at once and return with what was read.
  mutating func change(isAwaited: Bool = false) -> Change? {
    let isDue = retry.map { $0 <= .now } ?? false
    if isDue { retry = nil }
    let reading: Reading
    switch rereading.content(isDue: isDue, isAwaited: isAwaited) {
    case nil: return nil
    case .success(let read)?: reading = read
    case .failure(let failure)?:
      retry = .now + Self.pause
      defer { lost = failure.reason }
      return failure.reason == lost ? nil : .lost(failure.reason)
    }
    (retry, lost) = (nil, nil)
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
