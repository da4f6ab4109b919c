import Canvas
import Query
package import Records

extension Chart {
  /// A place where a cursor can be.
  package enum Stop: Hashable, Sendable {
    /// All values of a period.
    case period(Period)
    /// One value: its series, and its place among the series' observations.
    case item(series: Int, place: Int)
    /// The first and the last value of a series.
    case ends(series: Int)
    /// All values of a category.
    case group(Int)
  }

  /// Whether the cursor moves over periods, and not over bars or rows.
  package var movesOverPeriods: Bool {
    switch kind {
    case .line, .area, .stackedArea, .multiples: positions.isEmpty
    default: false
    }
  }

  /// The places of the cursor, in the order of the picture; empty if nothing can be read out.
  package var stops: [Stop] {
    switch kind {
    case .line, .area, .stackedArea, .multiples:
      positions.isEmpty ? periods.map(Stop.period) : []
    case .bars, .columns, .share, .dots:
      shownItems.map { .item(series: $0.series, place: $0.place) }
    case .slope, .dumbbell:
      series.indices.filter { !known($0).isEmpty }.map { .ends(series: $0) }
    case .groupedBars, .stackedBars, .groupedColumns, .stackedColumns:
      ChartGroups(self).names.indices.map(Stop.group)
    case .number, .scatter, .histogram, .sparkline: []
    }
  }

  /// The place of the cursor; nil if there is none.
  package var stop: Stop? {
    guard let cursor else { return nil }
    let stops = stops
    return stops.indices.contains(cursor) ? stops[cursor] : nil
  }

  /// The name of a stop: a period, a bar's name or a category's.
  package func title(of stop: Stop) -> String {
    switch stop {
    case .period(let period): period.title
    case .item(let series, let place):
      shownItems.first { $0.series == series && $0.place == place }.map(\.label) ?? ""
    case .ends(let series): self.series.indices.contains(series) ? self.series[series].name : ""
    case .group(let place):
      ChartGroups(self).names.indices.contains(place) ? ChartGroups(self).names[place] : ""
    }
  }

  /// The period of a stop; nil for a name or several periods.
  package func period(of stop: Stop) -> Period? {
    switch stop {
    case .period(let period): return period
    case .item(let series, let place):
      guard self.series.indices.contains(series),
        self.series[series].observations.indices.contains(place)
      else { return nil }
      return self.series[series].observations[place].period
    case .group(let place): return ChartGroups(self).period(at: place)
    case .ends: return nil
    }
  }

  /// The items in the order in which they are drawn.
  package var shownItems: [BarItem] {
    let items = items
    switch kind {
    // Parts that do not make a whole are drawn as bars.
    case .share where ShareLayout.fault(self) == nil: return items.filter { !$0.isMissing }
    case .columns:
      // The series of one period are side by side, in the order of the periods or otherwise of
      // their first mention.
      if categories.isEmpty, items.allSatisfy({ $0.period != nil }) {
        return items.enumerated().sorted { left, right in
          guard let first = left.element.period, let second = right.element.period,
            first != second
          else { return left.offset < right.offset }
          return first < second
        }.map(\.element)
      }
      var order: [String: Int] = [:]
      for item in items where order[item.detail] == nil { order[item.detail] = order.count }
      return items.enumerated().sorted {
        (order[$0.element.detail] ?? 0, $0.offset) < (order[$1.element.detail] ?? 0, $1.offset)
      }.map(\.element)
    default: return items
    }
  }

  /// The stop that an item belongs to, which is drawn as one of `shownItems`; nil if there is none.
  func stopIndex(_ item: BarItem, at index: Int) -> Int? {
    switch kind {
    case .bars, .columns, .share, .dots: index
    case .slope, .dumbbell: stops.firstIndex(of: .ends(series: item.series))
    default: nil
    }
  }

  /// The observations of a series that can be drawn.
  package func known(_ index: Int) -> [Observation] {
    guard series.indices.contains(index) else { return [] }
    return series[index].observations.filter { $0.value.map(Self.isDrawable) ?? false }
  }

  /// Whether the values are ranks, of which the least is the best.
  package var isRanking: Bool { unit.id == "rank" }

  /// The rank of a value among others; the greatest has 1.
  package static func rank(_ value: Double, in values: [Double]) -> Int {
    1 + values.count { $0 > value }
  }

  /// What the cursor's stop says: its name, and each value; nil without a cursor.
  var readOutParts: (heading: String, values: [String])? { stop.flatMap(readOutParts(at:)) }

  /// What a stop says: its name, and each value; nil if it is not one of this chart's.
  func readOutParts(at stop: Stop) -> (heading: String, values: [String])? {
    func named(_ line: Series, _ value: String) -> String {
      line.name.isEmpty ? value : "\(line.name) \(value)"
    }
    // It replaces the subtitle, which says so otherwise.
    let heading = title(of: stop) + (isChange ? ", change" : "")
    switch stop {
    case .period(let period):
      let values = series.enumerated().compactMap { index, line -> String? in
        guard let observation = line.observations.first(where: { $0.period == period }),
          observation.value != nil
        else { return nil }
        return named(line, ValueFormat(unit(of: index)).text(observation))
      }
      return (heading, values.isEmpty ? ["no value"] : values)
    case .group(let group):
      let format = ValueFormat(unit)
      let values = ChartGroups(self).places(self, at: group).map { index, place in
        named(series[index], format.text(series[index].observations[place]))
      }
      return (heading, values.isEmpty ? [Self.noData] : values)
    case .item(let index, let place):
      let items = shownItems
      guard let item = items.first(where: { $0.series == index && $0.place == place }) else {
        return nil
      }
      let values = items.filter { !$0.isMissing }.map(\.value)
      let rank = Self.rank(item.value, in: values)
      let isRanked = values.count > 1 && !isRanking && !item.isMissing
      let told = isRanked ? [item.text, "rank \(rank) of \(values.count)"] : [item.text]
      return (heading.isEmpty ? title : heading, told)
    case .ends(let index):
      let ends = ends(index)
      guard let last = ends.last ?? ends.first else { return nil }
      let format = ValueFormat(unit)
      var values = [ends.first, ends.last].enumerated().compactMap { number, end in
        end.map { observation in
          let name = observation.period?.title ?? (endNames.isEmpty ? nil : endNames[number])
          return (name.map { "\($0) " } ?? "") + format.text(observation)
        }
      }
      let lasts = series.indices.compactMap { self.known($0).last?.value }
      if lasts.count > 1, !isRanking, let value = last.value {
        values.append("rank \(Self.rank(value, in: lasts)) of \(lasts.count)")
      }
      return (heading.isEmpty ? title : heading, values)
    }
  }

  /// What the cursor's stop says: `2011: Mexico 461.2, Canada 596.5`; nil without a cursor.
  package var readOut: String? {
    readOutParts.map { "\($0.heading): " + $0.values.joined(separator: ", ") }
  }
}
