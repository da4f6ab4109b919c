import Testing

@testable import Canvas
@testable import Charts
@testable import Records

/// What is missing keeps its place, and what is not yet measured looks it.
@Suite struct ChartGapsTests {
  private let percent = Unit(id: "percent", title: "percent", suffix: "%")

  private func scene(
    _ kind: Chart.Kind, _ series: [Series], _ size: Size = Size(width: 80, height: 24)
  ) -> ChartScene {
    ChartScene(Chart(kind, title: "Found", unit: percent, series: series), size: size)
  }

  private func names(_ scene: ChartScene) -> [String] {
    scene.labels.filter { $0.role == .name }.map(\.text)
  }

  @Test func columnsAreInTheOrderOfTheirYearsWithThePlacesOfMissingOnes() {
    let years = [2007, 2001, 2003, 2002, 2006]
    let series = Series(
      name: "Growth",
      observations: years.map { Observation(period: .year($0), value: Double($0 - 2000)) })
    let drawn = scene(.columns, [series])
    let sorted = drawn.labels.filter { $0.role == .name }.sorted { $0.x < $1.x }.map(\.text)
    #expect(sorted == ["2001", "2002", "2003", "2004", "2005", "2006", "2007"])
    #expect(drawn.labels.filter { $0.text == "no data" }.count == 2)
    #expect(drawn.plots.flatMap(\.bars).count == years.count)
    #expect(drawn.stops.count == years.count)
    #expect(drawn.labels.contains { $0.role == .subtitle && $0.text.hasPrefix("Growth, ") })
    // Without room for empty places a note names them.
    let narrow = scene(.columns, [series], Size(width: 34, height: 24))
    #expect(narrow.labels.contains { $0.text == "No data: 2004, 2005" })
  }

  @Test func yearsOfAChoiceAreNoGaps() {
    #expect(YearGaps.missing([1950, 1990, 2024].map { .year($0) }).isEmpty)
    #expect(YearGaps.missing([2000, 2010, 2015].map { .year($0) }) == [.year(2005)])
    #expect(YearGaps.missing([.year(2000), nil, .year(2002)]).isEmpty)
    #expect(YearGaps.missing([]).isEmpty)
    #expect(YearGaps.missing([.year(-32_768), .year(32_767)]).isEmpty)
  }

  @Test(arguments: [Chart.Kind.bars, .dots])
  func aNameWithoutAValueKeepsItsRow(_ kind: Chart.Kind) {
    let drawn = scene(
      kind, [("North", 3.0), ("South", nil), ("East", 5)].map { yearly($0.0, from: 2001, [$0.1]) })
    #expect(names(drawn) == ["North", "South", "East"])
    #expect(drawn.labels.filter { $0.text == "no data" }.map(\.series) == [1])
  }

  @Test func aNameThatIsNowhereElseStaysAtItsBars() {
    var chart = Chart(
      .columns, title: "Found", unit: percent, series: [yearly("Growth", from: 2001, [1, 2, 3])])
    #expect(chart.namesSeriesOnce)
    chart.ownSubtitle = "Percent a year"
    #expect(!chart.namesSeriesOnce)
    chart.ownSubtitle = "Growth in percent a year"
    #expect(chart.namesSeriesOnce)
  }

  @Test func ofTwoLabelsInOneRowTheGreaterValueIsAbove() {
    let rows = LabelPlacement.rows([3, 3], heights: [1, 1], count: 8, ties: [-1, -2])
    #expect((rows[0] ?? 0) > (rows[1] ?? 0))
    let equal = LabelPlacement.rows([3, 3], heights: [1, 1], count: 8, ties: [-1, -1])
    #expect((equal[0] ?? 0) < (equal[1] ?? 0))
  }

  /// Strokes on one level, each to a projected value.
  private func level(_ count: Int, every step: Int) -> [ChartScene.Segment] {
    (0..<count).map { place in
      let start = Int32(place * step)
      let end = start + Int32(step)
      return ChartScene.Segment(
        x0: start, y0: 5, x1: end, y1: 5, isForward: true, marksEnds: true)
    }
  }

  /// A projected value for every dot's column would be a line without gaps.
  @Test func denseProjectionsAreNotSolid() {
    for stroke in [Stroke.solid, .series(1)] {
      let dense = stroke.dashed(level(40, every: 1))
      #expect(dense.filter { $0.marksEnds }.count == 2)
      let spaced = stroke.dashed(level(10, every: 3))
      #expect(spaced.filter { $0.marksEnds }.count == 10)
    }
  }
}
