extension ThemeDefinition {
  /// The themes that come with the program, the default first.
  ///
  /// Chapters have colours of one lightness, series others; all stay apart for eyes without red or
  /// without green cones. They are entries of the palette of 256, whose colours every terminal
  /// shows alike, so a terminal, a picture and a page have the same.
  package static let builtIn: [ThemeDefinition] = [
    terminal, light, dark, paper, slate, highContrast, mono,
  ]

  /// The terminal's own foreground and background, with colours that suit the background.
  ///
  /// Where the terminal does not say what its background is, these few colours have a contrast of
  /// 4.5 on black and on white; hardly any others do. With sixteen colours or fewer there are none.
  package static let terminal: ThemeDefinition = {
    var theme = ThemeDefinition("terminal")
    theme.isAdaptive = true
    theme.set(accents: [243, 63, 131, 163, 98, 29], series: [63, 131, 163, 29, 98, 243])
    return theme
  }()

  /// Dark on white.
  package static let light = ThemeDefinition(
    "light", paper: Theme.Color(paletteIndex: 231), ink: 234, faint: 59, border: 243, link: 19,
    match: 130, caution: 94, fault: 160, accents: [60, 25, 125, 92, 94, 23],
    series: [26, 161, 28, 53, 163, 52, 18, 21])

  /// Light on a dark grey.
  package static let dark = ThemeDefinition(
    "dark", paper: Theme.Color(rgb: Theme.RGB(22, 24, 29), index256: 234), ink: 253, faint: 248,
    border: 245, link: 117, match: 214, caution: 179, fault: 210,
    accents: [145, 74, 203, 105, 178, 42], series: [81, 172, 150, 205, 227, 141, 167, 255])

  /// Dark brown and ink on the cream of a book.
  package static let paper = ThemeDefinition(
    "paper", paper: Theme.Color(rgb: Theme.RGB(250, 245, 230), index256: 230), ink: 235,
    faint: 240, border: 242, link: 18, match: 94, caution: 58, fault: 124,
    accents: [60, 25, 125, 55, 94, 23], series: [26, 160, 53, 61, 52, 161, 18, 21])

  /// Soft light on a blue grey.
  package static let slate = ThemeDefinition(
    "slate", paper: Theme.Color(rgb: Theme.RGB(34, 48, 60), index256: 236), ink: 254, faint: 250,
    border: 247, link: 153, match: 222, caution: 180, fault: 217,
    accents: [145, 74, 209, 141, 178, 114], series: [117, 172, 150, 205, 221, 177, 174, 255])

  /// White on black, with a contrast of 7:1 and more.
  package static let highContrast: ThemeDefinition = {
    var theme = ThemeDefinition(
      "high-contrast", paper: Theme.Color(paletteIndex: 16), ink: 231, faint: 254, border: 250,
      link: 159, match: 226, caution: 220, fault: 217, accents: [247, 117, 209, 141, 178, 151],
      series: [39, 172, 192, 205, 51, 35, 187, 118])
    theme.contrast = 7
    return theme
  }()

  /// No colour, whatever the terminal has.
  package static let mono: ThemeDefinition = {
    var theme = ThemeDefinition("mono")
    theme.isColourless = true
    return theme
  }()

  /// A theme of entries of the palette of 256.
  private init(
    _ name: String, paper: Theme.Color, ink: UInt8, faint: UInt8, border: UInt8, link: UInt8,
    match: UInt8, caution: UInt8, fault: UInt8, accents: [UInt8], series: [UInt8]
  ) {
    self.init(name, paper: paper)
    let colours: [(Role, UInt8)] = [
      (.text, ink), (.faint, faint), (.heading, ink), (.border, border), (.focusedBorder, ink),
      (.link, link), (.key, ink), (.match, match), (.caution, caution), (.fault, fault),
    ]
    for (role, index) in colours { self[role].foreground = Theme.Color(paletteIndex: index) }
    set(accents: accents, series: series)
  }

  private mutating func set(accents: [UInt8], series: [UInt8]) {
    for (number, index) in accents.enumerated() {
      self[.accent(number)].foreground = Theme.Color(paletteIndex: index)
    }
    for (place, index) in series.enumerated() {
      self[.series(place)].foreground = Theme.Color(paletteIndex: index)
    }
  }
}
