import Charts
import Reading
import Records
import Text

/// What is drawn of the values that were read: one frequency, gathered values, averages, and the
/// largest series.
struct TableChoice {
  private let request: TableRequest
  private let axis: TablePlan.Axis

  init(_ request: TableRequest, _ axis: TablePlan.Axis) {
    self.request = request
    self.axis = axis
  }

  /// Applies the choices in the order in which people think of them.
  ///
  /// - Throws: `DataFault` for a choice that the axis does not have.
  func apply(to data: inout DataSeries, _ reader: TableReader) throws(DataFault) {
    var losses = reader.losses
    if axis == .periods {
      chooseFrequency(of: &data, reader, &losses)
      if let every = request.every { try gather(&data, every) }
    } else if request.every != nil || request.frequency != nil {
      throw DataFault("has no periods along the axis, which --every and --frequency need")
    }
    if let count = request.average { try average(&data, count) }
    data.notes = losses.notes(reader.place) + data.notes
    order(&data)
    limit(&data)
  }

  // MARK: Frequency

  /// Leaves out periods of another length than most where they cover the same time: the year's
  /// total among its months.
  private func chooseFrequency(
    of data: inout DataSeries, _ reader: TableReader, _ losses: inout TableLosses
  ) {
    let found = reader.frequencies
    guard found.count > 1 || request.frequency != nil else { return }
    let most = found.max { left, right in
      (left.value.count, left.key.rank) < (right.value.count, right.key.rank)
    }
    guard let chosen = request.frequency ?? most?.key else { return }
    let spans = Set(
      data.series.flatMap(\.observations).compactMap { observation -> Int16? in
        observation.period.flatMap { $0.frequency == chosen ? $0.first.year : nil }
      })
    let others = found.filter { $0.key != chosen }
    let overlaps = data.series.contains { line in
      line.observations.contains { observation in
        guard let period = observation.period, period.frequency != chosen else { return false }
        return spans.contains(period.first.year) || spans.contains(period.last.year)
      }
    }
    guard overlaps || request.frequency != nil else {
      let names = found.keys.sorted { $0.rank < $1.rank }.map { $0.rawValue + "s" }
      data.notes.append(
        "has periods of several lengths on one axis: \(names.joined(separator: ", "))")
      return
    }
    for index in data.series.indices {
      data.series[index].observations.removeAll { observation in
        observation.period.map { $0.frequency != nil && $0.frequency != chosen } ?? false
      }
    }
    let first = others.values.map(\.first).min() ?? ""
    let count = others.values.reduce(0) { $0 + $1.count }
    losses.add(.otherFrequency, "\(first); the others are \(chosen.rawValue)s", count: count)
    let kept = data.series.indices.filter { !data.series[$0].observations.isEmpty }
    if kept.count < data.series.count, !kept.isEmpty { data.keep(kept) }
  }

  // MARK: Gathering

  private func gather(
    _ data: inout DataSeries, _ every: TableRequest.Frequency
  ) throws(DataFault) {
    var partial = (count: 0, first: "")
    for index in data.series.indices {
      data.series[index].putInOrder()
      let observations = data.series[index].observations
      var groups: [(period: Period, values: [Observation])] = []
      for observation in observations {
        guard let period = observation.period?.containing(every) else { continue }
        if groups.last?.period != period { groups.append((period, [])) }
        groups[groups.count - 1].values.append(observation)
      }
      let usual = observations.lazy.compactMap { $0.period?.frequency }.first
      let expected = usual.flatMap { every.count(of: $0) }
      data.series[index].observations = groups.map { period, values in
        let known = values.compactMap(\.value)
        let isWhole = expected.map { known.count >= $0 } ?? true
        if !isWhole {
          if partial.count == 0 { partial.first = period.title }
          partial.count += 1
        }
        return gathered(period, values, isWhole: isWhole)
      }
    }
    let word = request.gathering.rawValue
    data.change = "\(word) of each \(every.rawValue)"
    guard partial.count > 0 else { return }
    let ends = request.gathering == .sum ? "left as gaps" : "of the values that there are"
    data.notes.append(
      "has \(partial.count) \(every.rawValue)\(partial.count == 1 ? "" : "s") without all values, "
        + "\(ends): \(partial.first)")
  }

  private func gathered(
    _ period: Period, _ values: [Observation], isWhole: Bool
  ) -> Observation {
    let known = values.filter { $0.value != nil }
    let numbers = known.compactMap(\.value)
    var decimals = known.map { Int($0.decimals) }.max() ?? 0
    var value: Double?
    switch request.gathering {
    case .last: value = numbers.last
    case .sum: value = numbers.isEmpty || !isWhole ? nil : numbers.reduce(0, +)
    case .mean:
      value = numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
      decimals += 1
    }
    return Observation(
      period: period, value: value.map { DataSeries.rounded($0, decimals) },
      decimals: UInt8(clamping: min(decimals, 12)),
      qualifiers: known.reduce(into: []) { $0.formUnion($1.qualifiers) })
  }

