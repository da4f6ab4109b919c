import Browsing
import Canvas
import Terminal

/// How `chart` and `render` write a canvas: as text, with escape sequences, or as a picture.
struct Picture {
  /// The way to write it.
  enum Format: String {
    case text, ansi, svg
  }

  private let format: Format
  private let depth: Theme.Depth
  /// The colours of the drawing.
  var theme: ThemeDefinition
  private let isASCII: Bool
  /// The characters of the drawing: on a terminal those that it and its locale can show.
  let glyphs: Glyphs

  /// The options that make the choice.
  static let options: [OptionSpec] = [
    OptionSpec(
      "color", .choice(["auto", "always", "never", "8", "16", "256", "rgb"]),
      "use colours in ansi and svg (default: auto)"),
    OptionSpec(
      "theme", .choice(ThemeDefinition.builtIn.map(\.name)),
      "the colours (default: the terminal's own)"),
    OptionSpec("ascii", "ASCII characters only"),
  ]

  /// The choice that a command's options make; by default `ansi` on a terminal.
  init(_ arguments: Arguments) {
    let isCapable = Console.isTerminal && Console.variable("TERM") ?? "dumb" != "dumb"
    format =
      arguments.value("format").flatMap(Format.init(rawValue:)) ?? (isCapable ? .ansi : .text)
    let name = arguments.value("theme")
    theme = ThemeDefinition.builtIn.first { $0.name == name } ?? .terminal
    var signs = arguments.has("ascii") ? Glyphs.ascii : .unicode
    // A file or a pipe may be read elsewhere, and SVG draws its own characters.
    if Console.isTerminal, format != .svg, !arguments.has("ascii") {
      let charset = Codeset.fromEnvironment()
      signs = .suiting(charset, terminal: Console.variable("TERM") ?? "")
      // Texts of a user's table are drawn in ASCII too.
      isASCII = charset != .unicode
    } else {
      isASCII = arguments.has("ascii")
    }
    glyphs = signs
    let isRefused = !(Console.variable("NO_COLOR") ?? "").isEmpty
    depth =
      switch arguments.value("color") ?? "auto" {
      case "never": .none
      case "8": .eight
      case "16": .sixteen
      case "rgb": .trueColor
      case "auto": isRefused ? .none : .palette256
      default: .palette256
      }
  }

  /// The colours of an SVG picture; for a terminal's own colours, light on dark.
  var colours: PictureColours { PictureColours(colouring, isDark: true) }

  /// Whether the format shows colours that distinguish the series of a chart.
  var hasColour: Bool {
    switch format {
    case .text: false
    case .ansi: colouring.distinguishesSeries
    case .svg: colouring.depth != .none
    }
  }

  private var colouring: Theme { Theme(theme, depth: depth) }

  /// Writes a canvas.
  ///
  /// - Parameter title: A title for readers who cannot see the picture.
  func write(
    _ canvas: Canvas, title: @autoclosure () -> String, to output: inout Output
  ) {
    let canvas = isASCII ? canvas.inASCII : canvas
    switch format {
    case .text: output.write(canvas.printed)
    case .ansi: output.write(canvas.ansi(theme: colouring))
    case .svg: output.write(canvas.svg(theme: colouring, title: title(), isDark: true))
    }
  }
}

extension Canvas {
  /// The canvas with ASCII characters only, each as wide as the character that it replaces.
  var inASCII: Canvas {
    var result = Canvas(size)
    for y in 0..<size.height {
      for x in 0..<size.width {
        guard let character = character(at: x, y) else { continue }
        result.put(Charset.ascii.text(for: character), at: x, y, self[x, y].style)
      }
    }
    return result
  }
}
