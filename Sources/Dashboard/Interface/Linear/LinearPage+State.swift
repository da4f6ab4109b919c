import Model

/// The page of a state.
extension LinearPage {
  /// The part of a screen that has the keyboard, in words.
  init(_ state: State, _ library: Library) {
    let content = ScreenContent(state, library)
    let parts = Self.parts(state, content)
    let panel = parts.contains { $0.panel == state.visit.focus } ? state.visit.focus : nil
    guard let panel = panel ?? parts.first?.panel else { return }
    let isFirst = panel == parts.first?.panel
    switch state.visit.route {
    case .overview where isFirst: addStart(library)
    case .chapter(let id) where isFirst:
      if let chapter = library.catalogue.chapter(id) {
        add(chapter, row: state.visit[panel: ChapterScreen.outlinePanel].selection, library)
      }
    case .indicator(let id) where isFirst:
      if let indicator = library.catalogue.indicator(id) { add(indicator, state.visit, library) }
    case .recommendation, .record, .original, .faults: if !isFirst { head(content, parts, panel) }
    default: head(content, parts, panel)
    }
    if paragraphs.isEmpty || !isRead(state.visit.route, isFirst) {
      add(content.panels[panel].content, state, library)
    }
    trim()
    let others = Self.others(parts, but: panel)
    if !others.isEmpty {
      gap()
      say(others)
    }
  }

  /// Whether the page was put together in words of its own.
  private func isRead(_ route: Route, _ isFirst: Bool) -> Bool {
    switch route {
    case .chapter, .indicator: isFirst
    default: false
    }
  }

  /// What the page is, and which part of it.
  private mutating func head(_ content: ScreenContent, _ parts: [Part], _ panel: Int) {
    let part = parts.first { $0.panel == panel }?.title ?? ""
    let place = content.trail.filter { !$0.isEmpty }.joined(separator: ", ")
    say(place.isEmpty ? part : place.hasSuffix(part) || part.isEmpty ? place : "\(place). \(part)")
    gap()
  }

  private mutating func add(_ content: Panel.Content, _ state: State, _ library: Library) {
    switch content {
    case .document(let document): add(document, library)
    case .list(let list): add(list, state, library)
    case .matrix(let matrix): add(matrix)
    case .chart(let chart): say(chart.chart?.summary ?? chart.emptyText)
    }
  }

  private mutating func addStart(_ library: Library) {
    let dossier = library.dossier
    say("Overview: \(dossier.title)")
    let faults = library.diagnostics.count
    if faults > 0 {
      say("\(LinearRow.count(faults, "fault")) found while reading; 'faults' reads them.")
    }
    gap()
    say("Chapters:")
  }

  /// Adds a list: its headings, and a number before every row that leads somewhere.
  mutating func add(_ list: ListContent, _ state: State, _ library: Library) {
    guard !list.selectable.isEmpty else { return say(emptyText(list, state)) }
    let places = library.catalogue
    let chapters = list.rows.compactMap { row -> Int? in
      guard case .route(.chapter(let id))? = row.destination else { return nil }
      return places.chapter(id)?.number
    }
    // Chapters are called by their own numbers, wherever these tell them apart.
    let isByChapter = chapters.count == list.rows.count && Set(chapters).count == chapters.count
    for (index, row) in list.rows.enumerated() {
      let words = LinearRow.words(row, of: list, library)
      guard let destination = row.destination else {
        // The value below a headline is in the headline's words.
        if state.visit.route == .overview || words.isEmpty { continue }
        gap()
        say("\(words.replacing("  ", with: " ")):")
        continue
      }
      offer(words, .destination(destination), as: isByChapter ? chapters[index] : nil)
    }
  }

  private func emptyText(_ list: ListContent, _ state: State) -> String {
    switch state.visit.route {
    case .bookmarks: "No bookmarks yet. 'mark' sets one on the page, 'mark 2' on a choice."
    case .search where state.search.isEmpty: "Say what to search for: 'search border trade'."
    case .recommendations, .indicators, .timeline, .index:
      state.visit.query.isFiltering
        ? "Nothing fits. 'all' shows everything again." : "Nothing here."
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
