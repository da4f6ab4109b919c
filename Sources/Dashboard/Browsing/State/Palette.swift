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
    /// The rest of a kind, to be shown.
    case more(String)

    /// What it is one of, as a heading.
    package var kind: String {
      switch self {
      case .record(let reference): reference.kind.pluralTitle
      case .action: "Commands"
      case .deck: "Talks"
      case .theme: "Themes"
      case .day: "Days"
      case .more(let kind): kind
      }
    }
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

  /// The most matches of a list.
  private static let most = 200
  /// The matches of a kind that are shown at first.
  private static let few = 6

  fileprivate func matches(_ pattern: String, _ library: Library) -> [Match] {
    let letters = FuzzyMatch.Pattern(pattern)
    return FuzzyMatch.ranked(letters, in: names).prefix(Self.most).map {
      match($0, letters, library)
    }
  }

  private func match(
    _ index: Int, _ letters: FuzzyMatch.Pattern, _ library: Library
  ) -> Match {
    var entry = entries[index]
    if case .record(let reference) = entry.choice, let record = library.catalogue[reference] {
      entry.detail = library.catalogue.kind(of: record)
    }
    return Match(entry: entry, positions: FuzzyMatch(letters, in: names[index])?.positions ?? [])
  }

  /// The matches kind by kind, the kind with the best one first; of each only a few unless it is
  /// unfolded.
  ///
  /// Scattered letters count only if no name has what was typed as words.
  fileprivate func groups(
    _ pattern: String, unfolded: Set<String>, _ library: Library
  ) -> [Match] {
    let letters = FuzzyMatch.Pattern(pattern)
    var kinds: [String] = []
    var found: [String: [Int]] = [:]
    let ranked = FuzzyMatch.ranked(letters, in: names)
    let ofWords = ranked.prefix { FuzzyMatch(letters, in: names[$0])?.isOfWords == true }
    for index in ofWords.isEmpty ? ranked[...] : ofWords {
      let kind = entries[index].choice.kind
      if found[kind] == nil { kinds.append(kind) }
      found[kind, default: []].append(index)
    }
    return kinds.flatMap { kind -> [Match] in
      let all = found[kind] ?? []
      // A row that unfolds a single match would take as much room as the match.
      let isFolded = all.count > Self.few + 1 && !unfolded.contains(kind)
      let shown = all.prefix(isFolded ? Self.few : Self.most).map { index in
        var match = match(index, letters, library)
        match.entry.detail = place(match.entry, library)
        return match
      }
      let rest = Entry(title: "\(all.count - Self.few) more", choice: .more(kind))
      return shown + (isFolded ? [Match(entry: rest, positions: [])] : [])
    }
  }

  /// What an entry under the heading of its kind is told apart by: the number of a recommendation,
  /// the chapter of other records.
  private func place(_ entry: Entry, _ library: Library) -> String {
    guard case .record(let reference) = entry.choice, let record = library.catalogue[reference]
    else { return entry.detail }
    switch record {
    case .recommendation(let item): return library.catalogue.number(item)
    case .section, .indicator, .event, .note:
      return library.catalogue.chapter(record.chapter)?.listName ?? ""
    case .chapter, .entity, .source: return entry.detail
    }
  }

  /// The indicators that one can be compared with, those with most in common first until letters
  /// are typed.
  fileprivate func partners(
    _ pattern: String, of indicator: Indicator, _ library: Library
  ) -> [Match] {
    let letters = FuzzyMatch.Pattern(pattern)
    var found: [(match: Match, affinity: Double)] = []
    for index in FuzzyMatch.ranked(letters, in: names) {
      guard case .record(let reference) = entries[index].choice, reference.kind == .indicator,
        let other = library.catalogue.indicator(reference.id),
        indicator.obstacle(beside: other) == nil
      else { continue }
      var match = match(index, letters, library)
      let years = other.years.map { "\($0.lowerBound)–\($0.upperBound)" }
      match.entry.detail = [years, other.unit == indicator.unit ? "same unit" : nil]
        .compactMap(\.self).joined(separator: ", ")
      found.append((match, pattern.isEmpty ? indicator.affinity(to: other) : 0))
    }
    // Swift's sort keeps the order of equals.
    return found.sorted { $0.affinity > $1.affinity }.prefix(Self.most).map(\.match)
  }

  fileprivate struct Question: Hashable {
    var pattern: String
    var indicator: String?
    var unfolded: Set<String>?
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

  private var palette: Palette { cache.value("palette") { Palette(self) } }
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
      guard let indicator = indicator.flatMap(catalogue.indicator) else {
        return palette.matches(pattern, self)
      }
      return palette.partners(pattern, of: indicator, self)
    }
  }

  /// The entries of the palette that a choice matches, kind by kind.
  func paletteGroups(_ choice: NameChoice) -> [Palette.Match] {
    let question = Palette.Question(pattern: choice.line.text, unfolded: choice.unfolded)
    return cache.value(question) {
      [dayMatch(question.pattern)].compactMap(\.self)
        + palette.groups(question.pattern, unfolded: choice.unfolded, self)
    }
  }
}
