import Browsing
import Canvas
import Charts
import Glibc
import Query
import Reading
import Terminal

/// What the settings make of a terminal.
extension Settings {
  /// Puts them into the environment, where the session, ncurses and the C library look for them.
  func apply() {
    if ascii.value { setenv("LC_ALL", "C", 1) }
    switch color.value {
    case .never: setenv("NO_COLOR", "1", 1)
    case .always: unsetenv("NO_COLOR")
    case .auto: break
    }
  }

  /// Takes the terminal for a command that makes no sense without one.
  ///
  /// What is wrong with the configuration is told before, so that it stands on the terminal again
  /// when the screen is given back.
  func session() throws(Failure) -> Session {
    guard Console.variable("TERM") != "dumb" else {
      throw .failed("the terminal \"dumb\" cannot show slides (is TERM set rightly?)")
    }
    if let notice { Output.complain("dossier: \(notice)\n") }
    apply()
    do {
      return try Session(theme: theme.value, escapeDelay: escdelay.value)
    } catch {
      throw .failed(error.description)
    }
  }

  /// The signs that the terminal's locale can show, and the cells that are asked for.
  func glyphs(on session: Session) -> Glyphs {
    var signs = Glyphs.suiting(session.charset, terminal: Console.variable("TERM") ?? "")
    guard session.charset == .unicode else { return signs }
    if session.knows(GlyphSet.octant.scalar(4)) { signs = signs.offering(.octant) }
    guard glyphs.origin != .standard else { return signs }
    let set = glyphs.value
    // ncurses leaves out what the C library does not know: Octants came with Unicode 16.
    return session.knows(set.scalar(4)) || set.isASCII ? signs.drawing(set) : signs
  }

  /// What is shown of a reading, with the user's keys and themes.
  func library(
    _ reading: Reading, original: @autoclosure @escaping () -> OriginalText? = nil,
    _ glyphs: Glyphs
  ) -> Library {
    Library(
      reading, original: original(),
      preferences: Preferences(
        glyphs: glyphs, keys: configuration.keys, talkKeys: configuration.talkKeys,
        themes: configuration.allThemes))
  }
}
