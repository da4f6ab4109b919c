import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts
@testable import Query
@testable import Records

@Suite struct ChartViewTests {
  @Test func zoomingKeepsThePeriodInTheWindow() {
    for count in 2...60 {
      for period in 0..<count {
        var view = ChartView()
        for isIn in [true, true, true, false, true, false, false, false, false, false] {
          view.zoom(in: isIn, around: period, of: count)
          guard let window = view.window else { continue }
          #expect(window.contains(period))
          #expect(window.lowerBound >= 0 && window.upperBound < count)
          #expect(window.count >= 4)
        }
        #expect(view.window == nil, "zoomed out again, everything is shown")
      }
    }
  }

  @Test func panningStopsAtTheEnds() {
    var view = ChartView()
    view.zoom(in: true, around: 10, of: 40)
    let length = view.window?.count
    for _ in 0..<30 { view.pan(by: 1, of: 40) }
    #expect(view.window?.upperBound == 39)
    for _ in 0..<30 { view.pan(by: -1, of: 40) }
    #expect(view.window?.lowerBound == 0)
    #expect(view.window?.count == length)
  }

  @Test func theReadOutTellsChangesAndRank() {
    let chart = Chart(
      .line, title: "Trade", unit: Unit(id: "usd", title: "U.S. dollars", prefix: "$"),
      series: [
        yearly("North", from: 2000, [100, nil, 150]), yearly("South", from: 2000, [50, 80, 200]),
      ])
    let rows = ReadOut(chart, at: .period(.year(2002))).rows
    #expect(rows.map(\.sinceStart?.text) == ["+50%", "+300%"])
    #expect(rows.map(\.sinceLast?.text) == ["+50%", "+150%"])
    #expect(rows.map(\.rank) == ["2", "1"])
    let gap = ReadOut(chart, at: .period(.year(2001))).rows
    #expect(gap[0].value == "no value")
    #expect(gap[1].rank == "1")
  }

  @Test func aChangeNamesThePeriodThatItIsFrom() throws {
    let chart = Chart(
      .line, title: "Trade", unit: testUnit,
      series: [
        yearly("North", from: 2000, [100, nil, 150]), yearly("South", from: 2001, [80, 200]),
      ])
    let rows = ReadOut(chart, at: .period(.year(2002))).rows
    #expect(rows.map(\.sinceStart?.period) == ["2000", "2001"])
    #expect(rows.map(\.sinceLast?.period) == ["2000", "2001"])
    let indicator = Indicator(id: "i", title: "Trade", unit: "u")
    // Two periods do not fit a title, so each value names its own.
    let list = ReadOut(chart, at: .period(.year(2002))).list(indicator)
    #expect(list.columns[2].title == "vs first")
    #expect(list.rows.map { $0.text(2) } == ["+50% 2000", "+150% 2001"])
    var same = chart
    same.series[1] = yearly("South", from: 2000, [50, 80, 200])
    let equal = ReadOut(same, at: .period(.year(2002))).list(indicator)
    #expect(equal.columns[2].title == "vs 2000")
    #expect(equal.rows.map { $0.text(2) } == ["+50%", "+300%"])
  }

  @Test func aRankHasNoRankAndChangesByPlaces() {
    let unit = Unit(id: "rank", title: "rank")
    let chart = Chart(
      .line, title: "Partner", unit: unit,
      series: [yearly("North", from: 2000, [5, 3]), yearly("South", from: 2000, [1, 4])])
    let rows = ReadOut(chart, at: .period(.year(2001))).rows
    #expect(rows.map(\.sinceStart?.text) == ["−2", "+3"])
    #expect(rows.map(\.rank) == ["", ""])
    var bars = Chart(.bars, title: "", unit: unit, series: [named("A", 2), named("B", 1)])
    bars.cursor = 0
    #expect(bars.readOut == "A: no. 2")
  }

  private func named(_ name: String, _ value: Double) -> Series {
    Series(name: name, observations: [Observation(value: value)])
  }

