import Model

/// An indicator without its picture: its sentence and its values.
extension LinearPage {
  /// Adds an indicator as a reader has set it.
  mutating func add(_ indicator: Indicator, _ visit: Visit, _ library: Library) {
    let content = ChartContent(indicator, library, visit.chart)
    let chapter = library.catalogue.chapter(indicator.chapter)
    say("\(content.chart?.title ?? indicator.title)")
    say(["Indicator", chapter?.shortTitle ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))
    gap()
    guard var chart = content.chart else { return paragraph(content.emptyText) }
    chart.title = ""
    paragraph(chart.summary)
    settings(content, visit.chart)
    let unit = chart.subtitle
    say(unit.isEmpty ? "Values:" : "Values, \(unit.lowercasedFirst):")
    for line in Self.values(of: chart) { say(line) }
    gap()
    sources(indicator, visit.chart.compared.flatMap(library.catalogue.indicator), library)
    if !indicator.note.isEmpty { say("Note: \(indicator.note)") }
  }

  /// The values of a chart: a line for each period, name or category, a missing one not said.
  static func values(of chart: Chart) -> [String] {
    let rows = chart.rows(ValueFormat(chart.unit))
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { row in
      let isSingle = header.count == 2
      let cells = row.indices.dropFirst().compactMap { column -> String? in
        guard row[column] != "–" else { return nil }
        let name = isSingle || !header.indices.contains(column) ? "" : "\(header[column]) "
        return name + worded(row[column])
      }
      let told = cells.isEmpty ? ValueFormat.missing : cells.joined(separator: "; ")
      return row[0].isEmpty ? told : "\(row[0]): \(told)"
    }
  }

  /// A value whose signs are words.
  static func worded(_ value: String) -> String {
    var rest = value[...]
    var text = ""
    for (sign, word) in [("≈ ", "about "), ("> ", "over "), ("< ", "under ")] {
      // Signs stand before the value, each once.
      if let range = rest.firstRange(of: sign), range.lowerBound == rest.startIndex {
        text += word
        rest = rest[range.upperBound...]
      }
    }
    if rest.hasPrefix("−") { return text + "minus " + rest.dropFirst() }
    return text + rest
  }

  /// What a reader has set, where it is not as the dossier has it.
  private mutating func settings(_ content: ChartContent, _ view: ChartView) {
    var told: [String] = []
    if let window = view.window, window.upperBound < content.periods.count {
      let ends = [window.lowerBound, window.upperBound].map { content.periods[$0].title }
      told.append("From \(ends[0]) to \(ends[1]); 'zoom out' says more periods.")
    }
    switch view.measure {
    case .value: break
    case .log: told.append("For an axis of factors of ten.")
    case .index: told.append("The first values together are 100.")
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
        let extent = shares.count > 1 && !share.title.isEmpty ? " (\(share.title))" : ""
        let title = "\(source.producer), \(source.title)\(extent)"
        let number = number(.destination(.record(source.reference)), title)
        say("Source: \(title) [\(number)]")
      }
    }
  }
}
