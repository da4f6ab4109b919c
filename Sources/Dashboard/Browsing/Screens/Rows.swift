import Canvas
import Charts
import Query
import Records

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
        .text(library.catalogue.briefValue(of: indicator), Style(.text, .bold)),
        .text(library.catalogue.change(of: indicator), .faint),
      ],
      destination: .record(indicator.reference), reference: indicator.reference)
  }

  /// The columns for `indicator`.
  static let indicatorColumns = [
    ListPanel.Column(title: "Indicator", width: .flexible),
    ListPanel.Column(width: .cells(12), leastPanelWidth: 44),
    ListPanel.Column(title: "Value", width: .fit(18), alignment: .right, leastPanelWidth: 36),
    ListPanel.Column(title: "Change", width: .fit(24), alignment: .right, leastPanelWidth: 80),
  ]

  /// The first series if it is a line over enough periods to have a shape.
  private static func sparkline(_ indicator: Indicator) -> Sparkline? {
    guard let series = indicator.series.first, series.observations.count > 2,
      series.observations.allSatisfy({ $0.period != nil })
    else { return nil }
    return Sparkline(series)
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
