import Browsing
import Canvas
import Talk

/// The keymaps of the dashboard and of briefings as documentation.
struct KeyTable {
  /// The bindings under the headings of their scopes.
  private let groups: [(heading: String, rows: [(keys: [String], help: String)])]

  /// The table of a dashboard's keymap and a talk's.
  init(_ keys: DashboardKeys, _ talk: TalkKeys) {
    let scopes = Action.Scope.allCases.map { scope in
      (heading: scope.rawValue, rows: keys.bindings.filter { $0.scope == scope }.map(Self.row))
    }
    let seats = [
      (heading: "A briefing: presenting", rows: Self.rows(talk, [.presenter, .console])),
      (heading: "A briefing: following", rows: Self.rows(talk, [.follower])),
    ]
    groups = (scopes + seats).filter { !$0.rows.isEmpty }
  }

  private static func row(_ binding: Binding<Action>) -> (keys: [String], help: String) {
    (binding.keyNames, binding.help)
  }

  /// The bindings of some seats; the seat is named if not all of them have the key.
  private static func rows(
    _ talk: TalkKeys, _ seats: Set<Talk.Seat>
  ) -> [(keys: [String], help: String)] {
    talk.bindings.filter { !$0.scope.isDisjoint(with: seats) }.map { binding in
      var help = binding.help
      if !seats.isSubset(of: binding.scope) {
        help += binding.scope.contains(.console) ? " (on the console)" : " (on the slides)"
      }
      return (binding.keys.map(\.description), help)
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
    key == Binding<Action>.byName ? key : key == "|" ? "`\\|`" : key == "`" ? "`` ` ``" : "`\(key)`"
  }
}
