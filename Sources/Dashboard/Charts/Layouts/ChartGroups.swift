import Canvas
import Query
import Records
import Text

/// Values by category and series, for grouped and stacked bars.
package struct ChartGroups {
  /// The names of the categories, in order.
  package private(set) var names: [String] = []
  /// For each category the values of the series; nil if one is missing.
  private(set) var values: [[Double?]] = []
  /// What qualifies each of the values.
  private(set) var qualifiers: [[Qualifiers]] = []
  /// For each category its origin: its period, or its place among the chart's categories.
  private var origins: [(period: Period?, place: Int)] = []

  /// Categories are the chart's own; without any, the periods in order.
  package init(_ chart: Chart) {
    let empty = [Double?](repeating: nil, count: chart.series.count)
    let plain = [Qualifiers](repeating: [], count: chart.series.count)
    if !chart.categories.isEmpty {
      names = chart.categories
      origins = names.indices.map { (nil, $0) }
      values = names.map { _ in empty }
      qualifiers = names.map { _ in plain }
      for (index, series) in chart.series.enumerated() {
        for (place, observation) in series.observations.prefix(names.count).enumerated() {
          values[place][index] = Self.known(observation)
          qualifiers[place][index] = observation.qualifiers
        }
      }
    } else {
      var places: [Period?: Int] = [:]
      // In columns, years in between without a value keep their places.
      let known = chart.periods
      let hasPlaces = chart.kind == .groupedColumns || chart.kind == .stackedColumns
      let periods: [Period?] = (known + (hasPlaces ? YearGaps.missing(known) : [])).sorted()
      let isUndated = chart.series.contains { $0.observations.contains { $0.period == nil } }
      for period in periods + (isUndated ? [nil] : []) {
        places[period] = names.count
        names.append(period?.title ?? "not dated")
        values.append(empty)
        qualifiers.append(plain)
        origins.append((period, 0))
      }
      for (index, series) in chart.series.enumerated() {
        for observation in series.observations {
          guard let place = places[observation.period] else { continue }
          values[place][index] = Self.known(observation)
          qualifiers[place][index] = observation.qualifiers
        }
      }
    }
    keepKnown(hasNames: !chart.categories.isEmpty)
  }

  /// The period of a category; nil if it is none.
  func period(at place: Int) -> Period? {
    origins.indices.contains(place) ? origins[place].period : nil
  }

  private static func known(_ observation: Observation) -> Double? {
    observation.value.flatMap { Chart.isDrawable($0) ? $0 : nil }
  }

  /// Leaves out periods before the first value and after the last; names stay, and so does
  /// everything in between.
  private mutating func keepKnown(hasNames: Bool) {
    let known = values.indices.filter { place in values[place].contains { $0 != nil } }
    guard let first = known.first, let last = known.last else {
      self = ChartGroups()
      return
    }
    if hasNames { return }
    let kept = first...last
    names = Array(names[kept])
    values = Array(values[kept])
    qualifiers = Array(qualifiers[kept])
    origins = Array(origins[kept])
  }

  private init() {}

  /// For each category the sum of what is above zero and of what is below it.
  var sums: [(above: Double, below: Double)] {
    values.map { row in
      row.reduce(into: (0, 0)) { sums, value in
        if let value { if value < 0 { sums.below += value } else { sums.above += value } }
      }
    }
  }

  /// The lowest and the highest length that is drawn, with zero.
  func range(isStacked: Bool) -> (low: Double, high: Double) {
    if isStacked {
      return sums.reduce((0, 0)) { (min($0.0, $1.below), max($0.1, $1.above)) }
    }
    return values.joined().reduce((0, 0)) { range, value in
      value.map { (min(range.0, $0), max(range.1, $0)) } ?? range
    }
  }
}

extension ChartGroups {
  /// The series that have a value in a category, with its place among their observations.
  package func places(_ chart: Chart, at group: Int) -> [(series: Int, place: Int)] {
    guard names.indices.contains(group) else { return [] }
    let origin = origins[group]
    return chart.series.enumerated().compactMap { index, line in
      let place =
        chart.categories.isEmpty
        ? line.observations.lastIndex { $0.period == origin.period } : origin.place
      guard let place, line.observations.indices.contains(place),
        line.observations[place].value.map(Chart.isDrawable) ?? false
      else { return nil }
      return (index, place)
    }
  }
}

