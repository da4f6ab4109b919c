import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts
@testable import Records

@Suite struct ChartStopTests {
  private let dollars = Unit(id: "usd", title: "U.S. dollars", prefix: "$")

  private func chart(_ kind: Chart.Kind) -> Chart {
    Chart(
      kind, title: "Trade", unit: dollars,
      series: [
        yearly("North", from: 2001, [10, 30]), yearly("South", from: 2001, [20, 25], 1),
      ])
  }

  @Test(arguments: Chart.Kind.allCases)
  func everyStopIsReadOutAndFoundByAClick(_ kind: Chart.Kind) {
    var chart = chart(kind)
    let stops = chart.stops
    if [.number, .scatter, .histogram, .sparkline].contains(kind) {
      #expect(stops.isEmpty)
      return
    }
    #expect(stops.count >= 2)
    for index in stops.indices {
      chart.cursor = index
      let scene = ChartScene(chart, size: Size(width: 80, height: 30))
      #expect(
        scene.labels.contains { $0.role == .subtitle && $0.whole == chart.readOut }, "\(kind)")
      guard !chart.movesOverPeriods else { continue }
      guard let area = scene.stops.first(where: { $0.stop == index })?.area else {
        Issue.record("\(kind): stop \(index) is nowhere")
        continue
      }
      #expect(scene.stop(at: Point(x: area.x, y: area.y)) == index)
      // The name or the value there is told from the others.
      let reversed = scene.labels.filter { $0.style.attributes.contains(.reverse) }
      #expect(!reversed.isEmpty && reversed.allSatisfy { area.contains(Point(x: $0.x, y: $0.y)) })
    }
  }

  /// One value needs two rows and others one: the picture does not jump between them.
  @Test(arguments: Chart.Kind.allCases, [24, 30, 38, 50, 72])
  func thePictureStaysWhereItIsWhileTheCursorMoves(_ kind: Chart.Kind, _ width: Int) {
    var chart = Chart(
      kind, title: "Trade", unit: dollars,
      series: [
        yearly("North", from: 2001, [10, 30, 1_234_567.5, 4]),
        yearly("South", from: 2001, [20, nil, 2_345_678.5, 6]),
      ])
    var places: Set<[Int]> = []
    for index in chart.stops.indices {
      chart.cursor = index
      let scene = ChartScene(chart, size: Size(width: width, height: 26))
      places.insert(
        scene.plots.flatMap { [$0.area.y, $0.area.height] }
          + [scene.stops.map(\.area.y).min() ?? 0])
    }
    #expect(places.count <= 1)
  }

  /// Columns that find no room are a line, whose cursor stands at the period of the column's.
  @Test(arguments: [Chart.Kind.columns, .groupedColumns, .stackedColumns, .stackedBars])
  func whatStandsForAnotherKindIsReadAtTheSamePeriod(_ kind: Chart.Kind) throws {
    let years = 12
    var chart = Chart(
      kind, title: "Trade", unit: dollars,
      series: ["North", "South"].map { name in
        yearly(name, from: 2001, (0..<years).map { Double($0) + 1 })
      })
    for index in chart.stops.indices {
      chart.cursor = index
      let scene = ChartScene(chart, size: Size(width: 30, height: 16))
      try #require(scene.replacement != nil && scene.chart.movesOverPeriods, "\(kind)")
      let period = try #require(chart.stop.flatMap(chart.period(of:)))
      #expect(scene.chart.stop == .period(period))
      #expect(scene.labels.contains { $0.role == .subtitle && $0.text.hasPrefix(period.title) })
    }
  }

  @Test func readOutsTellQualifierAndRank() {
    var bars = chart(.bars)
    bars.cursor = 3
    #expect(bars.readOut == "South, 2002: $25.0, projected, rank 2 of 4")
    var slope = chart(.slope)
    slope.cursor = 1
    #expect(slope.readOut == "South: 2001 $20.0, 2002 $25.0, projected, rank 2 of 2")
    var groups = chart(.groupedColumns)
    groups.cursor = 0
    #expect(groups.readOut == "2001: North $10.0, South $20.0")
    let rows = ReadOut(groups, at: .group(1)).rows
    #expect(rows.map(\.value) == ["$30.0", "$25.0, projected"])
    #expect(rows.map(\.rank) == ["1", "2"])
    #expect(rows.map(\.sinceLast?.text) == ["+200%", "+25%"])
  }

  @Test func aLineIsReadWhereItIsClicked() {
    let scene = ChartScene(chart(.line), size: Size(width: 60, height: 20))
    let area = scene.plots[0].area
    #expect(scene.stop(at: Point(x: area.x, y: area.y)) == 0)
    #expect(scene.stop(at: Point(x: area.right - 1, y: area.bottom - 1)) == 1)
    #expect(scene.stop(at: Point(x: area.x - 1, y: area.y)) == nil)
  }

  @Test func theKeysMoveOverBars() {
    var driver = Driver(120, 40)
    driver.press("o Tab Tab Enter")
    let before = driver.text
    driver.press("l l")
    #expect(driver.text.contains("Canada: 25%, rank 2 of 5"))
    driver.press("h h")
    #expect(driver.text == before)
  }

  @Test func aClickPutsTheCursorOnABarAndOnALine() {
    var driver = Driver(120, 40)
    driver.press("o Tab Tab Enter")
    let rows = driver.text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = rows.firstIndex { $0.contains("China  █") }
    driver.send(.click(Point(x: 6, y: row ?? 0)))
    #expect(driver.text.contains("China: 4%, rank 3 of 5"))
    driver.press("o Tab Tab j j Enter")
    driver.send(.click(Point(x: 30, y: 15)))
    #expect(driver.state.visit[panel: 0].selection > 1)
    driver.press("w l")
    #expect(driver.text.contains("rank") || driver.text.contains(": "))
  }
}
