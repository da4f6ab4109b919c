import Glibc
import Model
import Testing

@testable import Interface

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
    let span = DataSpan(from: from.map(Period.year), to: to.map(Period.year))
    chart.cut(from: span.from, to: span.to, where: span.contains)
    return chart
  }

  /// The strokes reach the edges within a dot of the straight line between the values outside and
  /// inside, and no value outside is told.
  @Test(arguments: [false, true], 1...200 as ClosedRange<UInt64>)
  func linesReachTheEdges(_ isLogarithmic: Bool, _ seed: UInt64) throws {
    var random = ChartRandom(seed)
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
