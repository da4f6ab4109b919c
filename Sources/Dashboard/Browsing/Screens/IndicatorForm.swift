import Records

/// What the values of an indicator are for a reader: a development, a comparison or one figure.
enum IndicatorForm: String, CaseIterable {
  /// Values over at least three periods.
  case series
  /// Several values at one time, or at two.
  case comparison
  /// A single value, or none.
  case single

  /// The name in lists.
  var title: String {
    switch self {
    case .series: "Over time"
    case .comparison: "Comparisons"
    case .single: "Single figures"
    }
  }

  /// The form of an indicator.
  init(_ indicator: Indicator) {
    let first = indicator.series.first?.observations ?? []
    if first.count > 2, first.allSatisfy({ $0.period != nil }) {
      self = .series
    } else {
      self = indicator.series.count > 1 || first.count > 1 ? .comparison : .single
    }
  }
}
