import Interface
import Model
import Terminal

/// How `chart` and `render` write a canvas out: as text, with escape sequences, or as a picture.
struct Picture {
  /// The way to write it.
  enum Format: String {
    case text, ansi, svg
  }

  private let format: Format
  private let depth: Theme.Depth
  /// The colours that are drawn with.
  var theme: ThemeDefinition
  private let isASCII: Bool
  /// The signs that views draw with: on a terminal those that it and its locale can show.
  let glyphs: Glyphs

  /// The options that the choice is made by.
  static let options: [OptionSpec] = [
    OptionSpec(
      "color", .choice(["auto", "always", "never", "8", "16", "256", "rgb"]),
      "colours in ansi and svg; auto"),
    OptionSpec(
      "theme", .choice(ThemeDefinition.builtIn.map(\.name)),
      "the colours; those of the terminal itself if left out"),
    OptionSpec("ascii", "ASCII characters only"),
  ]

  /// The choice that a command's options make; `ansi` on a terminal unless another is named.
  init(_ arguments: Arguments) {
    let isCapable = Console.isTerminal && Console.variable("TERM") ?? "dumb" != "dumb"
    format =
      arguments.value("format").flatMap(Format.init(rawValue:)) ?? (isCapable ? .ansi : .text)
    let name = arguments.value("theme")
    theme = ThemeDefinition.builtIn.first { $0.name == name } ?? .terminal
    var signs = arguments.has("ascii") ? Glyphs.ascii : .unicode
    // A file or a pipe is read elsewhere, and vectors bring their own signs.
    if Console.isTerminal, format != .svg, !arguments.has("ascii") {
      let charset = Codeset.fromEnvironment()
      signs = .suiting(charset, terminal: Console.variable("TERM") ?? "")
      // What a table of the user's says is drawn in ASCII as well.
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

  /// The colours of a picture in vectors; of a terminal's own, light on dark.
  var colours: PictureColours { PictureColours(Theme(theme, depth: depth), isDark: true) }

  /// Writes a canvas.
  ///
  /// - Parameter title: What is shown, for those who cannot see a picture.
  func write(
    _ canvas: Canvas, title: @autoclosure () -> String, to output: inout Output
  ) {
    let canvas = isASCII ? canvas.inASCII : canvas
    let theme = Theme(theme, depth: depth)
    switch format {
    case .text: output.write(canvas.printed)
    case .ansi: output.write(canvas.ansi(theme: theme))
    case .svg: output.write(canvas.svg(theme: theme, title: title(), isDark: true))
    }
  }
}

extension Canvas {
  /// The canvas with ASCII characters alone, each in the columns of what it stands for.
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
