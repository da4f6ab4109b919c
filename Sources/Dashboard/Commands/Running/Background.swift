import Interface
import Model
import Terminal

/// What is read and gathered of a large dossier on another thread, while it is shown already.
///
/// First the prose that was left for later; where that has a fault, the folder is read in full, so
/// that its faults are told as ever, and nothing else follows. Then what lists and searches need of
/// all texts.
final class Background: @unchecked Sendable {
  /// Something that is there now.
  enum Result: Sendable {
    /// There is nothing more to come.
    case end
    /// The folder was read in full, with its faults.
    case read(Reading)
    case gathered(Gathering)
  }

  private let reading: Reading
  private let folder: DossierFolder
  private let catalogue: Catalogue
  private let remains: Remains?
  private let mailbox = Mailbox<Result>()
  private let lock = Lock()
  private var isOver = false

  /// The records from which on gathering takes longer than a key may.
  private static let leastRecords = 1500

  /// Whether a reading is so large that it is worth a thread.
  static func isWorthwhile(_ reading: Reading) -> Bool {
    let dossier = reading.dossier
    return !reading.isWhole
      || dossier.recommendations.count + dossier.indicators.count >= leastRecords
  }

  /// Starts to work on a reading.
  ///
  /// Where no thread can be had, or no descriptor to tell of its results, everything is done at once.
  ///
  /// - Parameter remains: What was shown before, to be freed first, so that its memory is used again.
  init(
    _ reading: Reading, of folder: DossierFolder, _ catalogue: Catalogue, after remains: Remains?
  ) {
    self.reading = reading
    self.folder = folder
    self.catalogue = catalogue
    self.remains = remains
    if mailbox.watched == nil { work() } else { Worker.run { self.work() } }
  }

  /// What to wait for beside the terminal.
  var watched: WatchedDescriptor? { mailbox.watched }

  /// What is there since the last call.
  func take() -> [Result] { mailbox.take() }

  /// Ends the work after the step that is under way: nobody wants its results any more.
  func stop() { lock.hold { isOver = true } }

  private func work() {
    remains?.free()
    if !reading.readRest() {
      let whole = try? folder.readAll()
      // A folder that is gone meanwhile is the watch's business.
      return mailbox.put(whole.map { .read($0) } ?? .end)
    }
    for kind in Gathering.Kind.allCases where !lock.hold({ isOver }) {
      mailbox.put(.gathered(Gathering(kind, from: catalogue)))
    }
    mailbox.put(.end)
  }
}
