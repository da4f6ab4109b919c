import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts
@testable import Query
@testable import Records

/// Two measures in one chart: each on its own scale, read back from what was drawn.
@Suite struct SecondMeasureTests {
  private static let seed = Trials.seed(83)
  private static let rate = Unit(id: "rate", title: "per 100,000 people")

  /// Two measures in years that do not meet, so that neither hides the other.
  private func chart(
    _ place: Chart.SecondMeasure.Place, _ first: [Double?], _ second: [Double?]
  ) -> Chart {
    let one = Chart(
      .line, title: "Money", unit: testUnit, series: [yearly("Money", from: 2000, first)])
    let other = Chart(
      .line, title: "Rate", unit: Self.rate,
      series: [yearly("Rate", from: 2000 + first.count + 1, second)])
    return one.with(other, as: place)
  }

  @Test(arguments: Chart.SecondMeasure.Place.allCases, GlyphSet.allCases)
  func bothAreReadOnTheirOwnScale(place: Chart.SecondMeasure.Place, glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed)
    for round in 0..<Trials.count(12) {
      let values = (0..<2).map { measure in
        (0..<random.int(3...6)).map { _ -> Double? in
          ((random.unit() * 3 - 1) * [1e5, 40][measure] * 10).rounded() / 10
        }
      }
      var chart = chart(place, values[0], values[1])
      chart.glyphs = glyphs
      let size = Size(width: random.int(90...160), height: random.int(24...50))
      let scene = ChartScene(chart, size: size)
      let note: Comment = "seed \(Self.seed), round \(round), \(place), \(size)"
      try #require(scene.plots.count == (place == .panel ? 2 : 1), note)
      let reader = PictureReader(chart, size)
      for (measure, part) in chart.measures.map(\.chart).enumerated() {
        let isRight = place == .axis && measure == 1
        let values = chart.series[measure].observations.compactMap { observation in
          observation.value.map { (observation.period, part.scale.scaled($0)) }
        }
        try expect(
          reader, values, of: measure, in: scene, scene.plots[place == .panel ? measure : 0],
          isRight: isRight, note)
      }
    }
  }

  /// Both from 100 at their first values, on one axis without a unit.
  @Test(arguments: GlyphSet.allCases)
  func asAnIndexBothAreReadFromAHundred(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 1)
    for round in 0..<Trials.count(12) {
      let values = (0..<2).map { measure in
        (0..<random.int(3...6)).map { _ -> Double? in
          ((random.unit() + 0.2) * [1e5, 40][measure] * 10).rounded() / 10
        }
      }
      var chart = chart(.panel, values[0], values[1]).transformed(.index)
      chart.glyphs = glyphs
      let size = Size(width: random.int(90...160), height: random.int(24...50))
      let scene = ChartScene(chart, size: size)
      let note: Comment = "seed \(Self.seed + 1), round \(round), \(size)"
      try #require(scene.plots.count == 1, note)
      let reader = PictureReader(chart, size)
      for (measure, values) in values.enumerated() {
        let start = try #require(values[0])
        let first = 2000 + measure * (chart.series[0].observations.count + 1)
        let wanted = values.enumerated().compactMap { index, value in
          value.map { (Period.year(first + index) as Period?, $0 / start * 100) }
        }
        try expect(
          reader, wanted, of: measure, in: scene, scene.plots[0], isRight: false, note)
      }
    }
  }

  /// That what is drawn of a series stands at values, by the labels of its axis.
  private func expect(
    _ reader: PictureReader, _ values: [(Period?, Double)], of series: Int, in scene: ChartScene,
    _ plot: ChartScene.Plot, isRight: Bool, _ note: Comment
  ) throws {
    let glyphs = reader.glyphs
    var labels: [(value: Double, row: Int)] = []
    for label in scene.labels
    where label.role == .tick && (plot.area.y..<plot.area.bottom).contains(label.y) {
      guard (label.x >= plot.area.right) == isRight else { continue }
      let drawn = String(reader.text(label.y)[label.x..<(label.x + label.width)])
      labels.append((try #require(PictureReader.number(drawn), note), label.y))
    }
    labels.sort { $0.row < $1.row }
    var fit = try #require(VerticalFit(labels, down: glyphs.down), note)
    let across = try #require(plot.across, note)
    for (period, value) in values {
      guard let period else { continue }
      let column = plot.area.x + across.dot(period.position) / glyphs.across
      let rows = rows(reader, plot.area, column, Role.series(series), glyphs)
      let found = try #require(rows, "\(note): nothing at \(period)\n\(reader.canvas.text())")
      fit.observe(value, found, "\(period.title)")
    }
    #expect(fit.isTrue, "\(note): \(fit.trace)\n\(reader.canvas.text())")
  }

  /// The dots of a series in a column of cells, from the plot's top.
  private func rows(
    _ reader: PictureReader, _ area: Rect, _ x: Int, _ role: Role, _ glyphs: GlyphSet
  ) -> ClosedRange<Int>? {
    var found: [Int] = []
    for y in area.y..<area.bottom where reader.canvas[x, y].style.role == role {
      switch reader.data(x, y) {
      case .none: break
      case .sign: found += [y * glyphs.down, (y + 1) * glyphs.down - 1]
      case .dots(_, let maybe):
        for bit in 0..<(glyphs.across * glyphs.down) where maybe & (1 << UInt8(bit)) != 0 {
          found.append(y * glyphs.down + bit / glyphs.across)
        }
      }
    }
    guard let first = found.min(), let last = found.max() else { return nil }
    return first...last
  }

  @Test func aMeasureInTheSameUnitSharesTheAxis() {
    let one = Chart(.line, title: "A", unit: testUnit, series: [yearly("", from: 2000, [1, 2])])
    let other = Chart(.bars, title: "B", unit: testUnit, series: [yearly("", from: 2000, [3, 4])])
    let both = one.with(other)
    #expect(both.second == nil)
    #expect(both.series.map(\.name) == ["A", "B"])
    #expect(ChartScene(both, size: Size(width: 80, height: 20)).plots.count == 1)
  }

  /// Values without periods are compared name by name, in one unit.
  @Test func namesInCommonAreBesideEachOther() throws {
    func indicator(_ id: String, _ unit: String, _ values: [(String, Double)]) -> Indicator {
      var indicator = Indicator(id: id, title: id, unit: unit)
      indicator.series = values.map { name, value in
        Series(name: name, observations: [Observation(value: value)])
      }
      return indicator
    }
    let one = indicator("one", "percent", [("Mexico", 40), ("Canada", 25)])
    let other = indicator("other", "percent", [("Brazil", 3), ("Mexico", 10)])
    #expect(one.obstacle(beside: other) == nil)
    let away = indicator("away", "percent", [("China", 4)])
    #expect(one.obstacle(beside: away)?.contains("neither periods nor names in common") == true)
    let money = indicator("money", "usd", [("Mexico", 4)])
    #expect(one.obstacle(beside: money)?.contains("in two units") == true)
    let charts = [one, other].map {
      Chart(.bars, title: $0.title, unit: Self.rate, series: $0.series)
    }
    let both = charts[0].with(charts[1])
    #expect(both.kind == .groupedBars && both.categories == ["Mexico", "Canada", "Brazil"])
    #expect(both.series.map(\.name) == ["one", "other"])
    let scene = ChartScene(both, size: Size(width: 70, height: 20))
    let bars = scene.plots.flatMap(\.bars)
    #expect(bars.map(\.value) == [40, 10, 25, 3])
    let rows = ReadOut(both, at: .group(0)).rows + ReadOut(both, at: .group(1)).rows
    #expect(rows.map(\.name) == ["one", "other", "one"])
    #expect(rows.allSatisfy { $0.sinceStart == nil && $0.sinceLast == nil })
    // As long as their values are large.
    #expect(
      zip(bars, bars.dropFirst()).allSatisfy { ($0.value < $1.value) == ($0.width < $1.width) })
  }

  @Test func wordsAndTablesNameEachUnit() {
    let chart = chart(.panel, [100, 200], [5.5, 7])
    #expect(chart.subtitle == "Above: million U.S. dollars; below: per 100,000 people; 2000–2004")
    #expect(chart.summary.contains("Money from $100 million in 2000 to $200 million in 2001"))
    #expect(chart.summary.contains("Rate from 5.5 per 100,000 people in 2003"))
    let rows = chart.rows
    #expect(rows[0] == ["Period", "Money", "Rate"])
    #expect(rows[1] == ["2000", "$100 million", "–"])
    #expect(rows.last == ["2004", "–", "7.0"])
    let index = chart.transformed(.index)
    #expect(index.second == nil)
  }

  /// What stands in a read-out is counted within its measure: no rank among other units.
  @Test func ranksAndChangesStayWithinAMeasure() {
    let one = Chart(
      .line, title: "", unit: testUnit,
      series: [yearly("A", from: 2000, [10, 20]), yearly("B", from: 2000, [30, 15])])
    let other = Chart(
      .line, title: "", unit: Unit(id: "percent", title: "percent", suffix: "%"),
      series: [yearly("C", from: 2000, [40, 50])])
    let rows = ReadOut(one.with(other), at: .period(.year(2001))).rows
    #expect(rows.map(\.name) == ["A", "B", "C"])
    #expect(rows.map(\.rank) == ["1", "2", ""])
    #expect(rows.map(\.sinceStart?.text) == ["+100%", "−50%", "+10 pts"])
    #expect(rows[2].value == "50.0%")
  }

  @Test func aMeasureThatIsHiddenLeavesTheOther() {
    let one = Chart(
      .line, title: "", unit: testUnit,
      series: [yearly("A", from: 2000, [10, 20]), yearly("B", from: 2000, [30, 15])])
    let other = Chart(.line, title: "", unit: Self.rate, series: [yearly("C", from: 2000, [4, 5])])
    var chart = one.with(other)
    chart.keep([1, 2])
    #expect(chart.second?.start == 1 && chart.places == [1, 2])
    #expect(chart.unit(of: 0) == testUnit && chart.unit(of: 1) == Self.rate)
    var second = chart
    second.keep([1])
    #expect(second.second == nil && second.unit == Self.rate && second.places == [2])
    chart.keep([0])
    #expect(chart.second == nil && chart.unit == testUnit && chart.places == [1])
  }

  /// Small rooms lose the pictures, then the year of what ends early, and keep every value with its
  /// unit.
  @Test(arguments: [Size(width: 30, height: 5), Size(width: 15, height: 20)])
  func withoutRoomValuesKeepTheirUnits(_ size: Size) {
    var chart = chart(.panel, [100, 200], [5.5, 7])
    chart.parts = []
    let scene = ChartScene(chart, size: size)
    #expect(scene.plots.isEmpty)
    let year = size.width > 20 ? " (2001)" : ""
    #expect(
      scene.labels.filter { $0.role == .value }.map(\.text) == ["$200 million\(year)", "7.0"])
  }

  /// Six rows are two pictures, as the dashboard has them at 80x24, while all names find room.
  @Test func aFewRowsHaveAPictureEachWhileNamesFit() {
    var chart = chart(.panel, [100, 200], [5.5, 7])
    chart.parts = []
    let scene = ChartScene(chart, size: Size(width: 60, height: 6))
    #expect(scene.plots.count == 2 && scene.replacement == nil)
    chart.series.append(chart.series[1])
    chart.series[2].name = "The rate of another country, which takes many words to name"
    let crowded = ChartScene(chart, size: Size(width: 34, height: 6))
    #expect(crowded.plots.isEmpty && crowded.replacement != nil)
  }

  /// With a row for units both axes say theirs, else neither.
  @Test(arguments: 6...20)
  func bothAxesSayTheirUnitsOrNeither(_ height: Int) {
    var chart = chart(.axis, [100, 200], [5.5, 7])
    chart.parts = [.subtitle]
    let scene = ChartScene(chart, size: Size(width: 70, height: height))
    #expect([0, 2].contains(scene.labels.count { $0.role == .unit }), "\(height)")
    #expect(height < 10 || scene.labels.contains { $0.role == .unit })
  }

  /// For those who hear it, a value keeps what qualifies it.
  @Test func aTableSaysWhatQualifiesAValue() {
    let line = Series(
      name: "Crossings",
      observations: [
        Observation(period: .year(2010), value: 355_000, decimals: 0, qualifiers: .about),
        Observation(period: .year(2012), value: 400_000, decimals: 0, qualifiers: .projected),
      ])
    let chart = Chart(
      .line, title: "", unit: Unit(id: "persons", title: "persons"), series: [line])
    #expect(chart.rows.map { $0[1] } == ["Crossings", "≈ 355,000", "400,000, projected"])
    #expect(chart.alternative.contains("400,000, projected"))
  }

  /// A mark to the right may stand below one that would reach over it.
  @Test func marksStandAsStairsWhereThatKeepsMore() {
    let places = LabelPlacement.lanes(
      [(column: 3, width: 9), (column: 8, width: 8)], lanes: 2, columns: 60)
    #expect(places.map { $0?.lane } == [1, 0])
    #expect(places.map { $0?.start } == [3, 8])
  }
}
