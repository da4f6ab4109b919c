/// Something that is measured, with its values.
package struct Indicator: Sendable, Identifiable {
  /// The kind of number of the values.
  package enum Kind: String, CaseIterable, Sendable {
    case amount, count, share, rate, ratio, change, index, rank, duration, level
  }

  /// The kind of chart that suits the values best.
  package enum ChartKind: String, CaseIterable, Sendable {
    /// A value over years.
    case line
    /// Named series at one time, side by side.
    case bars
    /// A value over a few periods.
    case columns
    /// Parts of a whole that add up to 100.
    case share
    /// A before and an after.
    case slope
    /// A single figure.
    case number
    /// A value over years, filled down to zero.
    case area
    /// Parts of a sum over years, stacked.
    case stackedArea = "stacked-area"
    /// The series of each period side by side, or stacked, to the right or upwards.
    case groupedBars = "grouped-bars"
    case stackedBars = "stacked-bars"
    case groupedColumns = "grouped-columns"
    case stackedColumns = "stacked-columns"
    /// A dot for each value on a common scale.
    case dots
    /// The first and the last value of each series, joined.
    case dumbbell
    /// Pairs of values as points.
    case scatter
    /// How many values are in each of several equal ranges.
    case histogram
    /// A small line chart for each series.
    case multiples
    /// A row with a small curve for each series.
    case sparkline
    /// No picture; a list of facts.
    case none
  }

  /// Which direction of change is an improvement.
  package enum Direction: String, CaseIterable, Sendable {
    case up, down, none
  }

  /// The id, as in `indicator:us-content`.
  package var id: String
  /// What is measured, and where.
  package var title: String
  /// The id of its unit.
  package var unit: String
  /// The chapter that it belongs to; empty if there is none.
  package var chapter: String
  /// The kind of number of the values.
  package var kind: Kind
  /// The chart that suits it.
  package var chart: ChartKind
  /// Which direction of change is an improvement.
  package var better: Direction
  /// The id of its source.
  package var source: String
  /// Where the original mentions it.
  package var locators: [Locator]
  /// What readers must know: breaks, inconsistencies, derivations.
  package var note: String
  /// The other indicators whose observations are marked on this indicator's chart.
  package var overlays: [Overlay]
  /// What the values show, in a sentence with a number and without a full stop; may be empty.
  package var finding: String
  /// The indicator that tells what came after the report; nil if there is none.
  package var since: Overlay?
  /// The lines, bars or parts, in order of first appearance.
  package var series: [Series]

  /// An indicator without values; they are added to `series`.
  package init(
    id: String, title: String, unit: String, chapter: String = "", kind: Kind = .amount,
    chart: ChartKind = .none, better: Direction = .none, source: String = "",
    locators: [Locator] = [], note: String = "", overlays: [Overlay] = [],
    finding: String = "", since: Overlay? = nil, series: [Series] = []
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.chapter = chapter
    self.kind = kind
    self.chart = chart
    self.better = better
    self.source = source
    self.locators = locators
    self.note = note
    self.overlays = overlays
    self.finding = finding
    self.since = since
    self.series = series
  }

  /// What leads its figure: its finding, or what is measured if it has none.
  package var titleLine: String { finding.isEmpty ? title : finding }

  /// The reference that names this indicator.
  package var reference: Reference { Reference(.indicator, id) }
}

/// Another indicator's observations, or those of one of its series.
package struct Overlay: Hashable, Sendable {
  /// The other indicator's id.
  package var indicator: String
  /// One of its series, or nil for all.
  package var series: String?

  /// The observations of an indicator, or of one of its series.
  package init(indicator: String, series: String? = nil) {
    self.indicator = indicator
    self.series = series
  }
}

/// One line, bar or part of an indicator.
package struct Series: Sendable {
  /// Its name for readers; empty if the indicator has only one series.
  package var name: String
  /// The values, in the order of their periods if all have one, otherwise of the table.
  package var observations: [Observation]

  /// A series of observations.
  package init(name: String = "", observations: [Observation] = []) {
    self.name = name
    self.observations = observations
  }

  /// Sorts the observations by period and otherwise keeps their order; does nothing if one has no
  /// period.
  package mutating func putInOrder() {
    let isInOrder = observations.withUnsafeBufferPointer { observations in
      // Neighbours are compared in place: a copy of an observation counts three references.
      var before: Period?
      for index in observations.indices {
        guard let period = observations[index].period else { return true }
        if let before, period < before {
          return observations[index...].contains { $0.period == nil }
        }
        before = period
      }
      return true
    }
    guard !isInOrder else { return }
    let periods = observations.compactMap(\.period)
    observations = periods.indices.sorted { (periods[$0], $0) < (periods[$1], $1) }
      .map { observations[$0] }
  }
}
