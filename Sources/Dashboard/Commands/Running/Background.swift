import Glibc
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
  // A pipe that holds a byte for each result.
  private var ends: [Int32] = [-1, -1]
  private let lock = Lock()
  private var results: [Result] = []
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
  /// Where no thread can be had, everything is done at once.
  init(_ reading: Reading, of folder: DossierFolder, _ catalogue: Catalogue) {
    self.reading = reading
    self.folder = folder
    self.catalogue = catalogue
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    // Signals are for the thread that waits for keys.
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    let box = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Background>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
      }, box.toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    if code == 0 {
      pthread_detach(thread)
    } else {
      box.release()
      work()
    }
  }

  deinit { for end in ends where end >= 0 { close(end) } }

  /// What to wait for beside the terminal.
  var watched: WatchedDescriptor { WatchedDescriptor(ends[0], events: Int16(POLLIN)) }

  /// What is there since the last call.
  func take() -> [Result] {
    var bytes = [UInt8](repeating: 0, count: 16)
    _ = read(ends[0], &bytes, bytes.count)
    return lock.hold {
      defer { results = [] }
      return results
    }
  }

  /// Ends the work after the step that is under way: nobody wants its results any more.
  func stop() { lock.hold { isOver = true } }

  private func work() {
    if !reading.readRest() {
      let whole = try? folder.readAll()
      // A folder that is gone meanwhile is the watch's business.
      return tell(whole.map { .read($0) } ?? .end)
    }
    for kind in Gathering.Kind.allCases where !lock.hold({ isOver }) {
      tell(.gathered(Gathering(kind, from: catalogue)))
    }
    tell(.end)
  }

  private func tell(_ result: Result) {
    lock.hold { results.append(result) }
    _ = write(ends[1], [1], 1)
  }
}
