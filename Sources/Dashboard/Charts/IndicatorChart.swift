import Query
package import Records

extension Chart {
  /// The chart that suits an indicator of a dossier; nil if it has no value.
  ///
  /// Its title is the finding, if there is one. Its marks are the dossier's marked events in its
  /// years and the
  /// recommendations that rest on it; its overlays are the observations that it names.
  package init?(indicator: Indicator, dossier: Dossier) {
    let series = indicator.series.filter { $0.observations.contains { $0.value != nil } }
    guard !series.isEmpty else { return nil }
    let unit =
      dossier.units.first { $0.id == indicator.unit }
      ?? Unit(id: indicator.unit, title: indicator.unit)
    let count = series.reduce(0) { $0 + $1.observations.count }
    let dated = Set(series.flatMap(\.observations).compactMap(\.period))
    let kind: Kind =
      switch indicator.chart {
      case .line: dated.count > 1 ? .line : .bars
      case .bars: .bars
      case .columns: .columns
      case .share: .share
      case .slope: series.contains { $0.observations.count > 1 } ? .slope : .bars
      case .number, .none: count == 1 ? .number : .bars
      case .dumbbell: series.contains { $0.observations.count > 1 } ? .dumbbell : .bars
      case .area, .stackedArea, .scatter, .multiples, .sparkline:
        dated.count > 1 ? Kind(rawValue: indicator.chart.rawValue) ?? .line : .bars
      case .groupedBars, .stackedBars, .groupedColumns, .stackedColumns, .dots, .histogram:
        Kind(rawValue: indicator.chart.rawValue) ?? .bars
      }
    self.init(kind, title: indicator.titleLine, unit: unit, series: series)
    isRate = indicator.kind == .rate
    if !indicator.finding.isEmpty { measure = indicator.title }
    source = dossier.sourceLine(of: indicator)
    shortSources = dossier.shortSourceLines(of: indicator)
    overlays = indicator.overlays.flatMap { overlay -> [Series] in
      guard let other = dossier.indicators.first(where: { $0.id == overlay.indicator }) else {
        return []
      }
      // The sign says that the report states the value.
      return other.series.filter { overlay.series == nil || $0.name == overlay.series }.map {
        Series(name: $0.name, observations: $0.observations.filter { !$0.isComputed })
      }
    }
    marks = Self.marks(indicator.chapter, dossier.events).map { Mark($0.date, $0.mark) }
    if showsMarks, let date = dossier.date, let label = Self.asks(indicator, dossier) {
      marks.append(Mark(date, label))
    }
  }

  /// The recommendations that rest on an indicator, in the order of the dossier; without proposals.
  package static func recommendations(on indicator: Indicator, _ dossier: Dossier)
    -> [Recommendation]
  {
    let reference = indicator.reference
    return dossier.recommendations.filter {
      $0.standing == .recommendation && $0.evidence.contains(reference)
    }
  }

  /// The numbers of the recommendations that rest on an indicator: `Rec. 1.2, 1.4`; nil if there
  /// are none.
  package static func asks(_ indicator: Indicator, _ dossier: Dossier) -> String? {
    let asked = recommendations(on: indicator, dossier)
    guard !asked.isEmpty else { return nil }
    let numbers = asked.prefix(2).map { item in
      item.number(in: dossier.chapters.first { $0.id == item.chapter })
    }
    let more = asked.count > 2 ? " +\(asked.count - 2)" : ""
    return "Rec. \(numbers.joined(separator: ", "))\(more)"
  }

  /// The marked events, the most important first: the chapter's own, then those without a chapter,
  /// which all charts share, then a few from other chapters that share a theme.
  private static func marks(_ chapter: String, _ events: [Event]) -> [Event] {
    let marked = events.filter { !$0.mark.isEmpty }
    let own = marked.filter { $0.chapter == chapter }
    let themes = Set(own.map(\.theme)).subtracting([""])
    let others = marked.filter { $0.chapter != chapter }
    let general = others.filter(\.chapter.isEmpty)
    let related = others.filter { !$0.chapter.isEmpty && themes.contains($0.theme) }
    return own + general + related.prefix(3)
  }
}

extension Indicator {
  /// Whether it has values and all of them have periods, so that they can be drawn over time.
  private var isOverTime: Bool {
    var hasValues = false
    for line in series {
      // Without copies, because one key press may ask hundreds of indicators.
      let isDated = line.observations.withUnsafeBufferPointer { observations in
        observations.indices.allSatisfy { index in
          guard observations[index].value != nil else { return true }
          hasValues = true
          return observations[index].period != nil
        }
      }
      if !isDated { return false }
    }
    return hasValues
  }

  /// The names of its values if each has one and none has a period; otherwise empty.
  private var names: Set<String> {
    var names: Set<String> = []
    for line in series where line.observations.contains(where: { $0.value != nil }) {
      guard line.isOneOfNames else { return [] }
      names.insert(line.name)
    }
    return names
  }

  /// The years from its first to its last value; nil without periods.
  package var years: ClosedRange<Int>? {
    var years: ClosedRange<Int>?
    for line in series {
      for observation in line.observations where observation.value != nil {
        guard let period = observation.period else { continue }
        let (first, last) = (Int(period.first.year), Int(period.last.year))
        years = min(first, years?.lowerBound ?? first)...max(last, years?.upperBound ?? last)
      }
    }
    return years
  }

  /// How much there is to compare with another indicator: the share of its own years that both
  /// have counts most, then the same unit, then the same chapter.
  package func affinity(to other: Indicator) -> Double {
    var shared = 0.0
    if let own = years, let others = other.years, own.overlaps(others) {
      shared = Double(own.clamped(to: others).count) / Double(own.count)
    }
    return 4 * shared + (unit == other.unit ? 2 : 0) + (chapter == other.chapter ? 1 : 0)
  }

  /// Why it cannot be combined with another indicator in one chart; nil if it can.
  ///
  /// Indicators can if both have periods, or names in common and the same unit.
  package func obstacle(beside other: Indicator) -> String? {
    if id == other.id { return "'\(id)' is the indicator itself; compare it with another" }
    let timeless = [self, other].filter { !$0.isOverTime }
    guard let first = timeless.first else { return nil }
    guard timeless.count == 2 else {
      return "'\(first.id)' has values without periods, and the other has values over time"
    }
    if names.isDisjoint(with: other.names) {
      return "'\(id)' and '\(other.id)' have neither periods nor names in common"
    }
    return unit == other.unit
      ? nil : "'\(id)' and '\(other.id)' have no periods and are in two units"
  }
}

extension Series {
  /// Whether it is a single value that has a name in place of a period.
  var isOneOfNames: Bool {
    observations.count == 1 && observations[0].period == nil && !name.isEmpty
  }
}
