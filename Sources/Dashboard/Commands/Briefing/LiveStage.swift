import Interface
import Model
import Terminal

/// A talk's deck and dossier that are read anew whenever they change.
///
/// A change that makes a fault does not take away what could be shown before.
struct LiveStage {
  /// What a change led to.
  enum Change {
    /// This is to be shown.
    case read(Stage)
    /// What was shown stays, for this reason.
    case kept(String)
  }

  private let source: StageSource
  private let watches: [FolderWatch]
  private var faults: [Diagnostic]
  private var edition: Edition
  private var settling = Settling()

  /// Watches the files of a stage.
  ///
  /// - Parameters:
  ///   - watches: Made before the files were read.
  ///   - faults: Those of the files as they were read.
  init(
    _ source: StageSource, _ watches: [FolderWatch], shown edition: Edition, faults: [Diagnostic]
  ) {
    self.source = source
    self.watches = watches
    self.edition = edition
    self.faults = faults
  }

  /// What to wait for beside the terminal.
  var watched: [WatchedDescriptor] { watches.map(\.watched) }

  /// How long to wait at most, in milliseconds; nil while nothing changed.
  var timeout: Int? { settling.timeout }

  /// Takes note that something may have changed.
  mutating func take() {
    // Each is emptied, or the next wait would end at once.
    let hasChanged = watches.map { $0.drain() }
    if hasChanged.contains(true) { settling.note() }
  }

  /// Reads the files when it is time to; nil when it is not, and where they say what they said.
  mutating func change() -> Change? {
    guard settling.isOver() else { return nil }
    do {
      let (stage, new) = try source.read()
      if let fault = new.newError(since: faults) {
        return .kept("\(fault.shortPlace): \(fault.message)")
      }
      faults = new
      guard stage.edition != edition else { return nil }
      edition = stage.edition
      return .read(stage)
    } catch {
      return .kept(error.reason)
    }
  }
}
