import Canvas
import Query
import Records

/// The values of an indicator one by one, the newest first; several series under their periods.
///
/// Values are never cut. `ValuesTable` has those that make a grid.
struct ObservationTable {
  /// One value, with its series and where it comes from.
  private struct Entry {
    var series: String
    var observation: Observation
  }

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
        .init(width: .below, lines: 4),
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
