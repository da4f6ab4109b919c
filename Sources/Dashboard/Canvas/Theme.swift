import Glibc

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

  /// The theme's definition, independent of the depth and of the terminal's background.
  package let definition: ThemeDefinition
  /// How many colours are shown.
  package let depth: Depth
  /// The terminal's background; nil if it is not known.
  package let ground: RGB?
  private let foregrounds: [Tint]
  private let backgrounds: [Tint]
  /// The roles that bold type would make illegible.
  private let thin: Set<Role>

  /// A theme at a depth; by default the terminal's own colours.
  ///
  /// - Parameter ground: The terminal's background; nil if it is not known.
  package init(_ definition: ThemeDefinition = .terminal, depth: Depth, on ground: RGB? = nil) {
    self.definition = definition
    self.ground = ground
    let depth = definition.isColourless ? .none : depth
    self.depth = depth
    guard depth != .none else {
      foregrounds = []
      backgrounds = []
      thin = []
      return
    }
    var foregrounds: [Tint] = []
    var backgrounds: [Tint] = []
    let suited = definition.suiting(ground, depth)
    for role in Role.allCases {
      let back = suited.background(of: role).map { Self.tint($0, depth) } ?? .own
      backgrounds.append(back)
      let ink = suited.foreground(of: role)
      foregrounds.append(
        ink.map { Self.tint($0, depth, on: back, ground, atLeast: definition.contrast) } ?? .own)
    }
    self.foregrounds = foregrounds
    self.backgrounds = backgrounds
    thin = Set(
      Role.allCases.filter { role in
        let number = Int(role.rawValue)
        return depth <= .sixteen
          && !SystemPalette.isLegibleBold(
            foregrounds[number], on: backgrounds[number], atLeast: definition.contrast)
      })
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

  /// Whether the series of most charts have colours of their own that can be trusted.
  package var distinguishesSeries: Bool {
    guard depth != .none, definition.paper != nil || ground != nil else { return false }
    let tints = (0..<4).map { foreground(of: .series($0)) }
    return !tints.contains(.own) && Set(tints).count == tints.count
  }

  /// The attributes of a style, changed by the theme.
  ///
  /// Dimming would reduce the contrast that was chosen, so nothing is dimmed on a background that is
  /// known. Many terminals of eight or sixteen colours show bold type in the bright form of its
  /// colour, black in grey, so nothing is bold that could then not be read. Without colours, a role with a background is reversed.
  package func attributes(of style: Style) -> Style.Attributes {
    let paint = definition[style.role]
    var attributes = style.attributes.union(paint.attributes)
    let isSuited = definition.isAdaptive && ground != nil && depth > .sixteen
    if fillsBackground || isSuited { attributes.remove(.dim) }
    if thin.contains(style.role) { attributes.remove(.bold) }
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
  ///   - back: Its background.
  ///   - ground: The terminal's own background; nil if unknown.
  ///   - contrast: The least contrast with the background that a replacement must have.
  private static func tint(
    _ color: Color, _ depth: Depth, on back: Tint = .own, _ ground: RGB? = nil,
    atLeast contrast: Double = 1
  ) -> Tint {
    switch depth {
    case .none: .own
    case .trueColor: .rgb(color.rgb)
    case .palette256:
      .index(
        color.index256
          ?? color.rgb.nearest(on: colour(of: back) ?? ground, atLeast: contrast))
    case .sixteen:
      .index(color.index16 ?? SystemPalette.index(color.rgb, of: 16, on: back, atLeast: contrast))
    case .eight:
      .index(color.index8 ?? SystemPalette.index(color.rgb, of: 8, on: back, atLeast: contrast))
    }
  }
}

extension Theme {
  /// A colour as red, green and blue.
  package struct RGB: Hashable, Sendable {
    /// The components, from 0 to 255.
    package var red, green, blue: UInt8

    /// A colour of three components.
    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    /// The colour as a number: 0xRRGGBB.
    package var value: Int { Int(red) << 16 | Int(green) << 8 | Int(blue) }

    /// The colour as in web pages: `#rrggbb`.
    package var hexadecimal: String {
      let digits = String(value, radix: 16)
      return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
  }

  /// One colour at all colour depths.
  package struct Color: Hashable, Sendable {
    /// As red, green and blue.
    package var rgb: RGB
    /// Its index in the palette of 256; nil means the nearest.
    package var index256: UInt8?
    /// Its index among sixteen; nil means the nearest.
    package var index16: UInt8?
    /// Its index among eight; nil means the nearest.
    package var index8: UInt8?

    /// A colour whose palette entries are chosen by hand.
    package init(rgb: RGB, index256: UInt8?, index16: UInt8?, index8: UInt8?) {
      self.rgb = rgb
      self.index256 = index256
      self.index16 = index16
      self.index8 = index8
    }

    /// A colour for which small palettes use the nearest one.
    package init(_ rgb: RGB) { self.init(rgb: rgb, index256: nil) }

    /// A colour with an entry of the palette of 256 that is chosen by hand.
    init(rgb: RGB, index256: UInt8?) {
      self.init(rgb: rgb, index256: index256, index16: nil, index8: nil)
    }

    /// An entry of the palette of 256, which smaller palettes keep if they have it.
    package init(paletteIndex index: UInt8) {
      self.init(
        rgb: RGB(paletteIndex: index), index256: index, index16: index < 16 ? index : nil,
        index8: index < 8 ? index : nil)
    }

    /// The colour, brought as near to a background as it can still be read there.
    ///
    /// Nil if no colour of its hue has the contrast.
    func faintest(on ground: RGB, atLeast contrast: Double) -> Color? {
      let end: UInt8 = ground.isDark ? 0 : 255
      return (1...7).reversed().lazy.map { rgb.mixed(with: end, eighths: $0) }
        .first { $0.contrast(with: ground) >= contrast }.map { Color($0) }
        ?? legible(on: ground, atLeast: contrast)
    }

    /// The colour, made lighter or darker until it can be read on a background.
    ///
    /// Nil if no colour of its hue has the contrast.
    func legible(on ground: RGB, atLeast contrast: Double) -> Color? {
      if rgb.contrast(with: ground) >= contrast { return self }
      let end: UInt8 = ground.isDark ? 255 : 0
      return (1...8).lazy.map { rgb.mixed(with: end, eighths: $0) }
        .first { $0.contrast(with: ground) >= contrast }.map { Color($0) }
    }
  }
}

extension Theme.RGB {
  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The colour of an entry of xterm's palette of 256.
  package init(paletteIndex index: UInt8) {
    switch Int(index) {
    case 0..<16: self = SystemPalette.xterm.colours[Int(index)]
    case 16..<232:
      let cube = Int(index) - 16
      self.init(Self.levels[cube / 36], Self.levels[cube / 6 % 6], Self.levels[cube % 6])
    default:
      let grey = UInt8(clamping: 8 + 10 * (Int(index) - 232))
      self.init(grey, grey, grey)
    }
  }

  /// The relative luminance of WCAG 2: 0 for black, 1 for white.
  package var luminance: Double {
    0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)]
      + 0.0722 * Self.linear[Int(blue)]
  }

  /// The contrast of two colours according to WCAG 2, from 1 to 21.
  package func contrast(with other: Theme.RGB) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Each component of sRGB as linear light.
  private static let linear: [Double] = (0...255).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }

  /// Whether light colours have more contrast with it than dark ones.
  var isDark: Bool { luminance < 0.1791 }

  /// The colour with some eighths of a grey, from none to all.
  func mixed(with grey: UInt8, eighths: Int) -> Theme.RGB {
    func mix(_ part: UInt8) -> UInt8 {
      UInt8(clamping: (Int(part) * (8 - eighths) + Int(grey) * eighths) / 8)
    }
    return Theme.RGB(mix(red), mix(green), mix(blue))
  }

  /// The nearest of the 240 fixed entries of the palette of 256, among those with enough contrast
  /// if there are any.
  ///
  /// A colour stays a colour if possible: greys come last, because they would make all roles look
  /// the same.
  func nearest(on ground: Theme.RGB?, atLeast contrast: Double) -> UInt8 {
    let places = (16...255).map { (index: UInt8($0), rgb: Theme.RGB(paletteIndex: UInt8($0))) }
    let legible = places.filter { place in
      ground.map { place.rgb.contrast(with: $0) >= contrast } ?? true
    }
    let coloured = isGrey ? [] : legible.filter { !$0.rgb.isGrey }
    var candidates = coloured.isEmpty ? legible : coloured
    if candidates.isEmpty, let ground {
      // Nothing reaches the contrast, so the closest one is used.
      let best = places.max { $0.rgb.contrast(with: ground) < $1.rgb.contrast(with: ground) }
      candidates = best.map { [$0] } ?? places
    }
    return candidates.min { distance(to: $0.rgb) < distance(to: $1.rgb) }?.index ?? 0
  }

  private var isGrey: Bool { max(red, green, blue) - min(red, green, blue) < 40 }

  /// A distance weighted by the eye's sensitivity to each component.
  func distance(to other: Theme.RGB) -> Int {
    func square(_ one: UInt8, _ two: UInt8) -> Int {
      (Int(one) - Int(two)) * (Int(one) - Int(two))
    }
    return 2 * square(red, other.red) + 4 * square(green, other.green)
      + 3 * square(blue, other.blue)
  }
}
