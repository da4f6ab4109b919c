import Browsing
import Canvas
import Charts
import Query
import Records

/// The live parts of a slide that are text: records, recommendations, the matrix, the timeline.
struct SlideRecords {
  let library: Library
  /// The available columns.
  package let width: Int
  /// The colour of the slide.
  package let accent: Role
  /// Whether there is room for free lines between records.
  let isLoose: Bool

  private var catalogue: Catalogue { library.catalogue }
  private var measure: Int { min(width, SlideProse.measure) }
  private var prose: SlideProse {
    SlideProse(width: width, glyphs: library.glyphs, accent: accent, isLoose: false)
  }

  /// A sentence that replaces something missing.
  func missing(_ sentence: String) -> [StyledLine] {
    SlideProse.wrap([Span(sentence)], to: measure, Style(.caution))
  }

  /// A record in short.
  package func record(_ reference: Reference) -> [StyledLine] {
    guard let record = catalogue[reference] else {
      return missing("This dossier has no \(reference.kind.word) “\(reference.id)”.")
    }
    if case .recommendation(let item) = record { return recommendation(item) }
    let role = library.accent(record.chapter)
    let title = SlideProse.wrap([Span(record.title)], to: measure, Style(role, .bold))
    return title + body(record)
  }

  /// The text below a record's title.
  private func body(_ record: Record) -> [StyledLine] {
    switch record {
    case .chapter(let chapter):
      let messages = chapter.keyMessages.map(Block.paragraph)
      let summary = chapter.summary.isEmpty ? [] : [Block.paragraph([Span(chapter.summary)])]
      return prose.lines(summary + (messages.isEmpty ? [] : [.quote(messages)]))
    case .section(let section): return prose.lines(section.blocks)
    case .event(let event):
      return SlideProse.wrap([Span(event.date.title)], to: measure)
    case .entity(let entity):
      let acronym = entity.acronym.isEmpty ? "" : "\(entity.acronym). "
      return SlideProse.wrap([Span(acronym + entity.description)], to: measure)
    case .note(let note): return SlideProse.wrap(note.statement, to: measure)
    case .source(let source):
      let parts = [source.date, source.licence, source.note].filter { !$0.isEmpty }
      return SlideProse.wrap([Span(parts.joined(separator: ". "))], to: measure)
    case .recommendation, .indicator: return []
    }
  }

  /// A recommendation: number and title, what is asked, and who is asked.
  private func recommendation(_ item: Recommendation) -> [StyledLine] {
    var lines = heading(of: item, width: measure)
    lines += prose.lines(item.text)
    lines += SlideProse.wrap([Span("Asked of: ", .strong)] + asked(item), to: measure)
    return lines
  }

  /// The number in its chapter's colour and the title beside it.
  private func heading(of item: Recommendation, width: Int) -> [StyledLine] {
    let number = catalogue.number(item) + "  "
    let style = Style(library.accent(item.chapter), .bold)
    let room = max(1, width - number.columns)
    return TextLayout.wrap(item.title, to: room).enumerated().map { index, text in
      let lead = index == 0 ? number : String(repeating: " ", count: number.columns)
      return StyledLine([StyledRun(lead, style), StyledRun(text, Style(.text, .bold))])
    }
  }

  /// Who is asked, in words.
  private func asked(_ item: Recommendation) -> [Span] {
    let names = item.addressees.map(catalogue.addressee).joined(separator: ", ")
    let basis = item.addresseeBasis == .inferred ? " (inferred)" : ""
    return [Span((names.isEmpty ? "nobody named" : names) + basis)]
  }

  /// The recommendations of a chapter, an addressee or a theme, each with who is asked.
  func recommendations(_ category: String) -> [StyledLine] {
    guard let (name, items) = named(category) else {
      return missing("This dossier has no chapter, addressee or theme “\(category)”.")
    }
    guard !items.isEmpty else { return missing("Nothing is recommended under \(name).") }
    var lines: [StyledLine] = []
    for (index, item) in items.enumerated() {
      if isLoose, index > 0 { lines.append(StyledLine()) }
      var rows = heading(of: item, width: width)
      let who = library.dossier.addressees.isEmpty ? [] : asked(item)
      let text = who.plainText
      let indent = catalogue.number(item).columns + 2
      // The addressees are beside a short title, otherwise below it.
      if let last = rows.last, rows.count == 1, !text.isEmpty,
        last.columns + text.columns + 3 <= width
      {
        rows[0].add(spaces: 3)
        rows[0].runs.append(StyledRun(text, .faint))
      } else if !text.isEmpty {
        rows += TextLayout.wrap(text, to: max(1, width - indent))
          .map { StyledLine($0, .faint).indented(by: indent) }
      }
      lines += rows
    }
    return lines
  }