extension ChartGroups {
  /// The texts at the bars of each category, one for each series; of stacks one for the sum.
  ///
  /// Values that were not measured have a sign before them; `parts` are left out if they are the
  /// whole sum.
  package func texts(_ chart: Chart, isStacked: Bool) -> [[String]] {
    let format = ValueFormat(chart.unit)
    return values.indices.map { place in
      let row = values[place]
      guard row.contains(where: { $0 != nil }) else {
        return [Chart.noData] + (isStacked ? [] : row.dropFirst().map { _ in "" })
      }
      if !isStacked {
        return row.indices.map { series in
          guard let value = row[series] else { return chart.categories.isEmpty ? "" : Chart.noData }
          let qualifiers = qualifiers[place][series]
          return sign(qualifiers, chart.glyphs) + ValueFormat.sign(qualifiers)
            + format.text(value, decimals: chart.decimals)
        }
      }
      let sum = sums[place].above + sums[place].below
      let all = row.indices.filter { row[$0] != nil }.reduce(into: Qualifiers()) {
        $0.formUnion(qualifiers[place][$1])
      }
      // A sum with a missing part says so.
      let isPartial = row.contains { $0 == nil }
      return [
        sign(all, chart.glyphs) + ValueFormat.sign(all)
          + format.text(sum, decimals: chart.decimals) + (isPartial ? " + ?" : "")
      ]
    }
  }

  /// The parts of each sum in its magnitude, `334 + 505.5`; empty for a sum of one part.
  func parts(_ chart: Chart) -> [String] {
    values.indices.map { place in
      let sum = sums[place].above + sums[place].below
      let scale = ValueScale(CollectionOfOne(sum), unit: chart.unit, decimals: chart.decimals)
      guard values[place].count(where: { $0 != nil }) > 1 else { return "" }
      let texts = values[place].map { value in
        value.map { DecimalText.trimmed(scale.text($0)) } ?? "?"
      }
      return texts.joined(separator: " + ").replacingMinus
    }
  }

  private func sign(_ qualifiers: Qualifiers, _ glyphs: GlyphSet) -> String {
    if qualifiers.isForward { return "\(glyphs.hollowDot) " }
    return qualifiers.contains(.estimated) ? "\(glyphs.sign(.estimated)) " : ""
  }

  /// What the signs at the values mean; empty without any.
  func notes(_ glyphs: GlyphSet) -> String {
    var notes: [String] = []
    let shown = zip(values, qualifiers).flatMap { row, marks in
      zip(row, marks).compactMap { $0 == nil ? nil : $1 }
    }
    if shown.contains(where: \.isForward) {
      notes.append("\(glyphs.hollowDot) expected or projected")
    }
    if shown.contains(where: { !$0.isForward && $0.contains(.estimated) }) {
      notes.append("\(glyphs.sign(.estimated)) estimated")
    }
    return notes.joined(separator: "   ")
  }
}

extension String {
  /// A sum whose negative parts are taken away: `5 − 3`.
  fileprivate var replacingMinus: String {
    var result = ""
    for part in split(separator: " + ", omittingEmptySubsequences: false) {
      if result.isEmpty {
        result = String(part)
      } else {
        result += part.hasPrefix("−") ? " − \(part.dropFirst())" : " + \(part)"
      }
    }
    return result
  }
}

extension ChartScene {
  /// Says below a picture of groups what the signs at its values mean.
  ///
  /// - Returns: The rest of the rectangle.
  mutating func addSigns(_ groups: ChartGroups, _ body: Rect) -> Rect {
    let note = groups.notes(glyphs)
    guard !note.isEmpty else { return body }
    guard body.height >= 8, note.columns <= body.width else {
      omit(.note, note)
      return body
    }
    add(.note, note, body.x, body.bottom - 1, .faint)
    return body.splitRows(top: body.height - (body.height >= 12 ? 2 : 1)).top
  }
}
