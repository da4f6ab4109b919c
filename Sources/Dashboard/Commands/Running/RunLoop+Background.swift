import Interface
import Model
import Terminal

/// What comes from another thread while a large dossier is shown.
extension RunLoop {
  /// Starts to read and gather what is left, where that is worth a thread.
  ///
  /// - Parameter remains: What was shown before, to be freed.
  mutating func startBackground(_ reading: Reading, after remains: Remains? = nil) {
    background?.stop()
    background = nil
    guard let folder, Background.isWorthwhile(reading) else {
      if let remains { Worker.run { remains.free() } }
      return
    }
    background = Background(reading, of: folder, library.catalogue, after: remains)
  }

  /// Takes what is there now; the next frame shows it.
  mutating func takeFromBackground() {
    let results = background?.take() ?? []
    if results.isEmpty { return }
    for result in results {
      switch result {
      case .end: background = nil
      case .read(let reading):
        live?.note(reading)
        show(reading)
        return
      }
    }
    // A list that came may be shorter than where the reader was in it.
    settle(&state, library)
  }
}
