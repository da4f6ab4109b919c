import Reading
import Talk
import Terminal

/// A talk's deck and dossier that are read anew whenever they change, while the talk goes on.
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
  private var files: WatchedFiles
  private var faults: [Diagnostic]
  private var edition: Edition

  /// Watches the files of a stage.
  ///
  /// - Parameters:
  ///   - watches: Made before the files were read.
  ///   - faults: Those of the files as they were read.
  init(
    _ source: StageSource, _ watches: [FolderWatch], shown edition: Edition, faults: [Diagnostic]
  ) {
    self.source = source
    files = WatchedFiles(watches)
    self.edition = edition
    self.faults = faults
  }

  /// What to wait for beside the terminal.
  var watched: [WatchedDescriptor] { files.watched }

  /// How long to wait at most, in milliseconds; nil while nothing changed.
  var timeout: Int? { files.timeout }

  /// Takes note that something may have changed.
  mutating func take() { files.take() }

  /// Reads the files where a change has come to rest; nil where they say what they said.
  mutating func change() -> Change? {
    guard files.isDue() else { return nil }
    do {
      let read = try source.read()
      if let fault = read.faults.newError(since: faults) {
        return .kept("\(fault.shortPlace): \(fault.message)")
      }
      faults = read.faults
      guard read.edition != edition else { return nil }
      edition = read.edition
      return .read(source.stage(read))
    } catch {
      return .kept(error.reason)
    }
  }
}
