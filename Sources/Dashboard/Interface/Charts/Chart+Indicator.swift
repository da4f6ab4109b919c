public import Model

extension Chart {
  /// The chart that suits an indicator of a dossier; nil if it has no value.
  ///
  /// It has its chapter's colour. Its marks are the dossier's marked events in its years and the
  /// recommendations that rest on it; its overlays are the observations that it names.
  public init?(indicator: Indicator, dossier: Dossier) {
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
      }
    self.init(kind, title: indicator.title, unit: unit, series: series)
    source = dossier.sourceLine(of: indicator)
    shortSources = dossier.shortSourceLines(of: indicator)
    if let chapter = dossier.chapters.first(where: { $0.id == indicator.chapter }) {
      accent = chapter.number
    }
    overlays = indicator.overlays.flatMap { overlay -> [Series] in
      guard let other = dossier.indicators.first(where: { $0.id == overlay.indicator }) else {
        return []
      }
      return other.series.filter { overlay.series == nil || $0.name == overlay.series }
    }
    marks = Self.marks(indicator.chapter, dossier.events).map { Mark($0.date, $0.mark) }
    if showsMarks, let date = dossier.date, let label = Self.asks(indicator, dossier) {
      marks.append(Mark(date, label))
    }
  }

  /// The recommendations that rest on an indicator, in the order of the dossier; without proposals.
  static func recommendations(on indicator: Indicator, _ dossier: Dossier) -> [Recommendation] {
    let reference = indicator.reference
    return dossier.recommendations.filter {
      $0.standing == .recommendation && $0.evidence.contains(reference)
    }
  }

  /// The numbers of the recommendations that rest on an indicator: `Rec. 1.2, 1.4`; nil if there
  /// are none.
  static func asks(_ indicator: Indicator, _ dossier: Dossier) -> String? {
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
