import CNcurses
import Interface

/// The colour pairs of ncurses, made when a role is first drawn.
///
/// The background is always the terminal's own, so there are no more pairs than colours.
struct ColorPairs {
  /// The theme at the depth that the terminal can show.
  let theme: Theme
  /// The pair of each role that was drawn, at the place of its raw value.
  private var pairs = [Int32?](repeating: nil, count: Role.allCases.count)
  private var made: [Int32: Int32] = [:]

  /// Starts colour where the terminal has it and the user has not refused it by `NO_COLOR`.
  init(isRefused: Bool) {
    guard !isRefused, has_colors(), start_color() == OK, use_default_colors() == OK else {
      theme = .monochrome
      return
    }
    theme = Theme(depth: Self.depth(colors: Int(cncurses_colors()), isDirect: tigetflag("RGB") > 0))
  }

  /// The depth for a number of colours; direct colour only where ncurses itself can send it.
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
    let color: Int32? =
      switch theme.foreground(of: role) {
      case .own: nil
      case .index(let index): Int32(index)
      case .rgb(let rgb): Int32(rgb.value)
      }
    let pair = color.map { number(of: $0) } ?? 0
    pairs[Int(role.rawValue)] = pair
    return pair
  }

  private mutating func number(of color: Int32) -> Int32 {
    if let pair = made[color] { return pair }
    let pair = Int32(made.count + 1)
    guard init_extended_pair(pair, color, -1) == OK else { return 0 }
    made[color] = pair
    return pair
  }
}
