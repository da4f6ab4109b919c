import Canvas
import Charts
import Query
import Reading
package import Records
import Text

/// Every record and command by name, as a shortcut.
package struct Palette {
  package enum Choice: Hashable {
    case record(Reference)
    case action(Action)
    /// A talk of the dossier by its id; nil for the one made from its records.
    case deck(String?)
    /// A theme by its name.
    case theme(String)
    /// What became of recommendations, by a day.
    case day(Period.Point)
  }

  package struct Entry {
    package var title: String
    /// The keys of a command, or the kind of a record.
    package var detail = ""
    package var choice: Choice

    /// An entry with its title.
    package init(title: String, detail: String = "", choice: Choice) {
      self.title = title
      self.detail = detail
      self.choice = choice
    }
  }

  package struct Match {
    package var entry: Entry
    /// The characters of the title that were matched.
    package var positions: [Int]

    /// A match of an entry.
    package init(entry: Entry, positions: [Int]) {
      self.entry = entry
      self.positions = positions
    }
  }

  private let entries: [Entry]
  private let names: [FuzzyMatch.Name]

  fileprivate init(_ library: Library) {
    // Moving within a panel makes no sense from here, and chapters are among the records.
    let commands = library.keys.bindings.filter { binding in
      if case .chapter = binding.action { false } else { binding.scope != .moving }
    }
    var entries = commands.map { binding in
      Entry(
        title: binding.help, detail: binding.keys.map(\.description).joined(separator: " "),
        choice: .action(binding.action))
    }
    for (reference, title) in library.catalogue.names where reference.kind != .note {
      entries.append(Entry(title: title, choice: .record(reference)))
    }
    entries += library.dossier.decks.map { deck in
      Entry(
        title: "Present: \(deck.title)", detail: Library.extent(deck), choice: .deck(deck.id))
    }
    entries += library.preferences.themes.map {
      Entry(title: "Theme: \($0.name)", detail: "colours", choice: .theme($0.name))
    }
    self.entries = entries
    names = entries.map { FuzzyMatch.Name($0.title) }
  }

  fileprivate func matches(
    _ pattern: String, beside indicator: String?, _ library: Library
  ) -> [Match] {
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
        entry.detail = library.kind(library.catalogue[reference])
      } else if indicator != nil {
        continue
      }
      let positions = FuzzyMatch(letters, in: names[index])?.positions ?? []
      found.append(Match(entry: entry, positions: positions))
    }
    return found
  }

  fileprivate struct Question: Hashable {
    var pattern: String
    var indicator: String?
  }
}

extension Library {
  /// The talks that a pattern matches: those of the dossier from the shortest to the longest, then
  /// the one made from its records.
  ///
  /// - Parameter subject: The record that the last one starts with; nil for its beginning.
  package func deckMatches(_ pattern: String, from subject: Reference?) -> [Palette.Match] {
    let decks = dossier.decks.sorted { ($0.minutes ?? .infinity) < ($1.minutes ?? .infinity) }
    var entries = decks.map { deck in
      Palette.Entry(title: deck.title, detail: Self.extent(deck), choice: .deck(deck.id))
    }
    let whole = DeckMaker.deck(of: dossier)
    let start = subject.map { ", from \(catalogue.title(of: $0))" } ?? ""
    entries.append(
      Palette.Entry(
        title: "The whole report\(start)", detail: Self.extent(whole), choice: .deck(nil)))
    let letters = FuzzyMatch.Pattern(pattern)
    // All are shown in their order until something is typed.
    return FuzzyMatch.ranked(letters, in: entries.map { FuzzyMatch.Name($0.title) }).map { index in
      let positions = FuzzyMatch(letters, in: FuzzyMatch.Name(entries[index].title))?.positions
      return Palette.Match(entry: entries[index], positions: positions ?? [])
    }
  }

  /// How long a talk takes: `15 minutes`, or its slides if it has no limit.
  fileprivate static func extent(_ deck: Deck) -> String {
    guard let minutes = deck.minutes else { return "\(deck.slides.count) slides" }
    return ValueFormat.minutes(minutes)
  }

  /// The day that a pattern names, `2018`, `as of 2018-06` or `today`, by which outcomes can be
  /// told.
  private func dayMatch(_ pattern: String) -> Palette.Match? {
    let words = pattern.lowercased().split(separator: " ").filter { $0 != "as" && $0 != "of" }
    guard words.count == 1, let word = words.first, !outcomes.isEmpty,
      let day = word == "today" ? latestDay : PeriodReader().period(String(word))?.lastDay
    else { return nil }
    let shown = min(day, latestDay)
    let title = "What became of it, as of \(shown.title)"
    return Palette.Match(
      entry: Palette.Entry(title: title, detail: "a day", choice: .day(shown)), positions: [])
  }

  /// The entries of the palette that a pattern matches, best first.
  ///
  /// - Parameter indicator: Limits the entries to those that this indicator can be compared with;
  ///   nil for all records and commands.
  package func paletteMatches(_ pattern: String, beside indicator: String? = nil) -> [Palette.Match]
  {
    // The same pattern is used to handle a key and then to draw.
    cache.value(Palette.Question(pattern: pattern, indicator: indicator)) {
      let palette = cache.value("palette") { Palette(self) }
      let day = indicator == nil ? dayMatch(pattern) : nil
      return [day].compactMap(\.self) + palette.matches(pattern, beside: indicator, self)
    }
  }
}
