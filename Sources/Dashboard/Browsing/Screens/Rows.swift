import Canvas
import Charts
import Query
package import Records

/// Rows of records for lists.
package enum Rows {
  /// The row of a recommendation: number, title, who is asked.
  static func recommendation(_ item: Recommendation, _ library: Library) -> ListPanel.Row {
    let accent = library.accent(item.chapter)
    return ListPanel.Row(
      cells: [
        .text(library.catalogue.number(item), Style(accent, .bold)),
        .text(item.title, Style(.text, item.standing == .proposal ? .italic : [])),
        .text(addressees(item, library), .faint),
      ],
      destination: .record(item.reference), reference: item.reference)
  }

  /// The columns for `recommendation`; the last heading explains its sign.
  static let recommendationColumns = [
    ListPanel.Column(title: "No.", width: .fit(5)),
    ListPanel.Column(title: "Title", width: .flexible),
    ListPanel.Column(title: "Asked, ?inferred", width: .fit(16), leastPanelWidth: 46),
  ]

  /// Who is asked in a few letters, `US+Mex+Can`, with a sign if it is inferred.
  static func addressees(_ item: Recommendation, _ library: Library) -> String {
    let names = item.addressees.map { library.catalogue.addressee($0).initials }
    let sign = item.addresseeBasis == .inferred ? " " + library.glyphs.inferred : ""
    return names.joined(separator: "+") + sign
  }

  /// The row of an indicator: title, sparkline, last value.
  static func indicator(_ indicator: Indicator, _ library: Library) -> ListPanel.Row {
    let accent = library.accent(indicator.chapter)
    return ListPanel.Row(
      cells: [
        .text(indicator.title),
        .sparkline(sparkline(indicator), accent),
        .text(lastValue(indicator, library), Style(.text, .bold)),
        .text(change(indicator), .faint),
      ],
      destination: .record(indicator.reference), reference: indicator.reference)
  }

  /// The columns for `indicator`.
  static let indicatorColumns = [
    ListPanel.Column(title: "Indicator", width: .flexible),
    ListPanel.Column(width: .cells(12), leastPanelWidth: 44),
    ListPanel.Column(title: "Value", width: .fit(18), alignment: .right, leastPanelWidth: 36),
    ListPanel.Column(title: "Change", width: .fit(8), alignment: .right, leastPanelWidth: 60),
  ]

  /// The first series if it is a line over enough periods to have a shape.
  private static func sparkline(_ indicator: Indicator) -> Sparkline? {
    guard let series = indicator.series.first, series.observations.count > 2,
      series.observations.allSatisfy({ $0.period != nil })
    else { return nil }
    return Sparkline(series)
  }

  /// The last value of a series over time; for several series at one time, the least and the
  /// greatest.
  package static func lastValue(_ indicator: Indicator, _ library: Library) -> String {
    guard let unit = library.catalogue.unit(indicator.unit) else { return "" }
    let format = ValueFormat(unit)
    let isComparison =
      indicator.series.count > 1 && indicator.series.allSatisfy { $0.observations.count < 2 }
    if isComparison {
      let known = indicator.series.flatMap(\.observations).filter { $0.value != nil }
        .sorted { ($0.value ?? 0) < ($1.value ?? 0) }
      guard let least = known.first, let most = known.last else { return "" }
      let ends = [least, most].map { format.text($0.value ?? 0, decimals: Int($0.decimals)) }
      if ends[0] == ends[1] { return ends[0] }
      let range = "\(ends[0]) to \(ends[1])"
      return range.columns > 18 ? "\(known.count) values" : range
    }
    guard let last = indicator.series.first?.observations.last(where: { $0.value != nil }),
      let value = last.value
    else { return "no value" }
    let standing = ValueFormat.standing(last.qualifiers).first.map { " \(abbreviated($0))" } ?? ""
    return ValueFormat.sign(last.qualifiers)
      + format.text(value, decimals: Int(last.decimals)) + standing
  }

  /// The last value with its series and period: `$839.6 billion, Mexico, 2024`.
  package static func lastValueInWords(_ indicator: Indicator, _ library: Library) -> String {
    guard let unit = library.catalogue.unit(indicator.unit), let series = indicator.series.first,
      let last = series.observations.last(where: { $0.value != nil })
    else { return "no value" }
    let parts = [
      ValueFormat(unit).text(last, namesUnit: true), series.name, last.period?.title ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A qualifier in a few letters: `proj.`.
  private static func abbreviated(_ qualifier: String) -> String {
    switch qualifier {
    case "average": "avg."
    case "projected", "planned": "\(qualifier.prefix(4))."
    default: "\(qualifier.prefix(3))."
    }
  }

  /// The change of the first series from its first to its last value, in percent.
  static func change(_ indicator: Indicator) -> String {
    guard let values = indicator.series.first?.observations, values.count > 1,
      let first = values.first?.value, let last = values.last?.value,
      values.first?.period != nil, values.last?.period != nil,
      first > 0, last > 0, indicator.kind != .change, indicator.kind != .rank
    else { return "" }
    let percent = (last / first - 1) * 100
    guard percent.magnitude < 100_000 else { return "" }
    let whole = Int(percent.rounded())
    return whole > 0 ? "+\(whole)%" : whole < 0 ? "−\(-whole)%" : "0%"
  }

  /// The row of any record in a mixed list: title, and its kind or a remark.
  static func mention(
    _ reference: Reference, _ library: Library, remark: String = ""
  ) -> ListPanel.Row {
    let record = library.catalogue[reference]
    let accent = library.accent(record?.chapter ?? "")
    return ListPanel.Row(
      cells: [
        .text(record?.title ?? reference.description),
        .text(remark.isEmpty ? library.kind(record) : remark, Style(accent)),
      ],
      destination: .record(reference), reference: reference, telling: .mention(remark: remark))
  }

  /// The columns for `mention`.
  static let recordColumns = [
    ListPanel.Column(width: .flexible),
    ListPanel.Column(width: .fit(22), alignment: .right, leastPanelWidth: 46),
  ]
}
