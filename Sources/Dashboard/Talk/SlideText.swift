import Browsing
import Canvas
import Charts
import Query
import Records

/// A slide as plain text: to find it, and for a follower without the same dossier.
package enum SlideText {
  /// What is on the screen of a talk as paragraphs, the heading first; nothing while it is blank.
  ///
  /// It has only what the step shows, and no notes. At most 64 KiB.
  package static func paragraphs(_ talk: Talk, _ stage: Stage) -> [String] {
    guard !talk.shown.isBlank else { return [] }
    let slide = stage.slide(talk.subject(stage))
    let shown = visible(slide.elements, talk.step)
    var all = [slide.heading.plainText] + paragraphs(shown, stage.library)
    // Last, so that only that line changes for a reader.
    if let value = readOut(talk, stage) { all.append(value) }
    var bytes = 0
    return all.filter { !$0.isEmpty }.prefix { text in
      bytes += text.utf8.count + 1
      return bytes <= 65_536
    }
  }

  /// What the presenter reads from a chart; nil if nothing.
  static func readOut(_ talk: Talk, _ stage: Stage) -> String? {
    guard let drill = talk.shown.drill else { return nil }
    let charts = stage.layout(talk.subject(stage), talk.viewSize).charts
    guard charts.indices.contains(drill.chart),
      let indicator = stage.library.catalogue.indicator(charts[drill.chart])
    else { return nil }
    return ChartPanel(indicator, stage.library, cursor: drill.cursor).chart?.readOut
  }

  private static func visible(_ elements: [SlideElement], _ step: Int) -> [SlideElement] {
    elements.compactMap { element in
      guard element.step <= step else { return nil }
      guard case .columns(let columns) = element.content else { return element }
      return SlideElement(.columns(columns.map { visible($0, step) }), step: element.step)
    }
  }

  /// Everything that elements say or show.
  static func paragraphs(_ elements: [SlideElement], _ library: Library) -> [String] {
    elements.flatMap { element -> [String] in
      let records = SlideRecords(library: library, width: 400, accent: .text, spacing: 0)
      switch element.content {
      case .columns(let columns): return columns.flatMap { paragraphs($0, library) }
      case .block(.table(let header, let rows, _)): return table(header, rows)
      case .block(let block):
        return block.paragraphs.flatMap { $0.authoredLines.map(\.plainText) }
      case .inclusion(.chart(let id)): return chart(id, library, records)
      case .inclusion(.record(let reference)):
        if reference.kind == .indicator { return chart(reference.id, library, records) }
        return records.record(reference).map(\.text)
      case .inclusion(.recommendations(let category)):
        return records.recommendations(category).map(\.text)
      case .inclusion(.outcomes(let extract)):
        let blocks = extract.blocks(
          library.outcomes, on: library.latestDay, in: library.catalogue)
        return paragraphs(blocks.map { SlideElement(.block($0)) }, library)
      case .inclusion(.matrix): return records.matrix().map(\.text)
      case .inclusion(.picture(let picture)): return [picture.title]
      case .inclusion(.timeline(let years)): return records.timeline(years).map(\.text)
      }
    }
  }

  /// The rows of a table, each with its headings beside its cells.
  private static func table(_ header: [[Span]], _ rows: [[[Span]]]) -> [String] {
    if rows.isEmpty { return [header.map(\.plainText).joined(separator: ", ")] }
    return rows.map { row in
      row.indices.compactMap { column -> String? in
        let cell = row[column].plainText
        let head = header.indices.contains(column) ? header[column].plainText : ""
        guard !cell.isEmpty else { return nil }
        return head.isEmpty ? cell : "\(head): \(cell)"
      }.joined(separator: "; ")
    }
  }

  /// A chart as its sentence and the table of its values.
  private static func chart(
    _ id: String, _ library: Library, _ records: SlideRecords
  ) -> [String] {
    guard let indicator = library.catalogue.indicator(id),
      let chart = Chart(indicator: indicator, dossier: library.dossier)
    else { return records.missing("This dossier has no indicator “\(id)”.").map(\.text) }
    // Read aloud, a table of a hundred rows says nothing: the sentence does.
    return [chart.title, chart.summary]
  }
}
