import Model
import Testing

@testable import Interface

@Suite struct ChartDotsTests {
  @Test(arguments: GlyphSet.allCases)
  func everyPatternHasItsOwnCharacter(_ glyphs: GlyphSet) {
    let count = 1 << (glyphs.across * glyphs.down)
    let scalars = Set((0..<count).map { glyphs.scalar(UInt8($0)) })
    if glyphs.isASCII {
      #expect(scalars.allSatisfy { $0.isASCII })
    } else {
      #expect(scalars.count == count)
    }
    #expect(glyphs.scalar(0) == " ")
    #expect(scalars.allSatisfy { $0.columns == 1 })
  }

  @Test func brailleDotsStandWhereTheyAreSet() {
    var grid = DotGrid(columns: 2, rows: 1, glyphs: .braille)
    grid.set(0, 0)
    grid.set(1, 3)
    grid.set(2, 1)
    grid.set(99, 99)
    grid.set(-1, 0)
    #expect(grid.patterns.map { grid.glyphs.scalar($0) } == ["⢁", "⠂"])
    #expect(grid[1, 3] && !grid[1, 2])
  }

  @Test(arguments: GlyphSet.allCases)
  func everyValueIsWithinHalfADotOfItsPlace(_ glyphs: GlyphSet) {
    var random = ChartRandom(7)
    for round in 0..<60 {
      let values = (0..<random.int(2...80)).map { _ -> Double? in
        random.int(0...9) == 0 ? nil : (random.unit() - 0.3) * 1e6
      }
      guard values.contains(where: { $0 != nil }) else { continue }
      var chart = Chart(.line, title: "", unit: testUnit, series: [yearly("", from: 1950, values)])
      chart.glyphs = glyphs
      let line = LineChart(chart)
      let size = Size(width: random.int(40...150), height: random.int(8...50))
      guard let layout = line.layout(Rect(size)) else {
        Issue.record("no room at \(size)")
        continue
      }
      let grid = line.grid(0, layout)
      for place in line.lines[0] {
        guard let value = place.y else { continue }
        let x = layout.years.scale.dot(place.x)
        let y = layout.ticks.scale.dot(value)
        #expect(grid[x, grid.height - 1 - y], "round \(round)")
        #expect(abs(layout.ticks.scale.value(y) - value) <= layout.ticks.scale.perDot * 0.5000001)
        #expect(abs(layout.years.scale.value(x) - place.x) <= layout.years.scale.perDot * 0.5000001)
      }
    }
  }

  @Test func missingValuesLeaveAGap() {
    let chart = Chart(
      .line, title: "", unit: testUnit,
      series: [yearly("", from: 2000, [1, 1, nil, nil, nil, nil, 1, 1])])
    let line = LineChart(chart)
    guard let layout = line.layout(Rect(Size(width: 60, height: 12))) else {
      Issue.record("no room")
      return
    }
    let grid = line.grid(0, layout)
    let scale = layout.years.scale
    for x in (scale.dot(2001) + 1)..<scale.dot(2006) {
      for y in 0..<grid.height { #expect(!grid[x, y]) }
    }
  }

  @Test func labelsKeepApartAndInside() {
    var random = ChartRandom(11)
    for _ in 0..<300 {
      let count = random.int(1...40)
      let wishes = (0..<random.int(0...12)).map { _ in random.int(-3...45) }
      let rows = LabelPlacement.rows(wishes, count: count)
      let placed = rows.compactMap { $0 }
      #expect(placed.count == min(count, wishes.count))
      #expect(Set(placed).count == placed.count)
      #expect(placed.allSatisfy { (0..<count).contains($0) })
    }
    #expect(LabelPlacement.rows([5, 5, 5], count: 10) == [4, 5, 6])
    #expect(LabelPlacement.rows([0, 9], count: 10) == [0, 9])
    let lanes = LabelPlacement.lanes([(3, 5), (8, 4), (20, 4)], lanes: 2, columns: 22)
    #expect(lanes.map { $0?.lane } == [0, 1, 0])
    #expect(lanes.map { $0?.start } == [3, 8, 17])
  }

  @Test func sharesFillTheBar() {
    #expect(ShareChart.columns([30, 70], width: 80) == [24, 56])
    #expect(ShareChart.columns([33.3, 33.3, 33.3], width: 10).reduce(0, +) == 10)
    #expect(ShareChart.columns([40], width: 10) == [4])
    #expect(ShareChart.columns([0.01, 99.99], width: 20) == [1, 19])
    #expect(ShareChart.columns([0, 0], width: 20) == [0, 0])
    #expect(ShareChart.columns([80, 80], width: 20) == [10, 10])
  }

  @Test func sparklinesReachFromLowToHigh() {
    #expect(Sparkline(yearly("", from: 2000, [1, 2, 3, 8])).text(width: 9) == "▁▂▃█")
    #expect(Sparkline(yearly("", from: 2000, [5, 5])).text(width: 9) == "▄▄")
    #expect(Sparkline(Series()).text(width: 9) == "")
    let long = yearly("", from: 1900, (0..<120).map(Double.init))
    #expect(Sparkline(long).text(width: 12).columns == 12)
  }
}

@Suite struct ChartConnectorTests {
  @Test func onlyLabelsThatMovedFarAreConnected() {
    #expect(Connectors([(3, 3), (4, 5)]).scalars(.braille).isEmpty)
    let moved = Connectors([(2, 5)]).scalars(.braille)
    #expect(moved.map { $0.row } == [2, 3, 4, 5])
    #expect(moved.map { $0.scalar } == ["╮", "│", "│", "╰"])
    let fan = Connectors([(5, 3), (5, 7)]).scalars(.braille)
    #expect(fan.map { $0.scalar } == ["╭", "│", "┤", "│", "╰"])
    // Two that would run along the same rows: the first alone.
    #expect(Connectors([(2, 5), (3, 6)]).scalars(.braille).count == 4)
  }
}
