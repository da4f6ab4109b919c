import Browsing
import Charts
import Query
import Records

/// Commands on an indicator's values and on a record.
extension LinearMode {
  package mutating func chart(_ command: LinearCommand, _ words: String) {
    guard case .indicator(let id) = state.visit.route,
      let indicator = library.catalogue.indicator(id)
    else { return say("This is not an indicator: 'indicators' lists them.") }
    let content = ChartPanel(indicator, library, state.visit.chart)
    let stays = "That changes nothing here."
    run { $0.focus(.chart) }
    switch command {
    case .value: value(words, content)
    case .zoom where words.lowercased().hasPrefix("o"): change(stays) { $0.zoom(in: false) }
    case .zoom: change(stays) { $0.zoom(in: true) }
    case .earlier: change(stays) { $0.pan(by: -1) }
    case .later: change(stays) { $0.pan(by: 1) }
    case .measure where !words.isEmpty: measure(words, content)
    case .measure:
      change(stays) { updater in
        updater.nextMeasure()
        // An axis makes no difference to a listener.
        if updater.state.visit.chart.measure == .log { updater.nextMeasure() }
      }
    case .series:
      if let number = Int(words) { return toggle(number - 1) }
      list(
        "Series to hide or to show again",
        content.names.enumerated().map { index, name in
          let isHidden = state.visit.chart.hidden.contains(index)
          return (name + (isHidden ? ", left out" : ""), .series(index))
        })
    case .compare: compare(words)
    default: break
    }
  }

  /// Selects the measure that a word or its beginning names.
  private mutating func measure(_ words: String, _ content: ChartPanel) {
    let known: [(word: String, measure: ChartView.Measure)] = [
      ("values", .value), ("index", .index), ("change", .change),
    ]
    guard let named = known.first(where: { $0.word.hasPrefix(words.lowercased()) }) else {
      return say("Say 'measure values', 'measure index' or 'measure change'.")
    }
    guard content.measures.contains(named.measure) else {
      return say("These values cannot be given as \(named.word).")
    }
    change("That changes nothing here.") { $0.state.visit.chart.measure = named.measure }
  }

  mutating func toggle(_ index: Int) {
    guard case .indicator(let id) = state.visit.route,
      let indicator = library.catalogue.indicator(id)
    else { return say("That number belongs to a page you have left. 'again' reads this one.") }
    let count = ChartPanel(indicator, library, state.visit.chart).names.count
    guard (0..<count).contains(index) else { return say("There is no such series.") }
    change("The last series stays.") { updater in
      if updater.state.visit.chart.hidden.remove(index) == nil,
        updater.state.visit.chart.hidden.count + 1 < count
      {
        updater.state.visit.chart.hidden.insert(index)
      }
    }
  }

  private mutating func compare(_ words: String) {
    guard !words.isEmpty else {
      guard state.visit.chart.compared != nil else {
        return say("Say what to compare with: 'compare exports'.")
      }
      return change("") { $0.compare() }
    }
    let found = library.paletteMatches(words, beside: state.indicator).prefix(12)
    if found.isEmpty {
      return say("No indicator to compare with is called '\(words)'.")
    }
    list(
      "Indicators to compare with",
      found.compactMap { match in
        guard case .record(let reference) = match.entry.choice else { return nil }
        return (match.entry.title, .compare(reference.id))
      })
  }

  /// Prints the values of a period or a name; of the last one if none is given.
  private mutating func value(_ words: String, _ content: ChartPanel) {
    guard let chart = content.chart else { return say(content.emptyText) }
    let stops = chart.stops
    let wanted = words.lowercased()
    func first(_ fits: (String) -> Bool) -> Chart.Stop? {
      stops.first { fits(chart.title(of: $0).lowercased()) }
    }
    let stop =
      wanted.isEmpty
      ? stops.last
      : first { $0 == wanted } ?? first { $0.hasPrefix(wanted) } ?? first { $0.contains(wanted) }
    guard let stop else {
      guard let first = stops.first, let last = stops.last else { return say(chart.summary) }
      return say(
        "No value at '\(words)'. From \(chart.title(of: first)) to \(chart.title(of: last)).")
    }
    let readOut = ReadOut(chart, at: stop)
    say("\(LinearWords.value(readOut.title)):")
    for row in readOut.rows {
      let since = [
        row.sinceStart.map { "since \($0.period) \($0.text)" } ?? "",
        row.sinceLast.flatMap { last in
          last == row.sinceStart ? nil : "since \(last.period) \(last.text)"
        } ?? "",
        row.rank.isEmpty ? "" : "rank \(row.rank)",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
      let name = row.name.isEmpty || row.name == readOut.title ? "" : "\(row.name) "
      say(name + LinearWords.value(row.value + (since.isEmpty ? "" : ", \(since)")))
    }
  }

  package mutating func record(_ command: LinearCommand, _ words: String) {
    let updater = Updater(state: state, library: library, keys: library.keys)
    var reference = updater.section ?? state.visit.route.reference
    if !words.isEmpty {
      let chosen = Int(words).flatMap { page.choice($0)?.reference }
      reference = chosen ?? library.catalogue.record(named: words)?.reference
      if reference == nil { return say("There is no record '\(words)' here.") }
    }
    switch command {
    case .cite, .bibtex:
      let record = reference.flatMap { library.catalogue[$0] }
      let citation =
        record.map { Citation(of: $0, in: library.catalogue) } ?? Citation(of: library.dossier)
      let text = command == .cite ? citation.plain : citation.bibtex
      for line in text.split(separator: "\n") { say(String(line)) }
    case .original: original(reference)
    default:
      guard let reference else { return say("Say which: 'mark 2' marks the second choice.") }
      run { $0.toggleBookmark(of: reference) }
      say(state.notice ?? "There is no room for more bookmarks.")
    }
  }

  private mutating func original(_ reference: Reference?) {
    guard let reference, let record = library.catalogue[reference] else {
      return say("Say which: 'original 2' reads the place of the second choice.")
    }
    guard let place = record.locators.first else {
      return say("The dossier gives no place in the original for this.")
    }
    guard library.original != nil else {
      let label = library.catalogue.placeLabel(of: record)
      return say("\(label): \(place.title). Start with --source FILE to read it here.")
    }
    go(.original(reference))
  }
}
