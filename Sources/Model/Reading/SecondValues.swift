import Records
import Text

/// The rows of observations that give a second value for one indicator, series and period.
///
/// Two figures are kept on purpose if their sources differ or one has a note.
struct SecondValues {
  /// What a value belongs to; rows with a note are equal only if they repeat value and note.
  private struct Target: Hashable {
    var indicator, series: String
    var period: Period?
    package var source, note: String
    package var value: Double?
  }

  private var targets: Set<Target> = []
  /// The sources of the indicators that have such rows, by their ids.
  private var sources: [String: String] = [:]

  /// Examines the observations that were read.
  init(_ indicators: [Indicator]) {
    for indicator in indicators {
      for series in indicator.series where !series.isAscending {
        add(series, of: indicator)
      }
    }
  }

  /// Whether there are no such rows.
  var isEmpty: Bool { targets.isEmpty }

  private mutating func add(_ series: Series, of indicator: Indicator) {
    var seen: Set<Target> = []
    for row in series.observations {
      let target = Target(
        indicator: indicator.id, series: series.name, period: row.period,
        source: row.source.isEmpty ? indicator.source : row.source, note: row.note,
        value: row.note.isEmpty ? nil : row.value)
      if seen.insert(target).inserted { continue }
      targets.insert(target)
      sources[indicator.id] = indicator.source
    }
  }

  /// Reads the table again to warn of each such row, naming the line of the first.
  ///
  /// - Parameters:
  ///   - scratch: Takes the faults that the first reading has already reported.
  ///   - log: Takes the warnings.
  func report(_ table: inout Table, _ scratch: inout DiagnosticLog, _ log: inout DiagnosticLog) {
    // A missing column has already been reported.
    guard [Column.indicator, Column.series, Column.period].allSatisfy(table.has) else { return }
    var lines: [Target: Int] = [:]
    while table.next(log: &scratch) {
      guard let target = target(table), targets.contains(target) else { continue }
      let place = Place(table.file, table.place(0).line)
      if scratch.isMuted(place) { continue }
      if let first = lines[target] {
        log.warning(
          place, "a second value for the indicator, series and period of line \(first)",
          remedy: "remove one, or say in a note why there are two")
      } else {
        lines[target] = place.line
      }
    }
  }

  private typealias Column = ObservationColumn

  private func target(_ table: Table) -> Target? {
    let indicator = table.text(Column.indicator)
    guard let fallback = sources[indicator] else { return nil }
    let (source, note) = (table.text(Column.source), table.text(Column.note))
    return Target(
      indicator: indicator, series: table.text(Column.series),
      period: PeriodReader.observations.period(table.bytes(Column.period)),
      source: source.isEmpty ? fallback : source, note: note,
      value: note.isEmpty ? nil : Number(table.bytes(Column.value))?.value)
  }
}

extension Series {
  /// Whether each period is later than the previous one, so that none is repeated.
  fileprivate var isAscending: Bool {
    // In place, as in `putInOrder`.
    observations.withUnsafeBufferPointer { observations in
      observations.indices.dropFirst().allSatisfy { index in
        guard let before = observations[index - 1].period, let period = observations[index].period
        else { return false }
        return before < period
      }
    }
  }
}