  // MARK: Moving average

  private func average(_ data: inout DataSeries, _ count: Int) throws(DataFault) {
    guard axis != .names else {
      throw DataFault("has names along the axis; --average needs an order")
    }
    for index in data.series.indices {
      if axis == .periods { data.series[index].putInOrder() }
      let observations = data.series[index].observations
      for place in observations.indices {
        let window = observations[max(0, place - count + 1)...place]
        let known = window.compactMap(\.value)
        var observation = observations[place]
        observation.value = nil
        if known.count == count {
          let decimals = min(Int(window.map(\.decimals).max() ?? 0) + 1, 12)
          observation.value = DataSeries.rounded(known.reduce(0, +) / Double(count), decimals)
          observation.decimals = UInt8(decimals)
        }
        data.series[index].observations[place] = observation
      }
      // The first values have no average and are no gap.
      let first = data.series[index].observations.firstIndex { $0.value != nil } ?? 0
      data.series[index].observations.removeFirst(first)
      if data.positions.indices.contains(index) { data.positions[index].removeFirst(first) }
    }
    data.change = "moving average of \(count)"
  }

  // MARK: Order and number

  private func order(_ data: inout DataSeries) {
    guard request.top != nil || request.order != nil else { return }
    let isNames = axis == .names && !data.categories.isEmpty
    let values = isNames ? data.categories.indices.map { sizeOfName($0, data) } : sizes(data)
    let names = isNames ? data.categories : data.series.map(\.name)
    var order = Array(names.indices)
    if let top = request.top {
      let ranked = order.sorted { left, right in
        let (one, other) = (values[left], values[right])
        if one == other { return left < right }
        guard let one, let other else { return one != nil }
        return top > 0 ? one > other : one < other
      }
      let kept = Set(ranked.prefix(Int(top.magnitude)))
      if kept.count < order.count {
        let what = isNames ? "names" : "series"
        data.notes.append(
          "has \(order.count) \(what); the \(kept.count) \(top > 0 ? "largest" : "smallest") are drawn, "
            + "as asked")
      }
      order = request.order == nil ? ranked.filter(kept.contains) : order.filter(kept.contains)
    }
    switch request.order {
    case .name: order.sort { Folding.fold(names[$0]) < Folding.fold(names[$1]) }
    case .value:
      order.sort { (values[$0] ?? -.infinity, $1) > (values[$1] ?? -.infinity, $0) }
    case .file: order.sort()
    case nil: break
    }
    if isNames { data.keepCategories(order) } else { data.keep(order) }
  }

  private func sizeOfName(_ place: Int, _ data: DataSeries) -> Double? {
    data.series.lazy.compactMap { $0.observations[place].value }.first
  }

  /// The value of each series at the period asked for, or at the last that any has.
  private func sizes(_ data: DataSeries) -> [Double?] {
    let last =
      request.at
      ?? data.series.lazy
      .compactMap { $0.observations.last { $0.value != nil }?.period }.max()
    return data.series.map { line in
      guard let last else { return line.observations.last { $0.value != nil }?.value }
      return line.observations.last { $0.period == last && $0.value != nil }?.value
    }
  }

  /// Draws the largest series where there are more than a picture holds.
  private func limit(_ data: inout DataSeries) {
    let limit = TableReader.seriesLimit
    guard data.series.count > limit, !request.isComplete else { return }
    let sizes = sizes(data)
    let ranked = data.series.indices.sorted {
      (sizes[$0] ?? -.infinity, $1) > (sizes[$1] ?? -.infinity, $0)
    }
    let all = data.series.count
    data.keep(ranked.prefix(limit).sorted())
    data.notes.append(
      "has \(all)\(data.unread > 0 ? " or more" : "") series; the \(limit) with the largest last "
        + "values are drawn (--top, --where or --y choose)")
  }
}

extension TableRequest.Frequency {
  /// From long to short.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// How many of a shorter length it has; nil if that differs or is none.
  fileprivate func count(of other: Self) -> Int? {
    let months: [Self: Int] = [.year: 12, .half: 6, .quarter: 3, .month: 1]
    guard let long = months[self], let short = months[other], long > short else { return nil }
    return long / short
  }
}

extension Period {
  /// The year, half, quarter or month that its end is in; nil if it is longer than that.
  fileprivate func containing(_ length: TableRequest.Frequency) -> Period? {
    let year = Int(last.year)
    switch length {
    case .year: return .year(year)
    case .half, .quarter, .month:
      guard last.month > 0 else { return nil }
      let months = length == .half ? 6 : length == .quarter ? 3 : 1
      return .part((Int(last.month) - 1) / months + 1, months: months, of: year)
    case .week: return nil
    case .day:
      guard last.day > 0 else { return nil }
      return .day(Int(last.day), Int(last.month), year)
    }
  }
}
