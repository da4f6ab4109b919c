import BuiltIn

@testable import Browsing
@testable import Canvas

/// The built-in dossier, read once for all tests.
let builtInReading = BuiltInDossier.reading()

/// A dashboard that keys are pressed on, without a terminal.
struct Driver {
  let library: Library
  var state: State
  private(set) var effects: [Effect] = []

  init(_ width: Int = 80, _ height: Int = 24, saved: SavedState = SavedState()) {
    library = Library(builtInReading)
    let size = Size(width: width, height: height)
    state = State(size: size, saved: saved)
    send(.resize(size))
  }

  mutating func send(_ message: Message) { effects += update(&state, message, library) }

  /// Presses keys by their names, separated by spaces.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      guard let key = Key(name) else { fatalError("no key \(name)") }
      send(.key(key))
    }
  }

  var canvas: Canvas { Dashboard.draw(state, library) }
  var text: String { canvas.text() }
  /// The bottom line.
  var hints: Substring { text.split(separator: "\n", omittingEmptySubsequences: true).last ?? "" }
}
