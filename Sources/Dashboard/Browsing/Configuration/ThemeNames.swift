package import Canvas

extension Theme.Color {
  /// The names of the sixteen colours, in the order of the palette.
  package static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]

  /// Reads a colour: one of `names`, a place in the palette of 256, or `#rrggbb`.
  package init?(name: String) {
    if let index = Self.names.firstIndex(of: name) {
      self.init(paletteIndex: UInt8(index))
    } else if name.utf8.first == UInt8(ascii: "#"), name.utf8.count == 7,
      name.utf8.dropFirst().allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(name.dropFirst(), radix: 16)
    {
      self.init(
        Theme.RGB(
          UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
          UInt8(truncatingIfNeeded: value)))
    } else if name.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = UInt8(name) {
      self.init(paletteIndex: index)
    } else {
      return nil
    }
  }
}

extension Role {
  /// The name of the role in a configuration: `focused-border`, `accent-1`.
  package var name: String {
    switch self {
    case .text: "text"
    case .faint: "faint"
    case .heading: "heading"
    case .border: "border"
    case .focusedBorder: "focused-border"
    case .link: "link"
    case .key: "key"
    case .match: "match"
    case .caution: "caution"
    case .fault: "fault"
    case .accent0, .accent1, .accent2, .accent3, .accent4, .accent5:
      "accent-\(rawValue - Role.accent0.rawValue)"
    default: "series-\(rawValue - Role.series0.rawValue + 1)"
    }
  }

  /// What the role is for, in a few words.
  package var summary: String {
    switch self {
    case .text: "running text"
    case .faint: "captions, units and hints"
    case .heading: "headings and titles of panels"
    case .border: "borders of panels and lines of charts"
    case .focusedBorder: "the border of the panel that has the keyboard"
    case .link: "links in running text"
    case .key: "names of keys"
    case .match: "the words that a search found"
    case .caution: "what is inferred, lost or in doubt"
    case .fault: "what is wrong"
    case .accent0, .accent1, .accent2, .accent3, .accent4, .accent5:
      "chapter \(rawValue - Role.accent0.rawValue)"
    default: "series \(rawValue - Role.series0.rawValue + 1) of a chart"
    }
  }

  /// The role with a name; nil if there is none.
  static func named(_ name: String) -> Role? { allCases.first { $0.name == name } }
}

extension Style.Attributes {
  /// The attributes by their names.
  package static let named: [(name: String, attribute: Style.Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse),
    ("italic", .italic),
  ]
}
