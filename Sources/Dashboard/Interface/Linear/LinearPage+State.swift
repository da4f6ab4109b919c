import Model

/// The page of a state.
extension LinearPage {
  /// The part of a screen that has the keyboard, in words; it begins with what it is.
  init(_ state: State, _ library: Library) {
    let content = ScreenContent(state, library)
    let parts = Self.parts(state, content)
    let subject = Self.subject(state, content, library)
    let place = parts.firstIndex { $0.panel == state.visit.focus } ?? 0
    guard parts.indices.contains(place) else {
      say(subject)
      return
    }
    let panel = content.panels[parts[place].panel]
    if place == 0 {
      say(subject)
      addFirst(panel, state, library)
    } else {
      let count = Self.count(of: panel)
      say(
        "\(parts[place].title)\(count.isEmpty ? "" : ": \(count)"). "
          + "Part \(place + 1) of \(parts.count), \(subject)")
      add(panel.content, state, library)
    }
    trim()
    // Between the sections of a chapter it would be said over and over.
    if place == 0, isSection(state, library) { return }
    let others = Self.others(parts, but: parts[place].panel)
    if !others.isEmpty {
      gap()
      say(others)
    }
  }

  private func isSection(_ state: State, _ library: Library) -> Bool {
    guard case .chapter = state.visit.route else { return false }
    return state.visit[panel: ChapterScreen.outlinePanel].selection > 0
  }

  /// Adds what a place is first asked for.
  private mutating func addFirst(_ panel: Panel, _ state: State, _ library: Library) {
    switch state.visit.route {
    case .chapter(let id):
      guard let chapter = library.catalogue.chapter(id) else { break }
      let row = state.visit[panel: ChapterScreen.outlinePanel].selection
      return add(chapter, row: row, library)
    case .indicator(let id):
      guard let indicator = library.catalogue.indicator(id) else { break }
      return add(indicator, state.visit, library)
    case .overview: addStart(library)
    default: break
    }
    add(panel.content, state, library)
  }

  private mutating func add(_ content: Panel.Content, _ state: State, _ library: Library) {
    if case .document(let document) = content {
      return addBelowHead(document, state.visit.route, library)
    }
    if state.visit.route != .overview || state.visit.focus > 0 { gap() }
    switch content {
    case .document: break
    case .list(let list):
      add(list, state, library)
      if LinearRow.areObservations(list) {
        gap()
        say("Each number leads to the source of its value.")
      }
    case .matrix(let matrix): add(matrix)
    case .chart(let chart): paragraph(LinearWords.value(chart.chart?.summary ?? chart.emptyText))
    }
  }

  /// Adds a document without the title that was said before it.
  private mutating func addBelowHead(
    _ document: DocumentContent, _ route: Route, _ library: Library
  ) {
    var blocks = document.blocks[...]
    if case .heading(_, level: 0, role: _, let anchor)? = blocks.first {
      blocks.removeFirst()
      if let anchor, case .remark? = blocks.first {
        blocks.removeFirst()
        addChapter(library.catalogue.chapter(of: anchor), library)
      }
    }
    gap()
    // How many faults there are is said at the start, with the word that reads them.
    if route == .overview {
      blocks.removeAll { if case .remark(_, .caution) = $0 { true } else { false } }
    }
    add(DocumentContent(Array(blocks)), library)
  }

  /// Adds the chapter that a record is of.
  mutating func addChapter(_ chapter: Chapter?, _ library: Library) {
    guard let chapter else { return }
    let title = "Chapter \(chapter.number), \(chapter.shortTitle)"
    say("\(title) [\(number(.destination(.record(chapter.reference)), title))]")
  }

  private mutating func addStart(_ library: Library) {
    let dossier = library.dossier
    let standings = dossier.recommendations.map(\.standing)
    let counts = [
      LinearWords.count(dossier.chapters.count, "chapter"),
      LinearWords.count(standings.count { $0 == .recommendation }, "recommendation"),
      LinearWords.count(standings.count { $0 == .proposal }, "proposal"),
      LinearWords.count(dossier.indicators.count, "indicator"),
      LinearWords.count(dossier.events.count, "event"),
    ].filter { !$0.isEmpty }
    say("It has \(LinearWords.list(counts)).")
    let faults = library.diagnostics.count
    if faults > 0 {
      let count = LinearWords.count(faults, "fault")
      say("\(count) found while reading; 'faults' reads \(faults == 1 ? "it" : "them").")
    }
    gap()
    say("Chapters: \(LinearWords.number(dossier.chapters.count)).")
  }

  /// Adds a list: its headings, and a number before every row that leads somewhere.
  mutating func add(_ list: ListContent, _ state: State, _ library: Library) {
    guard list.rows.selectableCount > 0 else { return say(emptyText(list, state)) }
    let places = library.catalogue
    let chapters = list.rows.compactMap { row -> Int? in
      guard case .route(.chapter(let id))? = row.destination else { return nil }
      return places.chapter(id)?.number
    }
    // Chapters are called by their own numbers, wherever these tell them apart.
    let isByChapter = chapters.count == list.rows.count && Set(chapters).count == chapters.count
    for (index, row) in list.rows.enumerated() {
      let words = LinearWords.value(LinearRow.words(row, of: list, library))
      guard let destination = row.destination else {
        // The value below a headline is in the headline's words.
        if state.visit.route == .overview || words.isEmpty { continue }
        gap()
        say("\(LinearRow.heading(words, library)):")
        continue
      }
      offer(words, .destination(destination), as: isByChapter ? chapters[index] : nil)
    }
  }

  /// Why a list is empty, in words that name commands and not keys.
  private func emptyText(_ list: ListContent, _ state: State) -> String {
    switch state.visit.route {
    case .overview where state.visit.focus == 0:
      "No chapter could be read; 'faults' says why."
    case .overview where state.visit.focus == 1:
      "The dossier names no headline indicators; 'indicators' lists all of them."
    case .bookmarks: "'mark' sets one on the page, 'mark 2' on a choice."
    case .search where state.search.isEmpty: "Say what to search for: 'search border trade'."
    case .recommendations, .indicators, .timeline, .index:
      state.visit.query.isFiltering
        ? "Nothing fits. 'all' shows everything again." : "The dossier has none."
    default: list.emptyText
    }
  }

  /// Adds a matrix: a row in a line, zeros left out.
  private mutating func add(_ matrix: MatrixContent) {
    for (index, title) in matrix.rows.enumerated() {
      let counts = zip(matrix.columns, matrix.counts[index]).filter { $0.1 > 0 }
        .map { "\($0.0) \($0.1)" }
      offer(
        "\(title): \(counts.isEmpty ? "none" : counts.joined(separator: ", "))", .matrixRow(index))
    }
    if matrix.rows.isEmpty { say("The dossier has no recommendations.") }
  }
}
