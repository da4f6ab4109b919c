import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Records

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

  @Test func octantsAreInTheOrderOfTheStandard() {
    #expect(GlyphSet.octant.scalar(0x04).value == 0x1cd00)
    #expect(GlyphSet.octant.scalar(0x06).value == 0x1cd01)
    #expect(GlyphSet.octant.scalar(0x08).value == 0x1cd03)
    #expect(GlyphSet.octant.scalar(0xfe).value == 0x1cde5)
    #expect(GlyphSet.octant.scalar(0x0f) == "▀")
    #expect(GlyphSet.octant.scalar(0xff) == "█")
  }

  @Test func brailleDotsAreWhereTheyAreSet() {
    var plot = ChartScene.Plot(Rect(x: 0, y: 0, width: 2, height: 1))
    plot.order = [0]
    plot.lines = [
      ChartScene.Line(
        series: 0, stroke: .solid, x: [], y: [],
        strokes: [(0, 0), (1, 3), (2, 1)].map {
          ChartScene.Segment(
            x0: $0.0, y0: $0.1, x1: $0.0, y1: $0.1, isForward: false, marksEnds: true)
        })
    ]
    let field = DotField(plot, .braille)
    #expect(field.patterns.map { GlyphSet.braille.scalar($0) } == ["⢁", "⠂"])
    #expect(field.owners == [0, 0])
  }

  @Test(arguments: GlyphSet.allCases)
  func everyValueIsWithinHalfADotOfItsPlace(_ glyphs: GlyphSet) {
    let seed = Trials.seed(7)
    var random = SeededRandom(seed)
    for round in 0..<Trials.count(60) {
      let values = (0..<random.int(2...80)).map { _ -> Double? in
        random.int(0...9) == 0 ? nil : (random.unit() - 0.3) * 1e6
      }
      guard values.contains(where: { $0 != nil }) else { continue }
      var chart = Chart(.line, title: "", unit: testUnit, series: [yearly("", from: 1950, values)])
      chart.glyphs = glyphs
      let scene = ChartScene(
        chart, size: Size(width: random.int(40...150), height: random.int(8...50)))
      guard let plot = scene.plots.first, let line = plot.lines.first, let across = plot.across,
        let up = plot.up
      else {
        Issue.record("no room at \(scene.size)")
        continue
      }
      let picture = ChartPicture(scene)
      for (x, value) in zip(line.x, line.y) where !value.isNaN {
        let column = across.dot(x)
        let row = up.dot(value)
        #expect(picture[column, up.scale.dots - 1 - row], "seed \(seed), round \(round)")
        #expect(abs(up.value(row) - value) <= up.scale.perDot * 0.5000001)
        #expect(abs(across.value(column) - x) <= across.scale.perDot * 0.5000001)
      }
    }
  }

  @Test func missingValuesLeaveAGap() {
    let chart = Chart(
      .line, title: "", unit: testUnit,
      series: [yearly("", from: 2000, [1, 1, nil, nil, nil, nil, 1, 1])])
    let scene = ChartScene(chart, size: Size(width: 60, height: 12))
    guard let across = scene.plots.first?.across, let up = scene.plots.first?.up else {
      Issue.record("no room")
      return
    }
    let picture = ChartPicture(scene)
    for x in (across.dot(2001) + 1)..<across.dot(2006) {
      for y in 0..<up.scale.dots { #expect(!picture[x, y]) }
    }
  }

  @Test func extremesStayWhereValuesOutnumberColumns() {
    let values = (0..<2000).map { index -> Double? in index == 777 ? 900 : Double(index % 7) }
    let series = Series(
      observations: values.enumerated().map { index, value in
        Observation(
          period: Period(
            kind: .month,
            first: .init(year: Int16(1850 + index / 12), month: UInt8(index % 12 + 1))),
          value: value)
      })
    let chart = Chart(.line, title: "", unit: testUnit, series: [series])
    let scene = ChartScene(chart, size: Size(width: 60, height: 20))
    guard let plot = scene.plots.first, let across = plot.across, let up = plot.up else {
      Issue.record("no room")
      return
    }
    let picture = ChartPicture(scene)
    let row = up.scale.dots - 1 - up.dot(plot.lines[0].y[777])
    #expect(picture[across.dot(plot.lines[0].x[777]), row])
  }

  @Test func strokesAreClippedAndNotDropped() {
    // All values lie outside, and every stroke between them crosses the picture.
    var chart = Chart(
      .line, title: "", unit: Unit(id: "x", title: "x"),
      series: [yearly("", from: 2000, [-100, 200, -100, 200, -100])])
    chart.limits = 0...100
    let scene = ChartScene(chart, size: Size(width: 60, height: 16))
    let strokes = scene.plots.first?.lines.first?.strokes ?? []
    #expect(strokes.count == 4)
    let picture = ChartPicture(scene)
    let height = scene.plots.first?.up?.scale.dots ?? 0
    let across = scene.plots.first?.across
    for year in [2000.5, 2001.5, 2002.5, 2003.5] {
      let x = across?.dot(year) ?? 0
      #expect((0..<height).contains { y in (-2...2).contains { picture[x + $0, y] } })
    }
  }

  /// Lines that go the same way all show there, and no dot of any is left out.
  @Test(arguments: [GlyphSet.quadrant, .braille], [true, false])
  func noLineVanishesBehindAnother(_ glyphs: GlyphSet, _ isColoured: Bool) throws {
    let values = (0...30).map { Double(($0 * 7) % 11) }
    var chart = Chart(
      .line, title: "", unit: testUnit,
      series: ["A", "B", "C"].map { yearly($0, from: 1990, values) })
    chart.isColoured = isColoured
    chart.glyphs = glyphs
    let plot = try #require(ChartScene(chart, size: Size(width: 90, height: 20)).plots.first)
    let field = DotField(plot, glyphs)
    for series in 0..<3 {
      var alone = plot
      alone.lines = plot.lines.filter { $0.series == series }
      let own = DotField(alone, glyphs)
      for (mine, all) in zip(own.patterns, field.patterns) { #expect(mine & ~all == 0) }
      let cells = field.owners.count { Int($0) == series }
      let most = own.owners.count { Int($0) == series }
      #expect(cells * 5 >= most, "series \(series): \(cells) of \(most) cells")
    }
    // What is highlighted has them all, except where it has gaps.
    guard isColoured else { return }
    let first = DotField(plot, glyphs, first: 1)
    #expect(first.owners.allSatisfy { $0 == 1 || $0 == -1 })
  }

  @Test func colouredLinesHaveNoDashesWhereTheirEndsAreNamed() throws {
    var chart = Chart(
      .line, title: "", unit: testUnit,
      series: ["A", "B"].map { yearly($0, from: 2000, [1, 5, 2]) })
    func dashes(_ size: Size) throws -> [[Int]] {
      try #require(ChartScene(chart, size: size).plots.first).lines.map(\.stroke.dashes)
    }
    #expect(try dashes(Size(width: 60, height: 16)) == [[], [4, 2]])
    chart.isColoured = true
    #expect(try dashes(Size(width: 60, height: 16)) == [[], []])
  }

  @Test func labelsKeepApartAndInside() {
    let seed = Trials.seed(11)
    var random = SeededRandom(seed)
    for _ in 0..<Trials.count(300) {
      let count = random.int(1...40)
      let wishes = (0..<random.int(0...12)).map { _ in random.int(-3...45) }
      let rows = LabelPlacement.rows(wishes, count: count)
      let placed = rows.compactMap { $0 }
      #expect(placed.count == min(count, wishes.count), "seed \(seed)")
      #expect(Set(placed).count == placed.count, "seed \(seed)")
      #expect(placed.allSatisfy { (0..<count).contains($0) }, "seed \(seed)")
    }
    #expect(LabelPlacement.rows([5, 5, 5], count: 10) == [4, 5, 6])
    #expect(LabelPlacement.rows([0, 9], count: 10) == [0, 9])
    let lanes = LabelPlacement.lanes([(3, 5), (8, 4), (20, 4)], lanes: 2, columns: 22)
    #expect(lanes.map { $0?.lane } == [0, 1, 0])
    #expect(lanes.map { $0?.start } == [3, 8, 17])
    // One column between two labels would make them read as one.
    let near = LabelPlacement.lanes([(3, 5), (9, 4)], lanes: 2, columns: 22)
    #expect(near.map { $0?.lane } == [0, 1])
    #expect(
      LabelPlacement.lanes([(3, 5), (10, 4)], lanes: 2, columns: 22).map { $0?.lane } == [0, 0])
  }

  @Test func sharesFillTheBar() {
    #expect(ShareLayout.columns([30, 70], width: 80) == [24, 56])
    #expect(ShareLayout.columns([33.3, 33.3, 33.3], width: 10).reduce(0, +) == 10)
    #expect(ShareLayout.columns([40], width: 10) == [4])
    #expect(ShareLayout.columns([0.01, 99.99], width: 20) == [1, 19])
    #expect(ShareLayout.columns([0, 0], width: 20) == [0, 0])
    #expect(ShareLayout.columns([80, 80], width: 20) == [10, 10])
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
    // Two that run along the same rows share a line, ends and labels in the same order.
    let shared = Connectors([(2, 5), (3, 6)]).scalars(.braille)
    #expect(shared.map { $0.scalar } == ["╮", "┤", "│", "├", "╰"])
    // One that need not move joins where it would else be passed by.
    let joined = Connectors([(2, 2), (2, 3), (2, 5)]).scalars(.braille)
    #expect(joined.map { $0.scalar } == ["┬", "├", "│", "╰"])
    #expect(Connectors([(2, 5), (7, 9)]).kept.count == 2)
  }
}
