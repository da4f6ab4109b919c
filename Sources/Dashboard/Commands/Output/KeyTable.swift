import Interface

/// The keymap as documentation.
struct KeyTable {
  /// The bindings under the headings of their scopes.
  private let groups: [(heading: String, rows: [(keys: [String], help: String)])]

  /// The table of a keymap.
  init(_ keys: KeyMap) {
    groups = Binding.Scope.allCases.compactMap { scope in
      let rows = keys.bindings.filter { $0.scope == scope }.map { binding in
        (keys: binding.keys.map(\.description), help: binding.help)
      }
      return rows.isEmpty ? nil : (scope.rawValue, rows)
    }
  }

  /// The table for reading.
  func plain(width: Int) -> String {
    let left = groups.flatMap(\.rows).reduce(0) {
      max($0, $1.keys.joined(separator: ", ").columns)
    }
    var text = ""
    for group in groups {
      text += (text.isEmpty ? "" : "\n") + "\(group.heading)\n"
      for row in group.rows {
        let names = TextLayout.pad(row.keys.joined(separator: ", "), to: left)
        let help = TextLayout.wrap(row.help, to: max(20, width - left - 4))
        for (index, line) in help.enumerated() {
          let start = index == 0 ? names : String(repeating: " ", count: left)
          text += "  \(start)  \(line)\n"
        }
      }
    }
    return text
  }

  /// The table as Markdown.
  var markdown: String {
    var text = "# Keys\n\nMade from the keymap by `dossier keys --format md`.\n"
    for group in groups {
      text += "\n## \(group.heading)\n\n| key | |\n|---|---|\n"
      for row in group.rows {
        let names = row.keys.map(Self.code).joined(separator: ", ")
        text += "| \(names) | \(row.help) |\n"
      }
    }
    return text
  }

  /// The table in the language of `man`.
  var manual: String {
    groups.map { group in
      ".SS \(ManualPage.safe(group.heading))\n"
        + group.rows.map { row in
          ".TP\n.B \(ManualPage.safe(row.keys.joined(separator: ", ")))\n"
            + "\(ManualPage.safe(row.help))\n"
        }.joined()
    }.joined()
  }

  private static func code(_ key: String) -> String {
    key == "|" ? "`\\|`" : key == "`" ? "`` ` ``" : "`\(key)`"
  }
}
