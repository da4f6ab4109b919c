import Reading
import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Records

/// What is said and drawn where values are missing, tiny beside others, or within one decade.
@Suite struct ChartMissingTests {
  private let plain = Unit(id: "", title: "")

  private func scene(_ kind: Chart.Kind, _ series: [Series], _ size: Size) -> ChartScene {
    ChartScene(Chart(kind, title: "Found", unit: plain, series: series), size: size)
  }

  /// Gaps at both ends are in the picture, and no year outside the table is named.
  @Test func theAxisCoversThePeriodsOfTheTable() throws {
    let seed = Trials.seed(91)
    var random = SeededRandom(seed)
    for round in 0..<Trials.count(60) {
      let count = random.int(1...30)
      var values = (0..<count).map { _ -> Double? in random.int(0...3) == 0 ? 5 : nil }
      values[random.int(0...(count - 1))] = 3
      let chart = Chart(
        .line, title: "", unit: testUnit, series: [yearly("", from: 2000, values)])
      let size = Size(width: random.int(30...120), height: random.int(8...30))
      let plot = try #require(ChartScene(chart, size: size).plots.first)
      let across = try #require(plot.across)
      let years = across.ticks.compactMap { Int($0.label) }
      let note: Comment = "seed \(seed), round \(round), \(count) years, \(size): \(years)"
      #expect(!years.isEmpty && years.allSatisfy { (2000..<(2000 + count)).contains($0) }, note)
      guard count > 1 else { continue }
      #expect(across.dot(2000) == 0, note)
      #expect(
        across.dot(Double(1999 + count)) == plot.area.width * chart.glyphs.across - 1, note)
    }
  }

  /// A change is from the value before: where that is missing, so is the change.
  @Test func thereIsNoChangeAfterAGap() {
    let series = [yearly("", from: 2000, [10, 20, nil, 26, 30])]
    let chart = Chart(.line, title: "", unit: plain, series: series)
    #expect(chart.transformed(.change).series[0].observations.map(\.value) == [10, nil, nil, 4])
    #expect(chart.transformed(.growth).series[0].observations[2].value == nil)
  }

  @Test func changesOverUnequalTimesDoNotNameAPeriod() {
    let years = [2000, 2005, 2006, 2007]
    let line = Series(
      observations: years.map { Observation(period: .year($0), value: Double($0 - 1999)) })
    let uneven = Chart(.line, title: "", unit: plain, series: [line])
    #expect(uneven.transformed(.change).subtitle.contains("from the value before"))
    let even = Chart(.line, title: "", unit: plain, series: [yearly("", from: 2000, [1, 2, 3, 4])])
    #expect(even.transformed(.change).subtitle.contains("from the period before"))
  }

  @Test func summariesNameTheLowestToo() {
    let chart = Chart(
      .line, title: "Growth", unit: plain, series: [yearly("", from: 2000, [2, 3, -9, 4, 1])])
    #expect(chart.summary.contains("highest in 2003 at 4"), "\(chart.summary)")
    #expect(chart.summary.contains("lowest in 2002 at −9"), "\(chart.summary)")
  }

  @Test func aStackSaysWhatItMakesOfMissingValues() {
    let series = [
      yearly("A", from: 2000, [5, 5, 5, 5]), yearly("B", from: 2000, [4, 4, nil, nil]),
    ]
    let notes = scene(.stackedArea, series, Size(width: 70, height: 16)).labels.map(\.text)
    #expect(notes.contains("Nothing before or after its values: B."), "\(notes)")
    let gap = [yearly("A", from: 2000, [5, 5, 5, 5]), yearly("B", from: 2000, [4, nil, 4, 4])]
    let told = scene(.stackedArea, gap, Size(width: 70, height: 16)).labels.map(\.text)
    #expect(told.contains("There is no sum where a value is missing between others."), "\(told)")
    let sums = scene(.stackedColumns, gap, Size(width: 70, height: 16)).labels.map(\.text)
    #expect(sums.contains { $0.hasSuffix(" + ?") }, "\(sums)")
  }

  /// No part takes from its neighbour more than it would add to the sum.
  @Test func partsOfAStackAreNearTheirValues() {
    for seed in Trials.seeds(2000) { parts(of: seed) }
  }

  private func parts(of seed: UInt64) {
    var random = SeededRandom(seed)
    let limit = random.int(3...30)
    let parts = [random.unit() * 100 + 1, pow10(random.int(-4...1)) * (random.unit() + 0.1)]
    let sum = parts[0] + parts[1]
    let perUnit = Double(limit) * 8 / sum * (random.unit() * 0.6 + 0.4)
    let lengths = StackBorders.eighths(parts, perUnit: perUnit, limit: limit, isWhole: false)
    let first = abs(Double(lengths[0]) - parts[0] * perUnit) / 8
    let whole = abs(Double(lengths[0] + lengths[1]) - sum * perUnit) / 8
    #expect(lengths[0] >= 8 && lengths[1] >= 8, "seed \(seed)")
    #expect(lengths[0] + lengths[1] <= limit * 8)
    // Two parts that together are less than two cells take two all the same.
    guard sum * perUnit >= 16 else { return }
    #expect(max(first, whole) <= 1.01, "seed \(seed): \(lengths), \(parts.map { $0 * perUnit })")
  }

  private func pow10(_ exponent: Int) -> Double { ChartMath.power10(Double(exponent)) }

  /// An axis of factors of ten within a decade has multiples between; never is one without a label.
  @Test func aLogarithmicAxisIsLabelled() {
    for seed in Trials.seeds(2000) { axis(of: seed) }
  }

  private func axis(of seed: UInt64) {
    var random = SeededRandom(seed)
    let low = pow10(random.int(-6...9)) * (1 + 8 * random.unit())
    let high = low * (1.02 + pow10(random.int(-2...3)) * random.unit())
    let cells = random.int(6...40)
    let axis = ChartScene.Axis.logarithmic(low...high, cells: cells, dotsPerCell: 4)
    #expect(axis.ticks.count >= (cells >= 12 ? 2 : 1), "seed \(seed): \(low)…\(high), \(cells)")
    for tick in axis.ticks {
      #expect(tick.value >= low * 0.999 && tick.value <= max(high, low * 1.13), "seed \(seed)")
      #expect((0..<cells).contains(tick.cell))
    }
  }
}
