import Canvas
import Charts
import Query
import Records

/// Rows of records for lists.
package enum Rows {
  /// The row of a recommendation: number, title, what became of it, who is asked.
  ///
  /// - Parameter isColoured: Whether its number has the colour of its chapter, which a heading above
  ///   it may have instead.
  static func recommendation(
    _ item: Recommendation, _ told: DayOutcomes, _ library: Library, isColoured: Bool = true
  ) -> ListPanel.Row {
    ListPanel.Row(
      cells: [
        .text(
          library.catalogue.number(item),
          Style(isColoured ? library.accent(item.chapter) : .text, .bold)),
        .text(item.title, Style(.text, item.standing == .proposal ? .italic : [])),
        .text(status(item, told, library, isBrief: true)),
        .text(status(item, told, library)),
        .text(addressees(item, library), .faint),
      ],
      destination: .record(item.reference), reference: item.reference,
      telling: .recommendation(status: told.outcomes.status(of: item, on: told.day)))
  }

  /// The columns for `recommendation`; the last heading explains its sign.
  static func recommendationColumns(_ library: Library) -> [ListPanel.Column] {
    // Where nothing is known of any, a heading would promise something.
    let status = library.outcomes.isEmpty ? "" : "Status"
    return [
      ListPanel.Column(title: "No.", width: .fit(5)),
      ListPanel.Column(title: "Title", width: .flexible, lines: 3),
      ListPanel.Column(width: .fit(4), mostPanelWidth: leastStatusWidth - 1),
      ListPanel.Column(title: status, width: .fit(24), leastPanelWidth: leastStatusWidth),
      ListPanel.Column(
        title: "Asked of", width: .fit(16), alignment: .right, leastPanelWidth: 40),
    ]
  }

  /// The least width of a list that has room for statuses in words.
  private static let leastStatusWidth = 66

  /// The sign of what became of a recommendation, its marks, and unless it is brief the words; empty
  /// if nobody follows it.
  static func status(
    _ item: Recommendation, _ told: DayOutcomes, _ library: Library, isBrief: Bool = false
  ) -> StyledLine {
    guard told.outcomes.isFollowed(item) else { return StyledLine() }
    let summary = told.summary(of: item.id)
    let sign = library.glyphs.sign(summary.status)
    var line = StyledLine(isBrief ? sign : "\(sign) \(summary.status.title)")
    if !summary.signs.isEmpty {
      line.runs.append(StyledRun(summary.signs, Style(.caution, .bold)))
    }
    return line
  }

  /// Who is asked in a few letters, `US+Mex+Can`, with a sign if it is inferred.
  static func addressees(_ item: Recommendation, _ library: Library) -> String {
    let names = item.addressees.map { library.catalogue.addressee($0).initials }
    let sign = item.addresseeBasis == .inferred ? " " + library.glyphs.inferred : ""
    return names.joined(separator: "+") + sign
  }

  /// The row of an indicator: title, sparkline, last value, and changes below.
  static func indicator(_ indicator: Indicator, _ library: Library) -> ListPanel.Row {
    ListPanel.Row(
      cells: [
        .text(indicator.titleLine),
        .sparkline(sparkline(indicator), library.accent(indicator.chapter)),
        .text(ValueFormat.short(lastValue(indicator, library)), Style(.text, .bold)),
      ] + lines(below: indicator, library).map { .text($0, .faint) },
      destination: .record(indicator.reference), reference: indicator.reference)
  }

  /// The columns for `indicator`.
  static let indicatorColumns = [
    ListPanel.Column(title: "Indicator", width: .flexible, lines: 5),
    ListPanel.Column(width: .cells(12), leastPanelWidth: 44),
    ListPanel.Column(title: "Latest", width: .fit(20), alignment: .right, leastPanelWidth: 30),
    ListPanel.Column(width: .below, lines: 2),
    ListPanel.Column(width: .below, lines: 2),
  ]

  /// The first series if it is a line over enough periods to have a shape.
  private static func sparkline(_ indicator: Indicator) -> Sparkline? {
    IndicatorForm(indicator) == .series ? indicator.series.first.map(Sparkline.init) : nil
  }

  /// The last value of a series over time, otherwise what stands for the values.
  private static func lastValue(_ indicator: Indicator, _ library: Library) -> String {
    guard IndicatorForm(indicator) == .series, let unit = library.catalogue.unit(indicator.unit),
      let last = indicator.series.first?.observations.last(where: { $0.value != nil })
    else { return library.catalogue.briefValue(of: indicator, columns: 13) }
    return ValueFormat(unit).text(last)
  }

  /// Which value of a series over time is the latest: its series, if there are several, and its
  /// period; then its changes, each with both periods.
  private static func lines(below indicator: Indicator, _ library: Library) -> [String] {
    guard IndicatorForm(indicator) == .series, let series = indicator.series.first else {
      return []
    }
    let last = series.observations.last { $0.value != nil }
    let name = indicator.series.count > 1 ? series.name : ""
    let changes = library.catalogue.changes(of: indicator).map(\.datedText)
    return [
      [name, last?.period?.title ?? ""].filter { !$0.isEmpty }.joined(separator: ", "),
      ValueFormat.short(changes.joined(separator: "; ")),
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
