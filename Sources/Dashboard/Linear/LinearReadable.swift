import Browsing
import Canvas
import Charts
import Query
import Records

/// The content of a panel as a part of a page.
protocol LinearReadable {
  /// Adds it to a page.
  func read(into page: inout LinearPage, _ state: State, _ library: Library)
}

/// The page of a state.
extension LinearPage {
  /// The focused part of a screen in words; it begins with its subject.
  init(_ state: State, _ library: Library) {
    let content = ScreenContent(state, library)
    let parts = content.parts
    let subject = Self.subject(state, content, library)
    let place = parts.firstIndex(of: state.visit.focus) ?? 0
    let panel = content.panels[parts[place]]
    if place == 0 {
      say(subject)
      addFirst(panel, content, state, library)
    } else {
      let count = Self.count(of: panel)
      say(
        "\(panel.spokenName)\(count.isEmpty ? "" : ": \(count)"). "
          + "Part \(place + 1) of \(parts.count), \(subject)")
      add(panel, state, library)
    }
    trim()
    // For the sections of a chapter it would be repeated endlessly.
    if place == 0, content.section(state.visit) > 0 { return }
    let others = content.others(but: place)
    if !others.isEmpty {
      gap()
      say(others)
    }
  }

  private mutating func add(_ panel: Panel, _ state: State, _ library: Library) {
    (panel.content as? any LinearReadable)?.read(into: &self, state, library)
  }

  /// Adds what matters most about a place.
  private mutating func addFirst(
    _ panel: Panel, _ content: ScreenContent, _ state: State, _ library: Library
  ) {
    switch state.visit.route.reference.flatMap({ library.catalogue[$0] }) {
    case .chapter(let chapter) where panel.part == .text:
      add(chapter, row: content.section(state.visit), library)
    case .indicator(let indicator) where panel.part == .chart:
      add(indicator, state.visit, library)
    default:
      guard state.visit.route == .overview else { return add(panel, state, library) }
      addStart(library)
      if let list = panel.content as? ListPanel { add(list, state, library) }
    }
  }

  /// Adds the chapter that a record belongs to.
  mutating func addChapter(_ chapter: Chapter?, _ library: Library) {
    guard let chapter else { return }
    let number = number(.destination(.record(chapter.reference)), chapter.spokenName)
    say("\(chapter.spokenName) [\(number)]")
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

  /// Adds a list: its headings, and a number before every row that can be opened.
  fileprivate mutating func add(_ list: ListPanel, _ state: State, _ library: Library) {
    guard !list.selectable.isEmpty else { return say(emptyText(list, state, library)) }
    let chapters = list.rows.compactMap { row -> Int? in
      guard case .route(.chapter(let id))? = row.destination else { return nil }
      return library.catalogue.chapter(id)?.number
    }
    // Chapters keep their own numbers if these are unique on the page.
    let isByChapter = chapters.count == list.rows.count && Set(chapters).count == chapters.count
    for (index, row) in list.rows.enumerated() {
      let words = LinearWords.value(row.words(library))
      if let destination = row.destination {
        offer(words, .destination(destination), as: isByChapter ? chapters[index] : nil)
      } else if !words.isEmpty {
        gap()
        say("\(words):")
      }
    }
  }

  /// Why a list is empty, with commands instead of keys.
  private func emptyText(_ list: ListPanel, _ state: State, _ library: Library) -> String {
    guard ScreenContent(state, library).index(of: .choices) == nil else {
      return state.visit.query.isFiltering
        ? "Nothing matches. 'all' shows everything again." : "The dossier has none."
    }
    return list.spokenEmptyText ?? list.emptyText
  }
}

extension ListPanel: LinearReadable {
  func read(into page: inout LinearPage, _ state: State, _ library: Library) {
    page.gap()
    page.add(self, state, library)
    let hasObservations = rows.contains { row in
      if case .observation = row.telling { true } else { false }
    }
    guard hasObservations else { return }
    page.gap()
    page.say("Each number leads to the source of its value.")
  }
}

extension MatrixPanel: LinearReadable {
  /// A row as a line, without zeros.
  func read(into page: inout LinearPage, _ state: State, _ library: Library) {
    page.gap()
    for (index, title) in rows.enumerated() {
      let told = zip(columns, counts[index]).filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
      page.offer(
        "\(title): \(told.isEmpty ? "none" : told.joined(separator: ", "))", .matrixRow(index))
    }
    if rows.isEmpty { page.say("There is nothing to count.") }
  }
}

extension ChartPanel: LinearReadable {
  func read(into page: inout LinearPage, _ state: State, _ library: Library) {
    page.gap()
    page.paragraph(LinearWords.value(chart?.summary ?? emptyText))
  }
}

extension DocumentPanel: LinearReadable {
  /// The text without the title, which was printed before it.
  func read(into page: inout LinearPage, _ state: State, _ library: Library) {
    var blocks = self.blocks[...]
    if case .heading(_, level: 0, role: _, let anchor)? = blocks.first {
      blocks.removeFirst()
      if let anchor, case .remark? = blocks.first {
        blocks.removeFirst()
        page.addChapter(library.catalogue.chapter(of: anchor), library)
      }
    }
    page.gap()
    // The number of faults is stated at the start, with the command that lists them.
    if state.visit.route == .overview {
      blocks.removeAll { if case .remark(_, .caution) = $0 { true } else { false } }
    }
    page.add(Array(blocks), library)
  }
}

// MARK: The parts of a page

extension ScreenContent {
  /// The panels that are parts of a page: all but previews and the outline, which only serves to
  /// choose a section.
  var parts: [Int] {
    panels.indices.filter { panels[$0].part != .preview && panels[$0].part != .outline }
  }

  /// The sentence that names the other parts; empty if there are none.
  fileprivate func others(but place: Int) -> String {
    let others = parts.enumerated().filter { $0.offset != place }
    // The filter is better known by its command.
    if others.count == 1, panels[others[0].element].part == .choices {
      return "'filter' lists ways to filter the list."
    }
    let told = others.map { "part \($0.offset + 1), \(panels[$0.element].spokenName)" }
    return told.isEmpty ? "" : "Also here: \(told.joined(separator: "; "))."
  }
}