  @Test func hidingAndFocusingKeepEverySeriesAsItIs() {
    struct Look: Hashable {
      var style: Role
      var stroke: Stroke
      var sample: String?
    }
    func looks(_ driver: Driver) -> [String: Look] {
      guard let chart = driver.chartContent?.chart else { return [:] }
      let scene = ChartScene(chart, size: Size(width: 100, height: 30))
      var looks: [String: Look] = [:]
      for line in scene.plots.flatMap(\.lines) {
        let label = scene.labels.first { $0.role == .end && $0.series == line.series }
        looks[chart.series[line.series].name] = Look(
          style: chart.role(line.series), stroke: line.stroke,
          sample: label.map { String($0.text.prefix(2)) })
      }
      return looks
    }
    var driver = Driver()
    driver.press("o Tab Tab j j Enter")
    let all = looks(driver)
    #expect(all.count > 2)
    driver.press("c")
    #expect(looks(driver) == all)
    // One after the other is hidden until a single one is left.
    for left in (1..<all.count).reversed() {
      driver.press("C")
      let rest = looks(driver)
      #expect(rest.count == left)
      for (name, look) in rest { #expect(look == all[name], "\(name)") }
      driver.press("c")
    }
  }

  @Test(
    arguments: Chart.Kind.allCases.filter {
      [.groupedBars, .stackedColumns].contains($0) || ChartSamples.chart($0).series.count > 2
    })
  func fillingsGoByThePlaceOfASeries(_ kind: Chart.Kind) {
    let chart = ChartSamples.chart(kind)
    var rest = chart
    rest.series.removeFirst()
    if !rest.positions.isEmpty { rest.positions.removeFirst() }
    rest.places = Array(chart.series.indices.dropFirst())
    let size = Size(width: 90, height: 30)
    func fillings(_ chart: Chart) -> [String: Set<Int>] {
      var fillings: [String: Set<Int>] = [:]
      for plot in ChartScene(chart, size: size).plots {
        for bar in plot.bars {
          fillings[chart.series[bar.series].name, default: []].insert(bar.filling)
        }
        for area in plot.areas {
          fillings[chart.series[area.series].name, default: []].insert(area.filling)
        }
      }
      return fillings
    }
    let all = fillings(chart)
    for (name, found) in fillings(rest) { #expect(found == all[name], "\(kind), \(name)") }
  }

  @Test func theKeysOfAChartSetItsView() {
    var driver = Driver()
    driver.press("o Tab Tab j j Enter")
    driver.press("G +")
    #expect(driver.state.visit.chart.window != nil)
    #expect(driver.text.contains("2024"))
    driver.press("H H H")
    #expect(driver.state.visit.chart.window?.upperBound ?? 99 < 39)
    driver.press("G")
    #expect(driver.state.visit.chart.window?.upperBound == 39, "the value that is read is shown")
    driver.press("- - -")
    #expect(driver.state.visit.chart.window == nil)
    #expect(driver.text.contains("1985   1990"))
    driver.press("c C")
    #expect(driver.state.visit.chart.hidden == [0])
    #expect(!driver.text.contains("── Mexico"))
    driver.press("C")
    #expect(driver.state.visit.chart.hidden.isEmpty)
    for _ in ChartView.Measure.allCases { driver.press("z") }
    #expect(driver.state.visit.chart.measure == .value)
    driver.press("w Esc o Tab Tab j j Enter")
    #expect(driver.state.visit.chart.kind == nil, "a chart opened anew is as the dossier has it")
  }

  @Test func zoomingKeepsTheNewestWhereNothingIsRead() {
    var driver = Driver()
    driver.press("o Tab Tab j j Enter + +")
    #expect(driver.state.visit.chart.window?.upperBound == 39)
    driver.press("-")
    #expect(driver.state.visit.chart.window?.upperBound == 39)
  }

  @Test func twoIndicatorsHaveAPictureEachOrCountFromAHundred() throws {
    var driver = Driver()
    driver.press("o Tab Tab j j Enter = t r u c k s Enter")
    #expect(driver.state.visit.chart.compared == "truck-crossings")
    #expect(driver.text.contains("Above: billion U.S. dollars; below: "), "\(driver.text)")
    #expect(driver.state.notice == "Two units apart; z: both from 100.")
    let content = try #require(driver.chartContent)
    #expect(content.scene(Size(width: 70, height: 30))?.plots.count == 2)
    // Where both have room, both are named.
    var wide = Driver(120, 40)
    wide.press("o Tab Tab j j Enter = t r u c k s Enter")
    let sources = wide.text.split(separator: "\n").first { $0.contains("Source: ") } ?? ""
    #expect(sources.contains("; "), "\(wide.text)")
    driver.press("w")
    #expect(driver.chartContent?.chart?.kind == .line, "only lines have a scale for each unit")
    driver.press("z")
    #expect(driver.text.contains("= 100"))
    driver.press("=")
    #expect(driver.state.visit.chart.compared == nil)
  }

  @Test func onlyWhatHasTimeInCommonIsOfferedToCompareWith() {
    let library = Library(builtInReading)
    for indicator in library.dossier.indicators {
      let offered = library.paletteMatches("", beside: indicator.id)
      for match in offered {
        guard case .record(let reference) = match.entry.choice,
          let other = library.catalogue.indicator(reference.id)
        else {
          Issue.record("\(match.entry.title) is no indicator")
          continue
        }
        #expect(other.id != indicator.id)
        let values = (indicator.series + other.series).flatMap(\.observations)
        let common = Set(indicator.series.map(\.name)).intersection(other.series.map(\.name))
        #expect(
          values.allSatisfy { $0.value == nil || $0.period != nil }
            || values.allSatisfy { $0.period == nil } && !common.isEmpty,
          "\(indicator.id) beside \(other.id)")
      }
    }
    #expect(!library.paletteMatches("", beside: "homicide-rate").isEmpty)
  }

  @Test func whatHasNoPeriodsIsNotComparedAndSaysSo() {
    var driver = Driver()
    driver.press(": y e a r s Space o f Space n e t Enter =")
    #expect(
      driver.state.notice
        == "Nothing to compare: no other indicator shares its years or categories.")
    #expect(driver.state.overlay == nil)
    driver.press(": h o m i c i d e s Enter = u . s . Space c o n t e n t Space o f")
    #expect(driver.text.contains("No indicator to compare has these letters"), "\(driver.text)")
    driver.press("Esc")
    // A place that was kept may name what can no longer be compared.
    driver.state.visit.chart.compared = "us-content"
    #expect(driver.chartContent?.chart?.series.count == 1)
    driver.state.visit.chart.compared = "homicide-rate"
    #expect(driver.chartContent?.chart?.series.count == 1)
  }

