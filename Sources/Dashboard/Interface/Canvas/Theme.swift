/// The colour of each role, at the depth that a terminal can show.
///
/// Colours are few: text, headings, borders and hints keep the terminal's own foreground and are
/// told apart by attributes; accents name chapters and series. No background is ever painted. The
/// accents are colours of the 256-colour palette's cube, so that they look the same at both great
/// depths. Each has a contrast of at least 3:1 on black and on white, and they stay apart for eyes
/// that lack one kind of cone.
public struct Theme: Equatable, Sendable {
  /// How many colours a terminal shows.
  public enum Depth: Int, Comparable, CaseIterable, Sendable {
    /// None: attributes alone.
    case none
    /// The eight of ANSI.
    case eight
    /// The eight and their bright forms.
    case sixteen
    /// The palette of 256.
    case palette256
    /// Any, by red, green and blue.
    case trueColor

    /// Whether one shows fewer colours than the other.
    public static func < (left: Depth, right: Depth) -> Bool { left.rawValue < right.rawValue }
  }

  /// A colour by red, green and blue.
  public struct RGB: Hashable, Sendable {
    /// The parts, from 0 to 255.
    public var red, green, blue: UInt8

    /// A colour of three parts.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    /// The colour as a number: 0xRRGGBB.
    public var value: Int { Int(red) << 16 | Int(green) << 8 | Int(blue) }
  }

  /// One colour at all depths.
  public struct Color: Hashable, Sendable {
    /// By red, green and blue.
    public var rgb: RGB
    /// Its index in the palette of 256.
    public var index256: UInt8
    /// Its index among sixteen.
    public var index16: UInt8
    /// Its index among eight.
    public var index8: UInt8
  }

  /// A foreground as a terminal is told it.
  public enum Foreground: Hashable, Sendable {
    /// The terminal's own.
    case own
    /// A place in the palette.
    case index(UInt8)
    /// A direct colour.
    case rgb(RGB)
  }

  /// How many colours are shown.
  public var depth: Depth

  /// A theme at a depth.
  public init(depth: Depth) { self.depth = depth }

  /// A theme without colour.
  public static let monochrome = Theme(depth: .none)

  /// The foreground of a role at this theme's depth.
  public func foreground(of role: Role) -> Foreground {
    guard let color = Self.color(of: role) else { return .own }
    switch depth {
    case .none: return .own
    case .eight: return .index(color.index8)
    case .sixteen: return .index(color.index16)
    case .palette256: return .index(color.index256)
    case .trueColor: return .rgb(color.rgb)
    }
  }

  /// The colour of a role; nil where it keeps the terminal's own foreground.
  public static func color(of role: Role) -> Color? {
    switch role {
    case .text, .faint, .heading, .border, .focusedBorder, .link, .key: nil
    case .match: Color(rgb: RGB(215, 95, 0), index256: 166, index16: 3, index8: 3)
    case .caution: Color(rgb: RGB(175, 135, 0), index256: 136, index16: 3, index8: 3)
    case .fault: Color(rgb: RGB(215, 0, 0), index256: 160, index16: 1, index8: 1)
    case .accent0: Color(rgb: RGB(175, 135, 175), index256: 139, index16: 12, index8: 4)
    case .accent1: Color(rgb: RGB(0, 95, 215), index256: 26, index16: 6, index8: 6)
    case .accent2: Color(rgb: RGB(255, 95, 0), index256: 202, index16: 1, index8: 1)
    case .accent3: Color(rgb: RGB(175, 0, 135), index256: 126, index16: 5, index8: 5)
    case .accent4: Color(rgb: RGB(95, 95, 0), index256: 58, index16: 3, index8: 3)
    case .accent5: Color(rgb: RGB(0, 135, 95), index256: 29, index16: 2, index8: 2)
    case .accent6: Color(rgb: RGB(135, 135, 215), index256: 104, index16: 14, index8: 6)
    case .accent7: Color(rgb: RGB(135, 0, 255), index256: 93, index16: 13, index8: 5)
    }
  }
}
