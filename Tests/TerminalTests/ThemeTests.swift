import Glibc
import Records
import TestSupport
import Testing

@testable import Canvas
@testable import Charts

/// That colours can be read on black and on white, and told apart by all eyes.
@Suite struct ThemeTests {
  private typealias Linear = (red: Double, green: Double, blue: Double)

  private static let accents = (0..<Role.accentCount).map { Role.accent($0) }

  private func linear(_ color: Theme.RGB) -> Linear {
    func part(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return (part(color.red), part(color.green), part(color.blue))
  }

  private func luminance(_ color: Linear) -> Double {
    0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue
  }

  /// Where the terminal does not say what its background is.
  @Test func everyColourIsReadableOnBlackAndOnWhite() {
    for depth in [Theme.Depth.palette256, .trueColor] {
      let theme = Theme(depth: depth)
      for role in Role.allCases {
        guard let ink = Theme.colour(of: theme.foreground(of: role)) else { continue }
        for ground in [Theme.RGB(0, 0, 0), Theme.RGB(255, 255, 255)] {
          #expect(contrast(ink, ground) >= 4.5, "\(role) at \(depth) on \(ground)")
        }
      }
      #expect(!theme.distinguishesSeries)
    }
  }

  /// Backgrounds that people have, and some that nobody has.
  private static let grounds: [Theme.RGB] =
    [
      0x000000, 0xffffff, 0x1e1e1e, 0x2e3436, 0x300a24, 0x002b36, 0xfdf6e3, 0x2e3440, 0x282a36,
      0x282828, 0xfbf1c7, 0x1a1b26, 0xeff1f5, 0x0c0c0c, 0x012456, 0xffffdd, 0x777777, 0x808080,
      0x4d4d4d, 0xb0b0b0,
    ].map(rgb)

  private static func rgb(_ value: Int) -> Theme.RGB {
    Theme.RGB(
      UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
      UInt8(truncatingIfNeeded: value))
  }

  @Test func everyColourIsReadableOnTheBackgroundThatTheTerminalNames() {
    var random = SeededRandom(Trials.seed(16))
    let more = (0..<Trials.count(400)).map { _ in Self.rgb(random.int(0...0xff_ffff)) }
    for ground in Self.grounds + more {
      for depth in [Theme.Depth.palette256, .trueColor] {
        let theme = Theme(depth: depth, on: ground)
        for role in Role.allCases {
          guard let ink = Theme.colour(of: theme.foreground(of: role)) else { continue }
          let found = contrast(ink, ground)
          #expect(found >= 4.5, "\(role) at \(depth) on \(ground.hexadecimal): \(found)")
        }
      }
    }
    // On Solarized, text has a contrast of 4.75; captions must not be stronger by more than a shade.
    let caption = Theme(depth: .trueColor, on: Self.rgb(0x002b36)).foreground(of: .faint)
    let found = Theme.colour(of: caption).map { contrast($0, Self.rgb(0x002b36)) } ?? 21
    #expect(found < 5.5, "\(found)")
    for ground in Self.grounds.prefix(16) {
      #expect(Theme(depth: .palette256, on: ground).distinguishesSeries, "\(ground.hexadecimal)")
    }
  }

  /// Users change the sixteen colours, so none is trusted, whatever the background.
  @Test func withSixteenColoursOrFewerTheTerminalsOwnAreKept() {
    for depth in [Theme.Depth.eight, .sixteen] {
      for ground in [nil, Theme.RGB(0, 0, 0), Theme.RGB(255, 255, 255)] {
        let theme = Theme(depth: depth, on: ground)
        #expect(Role.allCases.allSatisfy { theme.foreground(of: $0) == .own })
        #expect(Role.allCases.allSatisfy { theme.background(of: $0) == .own })
        #expect(!theme.distinguishesSeries)
      }
    }
  }

  /// A theme that is based on the terminal's keeps what it says itself.
  @Test func aThemeOfOnesOwnKeepsItsColoursOnEveryBackground() {
    var own = ThemeDefinition.terminal
    own[.accent1].foreground = Theme.Color(paletteIndex: 4)
    for depth in Theme.Depth.allCases where depth != .none {
      let theme = Theme(own, depth: depth, on: Theme.RGB(0, 0, 0))
      let blue = Theme.RGB(paletteIndex: 4)
      #expect(theme.foreground(of: .accent1) == (depth == .trueColor ? .rgb(blue) : .index(4)))
      let isOwn = theme.foreground(of: .accent2) == .own
      #expect(isOwn == (depth <= .sixteen))
    }
  }

  /// Full loss of one kind of cone, after Machado, Oliveira and Fernandes (2009).
  private static let eyes: [(String, [[Double]])] = [
    ("all cones", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "no red cones",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "no green cones",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "no blue cones",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  private func seen(_ color: Linear, _ eye: [[Double]]) -> Linear {
    let parts = eye.map {
      min(1, max(0, $0[0] * color.red + $0[1] * color.green + $0[2] * color.blue))
    }
    return (parts[0], parts[1], parts[2])
  }

  /// CIE L*a*b* for white D65.
  private func lab(_ color: Linear) -> [Double] {
    func root(_ value: Double) -> Double {
      value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116
    }
    let x = root(
      (0.4124564 * color.red + 0.3575761 * color.green + 0.1804375 * color.blue) / 0.95047)
    let y = root(luminance(color))
    let z = root(
      (0.0193339 * color.red + 0.1191920 * color.green + 0.9503041 * color.blue) / 1.08883)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }

  private func distance(
    _ left: Role, _ right: Role, _ eye: [[Double]], _ theme: ThemeDefinition
  ) -> Double {
    guard let first = theme.foreground(of: left), let second = theme.foreground(of: right) else {
      return 0
    }
    return distance(first.rgb, second.rgb, eye)
  }

  /// The distance in L*a*b*, after CIE 1976.
  private func distance(_ left: Theme.RGB, _ right: Theme.RGB, _ eye: [[Double]]) -> Double {
    let points = [left, right].map { lab(seen(linear($0), eye)) }
    return zip(points[0], points[1]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private static let series = (0..<Role.seriesCount).map { Role.series($0) }

  /// The themes with colours of their own for every role.
  private static let painted = ThemeDefinition.builtIn.filter { $0.paper != nil }

  @Test(arguments: Self.painted)
  func chaptersAndSeriesStayApartForAllEyes(_ theme: ThemeDefinition) {
    for roles in [Self.accents, Self.series] {
      for (name, eye) in Self.eyes {
        // Few eyes lack blue cones, and no set of eight suits all.
        let least = name == "all cones" ? 22.0 : name == "no blue cones" ? 3 : 13
        for (index, left) in roles.enumerated() {
          for right in roles.dropFirst(index + 1) {
            let found = distance(left, right, eye, theme)
            #expect(found >= least, "\(theme.name): \(left) and \(right) with \(name): \(found)")
          }
        }
      }
    }
  }

  /// A series must not look like a chapter.
  @Test(arguments: Self.painted)
  func noSeriesHasTheColourOfAChapter(_ theme: ThemeDefinition) {
    for series in Self.series {
      for chapter in Self.accents {
        let found = distance(series, chapter, Self.eyes[0].1, theme)
        #expect(found >= 9, "\(theme.name): \(series) and \(chapter): \(found)")
      }
    }
  }

  @Test(arguments: Self.painted)
  func chaptersHaveOneLightness(_ theme: ThemeDefinition) {
    let lights = Self.accents.compactMap { theme.foreground(of: $0) }.map { lab(linear($0.rgb))[0] }
    let spread = (lights.max() ?? 100) - (lights.min() ?? 0)
    #expect(lights.count == Role.accentCount && spread <= 18, "\(theme.name): \(lights)")
  }

  /// Eight curves that meet nowhere.
  private static let curves: ChartScene = {
    let series = (1...Role.seriesCount).map { number in
      Series(
        name: "Series \(number)",
        observations: (2000...2020).map {
          Observation(period: .year($0), value: Double(number * 100 + $0 % 7))
        })
    }
    let unit = Unit(id: "", title: "number")
    return ChartScene(
      Chart(.line, title: "", unit: unit, series: series), size: Size(width: 100, height: 40))
  }()

  /// The colours that a chart's escape sequences (SGR) ask for.
  private func printed(_ depth: Theme.Depth, on ground: Theme.RGB) -> Set<Theme.RGB> {
    var canvas = Canvas(Self.curves.size)
    Self.curves.draw(on: &canvas)
    var colours = Set<Theme.RGB>()
    for sequence in canvas.ansi(theme: Theme(depth: depth, on: ground)).split(separator: "\u{1b}[")
      .dropFirst()
    {
      let codes = sequence.prefix { $0 != "m" }.split(separator: ";").compactMap { UInt8($0) }
      guard let place = codes.firstIndex(of: 38), place + 2 < codes.count else { continue }
      if codes[place + 1] == 2, place + 4 < codes.count {
        colours.insert(Theme.RGB(codes[place + 2], codes[place + 3], codes[place + 4]))
      } else if codes[place + 1] == 5 {
        colours.insert(Theme.RGB(paletteIndex: codes[place + 2]))
      }
    }
    return colours
  }

  /// The colours of the curves of a chart's vectors.
  private func vectors(isDark: Bool) -> Set<Theme.RGB> {
    let colours = PictureColours(Theme(depth: .trueColor), isDark: isDark)
    var found = Set<Theme.RGB>()
    for line in Self.curves.svg(colours: colours).split(separator: "\n")
    where line.hasPrefix("<path") {
      guard let start = line.firstRange(of: "stroke=\"#")?.upperBound,
        let value = UInt32(line[start...].prefix(6), radix: 16)
      else { continue }
      found.insert(
        Theme.RGB(
          UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
          UInt8(truncatingIfNeeded: value)))
    }
    return found
  }

  @Test(arguments: [false, true])
  func whatAChartPrintsIsTheSameEverywhere(_ isDark: Bool) {
    let ground = isDark ? Theme.RGB(0, 0, 0) : Theme.RGB(255, 255, 255)
    let made = isDark ? ThemeDefinition.dark : .light
    let wanted = Set(Self.series.compactMap { made.foreground(of: $0)?.rgb })
    #expect(wanted.count == Role.seriesCount)
    for depth in [Theme.Depth.palette256, .trueColor] {
      let theme = Theme(depth: depth, on: ground)
      // Lines and captions have greys of their own.
      let greys = [Role.faint, .border].compactMap { Theme.colour(of: theme.foreground(of: $0)) }
      #expect(printed(depth, on: ground) == wanted.union(greys))
    }
    #expect(vectors(isDark: isDark) == wanted)
  }

  /// A picture brings its own background, whatever a theme leaves to the terminal.
  @Test(arguments: ThemeDefinition.builtIn, [false, true])
  func picturesAreReadableOnTheirOwnBackground(_ theme: ThemeDefinition, _ isDark: Bool) throws {
    for depth in Theme.Depth.allCases {
      let colours = PictureColours(Theme(theme, depth: depth), isDark: isDark)
      for role in Role.allCases {
        let ink = try #require(rgb(colours.colour(role)))
        let ground = try #require(rgb(colours.paper(role) ?? colours.background))
        let found = contrast(ink, ground)
        #expect(found >= 4.5, "\(theme.name), \(role): \(ink) on \(ground): \(found)")
      }
    }
  }

  private func rgb(_ text: String) -> Theme.RGB? {
    guard text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16) else { return nil }
    return Theme.RGB(
      UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
      UInt8(truncatingIfNeeded: value))
  }

  private func contrast(_ left: Theme.RGB, _ right: Theme.RGB) -> Double {
    let lights = [left, right].map { luminance(linear($0)) + 0.05 }
    return max(lights[0], lights[1]) / min(lights[0], lights[1])
  }

  /// Every pair that a theme with a background of its own uses, at every depth; with sixteen
  /// colours or fewer, in every palette that terminals commonly have.
  @Test(arguments: Self.painted, [Theme.Depth.eight, .sixteen, .palette256, .trueColor])
  func everyPairHasTheContrastThatItNeeds(_ definition: ThemeDefinition, _ depth: Theme.Depth) {
    let theme = Theme(definition, depth: depth)
    let palettes = depth <= .sixteen ? SystemPalette.common : [.xterm]
    for role in Role.allCases {
      for palette in palettes {
        func colour(_ tint: Theme.Tint) -> Theme.RGB? {
          if case .index(let index) = tint, index < 16 { return palette.colours[Int(index)] }
          return Theme.colour(of: tint)
        }
        guard let ink = colour(theme.foreground(of: role)),
          let ground = colour(theme.background(of: role))
        else {
          Issue.record("\(definition.name): \(role) has no colour at \(depth)")
          continue
        }
        let found = contrast(ink, ground)
        #expect(
          found >= definition.contrast,
          "\(definition.name) at \(depth), \(palette.name): \(role) \(ink) on \(ground): \(found)")
        #expect(abs(found - ink.contrast(with: ground)) < 1e-9)
      }
      // What is reversed has the same two colours; what is dim would have fewer.
      let attributes = theme.attributes(of: Style(role, [.dim, .bold]))
      #expect(attributes.isSubset(of: .bold))
      guard depth <= .sixteen else {
        #expect(attributes == .bold)
        continue
      }
      // Bold type may have the bright form of its colour.
      guard attributes == .bold, case .index(let ink) = theme.foreground(of: role), ink < 8,
        case .index(let ground) = theme.background(of: role)
      else { continue }
      for palette in palettes {
        let found = contrast(palette.colours[Int(ink) + 8], palette.colours[Int(ground)])
        #expect(found >= definition.contrast, "\(definition.name), bold \(role), \(palette.name)")
      }
    }
    #expect(definition.illegible.isEmpty)
    #expect(definition.name != "high-contrast" || definition.contrast >= 7)
  }

  /// Where bold black is grey, headings on white are black and not bold.
  @Test func blackIsNotBoldWithFewColours() {
    for depth in [Theme.Depth.eight, .sixteen] {
      #expect(Theme(.light, depth: depth).foreground(of: .heading) == .index(0))
      #expect(Theme(.light, depth: depth).attributes(of: .heading) == [])
      #expect(Theme(depth: depth).attributes(of: .heading) == .bold)
    }
    #expect(Theme(.light, depth: .palette256).attributes(of: .heading) == .bold)
  }

  @Test func aThemeWithoutColourKeepsAttributes() {
    for depth in Theme.Depth.allCases {
      let theme = Theme(.mono, depth: depth)
      #expect(Role.allCases.allSatisfy { theme.foreground(of: $0) == .own })
      #expect(theme.attributes(of: .faint) == .dim && !theme.fillsBackground)
    }
    var marked = ThemeDefinition("marked")
    marked[.match].background = Theme.Color(paletteIndex: 3)
    #expect(Theme(marked, depth: .none).attributes(of: Style(.match)) == .reverse)
    #expect(Theme(marked, depth: .eight).background(of: .match) == .index(3))
    #expect(Theme(marked, depth: .eight).background(of: .text) == .own)
  }

  @Test func theNearestPlaceOfAPaletteIsTaken() {
    for index in UInt8(16)...231 {
      let rgb = Theme.RGB(paletteIndex: index)
      let found = rgb.nearest(on: nil, atLeast: 1)
      #expect(Theme.RGB(paletteIndex: found) == rgb)
    }
    // What has too little contrast becomes lighter and stays a colour.
    let black = Theme.RGB(0, 0, 0)
    let found = Theme.RGB(paletteIndex: Theme.RGB(95, 0, 0).nearest(on: black, atLeast: 7))
    #expect(found.contrast(with: black) >= 7 && found.red > found.blue)
    // What nothing can satisfy is answered with the best there is.
    #expect(Theme.RGB(1, 2, 3).nearest(on: black, atLeast: 22) == 231)
  }

  @Test func depthsAnswerInTheirOwnTerms() {
    let white = Theme.RGB(255, 255, 255)
    #expect(Theme.monochrome.foreground(of: .accent0) == .own)
    #expect(Theme(depth: .palette256, on: white).foreground(of: .accent2) == .index(125))
    #expect(
      Theme(depth: .trueColor, on: white).foreground(of: .accent2) == .rgb(Theme.RGB(175, 0, 95)))
    for depth in Theme.Depth.allCases {
      #expect(Theme(depth: depth, on: white).foreground(of: .text) == .own)
    }
  }
}