  @Test func aSecondAxisIsAskedForByItsName() {
    var driver = Driver()
    driver.press("o Tab Tab j j Enter : s e c o n d a x i s Enter")
    #expect(driver.state.notice?.hasPrefix("A second axis is for another indicator") == true)
    driver.press("= t r u c k s Enter : s e c o n d a x i s Enter")
    #expect(driver.text.contains("Left: billion U.S. dollars; right: "), "\(driver.text)")
    #expect(driver.chartContent?.scene(Size(width: 70, height: 30))?.plots.count == 1)
    #expect(driver.state.notice == "Two axes: where the lines cross has no meaning.")
    driver.press(": s e c o n d a x i s Enter")
    #expect(driver.text.contains("Above: billion U.S. dollars; below: "))
  }

  @Test func comparingAndPanningKeepWhatIsReadInThePicture() throws {
    var driver = Driver()
    driver.press("o Tab Tab j j Enter G")
    let title = try #require(driver.chartContent?.readOut?.title)
    driver.press("= t r u c k s Enter")
    #expect(driver.chartContent?.readOut?.title == title)
    driver.press("=")
    #expect(driver.chartContent?.readOut?.title == title)
    driver.press("G + H H H")
    #expect(driver.chartContent?.readOut?.title != title)
    #expect(driver.chartContent?.chart?.cursor != nil)
  }

  @Test func anIndexNeedsABaseAboveZero() {
    let unit = Unit(id: "usd", title: "U.S. dollars", prefix: "$")
    func chart(_ values: [Double?]) -> Chart {
      Chart(.line, title: "", unit: unit, series: [yearly("Balance", from: 2000, values)])
    }
    #expect(!chart([-5, 3]).hasIndexBase)
    #expect(!chart([nil, 0, -5, 3]).hasIndexBase)
    #expect(!chart([nil, 5, -3]).hasIndexBase, "an index of rates that turn negative says nothing")
    #expect(!chart([0, 0]).hasIndexBase && !chart([0, 0]).hasGrowth)
    #expect(chart([nil, 5, 3]).hasIndexBase && chart([nil, 5, 3]).hasGrowth)
    #expect(!chart([5, 3]).summary.hasPrefix(":"))
  }

