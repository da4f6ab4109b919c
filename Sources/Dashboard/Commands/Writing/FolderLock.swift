import Glibc
import System

/// Keeps other copies of the program from changing a dossier's folder at the same time.
///
/// The lock is on the folder itself, so it leaves no file behind, and the system ends it with the
/// program. It does not keep an editor from saving.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// How long another program may hold the lock, in milliseconds.
  private static let patience = 5000

  /// Takes the lock of a folder, waiting for another program to give it back.
  init(_ folder: String) throws(Failure) {
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else {
      throw .failed("cannot open '\(folder)': \(SystemError.last.reason)")
    }
    let end = Clock.now + Self.patience
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      let error = SystemError.last
      let isHeld = error.code == EWOULDBLOCK || error.code == EINTR
      if isHeld, Clock.now < end {
        usleep(20_000)
        continue
      }
      close(opened)
      throw .failed(
        isHeld
          ? "another program is changing '\(folder)'; try again"
          : "cannot lock '\(folder)': \(error.reason)")
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
