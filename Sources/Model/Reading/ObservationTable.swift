import Glibc
import Records
import Text

/// Reads `data/observations.csv`, which may be large: cells are compared as bytes.
struct ObservationTable {
  private typealias Column = ObservationColumn

  static let columns = ObservationColumn.names
  static let optional: Set<String> = [columns[Column.derived]]

  private let indices: [String: Int]
  /// The series found so far, by the indexes of their indicators.
  private var found: [[Series]]
  /// The indexes of each indicator's series, by their names.
  private var series: [[String: Int]]
  // Neighbouring rows mostly share these, so the previous row is tried first.
  private var indicatorBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var indicator: Int?
  private var seriesBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var seriesIndex: Int?
  private var sourceBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var source = ""
  private var sourceRemarks: Observation.Remarks?
  private var qualifierBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var qualifiers: Qualifiers = []

  /// Reads all rows and puts the values into their indicators' series, sorted by period.
  static func read(_ table: inout Table, into draft: inout Draft) {
    var reader = ObservationTable(draft.dossier.indicators)
    while table.next(log: &draft.log) {
      reader.readRow(table, draft: &draft)
      draft.progress.tellOfRow()
    }
    for index in reader.found.indices {
      for place in reader.found[index].indices { reader.found[index][place].putInOrder() }
      draft.dossier.indicators[index].series = reader.found[index]
    }
  }

  private init(_ indicators: [Indicator]) {
    var indices = [String: Int](minimumCapacity: indicators.count)
    for (index, indicator) in indicators.enumerated() { indices[indicator.id] = index }
    self.indices = indices
    found = Array(repeating: [], count: indicators.count)
    series = Array(repeating: [:], count: indicators.count)
  }

  private mutating func readRow(_ table: Table, draft: inout Draft) {
    let name = table.bytes(Column.indicator)
    if indicator == nil || !name.isSame(as: indicatorBytes) {
      indicatorBytes = name
      indicator = indices[table.text(Column.indicator)]
      seriesIndex = nil
    }
    guard let indicator else {
      _ = draft.check(.indicator, table.text(Column.indicator), table.place(Column.indicator))
      return
    }
    let period = table.period(
      Column.period, ", so the row is left out", by: .observations, log: &draft.log)
    let remarks = readRemarks(table, &draft)
    var observation = Observation(
      period: period, value: nil, decimals: 0, qualifiers: [], remarks: remarks)
    if let number = Number(table.bytes(Column.value)) {
      observation.value = number.value
      observation.decimals = UInt8(clamping: number.decimals)
    } else if !table.bytes(Column.value).isEmpty {
      draft.log.error(
        table.place(Column.value), "\"\(table.text(Column.value))\" is not a number",
        remedy: "write digits with a point and without separators: 1234.5")
    }
    observation.qualifiers.formUnion(readQualifiers(table, log: &draft.log))
    // Without its period, a value would count for any time, including the latest.
    guard period != nil || table.bytes(Column.period).isEmpty else { return }
    let place = seriesPlace(table, indicator)
    if observation.isComputed {
      keepOwn(&observation, table, log: &draft.log)
      draft.derived.append(
        (indicator, found[indicator][place].name, observation, table.place(Column.derived)))
    }
    found[indicator][place].observations.append(observation)
  }

  /// Removes from a computed value what only a source can say, because it would be untrue.
  private func keepOwn(
    _ observation: inout Observation, _ table: Table, log: inout DiagnosticLog
  ) {
    if !observation.locators.isEmpty {
      observation.locators = []
      log.error(
        table.place(Column.locator), "a computed value has no place in the original",
        remedy: "clear the locator, or clear derived if the original states the value")
    }
    let stated = observation.qualifiers.subtracting([.forward, .computed])
    if !stated.isEmpty {
      observation.qualifiers.subtract(stated)
      log.error(
        table.place(Column.qualifier),
        "a computed value has the qualifier \"\(stated.names.joined(separator: ", "))\"",
        remedy: "clear the qualifier, or clear derived if a source states the value")
    }
  }

  private mutating func readRemarks(_ table: Table, _ draft: inout Draft) -> Observation.Remarks? {
    let source = readSource(table, &draft)
    let locators = table.locators(Column.locator, log: &draft.log)
    let derivation = readDerivation(table, log: &draft.log)
    guard locators.isEmpty, table.bytes(Column.note).isEmpty, derivation == nil else {
      return Observation.Remarks(
        source: source, locators: locators, note: table.text(Column.note), derivation: derivation)
    }
    if source != sourceRemarks?.source ?? "" {
      sourceRemarks = Observation.Remarks(source: source, locators: [], note: "")
    }
    return sourceRemarks
  }

  /// The computation of a row; one that cannot be read stays as words, because the value is still
  /// not a source's.
  private func readDerivation(_ table: Table, log: inout DiagnosticLog) -> Derivation? {
    if table.bytes(Column.derived).isEmpty { return nil }
    let text = table.text(Column.derived)
    do {
      return try Derivation(text)
    } catch {
      log.error(table.place(Column.derived), error.message, remedy: error.remedy)
      return Derivation(written: text, words: text)
    }
  }

  private mutating func seriesPlace(_ table: Table, _ indicator: Int) -> Int {
    let bytes = table.bytes(Column.series)
    if let seriesIndex, bytes.isSame(as: seriesBytes) { return seriesIndex }
    let name = table.text(Column.series)
    let place = series[indicator][name] ?? found[indicator].count
    if place == found[indicator].count {
      found[indicator].append(Series(name: name))
      series[indicator][name] = place
    }
    seriesBytes = bytes
    seriesIndex = place
    return place
  }

  private mutating func readSource(_ table: Table, _ draft: inout Draft) -> String {
    let bytes = table.bytes(Column.source)
    if bytes.isEmpty { return "" }
    if !source.isEmpty, bytes.isSame(as: sourceBytes) { return source }
    let id = table.text(Column.source)
    guard draft.check(.source, id, table.place(Column.source)) else {
      // An unknown source keeps its id, because the indicator's source would be a wrong
      // attribution.
      return id
    }
    source = id
    sourceBytes = bytes
    return id
  }

  private mutating func readQualifiers(_ table: Table, log: inout DiagnosticLog) -> Qualifiers {
    let bytes = table.bytes(Column.qualifier)
    if bytes.isEmpty { return [] }
    if bytes.isSame(as: qualifierBytes) { return qualifiers }
    let errors = log.errorCount
    var result: Qualifiers = []
    for name in table.list(Column.qualifier) {
      if let qualifier = Qualifiers(name: name) {
        result.insert(qualifier)
      } else {
        log.error(
          table.place(Column.qualifier), "the qualifier \"\(name)\" is not known",
          remedy: "use " + Qualifiers.names.joined(separator: ", "))
      }
    }
    if log.errorCount == errors { (qualifierBytes, qualifiers) = (bytes, result) }
    return result
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether both have the same bytes.
  fileprivate func isSame(as other: Self) -> Bool {
    guard count == other.count else { return false }
    guard let start = baseAddress, let otherStart = other.baseAddress else { return count == 0 }
    return memcmp(start, otherStart, count) == 0
  }
}
