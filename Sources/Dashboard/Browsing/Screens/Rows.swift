import Canvas
import Charts
import Query
import Records

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
        .text(indicator.titleLine),
        .sparkline(sparkline(indicator), library.accent(indicator.chapter)),
        .text(ValueFormat.short(lastValue(indicator, library)), Style(.text, .bold)),
      ] + changeCells(indicator, library),
      destination: .record(indicator.reference), reference: indicator.reference)
  }

  /// The columns for `indicator`.
  static let indicatorColumns = [
    ListPanel.Column(title: "Indicator", width: .flexible, lines: 5),
    ListPanel.Column(width: .cells(12), leastPanelWidth: 44),
    ListPanel.Column(title: "Latest", width: .fit(20), alignment: .right, leastPanelWidth: 30),
    ListPanel.Column(title: "On prev.", width: .fit(9), alignment: .right, leastPanelWidth: 56),
    ListPanel.Column(title: "Since", width: .fit(16), alignment: .right, leastPanelWidth: 66),
    ListPanel.Column(width: .below, lines: 2),
  ]

  /// The first series if it is a line over enough periods to have a shape.
  private static func sparkline(_ indicator: Indicator) -> Sparkline? {
    IndicatorForm(indicator) == .series ? indicator.series.first.map(Sparkline.init) : nil
  }

  /// The name of the series that an indicator's picture and values are of, if it has several.
  private static func seriesName(_ indicator: Indicator) -> String {
    IndicatorForm(indicator) == .series && indicator.series.count > 1
      ? indicator.series[0].name : ""
  }

  /// The last value of a series over time, otherwise what stands for the values.
  private static func lastValue(_ indicator: Indicator, _ library: Library) -> String {
    guard IndicatorForm(indicator) == .series, let unit = library.catalogue.unit(indicator.unit),
      let last = indicator.series.first?.observations.last(where: { $0.value != nil })
    else { return library.catalogue.briefValue(of: indicator, columns: 13) }
    return ValueFormat(unit).text(last)
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
    let changes = changes(indicator, library)
    return [
      .text(changes?.onLast ?? ""), .text(changes?.sinceFirst ?? ""),
      .text(seriesName(indicator), .faint),
    ]
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
          remark.isEmpty ? record.map(library.catalogue.kind) ?? "" : remark,
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
