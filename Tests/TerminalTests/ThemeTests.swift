import Glibc
import Records
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

  @Test func everyColourIsReadableOnBlackAndOnWhite() {
    for role in Role.allCases {
      guard let color = ThemeDefinition.terminal.foreground(of: role) else { continue }
      let light = luminance(linear(color.rgb))
      #expect((light + 0.05) / 0.05 >= 3, "\(role) on black")
      #expect(1.05 / (light + 0.05) >= 3, "\(role) on white")
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

  @Test(arguments: ThemeDefinition.builtIn.filter { !$0.isColourless })
  func accentsStayApartForAllEyes(_ theme: ThemeDefinition) {
    for (name, eye) in Self.eyes {
      for (index, left) in Self.accents.enumerated() {
        for right in Self.accents.dropFirst(index + 1) {
          let found = distance(left, right, eye, theme)
          #expect(found >= 18, "\(theme.name): \(left) and \(right) with \(name): \(found)")
        }
      }
    }
  }

  /// Eight curves that meet nowhere.
  private static let curves: ChartScene = {
    let series = (1...Role.accentCount).map { number in
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
  private func printed(_ depth: Theme.Depth) -> Set<Theme.RGB> {
    var canvas = Canvas(Self.curves.size)
    Self.curves.draw(on: &canvas)
    var colours = Set<Theme.RGB>()
    for sequence in canvas.ansi(theme: Theme(depth: depth)).split(separator: "\u{1b}[").dropFirst()
    {
      let codes = sequence.prefix { $0 != "m" }.split(separator: ";").compactMap { UInt8($0) }
      guard let place = codes.firstIndex(of: 38), place + 2 < codes.count else { continue }
      if codes[place + 1] == 2, place + 4 < codes.count {
        colours.insert(Theme.RGB(codes[place + 2], codes[place + 3], codes[place + 4]))
      } else if codes[place + 1] == 5 {
        // The cube of xterm's palette: six levels a part from index 16 on.
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        let cube = Int(codes[place + 2]) - 16
        guard (0..<216).contains(cube) else { continue }
        colours.insert(Theme.RGB(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]))
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

  @Test func whatAChartPrintsIsReadableAndApartForAllEyes() {
    let (white, black) = (Theme.RGB(255, 255, 255), Theme.RGB(0, 0, 0))
    let prints = [
      ("256 colours", printed(.palette256), [black, white]),
      ("direct colours", printed(.trueColor), [black, white]),
      ("vectors on white", vectors(isDark: false), [white]),
      ("vectors on black", vectors(isDark: true), [black]),
    ]
    for (form, colours, grounds) in prints {
      #expect(colours.count == Role.accentCount, "\(form): \(colours)")
      let all = colours.sorted { $0.value < $1.value }
      for (index, left) in all.enumerated() {
        #expect(grounds.allSatisfy { contrast(left, $0) >= 3 }, "\(form): \(left)")
        for right in all.dropFirst(index + 1) {
          for (name, eye) in Self.eyes {
            let found = distance(left, right, eye)
            #expect(found >= 18, "\(form) with \(name): \(left) and \(right): \(found)")
          }
        }
      }
    }
  }

  /// A picture brings its own background, whatever a theme leaves to the terminal.
  @Test(arguments: ThemeDefinition.builtIn, [false, true])
  func picturesAreReadableOnTheirOwnBackground(_ theme: ThemeDefinition, _ isDark: Bool) throws {
    for depth in Theme.Depth.allCases {
      let colours = PictureColours(Theme(theme, depth: depth), isDark: isDark)
      for role in Role.allCases {
        let ink = try #require(rgb(colours.colour(role)))
        let ground = try #require(rgb(colours.paper(role) ?? colours.background))
        let least = role == .border || role == .focusedBorder ? 3 : 4.5
        let found = contrast(ink, ground)
        #expect(found >= least, "\(theme.name), \(role): \(ink) on \(ground): \(found)")
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

  @Test func indicesAreTheColoursOfThePalette() {
    let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
    for role in Role.allCases {
      guard let color = ThemeDefinition.terminal.foreground(of: role) else { continue }
      let cube = Int(color.index256 ?? 0) - 16
      #expect(cube >= 0 && cube < 216)
      #expect(color.rgb == Theme.RGB(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]))
      // Neither black nor white, which one of two backgrounds would swallow.
      #expect((1...6).contains(color.index8 ?? 0) && color.index16 != 7 && color.index16 != 15)
    }
  }

  /// Every pair that a theme with a background of its own uses, at every depth.
  @Test(
    arguments: ThemeDefinition.builtIn.filter { $0.paper != nil },
    [Theme.Depth.eight, .sixteen, .palette256, .trueColor])
  func everyPairHasTheContrastThatItNeeds(_ definition: ThemeDefinition, _ depth: Theme.Depth) {
    let theme = Theme(definition, depth: depth)
    for role in Role.allCases {
      guard let ink = Theme.colour(of: theme.foreground(of: role)),
        let ground = Theme.colour(of: theme.background(of: role))
      else {
        Issue.record("\(definition.name): \(role) has no colour at \(depth)")
        continue
      }
      let needed = role == .border || role == .focusedBorder ? 3 : definition.textContrast
      let lights = [ink, ground].map { luminance(linear($0)) }
      let contrast = ((lights.max() ?? 0) + 0.05) / ((lights.min() ?? 0) + 0.05)
      #expect(
        contrast >= needed, "\(definition.name) at \(depth): \(role) \(ink) on \(ground)")
      #expect(abs(contrast - ink.contrast(with: ground)) < 1e-9)
      // What is reversed has the same two colours; what is dim would have fewer.
      #expect(theme.attributes(of: Style(role, [.dim, .bold])) == .bold)
    }
    #expect(definition.illegible.isEmpty)
    #expect(definition.name != "high-contrast" || definition.textContrast >= 7)
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
      let found = rgb.nearest(in: 16...255, on: nil, atLeast: 1)
      #expect(Theme.RGB(paletteIndex: found) == rgb)
    }
    // Red has too little contrast on black among eight, where high contrast is asked for.
    let black = Theme.RGB(0, 0, 0)
    let found = Theme.RGB(255, 95, 95).nearest(in: 0...7, on: black, atLeast: 7)
    #expect(Theme.RGB(paletteIndex: found).contrast(with: black) >= 7)
    // What nothing can satisfy is answered with the best there is.
    #expect(Theme.RGB(1, 2, 3).nearest(in: 0...7, on: black, atLeast: 22) == 7)
  }

  @Test func depthsAnswerInTheirOwnTerms() {
    #expect(Theme.monochrome.foreground(of: .accent0) == .own)
    #expect(Theme(depth: .eight).foreground(of: .accent2) == .index(1))
    #expect(Theme(depth: .palette256).foreground(of: .accent2) == .index(202))
    #expect(Theme(depth: .trueColor).foreground(of: .accent2) == .rgb(Theme.RGB(255, 95, 0)))
    for depth in Theme.Depth.allCases {
      #expect(Theme(depth: depth).foreground(of: .text) == .own)
    }
  }
}
