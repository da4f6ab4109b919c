package import Browsing
import Canvas
import Charts
import Query
import Records

/// A page of linear mode: paragraphs of text, and what the numbers in them open.
package struct LinearPage {
  package struct Numbered {
    package var number: Int
    /// The name of the choice if its text is not repeated.
    package var title: String
    package var choice: LinearChoice
  }

  /// The paragraphs, not wrapped; an empty one is an empty line.
  private(set) var paragraphs: [String] = []
  private(set) var choices: [Numbered] = []

  /// The choice of a number; nil if the page has no such number.
  package func choice(_ number: Int) -> LinearChoice? {
    // A number is nearly always at its own index, or, if they count from 0, one further.
    for place in [number - 1, number]
    where choices.indices.contains(place) && choices[place].number == number {
      return choices[place].choice
    }
    return choices.first { $0.number == number }?.choice
  }

  /// Adds a paragraph.
  mutating func say(_ text: String) { paragraphs.append(text) }

  /// Adds an empty line unless there is one already or the page is empty.
  mutating func gap() {
    if let last = paragraphs.last, !last.isEmpty { paragraphs.append("") }
  }

  /// Numbers a choice: with the next number, unless it has its own.
  package mutating func number(_ choice: LinearChoice, _ title: String, as own: Int? = nil) -> Int {
    let number = own ?? (choices.last?.number ?? 0) + 1
    choices.append(Numbered(number: number, title: title, choice: choice))
    return number
  }

  /// The number of a link within a text; a target that is linked twice on a page has one number.
  mutating func link(_ choice: LinearChoice, _ title: String) -> Int {
    choices.first { $0.choice == choice }?.number ?? number(choice, title)
  }

  /// Adds a numbered paragraph.
  mutating func offer(_ text: String, _ choice: LinearChoice, as own: Int? = nil) {
    let number = number(choice, text, as: own)
    say("\(number). \(text)")
  }

  /// Removes empty lines at the end.
  mutating func trim() {
    while let last = paragraphs.last, last.isEmpty { paragraphs.removeLast() }
  }

  /// Changes an earlier paragraph.
  mutating func replace(at index: Int, _ change: (String) -> String) {
    guard paragraphs.indices.contains(index) else { return }
    paragraphs[index] = change(paragraphs[index])
  }

  // MARK: Chapters

  /// Adds a section of a chapter, or for row 0 the chapter's beginning with its list of sections,
  /// below the page's subject.
  mutating func add(_ chapter: Chapter, row: Int, _ library: Library) {
    guard chapter.sections.indices.contains(row - 1) else {
      if !chapter.authors.isEmpty { say("By \(chapter.authors.joined(separator: ", "))") }
      gap()
      paragraph(chapter.summary)
      add(chapter.keyMessages.map { .message($0, .heading) }, library)
      addOutline(chapter)
      return
    }
    let section = chapter.sections[row - 1]
    gap()
    for block in section.blocks { add(block, library) }
    trim()
    gap()
    say(
      chapter.sections.indices.contains(row)
        ? "'next' reads \(chapter.sections[row].title)." : "This is the last section.")
  }

  private mutating func addOutline(_ chapter: Chapter) {
    guard !chapter.sections.isEmpty else { return }
    gap()
    say("Sections: \(chapter.sections.count).")
    for section in chapter.sections {
      offer(
        section.title, .section(chapter: chapter.id, section.reference))
    }
  }

  // MARK: Subjects

  /// The subject of a place in a line: its kind first, then its name or how much it lists.
  static func subject(_ state: State, _ content: ScreenContent, _ library: Library) -> String {
    switch state.visit.route {
    case .overview: return "Overview: \(library.dossier.title)"
    case .chapter(let id):
      guard let chapter = library.catalogue.chapter(id) else { return "Not found" }
      let row = content.section(state.visit)
      guard chapter.sections.indices.contains(row - 1) else {
        return "Chapter \(chapter.number): \(chapter.title)"
      }
      let place = "Section \(row) of \(chapter.sections.count), \(chapter.shortTitle)"
      return "\(place): \(chapter.sections[row - 1].title)"
    case .recommendation, .indicator, .record:
      let record = state.visit.route.reference.flatMap { library.catalogue[$0] }
      guard let record else { return "Not found" }
      // If another indicator is shown as well, the title has both names.
      return
        "\(library.catalogue.kind(of: record)): \(content.chart?.chart?.subject ?? record.title)"
    case .original(let reference):
      return "Original: \(library.catalogue.title(of: reference))"
    case .search:
      if state.search.isEmpty { return "Search" }
      return "Search for '\(state.search.text)': \(count(of: content.main)) found"
    case .matrix:
      guard let matrix = content.main?.content as? MatrixPanel else { return "Matrix" }
      let axes =
        content.orders.isEmpty ? "" : content.orders[state.visit.order % content.orders.count]
      return "Matrix of recommendations: \(matrix.rows.count > 1 ? axes : "none")"
    case .links:
      return "Links between chapters: \(LinearWords.number(library.dossier.links.count))"
    case .outcomes: return content.main?.title ?? ""
    case .review: return "Review: 'dossier review' asks line by line"
    case .faults: return "Faults: \(LinearWords.number(library.diagnostics.count))"
    case .bookmarks: return "Bookmarks: \(count(of: content.main))"
    case .recommendations, .indicators, .timeline, .index:
      // The filter is stated in words below.
      let title = content.main?.title.split { ",:".contains($0) }.first.map(String.init) ?? ""
      let told = [count(of: content.main)] + narrowing(state.visit.query, library)
      return "\(title): \(told.joined(separator: ", "))"
    }
  }

  /// The number of choices that a panel lists; empty for a text.
  package static func count(of panel: Panel?) -> String {
    guard let list = panel?.content as? ListPanel else { return "" }
    return LinearWords.number(
      list.selectable.reduce(0) { count, row in
        // A row that shows others counts as what it hides.
        guard case .fold(_, let hidden)? = list.rows[row].destination else { return count + 1 }
        return count + hidden
      })
  }

  /// How a list is filtered and sorted, if it differs from the default.
  private static func narrowing(_ query: RecommendationQuery, _ library: Library) -> [String] {
    let catalogue = library.catalogue
    var told: [String] = []
    func tell(_ word: String, _ names: [String]) {
      if !names.isEmpty { told.append("\(word) \(LinearWords.list(names.sorted(), "or"))") }
    }
    tell("in", query.chapters.compactMap { catalogue.chapter($0)?.shortTitle })
    tell("asked of", query.addressees.map(catalogue.addressee))
    if let isJoint = query.isJoint { told.append(isJoint ? "joint" : "asked of one alone") }
    tell("about", query.themes.map(catalogue.theme))
    tell("that are", query.outcome.names(in: library.dossier))
    if query.sort != .chapter { told.append("ordered by \(query.sort.rawValue)") }
    if query.grouping != .none, query.grouping != .chapter {
      told.append("grouped by \(query.grouping.rawValue)")
    }
    return told
  }

  // MARK: Documents

  /// Adds a document.
  mutating func add(_ blocks: [DocumentBlock], _ library: Library) {
    var isNamed: Bool?
    for block in blocks {
      if case .original(let number, let text, let named) = block {
        if named != isNamed {
          gap()
          say(named ? "The place itself:" : isNamed == nil ? "Before it:" : "After it:")
          isNamed = named
        }
        say("\(number): \(text)")
        continue
      }
      isNamed = nil
      add(block, library)
    }
    trim()
  }

  private mutating func add(_ block: DocumentBlock, _ library: Library) {
    switch block {
    case .heading(let title, let level, _, _):
      gap()
      say(level == 0 ? title : "\(title):")
    case .prose(let block): add(block, library)
    case .message(let spans, _): paragraph("Key message: " + words(spans, library))
    case .field(let label, let spans):
      let text = words(spans, library)
      say(LinearWords.value(label.isEmpty ? text : "\(label): \(text)"))
    case .remark(let spans, let role):
      paragraph((role == .caution ? "Caution: " : "") + words(spans, library))
    case .original: break
    case .gap: gap()
    }
  }

  /// Adds prose of the dossier.
  mutating func add(_ block: Block, _ library: Library) {
    switch block {
    case .paragraph(let spans):
      let lines = spans.authoredLines
      for line in lines.dropLast() { say(words(line, library)) }
      paragraph(words(lines.last ?? [], library))
    case .list(let start, let items):
      for (index, item) in items.enumerated() {
        let mark = start.map { "Item \($0 &+ index): " } ?? "- "
        let first = paragraphs.count
        for block in item { add(block, library) }
        if first < paragraphs.count { prefix(mark, at: first) }
        trim()
      }
      gap()
    case .quote(let blocks):
      for block in blocks { add(block, library) }
    case .table(let header, let rows, _):
      let titles = header.map { words($0, library) }
      for row in rows {
        let cells = row.enumerated().map { column, cell in
          let text = words(cell, library)
          let title = column > 0 && titles.indices.contains(column) ? titles[column] : ""
          return title.isEmpty || text.isEmpty ? text : "\(title) \(text)"
        }.filter { !$0.isEmpty }
        say(cells.joined(separator: "; "))
      }
      gap()
    case .code(let lines):
      for line in lines { say(line) }
      gap()
    }
  }

  /// A paragraph with an empty line after it.
  mutating func paragraph(_ text: String) {
    guard !text.isEmpty else { return }
    say(text)
    gap()
  }

  /// The runs of a paragraph, a number after each link.
  private mutating func words(_ spans: [Span], _ library: Library) -> String {
    var text = ""
    for (index, span) in spans.enumerated() {
      text += span.text
      guard let target = span.target else { continue }
      // A link with words in several styles is one link.
      if index + 1 < spans.count, spans[index + 1].target == target { continue }
      switch target {
      case .record(let reference):
        let title = library.catalogue.title(of: reference)
        text += " [\(link(.destination(.record(reference)), title))]"
      case .address(let address): text += " [\(link(.address(address), address))]"
      }
    }
    return text
  }

  private mutating func prefix(_ mark: String, at index: Int) {
    replace(at: index) { mark + $0 }
  }
}