  /// A category by its id, with its recommendations, or its proposals if there are none.
  private func named(_ id: String) -> (name: String, items: [Recommendation])? {
    let dossier = library.dossier
    let all = dossier.recommendations
    func chosen(_ isIn: (Recommendation) -> Bool) -> [Recommendation] {
      all.filter(isIn).foremost
    }
    if let chapter = catalogue.chapter(id) {
      return (chapter.shortTitle, chosen { $0.chapter == id })
    }
    if let addressee = dossier.addressees.first(where: { $0.id == id }) {
      return (addressee.name, chosen { $0.addressees.contains(id) })
    }
    if let theme = dossier.themes.first(where: { $0.id == id }) {
      return (theme.name, chosen { $0.themes.contains(id) })
    }
    return nil
  }

  // MARK: Overviews

  /// The counts of recommendations, themes down and addressees across; if it is narrow, a line for
  /// each theme.
  func matrix() -> [StyledLine] {
    let matrix = RecommendationMatrix(
      RecommendationQuery(standing: .recommendation), in: library.catalogue)
    guard matrix.rows.count > 1, !matrix.recommendations.isEmpty else {
      return missing("This dossier has no recommendations by theme.")
    }
    let names = matrix.rows.map(matrix.title)
    let counts = matrix.rows.map { row in matrix.columns.map { matrix.count(row, $0) } }
    let label = min(28, names.map(\.columns).max() ?? 0)
    var titles = matrix.columns.map(matrix.title)
    let full = titles.map(\.columns)
    if label + full.reduce(0, +) + 3 * full.count > width {
      titles = titles.map(\.initials)
    }
    let widths = titles.map { max(3, $0.columns) }
    let gap = max(1, min(4, (width - label - widths.reduce(0, +)) / max(1, widths.count)))
    guard label + widths.reduce(0, +) + gap * widths.count <= width else {
      return list(names, counts, matrix.columns.map(matrix.title)) + scope
    }
    var lines = [line("", titles, widths, gap, label, .heading)]
    let rule = label + widths.reduce(0, +) + gap * widths.count
    lines.append(StyledLine(String(repeating: "─", count: rule), Style(.border, .dim)))
    for (index, name) in names.enumerated() {
      let isLast = index == names.count - 1
      let cells = counts[index].map { $0 == 0 ? "·" : "\($0)" }
      lines.append(line(name, cells, widths, gap, label, isLast ? .heading : .text))
    }
    return lines + scope
  }

  /// What the matrix counts.
  private var scope: [StyledLine] {
    SlideProse.wrap(
      [Span("Counts recommendations only, not proposals.")], to: max(1, width), .faint)
  }

  private func line(
    _ name: String, _ cells: [String], _ widths: [Int], _ gap: Int, _ label: Int, _ style: Style
  ) -> StyledLine {
    var line = StyledLine(TextLayout.pad(name, to: label), style)
    for (cell, width) in zip(cells, widths) {
      line.add(spaces: gap)
      line.runs.append(
        StyledRun(TextLayout.pad(cell, to: width, .right), cell == "·" ? .faint : style))
    }
    return line
  }

  /// The matrix as text: each theme with the addressees that are asked.
  private func list(_ names: [String], _ counts: [[Int]], _ titles: [String]) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (name, row) in zip(names, counts) {
      let parts = zip(titles, row).filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
      let spans = [Span("\(name): ", .strong), Span(parts.joined(separator: ", "))]
      for (index, line) in SlideProse.wrap(spans, to: max(1, width - 2)).enumerated() {
        lines.append(line.indented(by: index == 0 ? 0 : 2))
      }
    }
    return lines
  }

  /// The events of a span of years that the report mentions; a date is not repeated.
  func timeline(_ years: ClosedRange<Int>) -> [StyledLine] {
    let events = library.dossier.events.filter {
      $0.source.isEmpty && Int($0.date.first.year) <= years.upperBound
        && Int($0.date.last.year) >= years.lowerBound
    }
    guard !events.isEmpty else {
      let span = "\(years.lowerBound) to \(years.upperBound)"
      return missing("This dossier has no events from \(span).")
    }
    let longest = (events.map(\.date.title.columns).max() ?? 0) + 2
    // If dates would take too much of a line, they are above the events.
    let isBeside = longest <= width / 3
    let column = isBeside ? longest : 0
    let room = max(1, min(width, SlideProse.measure + column) - column - 2)
    let sign = "\(Character(library.glyphs.chart.dot)) "
    var lines: [StyledLine] = []
    var last = ""
    for (index, event) in events.enumerated() {
      if isLoose, index > 0 { lines.append(StyledLine()) }
      let style = Style(library.accent(event.chapter), .bold)
      let date = event.date.title == last ? "" : event.date.title
      last = event.date.title
      if !isBeside, !date.isEmpty { lines += SlideProse.wrap([Span(date)], to: width, style) }
      for (row, text) in TextLayout.wrap(event.title, to: room).enumerated() {
        let lead = TextLayout.pad(row == 0 && isBeside ? date : "", to: column)
        let dot = StyledRun(row == 0 ? sign : "  ", style)
        lines.append(StyledLine([StyledRun(lead, style), dot, StyledRun(text)]))
      }
    }
    return lines
  }
}

extension RecordKind {
  /// The kind, for use in a sentence.
  var word: String {
    switch self {
    case .recommendation: "recommendation"
    case .entity: "name"
    default: rawValue
    }
  }
}
