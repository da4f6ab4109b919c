import Glibc
import Interface
import Model
import Terminal

/// The dashboard while it runs: events in, frames and effects out.
///
/// Nothing happens between events: there is no clock, and no byte is sent.
struct RunLoop {
  private let session: Session
  private let library: Library
  private let file: StateFile?
  private var state: State

  /// A dashboard in a session, at the place where the reader was.
  ///
  /// - Parameter file: Where bookmarks and the last place are kept; nil keeps nothing.
  init(_ session: Session, _ library: Library, file: StateFile?, isMouseOn: Bool) {
    self.session = session
    self.library = library
    self.file = file
    state = State(size: session.size, saved: SavedState(file?.read() ?? ""))
    state.isMouseOn = isMouseOn
    if isMouseOn { session.setMouse(true) }
    // The last place may be a record that is gone.
    _ = update(&state, .resize(session.size), library)
  }

  /// How a dashboard ended.
  enum Ending {
    /// The reader left it.
    case left
    /// A signal asked it to end, or its terminal has gone.
    case interrupted(signal: Int32)
  }

  /// Shows the dashboard until it ends, and gives the terminal back.
  mutating func run() -> Ending {
    session.draw(Dashboard.draw(state, library))
    while true {
      // Everything that is waiting is taken before one frame is drawn.
      for event in session.nextEvents(timeout: nil) {
        if let ending = take(event) {
          session.stop()
          return ending
        }
      }
      session.draw(Dashboard.draw(state, library))
    }
  }

  private mutating func take(_ event: SessionEvent) -> Ending? {
    switch event {
    case .input(let input):
      var isLeft = false
      for effect in update(&state, Message(input), library) {
        if perform(effect) { isLeft = true }
      }
      return isLeft ? .left : nil
    case .resumed:
      session.redraw()
      return nil
    case .lineReady, .watchedReady: return nil
    case .interrupted(let signal):
      // The terminal goes first: the disk may be slow, and whoever asked may not wait.
      session.stop()
      file?.write(state.saved.text)
      return .interrupted(signal: signal)
    }
  }

  /// Does what `update` asked for; true when the dashboard is to end.
  private mutating func perform(_ effect: Effect) -> Bool {
    switch effect {
    case .copy(let text):
      if !session.copy(text) {
        _ = update(&state, .notice("Too long for the terminal's clipboard."), library)
      }
    case .save(let saved): file?.write(saved.text)
    case .setMouse(let isOn): session.setMouse(isOn)
    case .redraw: session.redraw()
    case .quit: return true
    }
    return false
  }
}
