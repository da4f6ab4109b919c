import Glibc
import Interface
import Terminal

/// The options of commands that take the whole screen.
enum ScreenOptions {
  /// Draws with ASCII alone.
  static let ascii = OptionSpec("ascii", "draw with ASCII characters only")
  /// Whether to use colours.
  static let color = OptionSpec(
    "color", .choice(["auto", "always", "never"]), "colours of the terminal")
  /// What charts are drawn with.
  static let glyphs = OptionSpec(
    "glyphs", .choice(GlyphSet.allCases.map(\.rawValue)),
    "what charts are drawn with, where the locale knows it; braille")

  /// How long a key's sequence may pause.
  static let escapeDelay = OptionSpec(
    "escdelay", .number(0...Session.escapeDelayLimit),
    "milliseconds to wait behind Escape for the rest of a key; 25, more on a slow line")

  /// The colours to draw with.
  static let theme = OptionSpec(
    "theme", .choice(ThemeDefinition.builtIn.map(\.name)),
    "the colours; those of the terminal itself if left out")

  /// The theme that is asked for.
  static func theme(_ arguments: Arguments) -> ThemeDefinition {
    let name = arguments.value("theme")
    return ThemeDefinition.builtIn.first { $0.name == name } ?? .terminal
  }

  /// Puts options into the environment, where the session and ncurses look for them.
  static func apply(_ arguments: Arguments) {
    if arguments.has("ascii") { setenv("LC_ALL", "C", 1) }
    if let delay = arguments.number("escdelay") { setenv("ESCDELAY", String(delay), 1) }
    switch arguments.value("color") {
    case "never": setenv("NO_COLOR", "1", 1)
    case "always": unsetenv("NO_COLOR")
    default: break
    }
  }

  /// Takes the terminal for a command that makes no sense without one.
  static func session(_ arguments: Arguments) throws(Failure) -> Session {
    guard Console.variable("TERM") != "dumb" else {
      throw .failed("the terminal \"dumb\" cannot show slides (is TERM set rightly?)")
    }
    apply(arguments)
    do {
      return try Session(theme: theme(arguments))
    } catch {
      throw .failed(error.description)
    }
  }

  /// The signs that the terminal's locale can show, and the cells that are asked for.
  static func glyphs(_ arguments: Arguments, _ session: Session) -> Glyphs {
    if session.charset != .unicode { return .ascii }
    let glyphs =
      session.knows(GlyphSet.octant.scalar(4)) ? Glyphs.unicode.offering(.octant) : .unicode
    guard let set = arguments.value("glyphs").flatMap(GlyphSet.init) else { return glyphs }
    // ncurses leaves out what the C library does not know: Octants came with Unicode 16.
    return session.knows(set.scalar(4)) || set.isASCII ? glyphs.drawing(set) : glyphs
  }
}