  /// Neither says that it did something, and why one scale has no other is said in a line of 80.
  @Test func keysThatDoNothingToAChartSaySo() {
    var driver = Driver()
    driver.press(": y e a r s Space o f Space n e t Enter")
    driver.press("z")
    #expect(driver.state.notice == "No other scale for these values.")
    driver.press("c")
    #expect(driver.state.notice == "There is only one series.")
    driver.press("+")
    #expect(driver.state.notice == "There are no periods to zoom in on.")
    driver.press("H")
    #expect(driver.state.notice == "There are no periods to move along.")
    driver.press("C")
    #expect(driver.state.notice == "There is only one series.")
    driver.state.notice = nil
    #expect(!driver.hints.contains("zoom") && !driver.hints.contains("series"))
    driver.press(": t r a d e Space b a l a n c e Enter z")
    #expect(
      driver.state.notice
        == "Change from the period before; no logarithmic axis or index at or below zero.")
  }

  @Test func endsOfZoomingMovingAndHidingAreSaid() {
    var driver = Driver()
    driver.press(": h o m i c i d e s Enter")
    #expect(driver.hints.contains("+ zoom"))
    for key in ["-", "H", "L"] {
      driver.press(key)
      #expect(driver.state.notice == "All periods are shown.", "\(key)")
    }
    driver.press("+")
    #expect(driver.state.notice == nil && driver.state.visit.chart.window != nil)
    driver.press("L")
    #expect(driver.state.notice == "There are no later periods.")
    driver.press("H")
    #expect(driver.state.notice == nil)
    driver.press("+ + + +")
    #expect(driver.state.notice == "Fewer periods would show little.")
    #expect(driver.state.visit.chart.window?.count == 4)
    driver.send(.open(Reference(.indicator, "goods-trade-partners")))
    driver.press("C")
    #expect(driver.state.notice == "Nothing is hidden; c chooses a series to hide.")
  }

  /// The value under the cursor stands in place of the subtitle that says what is drawn.
  @Test(arguments: [80, 90, 100, 110, 120, 140, 200])
  func aChangeThatIsReadIsCalledOneAndNotCut(_ width: Int) {
    var driver = Driver(width, 30)
    driver.press(": t r a d e Space b a l a n c e Enter z h h h")
    #expect(driver.text.contains("2022, change: −$19.6 billion"), "\(driver.text)")
    #expect(!driver.text.contains("milli…") && !driver.text.contains("mil…"), "\(driver.text)")
  }

  @Test func aHiddenSeriesHasNoRank() throws {
    var driver = Driver()
    driver.press("o Tab Tab j j Enter G")
    let all = try #require(driver.chartContent?.readOut?.rows)
    driver.press("c C")
    let rows = try #require(driver.chartContent?.readOut?.rows)
    #expect(rows.count == all.count - 1)
  }

  @Test func oneFigureIsTheLatestAndMarksOutsideTheSpanAreNotTold() {
    let unit = Unit(id: "", title: "number")
    var chart = Chart(
      .number, title: "T", unit: unit, series: [yearly("A", from: 2000, [11, 22, 33, nil])])
    chart.marks = [.init(.year(1990), "Before"), .init(.year(2001), "Within")]
    let texts = ChartScene(chart, size: Size(width: 40, height: 4)).labels.map(\.text)
    #expect(texts.contains { $0.hasPrefix("33") }, "\(texts)")
    #expect(!texts.contains { $0.hasPrefix("11") }, "\(texts)")
    #expect(chart.alternative.contains("Within") && !chart.alternative.contains("Before"))
  }

  @Test func elsewhereTheKeysOfAChartSayWhereChartsAre() {
    var driver = Driver()
    for key in ["+", "-", "H", "c", "C", "w", "z", "d", "="] {
      driver.press("r \(key)")
      #expect(driver.state.notice?.contains("i lists the indicators") == true, "\(key)")
    }
  }
}

extension Driver {
  fileprivate var chartContent: ChartPanel? { ScreenContent(state, library).chart }
}
