import Reading
import Talk
import Terminal

/// A talk's deck and dossier, reloaded whenever they change while the talk goes on.
///
/// A change that causes an error does not remove what could be shown before.
struct LiveStage {
  /// The result of a change.
  enum Change {
    /// The new content to show.
    case read(Stage)
    /// The files are again what is shown.
    case mended
    /// The old content stays, for this reason.
    case kept(String)
  }

  private let source: StageSource
  private var files: WatchedFiles
  private var faults: [Diagnostic]
  private var edition: Edition
  /// Whether the last files that were read had an error.
  private var isFaulty = false

  /// Watches the files of a stage.
  ///
  /// - Parameters:
  ///   - watches: Must be made before the files are read.
  ///   - faults: The faults of the loaded files.
  init(
    _ source: StageSource, _ watches: [FolderWatch], shown edition: Edition, faults: [Diagnostic]
  ) {
    self.source = source
    files = WatchedFiles(watches)
    self.edition = edition
    self.faults = faults
  }

  /// The descriptors to wait for besides the terminal.
  var watched: [WatchedDescriptor] { files.watched }

  /// The maximum wait in milliseconds; nil while nothing has changed.
  var timeout: Int? { files.timeout }

  /// Notes that something may have changed.
  mutating func take() { files.take() }

  /// Reads the files if a change has settled; nil if their content is the same.
  mutating func change() -> Change? {
    guard files.isDue() else { return nil }
    do {
      let read = try source.read()
      if let fault = read.faults.newError(since: faults) {
        isFaulty = true
        return .kept("\(fault.shortPlace): \(fault.message)")
      }
      faults = read.faults
      defer { isFaulty = false }
      guard read.edition != edition else { return isFaulty ? .mended : nil }
      edition = read.edition
      return .read(source.stage(read))
    } catch {
      isFaulty = true
      return .kept(error.reason)
    }
  }
}
