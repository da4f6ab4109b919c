/// Reads `data/observations.csv`, which may be large: cells are compared as bytes.
struct ObservationTable {
  static let columns = [
    "indicator", "series", "period", "value", "qualifier", "source", "locator", "note",
  ]

  private var indices: [String: Int] = [:]
  /// The places of the series of each indicator by their names.
  private var series: [[String: Int]]
  private var sources: [String: Bool] = [:]
  // Neighbouring rows mostly share these, so the row before is tried first.
  private var indicatorBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var indicator: Int?
  private var seriesBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var seriesIndex: Int?
  private var sourceBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var source = ""

  static func read(_ table: inout Table, into draft: inout Draft) {
    var reader = ObservationTable(draft.dossier.indicators)
    // Taken out while it grows, so that appending never copies.
    var indicators = draft.dossier.indicators
    draft.dossier.indicators = []
    while table.next(log: &draft.log) {
      reader.readRow(table, into: &indicators, draft: &draft)
    }
    draft.dossier.indicators = indicators
  }

  private init(_ indicators: [Indicator]) {
    for (index, indicator) in indicators.enumerated() { indices[indicator.id] = index }
    series = Array(repeating: [:], count: indicators.count)
  }

  private mutating func readRow(
    _ table: Table, into indicators: inout [Indicator], draft: inout Draft
  ) {
    let name = table.bytes(0)
    if indicator == nil || !name.elementsEqual(indicatorBytes) {
      indicatorBytes = name
      indicator = indices[table.text(0)]
      seriesIndex = nil
    }
    guard let indicator else {
      _ = draft.check(.indicator, table.text(0), table.place(0))
      return
    }
    let place = seriesPlace(table, indicator, &indicators)
    var observation = Observation(
      period: table.period(2, log: &draft.log), value: nil, source: readSource(table, &draft),
      locators: table.locators(6, log: &draft.log), note: table.text(7))
    if let number = Number(table.bytes(3)) {
      observation.value = number.value
      observation.decimals = UInt8(clamping: number.decimals)
    } else if !table.bytes(3).isEmpty {
      draft.log.error(
        table.place(3), "\"\(table.text(3))\" is not a number",
        remedy: "write digits with a point and without separators: 1234.5")
    }
    observation.qualifiers = qualifiers(table, log: &draft.log)
    indicators[indicator].series[place].observations.append(observation)
  }

  private mutating func seriesPlace(
    _ table: Table, _ indicator: Int, _ indicators: inout [Indicator]
  ) -> Int {
    let bytes = table.bytes(1)
    if let seriesIndex, bytes.elementsEqual(seriesBytes) { return seriesIndex }
    let name = table.text(1)
    let place = series[indicator][name] ?? indicators[indicator].series.count
    if place == indicators[indicator].series.count {
      indicators[indicator].series.append(Series(name: name))
      series[indicator][name] = place
    }
    seriesBytes = bytes
    seriesIndex = place
    return place
  }

  private mutating func readSource(_ table: Table, _ draft: inout Draft) -> String {
    let bytes = table.bytes(5)
    if bytes.isEmpty { return "" }
    if !source.isEmpty, bytes.elementsEqual(sourceBytes) { return source }
    let id = table.text(5)
    guard draft.check(.source, id, table.place(5)) else {
      // An unknown source keeps its id: the indicator's would be a wrong attribution.
      return id
    }
    source = id
    sourceBytes = bytes
    return id
  }

  private func qualifiers(_ table: Table, log: inout DiagnosticLog) -> Qualifiers {
    if table.bytes(4).isEmpty { return [] }
    var result: Qualifiers = []
    for name in table.list(4) {
      if let qualifier = Qualifiers(name: name) {
        result.insert(qualifier)
      } else {
        log.error(
          table.place(4), "the qualifier \"\(name)\" is not known",
          remedy: "use " + Qualifiers.names.joined(separator: ", "))
      }
    }
    return result
  }
}
