import Browsing
import Canvas
import Charts

/// The options of commands that take the whole screen.
enum ScreenOptions {
  /// Draws with ASCII alone.
  static let ascii = OptionSpec("ascii", "draw with ASCII characters only")
  /// Whether to use colours.
  static let color = OptionSpec(
    "color", .choice(["auto", "always", "never"]), "use the terminal's colours (default: auto)")
  /// What charts are drawn with.
  static let glyphs = OptionSpec(
    "glyphs", .choice(GlyphSet.allCases.map(\.rawValue)),
    "the characters that charts are drawn with, if the locale has them (default: quadrant)")

  /// How long a key's sequence may pause.
  static let escapeDelay = OptionSpec(
    "escdelay", .number(0...Configuration.escdelayLimit),
    "milliseconds to wait after Escape for the rest of a key (default: \(Configuration.usualEscdelay)); use more on a slow line"
  )

  /// The colours to draw with.
  static let theme = OptionSpec(
    "theme", .text("NAME"),
    "the colours: " + ThemeDefinition.builtIn.map(\.name).joined(separator: ", ")
      + ", or one of the configuration")
}
