import Canvas
import Query
import Records

/// The values of an indicator as a table, the newest first: a row for each period, a column for each
/// series.
///
/// Values are never cut. Series that do not fit side by side are rows under their period.
struct ObservationTable {
  /// One value, with its series and where it comes from.
  private struct Entry {
    var series: String
    var observation: Observation
  }

  /// The columns that a panel beside a chart has at least; wider tables become lists.
  private static let room = 44

  private let indicator: Indicator
  private let library: Library
  private let format: ValueFormat
  private let entries: [Entry]

  /// The table of an indicator's values.
  init(_ indicator: Indicator, _ library: Library) {
    self.indicator = indicator
    self.library = library
    format = ValueFormat(
      library.catalogue.unit(indicator.unit) ?? Unit(id: indicator.unit, title: indicator.unit))
    entries = indicator.series.flatMap { series in
      series.observations.map { Entry(series: series.name, observation: $0) }
    }
  }

  /// The table as a list; Enter opens the source of a row's first value.
  func list() -> ListPanel {
    let isDated = !entries.isEmpty && entries.allSatisfy { $0.observation.period != nil }
    guard isDated else {
      return list(entries.map { row(named: $0.series, $0) })
    }
    let periods = Dictionary(grouping: entries) { $0.observation.period }
    let newest = periods.sorted { ($1.key ?? .year(0)) < ($0.key ?? .year(0)) }.map(\.value)
    if indicator.series.count == 1 {
      return list(newest.joined().map { row(named: $0.observation.period?.title ?? "", $0) })
    }
    let names = indicator.series.map(\.name)
    let widths = names.map { name in
      entries.reduce(name.columns) { $1.series == name ? max($0, text($1).columns) : $0 }
    }
    let width = widths.reduce(2 + 10) { $0 + $1 + 1 }
    if width <= Self.room, newest.allSatisfy({ Set($0.map(\.series)).count == $0.count }) {
      return table(newest, names, width: width)
    }
    return list(
      newest.flatMap { entries in
        [.heading(entries[0].observation.period?.title ?? "", .faint)]
          + entries.map { row(named: $0.series, $0) }
      })
  }

  // MARK: A row for each value

  private func list(_ rows: [ListPanel.Row]) -> ListPanel {
    ListPanel(
      columns: [
        .init(width: .flexible, lines: 3), .init(width: .fit(24), alignment: .right),
        .init(width: .below, lines: 1),
      ], rows: rows, emptyText: indicator.note.isEmpty ? "No values." : indicator.note)
  }

  private func row(named name: String, _ entry: Entry) -> ListPanel.Row {
    ListPanel.Row(
      cells: [
        .text(name.isEmpty ? indicator.title : name), .text(text(entry), Style(.text, .bold)),
        .text(remark(entry), .faint),
      ],
      destination: .record(Reference(.source, source(entry))), reference: indicator.reference,
      telling: .observation(words(entry)))
  }

  // MARK: A row for each period

  private func table(_ periods: [[Entry]], _ names: [String], width: Int) -> ListPanel {
    // A narrower panel shows the values as words.
    let columns =
      [ListPanel.Column(title: "Period", width: .flexible, lines: 3, mostPanelWidth: width - 1)]
      + [.init(title: "Period", width: .flexible, leastPanelWidth: width)]
      + names.map {
        .init(title: $0, width: .fit(40), alignment: .right, leastPanelWidth: width)
      } + [.init(width: .below)]
    let rows = periods.map { entries in
      func cells() -> [ListPanel.Row.Cell] {
        let told = entries.map { "\($0.series) \(text($0))" }.joined(separator: "; ")
        let period = entries[0].observation.period?.title ?? ""
        let values = names.map { name in
          ListPanel.Row.Cell.text(entries.first { $0.series == name }.map(text) ?? "")
        }
        let remarks = entries.map(remark).filter { !$0.isEmpty }.joined(separator: "; ")
        return [.text("\(period): \(told)"), .text(period)] + values + [.text(remarks, .faint)]
      }
      return ListPanel.Row(
        cells: cells(), destination: .record(Reference(.source, source(entries[0]))),
        reference: indicator.reference,
        telling: .observation(entries.map(words).joined(separator: "; ")))
    }
    return ListPanel(columns: columns, rows: rows, hasHeading: true)
  }

  // MARK: Texts

  private func text(_ entry: Entry) -> String {
    ValueFormat.short(format.text(entry.observation))
  }

  /// How a value was computed and its note, else who produced it if that is not the indicator's
  /// producer.
  private func remark(_ entry: Entry) -> String {
    let observation = entry.observation
    let remark = [observation.derivation?.title ?? "", observation.note].filter { !$0.isEmpty }
    if !remark.isEmpty { return remark.joined(separator: ". ") }
    let producer = library.catalogue.source(source(entry))?.producer ?? ""
    return producer == library.catalogue.source(indicator.source)?.producer ? "" : producer
  }

  private func source(_ entry: Entry) -> String {
    entry.observation.source.isEmpty ? indicator.source : entry.observation.source
  }

  private func words(_ entry: Entry) -> String {
    let lead = [entry.observation.period?.title ?? "", entry.series].filter { !$0.isEmpty }
      .joined(separator: ", ")
    let value = format.text(entry.observation, namesUnit: true)
    let remark = remark(entry)
    return (lead.isEmpty ? value : "\(lead): \(value)") + (remark.isEmpty ? "" : ". \(remark)")
  }
}
