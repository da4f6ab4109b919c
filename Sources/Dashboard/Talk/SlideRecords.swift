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
  /// The empty lines between records.
  let spacing: Int
  /// The letters that they are set in.
  var lettering = Lettering.plain

  private var catalogue: Catalogue { library.catalogue }
  private var measure: Int { lettering.isBig ? width : min(width, SlideProse.measure) }
  private var prose: SlideProse {
    SlideProse(
      width: width, glyphs: library.glyphs, accent: accent, spacing: 0, lettering: lettering)
  }

  /// A sentence that replaces something missing.
  func missing(_ sentence: String) -> [SlideLine] {
    prose.wrap([Span(sentence)], to: measure, Style(.caution))
  }

  /// A record in short.
  package func record(_ reference: Reference) -> [SlideLine] {
    guard let record = catalogue[reference] else {
      return missing("This dossier has no \(reference.kind.word) “\(reference.id)”.")
    }
    if case .recommendation(let item) = record { return recommendation(item) }
    let role = library.accent(record.chapter)
    let title = prose.wrap([Span(record.title)], to: measure, Style(role, .bold))
    return title + body(record)
  }

  /// The text below a record's title.
  private func body(_ record: Record) -> [SlideLine] {
    switch record {
    case .chapter(let chapter):
      let messages = chapter.keyMessages.map(Block.paragraph)
      let summary = chapter.summary.isEmpty ? [] : [Block.paragraph([Span(chapter.summary)])]
      return prose.lines(summary + (messages.isEmpty ? [] : [.quote(messages)]))
    case .section(let section): return prose.lines(section.blocks)
    case .event(let event):
      return prose.wrap([Span(event.date.title)], to: measure)
    case .entity(let entity):
      let acronym = entity.acronym.isEmpty ? "" : "\(entity.acronym). "
      return prose.wrap([Span(acronym + entity.description)], to: measure)
    case .note(let note): return prose.wrap(note.statement, to: measure)
    case .source(let source):
      let parts = [source.date, source.licence, source.note].filter { !$0.isEmpty }
      return prose.wrap([Span(parts.joined(separator: ". "))], to: measure)
    case .recommendation, .indicator: return []
    }
  }

  /// A recommendation: number and title, what is asked, and who is asked.
  private func recommendation(_ item: Recommendation) -> [SlideLine] {
    var lines = heading(of: item, width: measure)
    lines += prose.lines(item.text)
    lines += prose.wrap([Span("Asked of: ", .strong)] + asked(item), to: measure)
    return lines
  }

  /// The number in its chapter's colour and the title beside it.
  private func heading(of item: Recommendation, width: Int) -> [SlideLine] {
    let number = catalogue.number(item)
    let indent = lettering.columns(number) + 2 * lettering.unit
    return title(of: item, indent: indent, width: width)
  }

  private func title(of item: Recommendation, indent: Int, width: Int) -> [SlideLine] {
    let number = StyledLine(
      catalogue.number(item), Style(library.accent(item.chapter), .bold))
    return lettering.wrap([Span(item.title)], to: width - indent, Style(.text, .bold))
      .enumerated().map { index, text in
        var line = SlideLine(text, at: indent)
        if index == 0 { line.pieces.insert(SlideLine.Piece(x: 0, text: number), at: 0) }
        return line
      }
  }

  /// Who is asked, in words.
  private func asked(_ item: Recommendation) -> [Span] {
    let names = item.addressees.map(catalogue.addressee).joined(separator: ", ")
    let basis = item.addresseeBasis == .inferred ? " (inferred)" : ""
    return [Span((names.isEmpty ? "nobody named" : names) + basis)]
  }

  /// The recommendations of a chapter, an addressee or a theme, each with who is asked.
  func recommendations(_ category: String) -> [SlideLine] {
    guard let (name, items) = named(category) else {
      return missing("This dossier has no chapter, addressee or theme “\(category)”.")
    }
    guard !items.isEmpty else { return missing("Nothing is recommended under \(name).") }
    let isAddressed = !library.dossier.addressees.isEmpty
    let widest = items.map { lettering.columns(catalogue.number($0)) }.max() ?? 0
    let indent = widest + 2 * lettering.unit
    let gap = 3 * lettering.unit
    // Who is asked has a column of its own where titles keep most of the width.
    let names = items.map { lettering.columns(asked($0).plainText) }
    let column = min(names.max() ?? 0, (width - indent) * 2 / 5)
    let room = width - column - gap
    let isBeside = isAddressed && room - indent >= 24 * lettering.unit
    let titles = items.map { title(of: $0, indent: indent, width: isBeside ? room : width) }
    // The column follows the longest title.
    let place =
      titles.joined().map { line in
        line.pieces.map { $0.x + lettering.columns($0.text.text) }.max() ?? 0
      }.max() ?? 0
    var lines: [SlideLine] = []
    for (index, (item, title)) in zip(items, titles).enumerated() {
      if index > 0 { lines += SlideLine.empty(spacing) }
      var rows = title
      let who = isAddressed ? asked(item) : []
      if isBeside {
        for (row, text) in lettering.wrap(who, to: column, .faint).enumerated() {
          if row == rows.count { rows.append(.empty) }
          rows[row].pieces.append(SlideLine.Piece(x: place + gap, text: text))
        }
      } else if !who.isEmpty {
        rows += lettering.wrap(who, to: width - indent, .faint)
          .map { SlideLine($0, at: indent) }
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

  // MARK: Pictures

  /// What a picture shows, between two rules.
  func framed(_ picture: SlidePicture) -> [SlideLine] {
    let text = prose.wrap([Span(picture.title)], to: measure)
    let widest =
      text.map { line in
        line.pieces.map { $0.x + lettering.columns($0.text.text) }.max() ?? 0
      }.max() ?? 0
    let rule = SlideLine(rule: min(width, max(widest, 12)), Style(.border))
    return [rule] + text + [rule]
  }

  // MARK: Overviews

  /// The counts of recommendations, themes down and addressees across; if it is narrow, a line for
  /// each theme.
  func matrix() -> [SlideLine] {
    let matrix = RecommendationMatrix(
      RecommendationQuery(standing: .recommendation), in: library.catalogue)
    guard matrix.rows.count > 1, !matrix.recommendations.isEmpty else {
      return missing("This dossier has no recommendations by theme.")
    }
    let names = matrix.rows.map(matrix.title)
    let counts = matrix.rows.map { row in matrix.columns.map { matrix.count(row, $0) } }
    let unit = lettering.unit
    let label = min(28 * unit, names.map(lettering.columns).max() ?? 0)
    var titles = matrix.columns.map(matrix.title)
    let full = titles.map(lettering.columns)
    if label + full.reduce(0, +) + 3 * unit * full.count > width {
      titles = titles.map(\.initials)
    }
    let widths = titles.map { max(3 * unit, lettering.columns($0)) }
    let free = (width - label - widths.reduce(0, +)) / max(1, widths.count)
    let gap = max(unit, min(4 * unit, free))
    guard label + widths.reduce(0, +) + gap * widths.count <= width else {
      return list(names, counts, matrix.columns.map(matrix.title)) + scope
    }
    var lines = [line("", titles, widths, gap, label, .heading)]
    let rule = label + widths.reduce(0, +) + gap * widths.count
    lines.append(SlideLine(rule: rule, Style(.border, .dim)))
    for (index, name) in names.enumerated() {
      let isLast = index == names.count - 1
      let cells = counts[index].map { $0 == 0 ? "·" : "\($0)" }
      lines.append(line(name, cells, widths, gap, label, isLast ? .heading : .text))
    }
    return lines + scope
  }

  /// What the matrix counts.
  private var scope: [SlideLine] {
    prose.wrap(
      [Span("Counts recommendations only, not proposals.")], to: width, .faint)
  }

  private func line(
    _ name: String, _ cells: [String], _ widths: [Int], _ gap: Int, _ label: Int, _ style: Style
  ) -> SlideLine {
    var line = SlideLine()
    if !name.isEmpty {
      let shown = lettering.isBig ? name : TextLayout.truncate(name, to: label)
      line.pieces.append(SlideLine.Piece(x: 0, text: StyledLine(shown, style)))
    }
    var x = label
    for (cell, width) in zip(cells, widths) {
      let text = StyledLine(cell, cell == "·" ? .faint : style)
      line.pieces.append(
        SlideLine.Piece(x: x + gap, width: width, alignment: .right, text: text))
      x += gap + width
    }
    return line
  }

  /// The matrix as text: each theme with the addressees that are asked.
  private func list(_ names: [String], _ counts: [[Int]], _ titles: [String]) -> [SlideLine] {
    var lines: [SlideLine] = []
    for (name, row) in zip(names, counts) {
      let parts = zip(titles, row).filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
      let spans = [Span("\(name): ", .strong), Span(parts.joined(separator: ", "))]
      let step = 2 * lettering.unit
      for (index, line) in prose.wrap(spans, to: width - step).enumerated() {
        lines.append(line.indented(by: index == 0 ? 0 : step))
      }
    }
    return lines
  }

  /// The events of a span of years that the report mentions; a date is not repeated.
  func timeline(_ years: ClosedRange<Int>) -> [SlideLine] {
    let events = library.dossier.events.filter {
      $0.source.isEmpty && Int($0.date.first.year) <= years.upperBound
        && Int($0.date.last.year) >= years.lowerBound
    }
    guard !events.isEmpty else {
      let span = "\(years.lowerBound) to \(years.upperBound)"
      return missing("This dossier has no events from \(span).")
    }
    let unit = lettering.unit
    let longest = (events.map { lettering.columns($0.date.title) }.max() ?? 0) + 2 * unit
    // If dates would take too much of a line, they are above the events.
    let isBeside = longest <= width / 3
    let column = isBeside ? longest : 0
    let sign = String(Character(library.glyphs.chart.dot))
    let indent = column + lettering.columns(sign) + unit
    let room = (lettering.isBig ? width : min(width, SlideProse.measure + column)) - indent
    var lines: [SlideLine] = []
    var last = ""
    for (index, event) in events.enumerated() {
      if index > 0 { lines += SlideLine.empty(spacing) }
      let style = Style(library.accent(event.chapter), .bold)
      let date = event.date.title == last ? "" : event.date.title
      last = event.date.title
      if !isBeside, !date.isEmpty { lines += prose.wrap([Span(date)], to: width, style) }
      for (row, text) in lettering.wrap([Span(event.title)], to: room).enumerated() {
        var line = SlideLine(text, at: indent)
        if row == 0 {
          line.pieces.insert(SlideLine.Piece(x: column, text: StyledLine(sign, style)), at: 0)
          if isBeside, !date.isEmpty {
            line.pieces.insert(SlideLine.Piece(x: 0, text: StyledLine(date, style)), at: 0)
          }
        }
        lines.append(line)
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
