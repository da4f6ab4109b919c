import Interface
import Model
import Terminal

/// What comes from another thread while a large dossier is shown.
extension RunLoop {
  /// Starts to read and gather what is left, where that is worth a thread.
  mutating func startBackground(_ reading: Reading) {
    background?.stop()
    background = nil
    guard let folder, Background.isWorthwhile(reading) else { return }
    background = Background(reading, of: folder, library.catalogue)
  }

  /// Takes what is there now; the next frame shows it.
  mutating func takeFromBackground() {
    let results = background?.take() ?? []
    if results.isEmpty { return }
    for result in results {
      switch result {
      case .end: background = nil
      case .gathered(let gathering): library.take(gathering)
      case .read(let reading):
        live?.note(reading)
        show(reading)
        return
      }
    }
    // A list that came may be shorter than where the reader was in it.
    _ = update(&state, .resize(session.size), library)
  }
}
