import Records

extension Draft {
  /// Warns of indicators whose values cannot be compared with each other or with their marks.
  mutating func checkComparisons() {
    let places = Dictionary(
      dossier.indicators.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let units = Dictionary(
      dossier.units.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    for indicator in dossier.indicators {
      let place = place(of: indicator.reference)
      if let (one, other) = indicator.unequalSpans {
        log.warning(
          place, "\(indicator.kind.rawValue)s of \(one) and of \(other) cannot be compared",
          remedy: "make an indicator of each, or give a rate")
      }
      if let sum = indicator.overfullWhole {
        log.warning(
          place, "the parts of the whole come to \(Int(sum.rounded())) percent",
          remedy: "use bars for shares of different wholes")
      }
      for overlay in indicator.overlays {
        guard let other = places[overlay.indicator].map({ dossier.indicators[$0] }),
          units[indicator.unit] != units[other.unit]
        else { continue }
        log.warning(
          place,
          "\(other.id) is marked on this chart, but is in \(units[other.unit] ?? other.unit), not in "
            + (units[indicator.unit] ?? indicator.unit), remedy: "mark one with the same unit")
      }
    }
  }
}

extension Indicator {
  /// The lengths of two periods of different lengths, over which something was counted; nil if all
  /// are equal or nothing was counted.
  fileprivate var unequalSpans: (String, String)? {
    guard kind == .count || kind == .amount else { return nil }
    let spans = series.flatMap(\.observations).filter { $0.value != nil }.compactMap(\.period)
      .map(\.span)
    guard let first = spans.first, let other = spans.first(where: { $0 != first }) else {
      return nil
    }
    return (first, other)
  }

  /// What the parts of a whole come to at some period, if that is over 101 percent; otherwise nil.
  fileprivate var overfullWhole: Double? {
    guard chart == .share else { return nil }
    var sums: [Period?: Double] = [:]
    for observation in series.flatMap(\.observations) {
      sums[observation.period, default: 0] += observation.value ?? 0
    }
    return sums.values.filter { $0 > 101 }.max()
  }
}

extension Period {
  /// How long it is, in words: `1 year`, `3 months`.
  fileprivate var span: String {
    let count: Int
    let word: String
    switch kind {
    case .year, .fiscalYear: (count, word) = (Int(last.year) - Int(first.year) + 1, "year")
    case .month:
      let months = (Int(last.year) - Int(first.year)) * 12 + Int(last.month) - Int(first.month) + 1
      (count, word) = months % 12 == 0 ? (months / 12, "year") : (months, "month")
    // Days have no length that matters: a day is when something was counted.
    case .day: (count, word) = (1, isRange ? "range of days" : "day")
    }
    return "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
