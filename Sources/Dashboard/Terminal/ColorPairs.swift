import CNcurses
import Canvas

/// The colour pairs of ncurses, made when a role is first drawn.
///
/// There are no more pairs than roles.
struct ColorPairs {
  /// The theme at the depth that the terminal can show.
  let theme: Theme
  /// The pair of each role that has been drawn, by its raw value.
  private var pairs = [Int32?](repeating: nil, count: Role.allCases.count)
  /// How many colours the terminal can show.
  let depth: Theme.Depth
  private var made: [Colours: Int32] = [:]

  /// A foreground and a background as ncurses numbers them; -1 is the terminal's own colour.
  private struct Colours: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// Starts colour if the terminal has it and the user has not disabled it with `NO_COLOR`.
  init(_ definition: ThemeDefinition, isRefused: Bool) {
    guard !isRefused, has_colors(), start_color() == OK, use_default_colors() == OK else {
      self.init(definition, depth: .none)
      return
    }
    self.init(
      definition,
      depth: Self.depth(colors: Int(cncurses_colors()), isDirect: tigetflag("RGB") > 0))
  }

  /// The pairs of another theme on a terminal with a number of colours.
  ///
  /// - Parameter ground: The terminal's background; nil if it is not known.
  init(_ definition: ThemeDefinition, depth: Theme.Depth, on ground: Theme.RGB? = nil) {
    self.depth = depth
    theme = Theme(definition, depth: depth, on: ground)
  }

  /// The depth for a number of colours; direct colour only if ncurses itself can send it.
  static func depth(colors: Int, isDirect: Bool) -> Theme.Depth {
    switch colors {
    case ..<8: .none
    case 8..<16: .eight
    case 16..<256: .sixteen
    case 1 << 24 where isDirect: .trueColor
    default: .palette256
    }
  }

  /// The pair of a role; 0 is the terminal's own colours.
  mutating func pair(for role: Role) -> Int32 {
    if let pair = pairs[Int(role.rawValue)] { return pair }
    let colours = Colours(
      foreground: Self.number(theme.foreground(of: role)),
      background: Self.number(theme.background(of: role)))
    let pair = number(of: colours)
    pairs[Int(role.rawValue)] = pair
    return pair
  }

  private static func number(_ tint: Theme.Tint) -> Int32 {
    switch tint {
    case .own: -1
    case .index(let index): Int32(index)
    case .rgb(let rgb): Int32(rgb.value)
    }
  }

  private mutating func number(of colours: Colours) -> Int32 {
    if colours == Colours(foreground: -1, background: -1) { return 0 }
    if let pair = made[colours] { return pair }
    let pair = Int32(made.count + 1)
    guard init_extended_pair(pair, colours.foreground, colours.background) == OK else { return 0 }
    made[colours] = pair
    return pair
  }
}
