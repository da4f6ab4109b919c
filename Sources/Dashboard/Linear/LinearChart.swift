import Browsing
import Charts
import Query
import Records

/// An indicator without a picture: its summary and its values.
extension LinearPage {
  /// Adds an indicator with the reader's settings.
  mutating func add(_ indicator: Indicator, _ visit: Visit, _ library: Library) {
    let content = ChartPanel(indicator, library, visit.chart)
    addChapter(library.catalogue.chapter(indicator.chapter), library)
    gap()
    guard var chart = content.chart else { return paragraph(content.emptyText) }
    if !chart.measure.isEmpty { paragraph("\(chart.title).") }
    (chart.title, chart.measure) = ("", "")
    paragraph(LinearWords.value(chart.summary).capitalizedFirst)
    settings(content, visit.chart)
    let unit = LinearWords.value(chart.subtitle)
    let values = Self.values(of: chart)
    let known = chart.rows.dropFirst().reduce(0) { count, row in
      count + row.dropFirst().count { $0 != Self.missing }
    }
    // If there are several series, a line has the values of one period.
    let lines = known == values.count ? "" : " in \(LinearWords.number(values.count)) lines"
    let head = "Values: \(LinearWords.number(known))\(lines)"
    say(unit.isEmpty ? "\(head)." : "\(head), \(unit.lowercasedFirst).")
    for line in values { say(line) }
    gap()
    sources(indicator, visit.chart.compared.flatMap(library.catalogue.indicator), library)
    let standing = library.catalogue.standing(of: indicator)
    if !standing.isEmpty { say("\(standing).") }
    if !indicator.note.isEmpty { say("Note: \(indicator.note)") }
  }

  /// What a table shows for a missing value.
  private static let missing = "–"

  /// The values of a chart: a line for each period, name or category; missing values are left out.
  static func values(of chart: Chart) -> [String] {
    let rows = chart.rows
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { row in
      let isSingle = header.count == 2
      let cells = row.indices.dropFirst().compactMap { column -> String? in
        guard row[column] != missing else { return nil }
        let name = isSingle || !header.indices.contains(column) ? "" : "\(header[column]) "
        return name + LinearWords.value(row[column])
      }
      let told = cells.isEmpty ? ValueFormat.missing : cells.joined(separator: "; ")
      return row[0].isEmpty ? told : "\(LinearWords.value(row[0])): \(told)"
    }
  }

  /// The reader's settings that differ from the dossier's.
  private mutating func settings(_ content: ChartPanel, _ view: ChartView) {
    var told: [String] = []
    if let window = view.window, window.upperBound < content.periods.count {
      let ends = [window.lowerBound, window.upperBound].map { content.periods[$0].title }
      told.append("These are \(ends[0]) to \(ends[1]); 'zoom out' says more periods.")
    }
    switch view.measure {
    // An axis makes no difference to a listener.
    case .value, .log: break
    case .index: told.append("The first values are set to 100.")
    case .change: told.append("Change from the period before.")
    }
    let hidden = view.hidden.sorted().filter(content.names.indices.contains)
    if !hidden.isEmpty {
      told.append("Left out: \(hidden.map { content.names[$0] }.joined(separator: ", ")).")
    }
    if !told.isEmpty { paragraph(told.joined(separator: " ")) }
  }

  private mutating func sources(_ one: Indicator, _ other: Indicator?, _ library: Library) {
    for indicator in [one, other].compactMap(\.self) {
      let shares = indicator.sourceShares
      for share in shares {
        guard let source = library.catalogue.source(share.source) else { continue }
        let extent =
          shares.count > 1 && !share.title.isEmpty ? " (\(LinearWords.value(share.title)))" : ""
        let title = "\(share.standing)\(source.producer), \(source.title)\(extent)"
        let number = number(.destination(.record(source.reference)), title)
        say("Source: \(title) [\(number)]")
      }
    }
  }
}
