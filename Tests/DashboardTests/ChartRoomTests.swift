import Reading
import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Records

/// What a chart does with much room and with little.
@Suite struct ChartRoomTests {
  private let percent = Unit(id: "percent", title: "percent", suffix: "%")

  private func reader(_ chart: Chart, _ width: Int, _ height: Int) -> PictureReader {
    PictureReader(chart, Size(width: width, height: height))
  }

  /// Curves that end side by side have no room for a name each; the legend has.
  @Test(arguments: GlyphSet.allCases, [Chart.Kind.line, .stackedArea])
  func curvesWithoutRoomAtTheirEndsAreNamedAbove(_ glyphs: GlyphSet, _ kind: Chart.Kind) {
    let names = ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg"]
    var chart = Chart(
      kind, title: "", unit: testUnit,
      series: names.enumerated().map { yearly($1, from: 2000, [100, 150 + Double($0)]) })
    (chart.glyphs, chart.parts) = (glyphs, [])
    let scene = ChartScene(chart, size: Size(width: 40, height: 9))
    #expect(scene.plots.count == 1)
    #expect(!scene.omissions.contains { $0.role == .end })
    let reader = reader(chart, 40, 9)
    for (index, name) in names.enumerated() {
      let place = reader.find(name)
      #expect(place != nil, "\(name)\n\(reader.canvas.text())")
      guard let place, kind == .line else { continue }
      let sample = String((0..<2).map { Character(reader.scalar(place.x - 3 + $0, place.y)) })
      #expect(sample == Stroke.sample(index, glyphs))
    }
  }

  /// Every curve with a name is named at its end or above, or it is noted that it is not.
  @Test func noCurveIsLeftWithoutNameWhereThereIsRoomForALegend() {
    let seed = Trials.seed(71)
    var random = SeededRandom(seed)
    var drawn = 0
    for round in 0..<Trials.count(300) {
      let names = (0..<random.int(1...7)).map { index in
        String(repeating: "Long name ", count: random.int(0...3)) + "\(index)"
      }
      var chart = Chart(
        .line, title: "", unit: testUnit,
        series: names.map { name in
          yearly(name, from: 2000, (0..<4).map { _ in random.unit() * 1e5 })
        })
      chart.parts = []
      let size = Size(width: random.int(20...120), height: random.int(6...40))
      let scene = ChartScene(chart, size: size)
      guard !scene.plots.isEmpty else { continue }
      drawn += 1
      let note: Comment = "seed \(seed), round \(round) at \(size)"
      for index in names.indices {
        let isNamed = scene.labels.contains {
          ($0.role == .end || $0.role == .note) && $0.series == index
        }
        let isNoted = scene.omissions.contains { $0.role == .end && $0.series == index }
        #expect(isNamed != isNoted, note)
        if isNoted, size.height >= 30 {
          // The legend needs a row for each name and for each line of long ones.
          Issue.record("a legend found no room in \(size.height) rows, \(note)")
        }
      }
    }
    #expect(drawn > 0)
  }

