/// The sixteen colours of a kind of terminal, which most let their users change.
struct SystemPalette: Sendable {
  /// Its name.
  var name: String
  /// The colours: the eight of ANSI and their bright forms.
  var colours: [Theme.RGB]

  /// A palette of colours as numbers: 0xRRGGBB.
  private init(_ name: String, _ values: [Int]) {
    self.name = name
    colours = values.map {
      Theme.RGB(
        UInt8(truncatingIfNeeded: $0 >> 16), UInt8(truncatingIfNeeded: $0 >> 8),
        UInt8(truncatingIfNeeded: $0))
    }
  }

  /// The palette of xterm.
  static let xterm = SystemPalette(
    "xterm",
    [
      0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
      0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
    ])

  /// The palettes that terminals commonly have.
  static let common: [SystemPalette] = [
    xterm,
    SystemPalette(
      "VGA",
      [
        0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
        0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
      ]),
    SystemPalette(
      "Tango",
      [
        0x2e3436, 0xcc0000, 0x4e9a06, 0xc4a000, 0x3465a4, 0x75507b, 0x06989a, 0xd3d7cf,
        0x555753, 0xef2929, 0x8ae234, 0xfce94f, 0x729fcf, 0xad7fa8, 0x34e2e2, 0xeeeeec,
      ]),
    SystemPalette(
      "Solarized",
      [
        0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5,
        0x002b36, 0xcb4b16, 0x586e75, 0x657b83, 0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3,
      ]),
    SystemPalette(
      "Campbell",
      [
        0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc,
        0x767676, 0xe74856, 0x16c60c, 0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2,
      ]),
  ]

  /// The entry that stands for a colour in the smallest palettes.
  ///
  /// On a background it is the nearest of those that can be read in every common palette, or the
  /// one that can be read best.
  static func index(
    _ colour: Theme.RGB, of count: UInt8, on back: Theme.Tint, atLeast contrast: Double
  ) -> UInt8 {
    let entries = 0..<count
    guard case .index(let ground) = back else { return nearest(to: colour, among: entries) }
    func worst(_ index: UInt8) -> Double {
      common.map { $0.colours[Int(index)].contrast(with: $0.colours[Int(ground)]) }.min() ?? 1
    }
    let legible = entries.filter { worst($0) >= contrast }
    return legible.isEmpty
      ? entries.max { worst($0) < worst($1) } ?? 0 : nearest(to: colour, among: legible)
  }

  /// Whether a colour of the first eight can still be read in every common palette if bold type has
  /// its bright form.
  static func isLegibleBold(
    _ ink: Theme.Tint, on back: Theme.Tint, atLeast contrast: Double
  ) -> Bool {
    guard case .index(let colour) = ink, colour < 8, case .index(let ground) = back else {
      return true
    }
    return common.allSatisfy {
      $0.colours[Int(colour) + 8].contrast(with: $0.colours[Int(ground)]) >= contrast
    }
  }

  private static func nearest(
    to colour: Theme.RGB, among entries: some Collection<UInt8>
  ) -> UInt8 {
    entries.min {
      colour.distance(to: xterm.colours[Int($0)]) < colour.distance(to: xterm.colours[Int($1)])
    } ?? 0
  }
}
