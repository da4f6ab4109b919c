/// Text between `<sup>` and `</sup>`, or `<sub>` and `</sub>`, as characters of Unicode.
enum RaisedText {
  case above, below

  /// The elements of HTML that say something in a line of Markdown.
  enum Tag {
    case above, below, end, lineBreak

    /// Reads a tag; nil for any other.
    init?(_ html: String) {
      switch html.lowercased().filter({ $0 != " " }) {
      case "<sup>": self = .above
      case "<sub>": self = .below
      case "</sup>", "</sub>": self = .end
      case "<br>", "<br/>": self = .lineBreak
      default: return nil
      }
    }

    /// How the text behind it is raised; nil if it is not.
    var raised: RaisedText? {
      switch self {
      case .above: .above
      case .below: .below
      case .end, .lineBreak: nil
      }
    }
  }

  private static let signs: [Character: (above: Character, below: Character)] = [
    "0": ("⁰", "₀"), "1": ("¹", "₁"), "2": ("²", "₂"), "3": ("³", "₃"), "4": ("⁴", "₄"),
    "5": ("⁵", "₅"), "6": ("⁶", "₆"), "7": ("⁷", "₇"), "8": ("⁸", "₈"), "9": ("⁹", "₉"),
    "+": ("⁺", "₊"), "-": ("⁻", "₋"), "−": ("⁻", "₋"), "(": ("⁽", "₍"), ")": ("⁾", "₎"),
  ]

  /// The text with raised characters, or behind `^` or `_` where Unicode lacks one of them.
  func text(_ text: String) -> String {
    let found = text.map { Self.signs[$0] }
    guard found.allSatisfy({ $0 != nil }) else { return (self == .above ? "^" : "_") + text }
    return String(found.compactMap { sign in self == .above ? sign?.above : sign?.below })
  }
}
