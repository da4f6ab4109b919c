import Canvas
import Charts
import Query
import Records

/// One indicator: its chart, its values, its meaning and what is based on it.
enum IndicatorScreen {
  private static let (chart, values, about, use) = (0, 1, 2, 3)

  package static func content(_ id: String, _ visit: Visit, _ library: Library) -> ScreenContent {
    guard let indicator = library.catalogue.indicator(id) else {
      return .missing("indicator \(id)", library)
    }
    let accent = library.accent(indicator.chapter)
    let picture = ChartPanel(
      indicator, library, visit.chart, cursor: visit[panel: chart].selection)
    let table = library.cache.value(indicator.reference) { ValuesTable(indicator, library) }
    var panels = [
      Panel(title: "Chart", name: "Values", part: .chart, accent: accent, content: picture),
      Panel(
        title: "Values, \(table.heading)", name: "Observations", part: .values, accent: accent,
        content: table.list),
      Panel(title: "About", accent: accent, content: aboutText(indicator, library)),
      Panel(
        title: "Used by", accent: accent,
        content: ConnectedText.panel(of: indicator.reference, library)),
    ]
    var readOut: [ScreenContent.Slot] = []
    // A single value is in the picture already.
    var turns = table.list.rows.count > 1 ? [values, about, use] : [about, use, values]
    if let read = picture.readOut {
      panels.append(
        Panel(title: read.title, part: .preview, accent: accent, content: read.list(indicator)))
      readOut = [.init(.fit(40), panels.count - 1)]
      turns.insert(panels.count - 1, at: 0)
    }
    let left: [ScreenContent.Slot] = [.init(.fit(68), chart), .init(.share(1), about)]
    return ScreenContent(
      panels: panels,
      medium: [.init(.share(1), .init(.fit(64), chart), .init(.share(1), turns))],
      wide: [
        .init(.share(3), left),
        .init(.share(2), readOut + [.init(.fit(60), values), .init(.share(1), use)]),
      ],
      broad: [
        .init(.share(4), left), .init(.share(2), readOut + [.init(.share(1), values)]),
        .init(.share(2), .init(.share(1), use)),
      ],
      trail: [library.catalogue.chapter(indicator.chapter)?.shortTitle ?? "", "Indicators"])
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

  private static func aboutText(_ indicator: Indicator, _ library: Library) -> DocumentPanel {
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
    let isReports = library.catalogue.provenance(of: indicator) == .report
    if let standing = Fields.text("Standing", library.catalogue.standing(of: indicator)) {
      blocks.append(standing)
    }
    if let place = Fields.place(isReports ? "Original" : "See original", indicator.locators) {
      blocks.append(place)
    }
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