  /// A word that qualifies one value makes no bars of columns.
  @Test func aColumnsValueTakesTwoLinesWithItsWord() {
    var chart = Chart(
      .columns, title: "", unit: percent,
      series: [yearly("", from: 2018, [2.1, -0.4, -8.6, 6.1, 3.7, 3.2], 1)])
    chart.parts = []
    let scene = ChartScene(chart, size: Size(width: 80, height: 20))
    #expect(
      scene.plots.first?.bars.allSatisfy { $0.direction == .up || $0.direction == .down } == true)
    let lines = scene.labels.filter { $0.whole == "3.2%, projected" }
    #expect(lines.map(\.text) == ["3.2%,", "projected"])
    #expect(lines.map(\.role) == [.value, .value])
    let top = scene.plots.first?.bars.last.map { $0.y / 8 } ?? 0
    #expect(lines.last.map { $0.y + 1 } == top)
  }

  /// Columns that find no room are bars of the same groups, with a legend.
  @Test(arguments: [Chart.Kind.groupedColumns, .stackedColumns])
  func columnsWithoutRoomBecomeBarsOfTheSameGroups(_ kind: Chart.Kind) {
    var chart = Chart(
      kind, title: "", unit: percent,
      series: [
        yearly("North", from: 2019, [2.1, 3.4, 5.5, 1, 2, 3]),
        yearly("South", from: 2019, [1.2, 8.1, 6.1, 3, 4, 5]),
      ])
    chart.parts = []
    let scene = ChartScene(chart, size: Size(width: 36, height: 20))
    #expect(scene.plots.first?.bars.count == 12)
    #expect(scene.plots.first?.bars.allSatisfy { $0.direction == .right } == true)
    #expect(scene.labels.count { $0.role == .name } == 6)
    #expect(scene.labels.filter { $0.role == .note }.map(\.text) == ["North", "South"])
  }

  /// With many rows bars are thick; every row of a bar ends at the same place.
  @Test(arguments: [Chart.Kind.bars, .groupedBars, .stackedBars])
  func barsUseTheRowsThatThereAre(_ kind: Chart.Kind) throws {
    var drawn = 0
    for height in [6, 9, 14, 20, 28, 36, 44] {
      var chart = Chart(
        kind, title: "", unit: percent,
        series: [yearly("Aa", from: 2019, [20, 34, 55]), yearly("Bb", from: 2019, [12, 61, 40])])
      chart.parts = []
      let scene = ChartScene(chart, size: Size(width: 90, height: height))
      let bars = try #require(scene.plots.first?.bars)
      guard bars.count == 6 else { continue }
      drawn += 1
      #expect(Set(bars.map(\.height)).count == 1)
      let last = bars.map { ($0.y + $0.height) / 8 }.max() ?? 0
      if height >= 14, height <= 36 {
        #expect(last * 2 > height, "\(kind) ends in row \(last) of \(height)")
      }
      let reader = reader(chart, 90, height)
      for bar in bars {
        let row = bar.y / 8
        let first = (0..<90).map { reader.scalar($0, row) }
        for offset in 1..<max(2, bar.height / 8) where bar.height > 8 {
          let other = (bar.x / 8..<(bar.x + bar.width + 7) / 8).map {
            reader.scalar($0, row + offset)
          }
          #expect(other == Array(first[(bar.x / 8)..<((bar.x + bar.width + 7) / 8)]))
        }
      }
    }
    #expect(drawn >= 5)
  }

  @Test func longNamesOfASlopeAreWrapped() {
    var chart = Chart(
      .slope, title: "", unit: percent,
      series: [
        yearly("The north of the country and its islands", from: 1990, [62, 41]),
        yearly("The south", from: 1990, [35, 60]),
      ])
    chart.parts = []
    let scene = ChartScene(chart, size: Size(width: 50, height: 16))
    #expect(scene.plots.first?.lines.count == 2)
    let lines = scene.labels.filter { $0.whole == "41.0% The north of the country and its islands" }
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { $0.role == .end })
  }

  @Test func aDumbbellOfLongValuesLeavesMagnitudeAndStandingToAxisAndKey() {
    var chart = Chart(
      .dumbbell, title: "", unit: testUnit,
      series: [
        yearly("North", from: 1990, [300_000, 400_000, 531_700], 1),
        yearly("South", from: 1990, [120_000, 400_000, 704_400], 1),
      ])
    chart.parts = []
    let scene = ChartScene(chart, size: Size(width: 60, height: 12))
    let texts = scene.labels.map(\.text)
    #expect(texts.contains("531.7") && texts.contains("120.0"), "\(texts)")
    #expect(texts.contains("○ 1990   ● 1992, projected"), "\(texts)")
    #expect(texts.contains("$ billion"), "\(texts)")
    #expect((scene.plots.first?.area.width ?? 0) > 30)
    // Where only one value is projected its text says so.
    chart.series[1] = yearly("South", from: 1990, [120_000, 400_000, 704_400])
    let mixed = ChartScene(chart, size: Size(width: 90, height: 12)).labels.map(\.text)
    #expect(mixed.contains("$531.7 billion, projected"), "\(mixed)")
  }
}
