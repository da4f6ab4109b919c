import Canvas
import Charts
import Query
package import Records

/// Rows of records for lists.
package enum Rows {
  /// The row of a recommendation: number, title, who is asked.
  ///
  /// - Parameter isColoured: Whether its number has the colour of its chapter, which a heading above
  ///   it may have instead.
  static func recommendation(
    _ item: Recommendation, _ library: Library, isColoured: Bool = true
  ) -> ListPanel.Row {
    ListPanel.Row(
      cells: [
        .text(
          library.catalogue.number(item),
          Style(isColoured ? library.accent(item.chapter) : .text, .bold)),
        .text(item.title, Style(.text, item.standing == .proposal ? .italic : [])),
        .text(addressees(item, library), .faint),
      ],
      destination: .record(item.reference), reference: item.reference)
  }

  /// The columns for `recommendation`; the last heading explains its sign.
  static let recommendationColumns = [
    ListPanel.Column(title: "No.", width: .fit(5)),
    ListPanel.Column(title: "Title", width: .flexible, lines: 3),
    ListPanel.Column(
      title: "Asked, ?inferred", width: .fit(16), alignment: .right, leastPanelWidth: 40),
  ]

  /// Who is asked in a few letters, `US+Mex+Can`, with a sign if it is inferred.
  static func addressees(_ item: Recommendation, _ library: Library) -> String {
    let names = item.addressees.map { library.catalogue.addressee($0).initials }
    let sign = item.addresseeBasis == .inferred ? " " + library.glyphs.inferred : ""
    return names.joined(separator: "+") + sign
  }

  /// The row of an indicator: title, sparkline, last value.
  static func indicator(_ indicator: Indicator, _ library: Library) -> ListPanel.Row {
    ListPanel.Row(
      cells: [
        .text(indicator.title),
        .sparkline(sparkline(indicator), library.accent(indicator.chapter)),
        .text(ValueFormat.short(lastValue(indicator, library)), Style(.text, .bold)),
      ] + changeCells(indicator, library),
      destination: .record(indicator.reference), reference: indicator.reference)
  }

  /// The columns for `indicator`.
  static let indicatorColumns = [
    ListPanel.Column(title: "Indicator", width: .flexible, lines: 3),
    ListPanel.Column(width: .cells(12), leastPanelWidth: 44),
    ListPanel.Column(title: "Latest", width: .fit(13), alignment: .right, leastPanelWidth: 30),
    ListPanel.Column(title: "On last", width: .fit(9), alignment: .right, leastPanelWidth: 56),
    ListPanel.Column(title: "Since", width: .fit(16), alignment: .right, leastPanelWidth: 72),
  ]

  /// The first series if it is a line over enough periods to have a shape.
  private static func sparkline(_ indicator: Indicator) -> Sparkline? {
    IndicatorForm(indicator) == .series ? indicator.series.first.map(Sparkline.init) : nil
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

  /// The changes of a series to its last value.
  struct Changes {
    /// From the value before.
    var onLast: String
    /// From the first value, whose period comes first: `1985 +2,462%`.
    var sinceFirst: String
    /// The change from the value before, in percent or points.
    var size: Double
  }

  /// The changes of the first series, if its values are over time; nil otherwise.
  static func changes(_ indicator: Indicator, _ library: Library) -> Changes? {
    guard IndicatorForm(indicator) == .series,
      let unit = library.catalogue.unit(indicator.unit)
    else { return nil }
    let known = (indicator.series.first?.observations ?? []).filter { $0.value != nil }
    guard known.count > 1, let first = known.first, let last = known.last,
      let start = first.value, let before = known[known.count - 2].value, let end = last.value
    else { return nil }
    let kind: ReadOut.Kind =
      indicator.kind == .rank ? .rank : unit.suffix == "%" ? .percent : .amount
    let format = ValueFormat(unit)
    func change(_ from: Double) -> String {
      ValueFormat.short(ReadOut.change(from: from, to: end, kind, format))
    }
    let size = kind == .amount && before > 0 ? (end / before - 1) * 100 : end - before
    return Changes(
      onLast: change(before), sinceFirst: "\(first.period?.title ?? "") \(change(start))",
      size: size)
  }

  private static func changeCells(
    _ indicator: Indicator, _ library: Library
  ) -> [ListPanel.Row.Cell] {
    guard let changes = changes(indicator, library) else { return [] }
    return [.text(changes.onLast), .text(changes.sinceFirst)]
  }

  /// The row of any record in a mixed list: title, and its kind or a remark.
  static func mention(
    _ reference: Reference, _ library: Library, remark: String = ""
  ) -> ListPanel.Row {
    func cells() -> [ListPanel.Row.Cell] {
      let record = library.catalogue[reference]
      return [
        .text(record?.title ?? reference.description),
        .text(
          remark.isEmpty ? library.kind(record) : remark,
          Style(library.accent(record?.chapter ?? ""))),
      ]
    }
    return ListPanel.Row(
      cells: cells(),
      destination: .record(reference), reference: reference, telling: .mention(remark: remark))
  }

  /// The columns for `mention`.
  static let recordColumns = [
    ListPanel.Column(width: .flexible, lines: 3),
    ListPanel.Column(width: .fit(22), alignment: .right, leastPanelWidth: 36),
  ]
}
