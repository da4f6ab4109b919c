import Canvas
import Charts
import Query
import Records

/// One indicator: its chart, its observations, its meaning and what is based on it.
enum IndicatorScreen {
  private static let chartPanel = 0

  package static func content(_ id: String, _ visit: Visit, _ library: Library) -> ScreenContent {
    guard let indicator = library.catalogue.indicator(id) else {
      return .missing("indicator \(id)", library)
    }
    let accent = library.accent(indicator.chapter)
    let chart = ChartPanel(
      indicator, library, visit.chart, cursor: visit[panel: chartPanel].selection)
    let chapter = library.catalogue.chapter(indicator.chapter)
    return ScreenContent(
      panels: [
        Panel(title: "Chart", name: "Values", part: .chart, accent: accent, content: chart),
        // While the cursor is in the chart, its read-out replaces the table.
        chart.readOut.map {
          Panel(title: $0.title, accent: accent, content: $0.list(indicator))
        } ?? observations(indicator, accent, library),
        Panel(title: "About", accent: accent, content: about(indicator, library)),
        Panel(
          title: "Used by", accent: accent,
          content: Connections.list(of: indicator.reference, library)),
      ],
      medium: [.init(.share(1), .init(.share(5), 0), .init(.share(3), 1, 2, 3))],
      wide: [
        .init(.share(3), .init(.share(3), 0), .init(.share(1), 3)),
        .init(.share(2), .init(.share(1), 1), .init(.share(1), 2)),
      ],
      trail: [chapter?.shortTitle ?? "", "Indicators", indicator.title])
  }

  /// The observations as a table; Enter opens the source of one.
  private static func observations(
    _ indicator: Indicator, _ accent: Role, _ library: Library
  ) -> Panel {
    let unit = library.catalogue.unit(indicator.unit)?.title ?? indicator.unit
    return Panel(
      title: "Observations, \(unit)", accent: accent,
      content: ObservationTable(indicator, library).list())
  }

  /// The meaning of the marks above the plot.
  private static func marks(
    _ indicator: Indicator, _ chart: Chart, _ library: Library
  ) -> [DocumentBlock] {
    guard let first = chart.periods.first, let last = chart.periods.last else { return [] }
    func isShown(_ date: Period) -> Bool { date.first >= first.first && date.first <= last.last }
    let shown = library.dossier.events.filter { event in
      isShown(event.date)
        && chart.marks.contains { $0.label == event.mark && $0.period == event.date }
    }
    var fields = shown.map { event in
      DocumentBlock.field(
        event.mark, [Span("\(event.date.title), \(event.title)", target: .record(event.reference))])
    }
    let dossier = library.dossier
    if let date = dossier.date, isShown(date), chart.marks.contains(where: { $0.period == date }),
      let label = Chart.asks(indicator, dossier)
    {
      fields.append(.field(label, [Span("\(date.title), on the evidence of this indicator:")]))
      fields += Chart.recommendations(on: indicator, dossier).map { item in
        .field(
          "",
          [Span("\(library.catalogue.number(item)) \(item.title)", target: .record(item.reference))]
        )
      }
    }
    guard !fields.isEmpty else { return [] }
    return [.gap, .heading("Marks", level: 1, role: .heading, anchor: nil)] + fields
  }

  private static func about(_ indicator: Indicator, _ library: Library) -> DocumentPanel {
    var blocks = Fields.title(.indicator(indicator), library)
    blocks += [
      Fields.text("Unit", library.catalogue.unit(indicator.unit)?.title ?? indicator.unit),
      Fields.text("Better", indicator.better == .none ? "" : indicator.better.rawValue),
    ].compactMap(\.self)
    let shares = indicator.sourceShares
    for share in shares {
      guard let source = library.catalogue.source(share.source) else { continue }
      let extent = shares.count > 1 && !share.title.isEmpty ? " (\(share.title))" : ""
      blocks.append(
        .field(
          "Source",
          [
            Span(share.standing),
            Span("\(source.producer), \(source.title)", target: .record(source.reference)),
            Span(extent),
          ]
        ))
    }
    if let place = Fields.place("Original", indicator.locators) { blocks.append(place) }
    if !indicator.note.isEmpty {
      blocks += [.gap, .prose(.paragraph([Span(indicator.note)]))]
    }
    if let chart = Chart(indicator: indicator, dossier: library.dossier) {
      blocks += [.gap, .remark([Span(chart.summary)], .faint)]
      blocks += marks(indicator, chart, library)
    }
    blocks += Fields.citation(.indicator(indicator), library)
    return DocumentPanel(blocks, glyphs: library.glyphs)
  }
}
