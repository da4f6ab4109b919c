/// The colours of a picture of a canvas.
package struct PictureColours: Sendable {
  /// The background, as `#rrggbb`.
  package var background: String
  /// Running text.
  package var foreground: String
  /// The colours of the roles, in the order of `Role.allCases`; empty takes the foreground.
  package var roles: [String]
  /// The background of the roles, in the same order; empty takes the common background.
  var papers: [String] = []
  /// Whether dim text is drawn faintly; not if a theme has a colour for it.
  var keepsDim = true

  /// Colours for a background and running text, with the colours of roles.
  package init(background: String, foreground: String, role: (Role) -> String = { _ in "" }) {
    self.background = background
    self.foreground = foreground
    roles = Role.allCases.map(role)
  }

  /// The colour of a role.
  package func colour(_ role: Role) -> String {
    let index = Int(role.rawValue)
    return index < roles.count && !roles[index].isEmpty ? roles[index] : foreground
  }

  /// The background of a role; nil for the common background.
  func paper(_ role: Role) -> String? {
    let index = Int(role.rawValue)
    return index < papers.count && !papers[index].isEmpty ? papers[index] : nil
  }

  /// The attribute that draws a style faintly; empty if there is none.
  package func opacity(_ style: Style) -> String {
    keepsDim && style.attributes.contains(.dim) ? " opacity=\"0.7\"" : ""
  }

  /// Dark on light, in black and white.
  package static let light = PictureColours(background: "#ffffff", foreground: "#1c1c1c")
  /// Dark on light, with the accents of a printed page.
  package static let paper = PictureColours(background: "#ffffff", foreground: "#1b1d21") { role in
    let accents = [
      "#7d567d", "#0057c2", "#b84300", "#a4007e", "#5c5c00", "#00704e", "#5a5ab8", "#7a00e6",
    ]
    let number = Int(role.rawValue) - Int(Role.accent0.rawValue)
    return accents.indices.contains(number) ? accents[number] : ""
  }
  /// The variables of a page, which chooses for light and for dark.
  package static let page = PictureColours(background: "var(--paper)", foreground: "var(--ink)") {
    switch $0.rawValue {
    case ..<Role.accent0.rawValue: ""
    case ..<Role.series0.rawValue: "var(--a\($0.rawValue - Role.accent0.rawValue))"
    default: "var(--s\($0.rawValue - Role.series0.rawValue))"
    }
  }
  /// Light on dark, in black and white.
  package static let dark = PictureColours(background: "#16181d", foreground: "#dfe1e5")
}
