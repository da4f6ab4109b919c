package import Records
import Text

extension Indicator {
  /// Whether its values are of several things at one time, which are no range.
  var isComparison: Bool {
    series.count > 1 && series.allSatisfy { $0.observations.count < 2 }
  }

  /// How many values are known.
  fileprivate var count: Int {
    series.reduce(0) { $0 + $1.observations.count { $0.value != nil } }
  }
}

/// What an indicator says in a line, for lists, headlines and pages.
///
/// Values of unlike things are never put together as a smallest and a largest one.
extension Catalogue {
  /// What a finding leaves unsaid: measure, place and unit; empty if the measure itself leads.
  package func measureLine(of indicator: Indicator) -> String {
    guard !indicator.finding.isEmpty else { return "" }
    let unit = unit(indicator.unit)?.title ?? indicator.unit
    let isSaid =
      unit.isEmpty || ["number", "rank"].contains(unit) || indicator.title.contains(unit)
    return isSaid ? indicator.title : "\(indicator.title) (\(unit))"
  }

  /// The newest value of the first series with its series and period: `$839.9 billion, computed,
  /// Mexico, 2024`; `no value` if there is none.
  ///
  /// Of several things at one time the first is named, and how many more there are.
  package func valueLine(of indicator: Indicator) -> String {
    guard let (series, last) = newest(indicator) else { return ValueFormat.missing }
    let rest = indicator.isComparison ? indicator.count - 1 : 0
    let parts = [
      format(indicator).text(last, namesUnit: true), series.name,
      date(of: last, in: indicator, series.name),
    ]
    let line = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return rest > 0 ? "\(line); \(rest) more" : line
  }

  /// The newest value in a few columns, with its period if there is room: `≈ 40%`, `82 FY2011`.
  ///
  /// Several series have no value that stands for all, so only their number is told: `8 values`,
  /// `3 series`.
  package func briefValue(of indicator: Indicator, columns: Int = 18) -> String {
    guard let (series, last) = newest(indicator) else { return ValueFormat.missing }
    if indicator.isComparison, indicator.count > 1 { return "\(indicator.count) values" }
    let known = indicator.series.count { $0.observations.contains { $0.value != nil } }
    if known > 1 { return "\(known) series" }
    // The first word of a status is enough: the whole value stands on the indicator's page.
    let standing = ValueFormat.standing(last.qualifiers).first.map { " \(Self.abbreviated($0))" }
    let value =
      ValueFormat.sign(last.qualifiers)
      + format(indicator).text(last.value ?? 0, decimals: Int(last.decimals)) + (standing ?? "")
    let dated = "\(value) \(last.period?.title ?? "")"
    guard last.period != nil, series.observations.count > 1, dated.count <= columns else {
      return value
    }
    return dated
  }

  /// A status in a few letters: `proj.`.
  private static func abbreviated(_ status: String) -> String {
    switch status {
    case "average": "avg."
    case "projected", "planned", "computed": "\(status.prefix(4))."
    default: "\(status.prefix(3))."
    }
  }

  private func newest(_ indicator: Indicator) -> (Series, Observation)? {
    for series in indicator.series {
      if let last = series.observations.last(where: { $0.value != nil }) { return (series, last) }
    }
    return nil
  }

  func format(_ indicator: Indicator) -> ValueFormat {
    ValueFormat(unit(indicator.unit) ?? Unit(id: indicator.unit, title: indicator.unit))
  }

  /// The period of a value; if the report gives none, when the report said it.
  private func date(
    of observation: Observation, in indicator: Indicator, _ series: String
  ) -> String {
    if let period = observation.period {
      // A series that is named after its year says it already.
      return series.contains(period.title) ? "" : period.title
    }
    let id = observation.source.isEmpty ? indicator.source : observation.source
    guard let source = source(id), isReport(source), let date = dossier.date else { return "" }
    return "as of \(date.title)"
  }
}

/// A headline of the overview: a figure and what came after it.
package struct Headline: Sendable {
  /// The indicator.
  package var indicator: Indicator
  /// What leads: its finding, or what is measured.
  package var title: String
  /// The value with series and date.
  package var value: String
  /// Whether the report states the figure.
  package var isReports: Bool
  /// The indicator that tells what came later; nil if there is none.
  package var later: Indicator?
  /// What came later: `since then: 1.58 million apprehensions, FY2024; +364% from FY2011`, of another
  /// measure with its title in brackets; empty if nothing is known.
  package var since: String
}

extension Catalogue {
  /// The headlines: the report's figures first, each with what came later, then the others.
  ///
  /// A series that is told beside a figure of the report is no headline of its own.
  package var headlines: [Headline] {
    let all = dossier.headlines.compactMap(indicator).map { indicator in
      let isReports = indicator.sourceShares.allSatisfy { share in
        !share.isComputed && source(share.source).map(isReport) ?? false
      }
      let (later, since) = later(than: indicator)
      return Headline(
        indicator: indicator, title: indicator.titleLine, value: valueLine(of: indicator),
        isReports: isReports, later: later, since: since)
    }
    let told = Set(all.compactMap(\.later?.id))
    return all.filter(\.isReports)
      + all.filter { !$0.isReports && !told.contains($0.indicator.id) }
  }

  /// What came after an indicator's newest value, by the series that it names for that.
  package func later(than indicator: Indicator) -> (indicator: Indicator?, words: String) {
    guard let overlay = indicator.since, let other = self.indicator(overlay.indicator) else {
      return (nil, "")
    }
    let chosen = other.series.first { overlay.series == nil || $0.name == overlay.series }
    guard let series = chosen, let last = series.observations.last(where: { $0.value != nil }),
      let end = last.period, dossier.date.map({ $0.first.year <= end.last.year }) ?? true
    else { return (other, "") }
    let parts = [
      format(other).text(last, namesUnit: true), series.name, end.title,
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    // From the report's own period, if the series has it; otherwise from the report's time.
    let own = newest(indicator)?.1.period
    let start =
      series.observations.last { $0.value != nil && own != nil && $0.period == own }
      ?? series.observations.last { observation in
        guard observation.value != nil, let period = observation.period, let date = dossier.date
        else { return false }
        return period.last.year < date.first.year
      }
    let change = start.flatMap { self.change(from: $0, to: last, of: other) }
    let since = change.map { "; \($0.text) from \($0.periods.from.title)" } ?? ""
    // The same measure needs no name; another must not be taken for it.
    let isSame = other.overlays.contains { $0.indicator == indicator.id }
    return (other, "since then: \(parts)\(since)" + (isSame ? "" : " (\(other.title))"))
  }
}
