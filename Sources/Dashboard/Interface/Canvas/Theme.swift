/// The colours of a theme at the depth that a terminal can show.
///
/// What a theme says of each role, `ThemeDefinition` holds; here it is brought to what the terminal
/// has. A colour that a palette lacks becomes the nearest that keeps the contrast its role needs.
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

  /// A colour as a terminal is told it.
  public enum Tint: Hashable, Sendable {
    /// The terminal's own.
    case own
    /// A place in the palette.
    case index(UInt8)
    /// A direct colour.
    case rgb(RGB)
  }

  /// What the theme says, whatever the depth.
  public let definition: ThemeDefinition
  /// How many colours are shown.
  public let depth: Depth
  private let foregrounds: [Tint]
  private let backgrounds: [Tint]

  /// A theme at a depth; the terminal's own colours where none is named.
  public init(_ definition: ThemeDefinition = .terminal, depth: Depth) {
    self.definition = definition
    let depth = definition.isColourless ? .none : depth
    self.depth = depth
    guard depth != .none else {
      foregrounds = []
      backgrounds = []
      return
    }
    var foregrounds: [Tint] = []
    var backgrounds: [Tint] = []
    for role in Role.allCases {
      let ground = definition.background(of: role)
      let back = ground.map { Self.tint($0, depth) } ?? .own
      backgrounds.append(back)
      let ink = definition.foreground(of: role)
      foregrounds.append(
        ink.map {
          Self.tint(
            $0, depth, on: Self.colour(of: back), atLeast: definition.contrast(of: role))
        } ?? .own)
    }
    self.foregrounds = foregrounds
    self.backgrounds = backgrounds
  }

  /// A theme without colour.
  public static let monochrome = Theme(.mono, depth: .none)

  /// The foreground of a role at this theme's depth.
  public func foreground(of role: Role) -> Tint {
    depth == .none ? .own : foregrounds[Int(role.rawValue)]
  }

  /// The background of a role at this theme's depth.
  public func background(of role: Role) -> Tint {
    depth == .none ? .own : backgrounds[Int(role.rawValue)]
  }

  /// Whether every cell has a background of the theme, not the terminal's own.
  public var fillsBackground: Bool { depth != .none && definition.paper != nil }

  /// The attributes of a style with what the theme adds and takes away.
  ///
  /// A faint colour takes from the contrast that a theme with a background of its own has set, so
  /// there it is not dimmed as well. Without colours, a role with a background is reversed.
  public func attributes(of style: Style) -> Style.Attributes {
    let paint = definition[style.role]
    var attributes = style.attributes.union(paint.attributes)
    if fillsBackground { attributes.remove(.dim) }
    if depth == .none, paint.background != nil { attributes.insert(.reverse) }
    return attributes
  }

  /// What a tint looks like with the palette of xterm; nil for the terminal's own.
  public static func colour(of tint: Tint) -> RGB? {
    switch tint {
    case .own: nil
    case .index(let index): RGB(paletteIndex: index)
    case .rgb(let rgb): rgb
    }
  }

  /// A colour as a terminal of a depth is told it.
  ///
  /// - Parameters:
  ///   - ground: What it stands on; nil where that is not known.
  ///   - contrast: The least contrast with the ground that a stand-in must have.
  private static func tint(
    _ color: Color, _ depth: Depth, on ground: RGB? = nil, atLeast contrast: Double = 1
  ) -> Tint {
    switch depth {
    case .none: .own
    case .trueColor: .rgb(color.rgb)
    case .palette256:
      .index(color.index256 ?? color.rgb.nearest(in: 16...255, on: ground, atLeast: contrast))
    case .sixteen:
      .index(color.index16 ?? color.rgb.nearest(in: 0...15, on: ground, atLeast: contrast))
    case .eight:
      .index(color.index8 ?? color.rgb.nearest(in: 0...7, on: ground, atLeast: contrast))
    }
  }
}
