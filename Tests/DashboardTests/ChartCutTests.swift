import Glibc
import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Query
@testable import Records

/// A part that is cut out of an axis: lines go on to its edges, values do not.
@Suite struct ChartCutTests {
  private func chart(_ values: [(year: Int, value: Double?)]) -> Chart {
    let series = Series(
      name: "Persons",
      observations: values.map { Observation(period: .year($0.year), value: $0.value) })
    var chart = Chart(.line, title: "Persons", unit: Unit(id: "", title: ""), series: [series])
    chart.parts = []
    return chart
  }

  private func cut(_ chart: Chart, _ from: Int?, _ to: Int?) -> Chart {
    var chart = chart
    let span = TimeSpan(from: from.map(Period.year), to: to.map(Period.year))
    chart.cut(from: span.from, to: span.to, where: span.contains)
    return chart
  }

  /// The strokes reach the edges within a dot of the straight line between the values outside and
  /// inside, and no value outside is told.
  @Test(arguments: [false, true], Trials.seeds(200))
  func linesReachTheEdges(_ isLogarithmic: Bool, _ seed: UInt64) throws {
    var random = SeededRandom(seed)
    let step = random.int(4...12)
    var whole = chart(
      (0..<8).map { (1950 + $0 * step, Double(random.int(10...9000))) })
    whole.isLogarithmic = isLogarithmic
    // Between two values each, with one at least inside.
    let from = 1950 + step * random.int(0...2) + random.int(1...step - 1)
    let to = 1950 + step * random.int(4...6) + random.int(1...step - 1)
    let part = cut(whole, from, to)
    #expect(part.values.count == (from...to).count { ($0 - 1950) % step == 0 }, "seed \(seed)")
    let scene = ChartScene(part, size: Size(width: 90, height: 30))
    let plot = try #require(scene.plots.first)
    let (across, up) = try (#require(plot.across), #require(plot.up))
    let line = try #require(plot.lines.first)
    let dots = line.strokes.flatMap { [($0.x0, $0.y0), ($0.x1, $0.y1)] }
    let observations = whole.series[0].observations
    for year in [from, to] {
      let before = try #require(observations.last { $0.period! < .year(year) })
      let after = try #require(observations.first { $0.period! > .year(year) })
      let (low, high) = try (#require(before.value), #require(after.value))
      let part =
        (Double(year) - before.period!.position)
        / (after.period!.position - before.period!.position)
      let value = isLogarithmic ? low * pow(high / low, part) : low + (high - low) * part
      let column = min(plot.area.width * 2 - 1, Int(across.place(Double(year))))
      let row = Double(plot.area.height * 4) - up.place(scene.chart.scale.scaled(value))
      let nearest = dots.filter { Int($0.0) == column }.map { abs(Double($0.1) + 0.5 - row) }.min()
      #expect(try #require(nearest, "seed \(seed)") <= 1.01, "seed \(seed), \(year)")
    }
    let table = part.alternative
    #expect(!table.contains("\(1950 + step * 7)"), "seed \(seed)")
  }

  @Test func whatIsCutAtAValueEndsThere() {
    let part = cut(chart((0..<10).map { (2000 + $0, Double($0)) }), 2002, 2006)
    let numbers = ChartNumbers(part)
    #expect(numbers.columns[0].entry == nil && numbers.columns[0].exit == nil)
    #expect(numbers.span == 2002...2006)
  }

  /// No line leads over a missing value, and none where a series has no value before or after.
  @Test func gapsStayGaps() {
    let part = cut(chart([(1990, 1), (2000, nil), (2010, 3), (2020, 4)]), 2004, 2030)
    let numbers = ChartNumbers(part)
    #expect(numbers.columns[0].entry == nil && numbers.columns[0].exit == nil)
    #expect(numbers.span == 2010...2020)
  }

  /// A line between two values outside passes through the part: clipped, not dropped.
  @Test(arguments: Trials.seeds(100))
  func linesPassThrough(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    var whole = chart((0..<21).map { (2000 + $0, Double(random.int(10...90))) })
    let (low, high) = (Double(random.int(10...90)), Double(random.int(10...90)))
    whole.series.append(
      Series(
        name: "Rare",
        observations: [(2000, low), (2020, high)].map {
          Observation(period: .year($0.0), value: $0.1)
        }))
    let (from, to) = (random.int(2001...2008), random.int(2010...2019))
    let part = cut(whole, from, to)
    let column = ChartNumbers(part).columns[1]
    #expect(column.x.isEmpty && column.lastDrawn == column.exit?.y, "seed \(seed)")
    for (end, year) in [(column.entry, from), (column.exit, to)] {
      let wanted = low + (high - low) * Double(year - 2000) / 20
      #expect(end?.x == Double(year), "seed \(seed)")
      #expect(abs(try #require(end).y - wanted) < 1e-9, "seed \(seed)")
    }
    let scene = ChartScene(part, size: Size(width: 80, height: 20))
    let line = try #require(scene.plots[0].lines.first { $0.series == 1 })
    let reached = line.strokes.flatMap { [$0.x0, $0.x1] }
    #expect(reached.min() == 0 && reached.max() == Int32(scene.plots[0].area.width * 2 - 1))
    let texts = scene.labels.map(\.text)
    #expect(texts.contains { $0.hasSuffix("Rare") }, "seed \(seed): \(texts)")
    #expect(texts.contains { $0.contains("Values before and after only: Rare") })
  }

  /// Filled shapes go on to the edges as well, and those of a stack where all of them do.
  @Test(arguments: [Chart.Kind.area, .stackedArea], Trials.seeds(100))
  func areasReachTheEdges(_ kind: Chart.Kind, _ seed: UInt64) throws {
    var random = SeededRandom(seed)
    let years = [2000, 2010, 2020, 2030]
    let values = (0..<2).map { _ in years.map { _ in Double(random.int(10...90)) } }
    var whole = chart(zip(years, values[0]).map { ($0, $1) })
    whole.kind = kind
    whole.series.append(
      Series(
        name: "Other",
        observations: zip(years, values[1]).map { Observation(period: .year($0), value: $1) }))
    let (from, to) = (random.int(2001...2009), random.int(2021...2029))
    let part = cut(whole, from, to)
    let plot = try #require(ChartScene(part, size: Size(width: 80, height: 24)).plots.first)
    #expect(plot.lines.allSatisfy { $0.x == [2010, 2020] })
    let (top, up) = try (#require(plot.areas.last { $0.series == 1 }), #require(plot.up))
    #expect(!top.tops.contains(-1), "seed \(seed)")
    guard kind == .stackedArea else { return }
    for (dot, year) in [(0, from), (top.tops.count - 1, to)] {
      let index = year < 2010 ? 0 : 2
      let part = Double(year - years[index]) / 10
      let sum = values.reduce(0) { $0 + $1[index] + ($1[index + 1] - $1[index]) * part }
      let row = Double(plot.area.height * 4) - up.place(sum)
      #expect(abs(Double(top.tops[dot]) + 0.5 - row) <= 1.01, "seed \(seed), \(year)")
    }
  }

  /// Where a part of a stack has a gap at the edge there is no sum, and nothing is drawn.
  @Test func stacksEndWhereASumIsMissing() throws {
    var whole = chart([(2000, 10), (2010, 20), (2020, 30), (2030, 40)])
    whole.kind = .stackedArea
    whole.series.append(
      Series(
        name: "Other",
        observations: [(2000, nil), (2010, 5), (2020, 6), (2030, 7)].map {
          Observation(period: .year($0.0), value: $0.1)
        }))
    let part = cut(whole, 2005, 2025)
    let plot = try #require(ChartScene(part, size: Size(width: 80, height: 24)).plots.first)
    let area = try #require(plot.areas.first)
    #expect(area.tops.first == -1 && area.tops.last != -1)
  }

  @Test func numbersAlongTheAxisAreCutAlike() {
    var whole = Chart(
      .line, title: "", unit: Unit(id: "", title: ""),
      series: [Series(observations: [0, 10, 20, 30].map { Observation(value: $0) })])
    whole.positions = [[0, 1, 2, 3]]
    whole.cut(from: 0.5, to: 2.5)
    let column = ChartNumbers(whole).columns[0]
    #expect(column.y == [10, 20])
    #expect(column.entry?.x == 0.5 && column.entry?.y == 5)
    #expect(column.exit?.x == 2.5 && column.exit?.y == 25)
    whole.cut(from: 9, to: 1)
    #expect(whole.values.isEmpty)
  }

  /// A stretch to a projection is dashed up to the edge, in vectors too.
  @Test func whatLeadsToAProjectionIsDashed() {
    var whole = chart([(2000, 10), (2010, 20), (2020, 30), (2030, 50)])
    whole.series[0].observations[3].qualifiers = .projected
    let part = cut(whole, 2005, 2025)
    let exit = ChartNumbers(part).columns[0].exit
    #expect(exit?.isForward == true && exit?.y == 40)
    let svg = ChartScene(part, size: Size(width: 60, height: 20)).svg()
    #expect(svg.contains("stroke-dasharray=\"2 5\""))
  }

  @Test func hiddenSeriesTakeTheirEndsWithThem() {
    var part = chart([(2000, 10), (2010, 20), (2020, 30)])
    part.series.append(
      Series(
        name: "B",
        observations: [2000, 2010, 2020].map {
          Observation(period: .year($0), value: Double($0))
        }))
    part = cut(part, 2005, 2015)
    part.keep([1])
    #expect(ChartNumbers(part).columns[0].entry?.y == 2005)
    #expect(ChartNumbers(part.transformed(.change)).columns[0].entry == nil)
  }
}
