import Glibc

/// Reads `data/observations.csv`, which may be large: cells are compared as bytes.
struct ObservationTable {
  private typealias Column = ObservationColumn

  static let columns = ObservationColumn.names

  private let indices: [String: Int]
  /// The series found so far, by the places of their indicators.
  private var found: [[Series]]
  /// The places of the series of each indicator by their names.
  private var series: [[String: Int]]
  // Neighbouring rows mostly share these, so the row before is tried first.
  private var indicatorBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var indicator: Int?
  private var seriesBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var seriesIndex: Int?
  private var sourceBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var source = ""
  private var sourceRemarks: Observation.Remarks?
  private var qualifierBytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var qualifiers: Qualifiers = []

  /// The bytes from which a table is read in parts, and the size of a part.
  private static let (largeSize, partSize) = (1 << 20, 1 << 19)
  /// How many rows before are tried.
  private static let modelLimit = 8

  /// The series of a part of a table, by the places of their indicators.
  typealias Part = [[Series]]

  static func read(_ table: inout Table, into draft: inout Draft) {
    var reader = ObservationTable(draft.dossier.indicators)
    while table.next(log: &draft.log) { reader.readRow(table, draft: &draft) }
    add(reader.found, to: &draft.dossier.indicators)
  }

  /// Reads a large table in parts at once, to be put together by `add`; nil where it is small, or
  /// where a row has a fault.
  static func parts(of table: Table, _ draft: Draft) -> [Part]? {
    ObservationTable(draft.dossier.indicators).readParts(of: table, draft)
  }

  private init(_ indicators: [Indicator]) {
    var indices = [String: Int](minimumCapacity: indicators.count)
    for (index, indicator) in indicators.enumerated() { indices[indicator.id] = index }
    self.indices = indices
    found = Array(repeating: [], count: indicators.count)
    series = Array(repeating: [:], count: indicators.count)
  }

  /// Reads a table in parts at once.
  ///
  /// A part starts behind a line feed, which is the start of a row if the part before ends there:
  /// where a quoted cell runs over it, the part before does not. What is found is right only if
  /// every part fits, and faults are counted in order, so otherwise the table is read in one go.
  private func readParts(of table: Table, _ draft: Draft) -> [Part]? {
    guard table.remaining.count >= Self.largeSize, Parallel.width > 1 else { return nil }
    let cuts = table.cuts(each: Self.partSize)
    let start = Unchecked(value: (self, table, draft))
    let parts = Parallel.map(cuts.count) { number -> Part? in
      var (reader, table, draft) = start.value
      let tally = draft.tally
      table.seek(cuts[number].lowerBound)
      reader.readRows(of: &table, to: cuts[number].upperBound, &draft)
      let isWhole = table.position == cuts[number].upperBound && draft.tally == tally
      return isWhole ? reader.found : nil
    }
    let whole = parts.compactMap(\.self)
    return whole.count == cuts.count ? whole : nil
  }

  /// Reads the rows that start before a byte; most of a long table by what they share with one of
  /// the rows before.
  private mutating func readRows(of table: inout Table, to end: Int, _ draft: inout Draft) {
    var models: [RepeatedRow] = []
    var next = 0
    while table.position < end {
      let start = table.position
      guard table.next(log: &draft.log) else { return }
      readRow(table, draft: &draft)
      guard let indicator, let series = seriesIndex,
        let observation = found[indicator][series].observations.last,
        let row = RepeatedRow(
          table, from: start, indicator: indicator, series: series, observation: observation)
      else { continue }
      if models.count < Self.modelLimit {
        next = models.count
        models.append(row)
      } else {
        next = (next + 1) % models.count
        models[next] = row
      }
      var position = table.position
      var index = next
      var misses = 0
      // Series that take turns do so in order: what follows a row is likely to follow it again.
      while misses < models.count {
        let isRead = models[index].read(at: &position, to: end) { model, observations in
          swap(&found[model.indicator][model.series].observations, &observations)
        }
        misses = isRead ? 0 : misses + 1
        index = index + 1 < models.count ? index + 1 : 0
      }
      if position > table.position { table.seek(position) }
    }
  }

  /// Puts the observations in the order of their periods, whatever the order of the table.
  static func order(_ indicators: inout [Indicator]) {
    for index in indicators.indices {
      for place in indicators[index].series.indices {
        indicators[index].series[place].putInOrder()
      }
    }
  }

  /// Puts what was found behind what the indicators have.
  static func add(_ part: Part, to indicators: inout [Indicator]) {
    for (index, found) in part.enumerated() where !found.isEmpty {
      if indicators[index].series.isEmpty {
        indicators[index].series = found
        continue
      }
      for series in found {
        if let place = indicators[index].series.firstIndex(where: { $0.name == series.name }) {
          indicators[index].series[place].observations += series.observations
        } else {
          indicators[index].series.append(series)
        }
      }
    }
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
    let period = table.period(Column.period, ", so the row is left out", log: &draft.log)
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
    observation.qualifiers = readQualifiers(table, log: &draft.log)
    // Without its period a value would stand for any time, and for the latest.
    guard period != nil || table.bytes(Column.period).isEmpty else { return }
    found[indicator][seriesPlace(table, indicator)].observations.append(observation)
  }

  private mutating func readRemarks(_ table: Table, _ draft: inout Draft) -> Observation.Remarks? {
    let source = readSource(table, &draft)
    let locators = table.locators(Column.locator, log: &draft.log)
    guard locators.isEmpty, table.bytes(Column.note).isEmpty else {
      return Observation.Remarks(source: source, locators: locators, note: table.text(Column.note))
    }
    if source != sourceRemarks?.source ?? "" {
      sourceRemarks = Observation.Remarks(source: source, locators: [], note: "")
    }
    return sourceRemarks
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
      // An unknown source keeps its id: the indicator's would be a wrong attribution.
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
