import Canvas
import Reading

/// The themes of a configuration: names, each with a background and the look of each role.
extension ConfigurationReader {
  /// The fields of a theme that are not roles.
  static let themeFields = ["from", "background"]

  mutating func readThemes(_ field: Field) {
    switch field.value {
    case .fields(let fields):
      for field in fields {
        if result.themes.count == Configuration.themeLimit {
          return error(
            field.key, "more than \(Configuration.themeLimit) themes; the rest is left out",
            remedy: "remove some")
        }
        readTheme(field)
      }
    case .text(let item) where item.text.isEmpty: break
    default:
      error(field.key, "themes has no names", remedy: "indent lines such as mine: under it")
    }
  }

  private mutating func readTheme(_ field: Field) {
    let name = field.key.text
    guard Self.isName(name) else {
      return error(
        field.key, "\"\(name)\" is not the name of a theme",
        remedy: "use lower-case letters, digits and hyphens")
    }
    guard !result.allThemes.contains(where: { $0.name == name }) else {
      let isBuiltIn = ThemeDefinition.builtIn.contains { $0.name == name }
      return error(
        field.key, "there is a theme \"\(name)\" already",
        remedy: isBuiltIn ? "use another name and add from: \(name)" : "use another name")
    }
    guard case .fields(let fields) = field.value else {
      return error(
        field.key, "the theme \"\(name)\" says nothing",
        remedy: "indent lines such as heading: blue under it")
    }
    var theme = ThemeDefinition(name)
    var seen: Set<String> = []
    let known = Self.themeFields + Role.allCases.map(\.name)
    let settings = unique(fields, known: known, "role", &seen)
    // The theme that it is based on is read first, wherever `from` is.
    for field in settings where field.key.text == "from" {
      guard let item = text(field) else { continue }
      guard var base = result.allThemes.first(where: { $0.name == item.text }) else {
        let names = result.allThemes.map(\.name)
        error(
          item, "there is no theme \"\(item.text)\"", remedy: near(item.text, names, "there are"))
        continue
      }
      base.name = name
      theme = base
    }
    var lines: [Role: Item] = [:]
    for field in settings where field.key.text != "from" {
      if field.key.text == "background" {
        if let color = text(field).flatMap({ color($0) }) { theme.paper = color.color }
      } else if let role = Role.named(field.key.text) {
        readRole(field, role, &theme)
        lines[role] = field.key
      }
    }
    warnOfContrast(theme, lines, field)
    result.themes.append(.init(value: theme, line: field.key.line))
  }

  private mutating func readRole(_ field: Field, _ role: Role, _ theme: inout ThemeDefinition) {
    guard case .fields(let fields) = field.value else {
      if let color = text(field).flatMap({ color($0) }) { theme[role].foreground = color.color }
      return
    }
    var seen: Set<String> = []
    let known = ["foreground", "background", "attributes"]
    for field in unique(fields, known: known, "field", &seen) {
      switch field.key.text {
      case "foreground":
        if let color = text(field).flatMap({ color($0) }) { theme[role].foreground = color.color }
      case "background":
        if let color = text(field).flatMap({ color($0) }) { theme[role].background = color.color }
      default: theme[role].attributes = attributes(field)
      }
    }
  }

  private mutating func attributes(_ field: Field) -> Style.Attributes {
    let items: [Item]
    switch field.value {
    case .text(let item): items = item.text.isEmpty ? [] : [item]
    case .list(let list): items = list
    case .fields: items = []
    }
    let known = Style.Attributes.named.map(\.name)
    return items.reduce(into: []) { result, item in
      if let named = Style.Attributes.named.first(where: { $0.name == item.text }) {
        result.insert(named.attribute)
      } else {
        error(
          item, "there is no attribute \"\(item.text)\"", remedy: near(item.text, known, "use"))
      }
    }
  }

  /// A colour by name, number or components; `color` is nil for the terminal's own.
  private mutating func color(_ item: Item) -> (color: Theme.Color?, item: Item)? {
    if item.text == "default" { return (nil, item) }
    if let color = Theme.Color(name: item.text) { return (color, item) }
    error(
      item, "\"\(item.text)\" is not a colour",
      remedy: near(
        item.text, Theme.Color.names,
        "write \"#rrggbb\", a number from 0 to 255, default or one of"))
    return nil
  }

  private mutating func warnOfContrast(
    _ theme: ThemeDefinition, _ lines: [Role: Item], _ field: Field
  ) {
    for (role, contrast) in theme.illegible {
      let found = (contrast * 10).rounded(.down) / 10
      warning(
        lines[role] ?? field.key,
        "\(role.name) has a contrast of \(found):1 with its background; \(theme.contrast):1 can be read",
        remedy: "choose a \(Self.advice(theme, role)) colour")
    }
  }

  private static func advice(_ theme: ThemeDefinition, _ role: Role) -> String {
    (theme.background(of: role)?.rgb.luminance ?? 0) > 0.18 ? "darker" : "lighter"
  }

  /// Whether a text consists of lower-case letters, digits and hyphens and starts with a letter.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 40 else { return false }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return letters.contains(first)
      && text.utf8.allSatisfy {
        letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
