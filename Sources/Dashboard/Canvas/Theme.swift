/// The colours of a theme at the depth that a terminal can show.
///
/// `ThemeDefinition` says what each role looks like; this type adapts it to the terminal. A colour
/// that a palette lacks becomes the nearest one with the contrast that its role needs.
package struct Theme: Equatable, Sendable {
  /// How many colours a terminal shows.
  package enum Depth: Int, Comparable, CaseIterable, Sendable {
    /// None: only attributes.
    case none
    /// The eight of ANSI.
    case eight
    /// The eight and their bright forms.
    case sixteen
    /// The palette of 256.
    case palette256
    /// Any, as red, green and blue.
    case trueColor

    /// Whether the first shows fewer colours than the second.
    package static func < (left: Depth, right: Depth) -> Bool { left.rawValue < right.rawValue }
  }

  /// A colour as it is sent to a terminal.
  package enum Tint: Hashable, Sendable {
    /// The terminal's own.
    case own
    /// An entry of the palette.
    case index(UInt8)
    /// A direct colour.
    case rgb(RGB)
  }

  /// The theme's definition, independent of the depth.
  package let definition: ThemeDefinition
  /// How many colours are shown.
  package let depth: Depth
  private let foregrounds: [Tint]
  private let backgrounds: [Tint]

  /// A theme at a depth; by default the terminal's own colours.
  package init(_ definition: ThemeDefinition = .terminal, depth: Depth) {
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
  package static let monochrome = Theme(.mono, depth: .none)

  /// The foreground of a role at this theme's depth.
  package func foreground(of role: Role) -> Tint {
    depth == .none ? .own : foregrounds[Int(role.rawValue)]
  }

  /// The background of a role at this theme's depth.
  package func background(of role: Role) -> Tint {
    depth == .none ? .own : backgrounds[Int(role.rawValue)]
  }

  /// Whether every cell has a background of the theme, not the terminal's own.
  package var fillsBackground: Bool { depth != .none && definition.paper != nil }

  /// The attributes of a style, changed by the theme.
  ///
  /// Dimming would reduce the contrast that a theme with a background has chosen, so such themes do
  /// not dim. Without colours, a role with a background is reversed.
  package func attributes(of style: Style) -> Style.Attributes {
    let paint = definition[style.role]
    var attributes = style.attributes.union(paint.attributes)
    if fillsBackground { attributes.remove(.dim) }
    if depth == .none, paint.background != nil { attributes.insert(.reverse) }
    return attributes
  }

  /// The colour of a tint in xterm's palette; nil for the terminal's own.
  package static func colour(of tint: Tint) -> RGB? {
    switch tint {
    case .own: nil
    case .index(let index): RGB(paletteIndex: index)
    case .rgb(let rgb): rgb
    }
  }

  /// A colour as it is sent to a terminal of a depth.
  ///
  /// - Parameters:
  ///   - ground: Its background; nil if unknown.
  ///   - contrast: The least contrast with the background that a replacement must have.
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
