import Browsing
import Canvas
import Charts
import Query
import Records

extension SlideRecords {
  /// The counts of recommendations, themes down and addressees across; if it is narrow, a line for
  /// each theme.
  func matrix() -> [StyledLine] {
    let matrix = RecommendationMatrix(
      RecommendationQuery(standing: .recommendation), in: library.catalogue)
    guard !matrix.themes.isEmpty, !matrix.recommendations.isEmpty else {
      return missing("This dossier has no recommendations by theme.")
    }
    let rows: [(id: String?, name: String)] =
      matrix.themes.map { ($0.id, $0.name) } + [(nil, "All")]
    let counts = rows.map { row in matrix.columns.map { matrix.count(theme: row.id, $0) } }
    let label = min(28, rows.map(\.name.columns).max() ?? 0)
    var titles = matrix.columns.map(matrix.title)
    let full = titles.map(\.columns)
    if label + full.reduce(0, +) + 3 * full.count > width {
      titles = titles.map(\.initials)
    }
    let widths = titles.map { max(3, $0.columns) }
    let gap = max(1, min(4, (width - label - widths.reduce(0, +)) / max(1, widths.count)))
    guard label + widths.reduce(0, +) + gap * widths.count <= width else {
      return list(rows.map(\.name), counts, matrix.columns.map(matrix.title)) + scope
    }
    var lines = [line("", titles, widths, gap, label, .heading)]
    let rule = label + widths.reduce(0, +) + gap * widths.count
    lines.append(StyledLine(String(repeating: "─", count: rule), Style(.border, .dim)))
    for (index, row) in rows.enumerated() {
      let isLast = index == rows.count - 1
      let cells = counts[index].map { $0 == 0 ? "·" : "\($0)" }
      lines.append(line(row.name, cells, widths, gap, label, isLast ? .heading : .text))
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

  /// The events of a span of years; a date is not repeated.
  func timeline(_ years: ClosedRange<Int>) -> [StyledLine] {
    let events = library.dossier.events.filter {
      Int($0.date.first.year) <= years.upperBound && Int($0.date.last.year) >= years.lowerBound
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
