import Glibc
import Interface
import Model
import Terminal

/// The dashboard while it runs: events in, frames and effects out.
///
/// Nothing happens between events: there is no clock, and no byte is sent.
struct RunLoop {
  let session: Session
  let library: Library
  private let file: StateFile?
  private var state: State
  /// What was typed and not taken yet: a talk that a key opens takes the keys behind it.
  var unread: [SessionEvent] = []

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

  /// Whether anything is kept between runs.
  var keepsState: Bool { file != nil }

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
      unread = session.nextEvents(timeout: nil)
      while !unread.isEmpty {
        if let ending = take(unread.removeFirst()) {
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
      var ending: Ending?
      for effect in update(&state, Message(input), library) {
        ending = perform(effect) ?? ending
      }
      return ending
    case .resumed:
      session.redraw()
      return nil
    case .lineReady, .watchedReady: return nil
    case .interrupted(let signal): return interrupt(signal)
    }
  }

  private func interrupt(_ signal: Int32) -> Ending {
    // The terminal goes first: the disk may be slow, and whoever asked may not wait.
    session.stop()
    file?.write(state.saved.text)
    return .interrupted(signal: signal)
  }

  /// Does what `update` asked for; how the dashboard ends where it is to.
  private mutating func perform(_ effect: Effect) -> Ending? {
    switch effect {
    case .copy(let text):
      if !session.copy(text) {
        _ = update(&state, .notice("Too long for the terminal's clipboard."), library)
      }
    case .save(let saved): file?.write(saved.text)
    case .setMouse(let isOn): session.setMouse(isOn)
    case .redraw: session.redraw()
    case .quit: return .left
    case .present(let reference):
      if case .interrupted(let signal)? = present(from: reference) { return interrupt(signal) }
      _ = update(&state, .resize(session.size), library)
    }
    return nil
  }
}
