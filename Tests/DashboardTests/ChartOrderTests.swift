import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Records

/// What is first and last is meant of the axis, not of the table, and what ends early says so.
@Suite struct ChartOrderTests {
  private let early = [
    yearly("North", from: 1990, (0..<30).map { Double($0) * 3 + 40 }),
    yearly("South", from: 1998, (0..<12).map { Double($0) + 60 }),
  ]

  private func chart(_ kind: Chart.Kind, _ series: [Series]) -> Chart {
    var chart = Chart(kind, title: "Persons", unit: Unit(id: "", title: "persons"), series: series)
    chart.putInOrder()
    return chart
  }

  private func texts(_ chart: Chart, _ width: Int = 90, _ height: Int = 16) -> [String] {
    ChartScene(chart, size: Size(width: width, height: height)).labels.map(\.text)
  }

  /// Tables come in any order, newest first not least.
  @Test(arguments: Chart.Kind.allCases.filter { $0 != .scatter }, Trials.seeds(3))
  func theOrderOfTheTableChangesNoPicture(_ kind: Chart.Kind, _ seed: UInt64) {
    var random = SeededRandom(seed)
    let shuffled = early.map { line in
      var line = line
      for index in line.observations.indices {
        line.observations.swapAt(index, random.int(0...index))
      }
      return line
    }
    let (plain, mixed) = (chart(kind, early), chart(kind, shuffled))
    #expect(texts(mixed) == texts(plain))
    #expect(mixed.alternative == plain.alternative)
    #expect(
      mixed.transformed(.change).values == plain.transformed(.change).values, "seed \(seed)")
  }

  @Test func placesOfNumbersAreInOrderToo() {
    var chart = chart(.line, [Series(observations: [3, 9, 2].map { Observation(value: $0) })])
    chart.positions = [[5, 1, 3]]
    chart.putInOrder()
    #expect(chart.positions == [[1, 3, 5]])
    #expect(chart.values == [9, 2, 3])
    let change = chart.transformed(.change)
    #expect(change.values == [-7, 1])
    #expect(change.subtitle.contains("from the value before"))
    chart.kind = .scatter
    chart.positions = [[5, 1, 3]]
    chart.putInOrder()
    #expect(chart.positions == [[5, 1, 3]])
  }

  @Test(arguments: [Chart.Kind.line, .sparkline, .dumbbell])
  func aValueOfAnEarlierPeriodSaysWhen(_ kind: Chart.Kind) {
    let texts = texts(chart(kind, early))
    #expect(texts.contains { $0.hasSuffix("71.0 (2009)") }, "\(texts)")
    #expect(!texts.contains { $0.contains("(2019)") })
    #expect(texts.contains { $0.hasSuffix("60.0 (1998)") } == (kind == .dumbbell), "\(texts)")
  }

  /// A value that cannot say its period beside others is left out rather than taken for another's.
  @Test func whereThereIsNoRoomForItsPeriodThereIsNoValue() {
    let texts = texts(chart(.line, early), 44, 14)
    #expect(texts.contains { $0.hasSuffix("North 127.0") })
    #expect(texts.contains { $0.hasSuffix("South") })
  }

  @Test func seriesThatEndTogetherSayNoPeriods() {
    let texts = texts(
      chart(.line, [early[0], yearly("South", from: 1998, Array(repeating: 60, count: 22))]))
    #expect(!texts.contains { $0.contains("(") })
  }

  /// Below each other stand values of one period.
  @Test func sparklinesShareTheColumnsOfTheirPeriods() {
    let chart = chart(.sparkline, early)
    let (north, south) = (chart.sparkline(0).heights(60), chart.sparkline(1).heights(60))
    #expect(north.count == 30 && south.count == 30)
    #expect(south.indices.filter { south[$0] != nil } == Array(8..<20))
    let narrow = chart.sparkline(1).heights(15)
    #expect(narrow.first == .some(nil) && narrow.last == .some(nil) && narrow[7] != nil)
  }

  @Test func whatIsOfOneTimeHasNothingToChangeFrom() {
    #expect(chart(.line, early).hasCourse)
    #expect(!chart(.bars, [yearly("", from: 2000, [1]), yearly("B", from: 2000, [2])]).hasCourse)
  }
}
