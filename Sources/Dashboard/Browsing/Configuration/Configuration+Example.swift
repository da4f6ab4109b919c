import Canvas
import Charts

extension Configuration {
  /// A configuration that says what is in force without one, with what else could be said.
  ///
  /// Reads back as the default.
  package static var example: String {
    var lines = [
      "# What dossier can be told, with what it does untold. Copy it to",
      "# ~/.config/dossier/config.yaml and keep the lines that you change.",
      "",
      "# \(ThemeDefinition.builtIn.map(\.name).joined(separator: ", ")), or one of your own.",
      "theme: \(ThemeDefinition.terminal.name)",
      "# \(ColorUse.allCases.map(\.rawValue).joined(separator: ", ")); NO_COLOR takes precedence.",
      "color: \(ColorUse.auto.rawValue)",
      "# What charts are drawn with, where the locale knows it:",
      "# \(GlyphSet.allCases.map(\.rawValue).joined(separator: ", ")).",
      "glyphs: \(GlyphSet.braille.rawValue)",
      "# ASCII alone, whatever the locale.",
      "ascii: off",
      "# Take clicks and the wheel.",
      "mouse: off",
      "# Milliseconds to wait after Escape for the rest of a key; ESCDELAY takes precedence.",
      "escdelay: \(Configuration.usualEscdelay)",
      "# Keep bookmarks and the last place.",
      "state: on",
      "",
      "# The keys of the dashboard. An action has the keys that stand here and no others; what",
      "# another action had of them, it loses. [] takes all keys away.",
      "keys:",
    ]
    lines += keys(DashboardKeys.standard)
    lines += ["", "# The keys of a briefing, at each end that knows the action.", "talk-keys:"]
    lines += keys(TalkKeys.standard)
    lines += [
      "", "# Themes of your own: from another, with a background and colours of roles. A colour is",
      "# a name (red, bright-blue), a number from 0 to 255, \"#rrggbb\", or default.",
      "themes:", "#  night:", "#    from: dark", "#    background: \"#101418\"",
      "#    heading: {foreground: \"#ffd75f\", attributes: [bold]}", "#    link: 117",
      "# Roles:",
    ]
    for role in Role.allCases { lines.append("#   \(role.name): \(role.summary)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Each action once, with the keys of all its bindings.
  private static func keys<Action>(_ map: KeyMap<Action>) -> [String] {
    var told: Set<Action> = []
    return map.bindings.filter { told.insert($0.action).inserted }.flatMap { binding in
      let name = binding.action.name
      var seen: Set<Key> = []
      let keys = map.bindings.filter { $0.action == binding.action }.flatMap(\.keys)
      let list = keys.filter { seen.insert($0).inserted }.map { "\"\(escaped($0.description))\"" }
      return ["  # \(binding.help)", "  \(name): [\(list.joined(separator: ", "))]"]
    }
  }

  /// A text between YAML's double quotes.
  private static func escaped(_ text: String) -> String {
    text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}
