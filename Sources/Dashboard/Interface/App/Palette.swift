import Model

/// Every record and command by name, for going there without knowing the way.
struct Palette {
  enum Choice: Hashable {
    case record(Reference)
    case action(Action)
  }

  struct Entry {
    var title: String
    /// The keys of a command, or the kind of a record that was matched.
    var detail = ""
    var choice: Choice
  }

  struct Match {
    var entry: Entry
    /// The characters of the title that were matched.
    var positions: [Int]
  }

  private let entries: [Entry]
  private let names: [FuzzyMatch.Name]
  /// What the last pattern matched; a key is answered and then drawn with the same pattern.
  private var last: (pattern: String, indicator: String?, matches: [Match])?

  init(_ library: Library) {
    let catalogue = library.catalogue
    // Keys that move within a panel do nothing from here, and chapters stand among the records.
    let commands = library.keys.bindings.filter { binding in
      if case .chapter = binding.action { false } else { binding.scope != .moving }
    }
    var entries = commands.map { binding in
      Entry(
        title: binding.help, detail: binding.keys.map(\.description).joined(separator: " "),
        choice: .action(binding.action))
    }
    for (reference, title) in catalogue.names where reference.kind != .note {
      entries.append(Entry(title: title, choice: .record(reference)))
    }
    self.entries = entries
    names = entries.map { FuzzyMatch.Name($0.title) }
  }

  /// The entries that a pattern matches, best first; only what can be compared with an indicator
  /// where one is named.
  mutating func matches(
    _ pattern: String, beside indicator: String?, _ library: Library
  ) -> [Match] {
    if let last, last.pattern == pattern, last.indicator == indicator { return last.matches }
    let compared = indicator.flatMap(library.catalogue.indicator)
    var found: [Match] = []
    let letters = FuzzyMatch.Pattern(pattern)
    for index in FuzzyMatch.ranked(letters, in: names) {
      if found.count == 200 { break }
      var entry = entries[index]
      if case .record(let reference) = entry.choice {
        if let compared {
          guard reference.kind == .indicator,
            let other = library.catalogue.indicator(reference.id),
            compared.obstacle(beside: other) == nil
          else { continue }
        }
        entry.detail = Rows.kind(library.catalogue[reference], library)
      } else if indicator != nil {
        continue
      }
      let positions = FuzzyMatch(letters, in: names[index])?.positions ?? []
      found.append(Match(entry: entry, positions: positions))
    }
    last = (pattern, indicator, found)
    return found
  }
}
