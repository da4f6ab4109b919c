import Foundation
import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Records

@Suite struct ChartKindsTests {
  private let percent = Unit(id: "percent", title: "percent", suffix: "%")

  private func chart(_ kind: Chart.Kind, _ glyphs: GlyphSet = .braille) -> Chart {
    var chart = Chart(
      kind, title: "Parts & <wholes>", unit: percent,
      series: [
        yearly("North", from: 2001, [10, 20, 30, 45, 31]),
        yearly("South", from: 2001, [5, 7, nil, 12, 6]),
        yearly("East", from: 2001, [1, 2, 3, 4, 8]),
      ])
    chart.glyphs = glyphs
    return chart
  }

  @Test func theOnlyPartOfAShareHasTheNameOfTheChart() {
    let chart = Chart(
      .share, title: "Private share", unit: Unit(id: "%", title: "Percent", suffix: "%"),
      series: [Series(observations: [Observation(value: 40)])])
    let scene = ChartScene(chart, size: Size(width: 60, height: 12))
    #expect(scene.labels.filter { $0.role == .name }.map(\.text) == ["Private share"])
  }

  @Test(arguments: Chart.Kind.allCases)
  func everyKindHasAPictureAndItsRenderings(_ kind: Chart.Kind) throws {
    let scene = ChartScene(chart(kind), size: Size(width: 100, height: 30))
    #expect(!scene.plots.isEmpty || kind == .number || kind == .sparkline)
    let json = try JSONSerialization.jsonObject(with: Data(scene.json.utf8)) as? [String: Any]
    #expect((json?["plots"] as? [Any])?.count == scene.plots.count)
    #expect((json?["labels"] as? [Any])?.count == scene.labels.count)
    let svg = scene.svg()
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("<title>Parts &amp; &lt;wholes&gt;</title>") && svg.contains("<desc>"))
    #expect(!svg.contains("nan") && !svg.contains("inf"))
    #expect(svg.components(separatedBy: "<g").count == svg.components(separatedBy: "</g>").count)
    #expect(scene.chart.alternative.contains(kind == .histogram ? "10%" : "2004"))
  }

  /// The cells of each bar, counted in the picture, give its value back.
  @Test(arguments: [Chart.Kind.groupedBars, .groupedColumns, .bars, .columns, .histogram])
  func barsReadBackToTheirValues(_ kind: Chart.Kind) {
    for glyphs in GlyphSet.allCases {
      let scene = ChartScene(chart(kind, glyphs), size: Size(width: 120, height: 60))
      var canvas = Canvas(scene.size)
      scene.draw(on: &canvas)
      let bars = scene.plots.flatMap(\.bars)
      guard let largest = bars.max(by: { $0.value < $1.value }) else {
        Issue.record("\(kind) has no bars")
        continue
      }
      let isAcross = largest.direction == .right
      let perUnit = Double(isAcross ? largest.width : largest.height) / largest.value
      for bar in bars where bar.value > 0 {
        var eighths = 0
        let isHatched = bar.filling > 0 || glyphs.isASCII
        for step in 0..<((isAcross ? bar.width : bar.height) + 7) / 8 {
          let cell =
            isAcross
            ? canvas[bar.x / 8 + step, bar.y / 8]
            : canvas[bar.x / 8, (bar.y + bar.height) / 8 - 1 - step]
          let scalar = cell.glyph.scalar ?? " "
          switch scalar.value {
          // A value may stand right behind a bar's end.
          case 0x20, 0x25, 0x30...0x39: break
          case 0x2589...0x258f where isAcross: eighths += 0x2590 - Int(scalar.value)
          case 0x2581...0x2587: eighths += Int(scalar.value) - 0x2580
          default: eighths += 8
          }
        }
        let exact = bar.value * perUnit
        #expect(
          abs(Double(eighths) - exact) <= (isHatched ? 4.0 : 0.5) + 1e-9
            || (isHatched && eighths == 8 && exact < 8),
          "\(kind), \(glyphs): \(bar.value) is \(eighths) eighths and not \(exact)")
      }
    }
  }

  @Test func stacksAddUp() {
    for kind in [Chart.Kind.stackedBars, .stackedColumns] {
      let scene = ChartScene(chart(kind), size: Size(width: 110, height: 40))
      let bars = scene.plots.flatMap(\.bars)
      #expect(bars.count == 14)
      // The parts of a category follow each other without a gap.
      let byPlace = Dictionary(grouping: bars) { kind == .stackedBars ? $0.y : $0.x }
      #expect(byPlace.count == 5)
      for parts in byPlace.values {
        let lengths = parts.map { kind == .stackedBars ? $0.width : $0.height }
        let starts = parts.map { kind == .stackedBars ? $0.x : -($0.y + $0.height) }.sorted()
        let ends = parts.map { kind == .stackedBars ? $0.x + $0.width : -$0.y }.sorted()
        #expect(lengths.reduce(0, +) == (ends.last ?? 0) - (starts.first ?? 0))
      }
    }
    let area = ChartScene(chart(.stackedArea), size: Size(width: 100, height: 30))
    let tops = area.plots[0].lines.map { $0.y.first ?? 0 }.sorted()
    #expect(tops == [10, 15, 16])
  }

  @Test func anAreaIsFilledFromItsValuesToZero() {
    var chart = chart(.area)
    chart.series = [yearly("", from: 2001, [10, 20, -30, 45, 31])]
    let scene = ChartScene(chart, size: Size(width: 80, height: 24))
    let picture = ChartPicture(scene)
    guard let plot = scene.plots.first, let across = plot.across, let up = plot.up else {
      Issue.record("no room")
      return
    }
    for (x, y) in zip(plot.lines[0].x, plot.lines[0].y) {
      let column = across.dot(x)
      let (value, zero) = (up.scale.dots - 1 - up.dot(y), up.scale.dots - 1 - up.dot(0))
      #expect(picture[column, value] && picture[column, zero])
      #expect(picture[column, (value + zero) / 2])
      #expect(!picture[column, value < zero ? value - 3 : value + 3])
    }
  }

  @Test func smallMultiplesShareTheirScales() {
    let scene = ChartScene(chart(.multiples), size: Size(width: 100, height: 24))
    #expect(scene.plots.count == 3)
    #expect(Set(scene.plots.compactMap { $0.up?.ticks.map(\.label) }).count == 1)
    #expect(Set(scene.plots.map { $0.up?.scale }).count == 1)
  }

  @Test func panelsAreAboveEachOther() {
    let other = Chart(
      .line, title: "", unit: Unit(id: "jobs", title: "jobs"),
      series: [yearly("Trade", from: 1999, [1e5, 2e5, 3e5])])
    let scene = ChartScene(chart(.line).with(other), size: Size(width: 90, height: 30))
    #expect(scene.plots.count == 2)
    #expect(Set(scene.plots.map(\.area.x)).count == 1)
    #expect(Set(scene.plots.map(\.area.width)).count == 1)
    #expect(scene.plots[0].across?.scale == scene.plots[1].across?.scale)
  }

  @Test func pairsAreAtTheirValues() {
    let scene = ChartScene(chart(.scatter), size: Size(width: 80, height: 24))
    let points = scene.plots.first?.points ?? []
    // South has four values and East five, each at North's of the same year.
    #expect(points.count == 9)
    #expect(Set(points.map(\.x)) == [10, 20, 30, 45, 31])
    #expect(Set(points.map(\.sign)).count == 2)
  }

  @Test func aHistogramCountsEveryValue() {
    let seed = Trials.seed(9)
    var random = SeededRandom(seed)
    for _ in 0..<Trials.count(200) {
      let values = (0..<random.int(1...300)).map { _ in (random.unit() - 0.4) * 1e4 }
      let bins = HistogramLayout.bins(values, most: 30)
      #expect(bins.counts.reduce(0, +) == values.count, "seed \(seed)")
      #expect(bins.counts.count <= 30)
    }
  }

  @Test func valuesAreIndexedAndDifferenced() {
    let indexed = chart(.line).transformed(.index)
    #expect(indexed.series[0].observations.map { $0.value } == [100, 200, 300, 450, 310])
    #expect(indexed.series[1].observations[2].value == nil)
    let changes = chart(.line).transformed(.change)
    // The first value has none before it, so that it is no change.
    #expect(changes.series[0].observations.map { $0.value } == [10, 10, 15, -14])
    let growth = chart(.line).transformed(.growth)
    #expect(growth.series[0].observations[0].value == 100)
    #expect(growth.unit.suffix == "%")
  }

  @Test func changesAreNamedAsSuch() {
    let plain = chart(.line)
    let first = plain.periods[1].title
    for (kind, unit) in [
      (Chart.Transformation.change, "percentage points"), (.growth, "percent"),
    ] {
      let changes = plain.transformed(kind)
      #expect(changes.subtitle.lowercased().hasPrefix("change in \(unit) from the period before"))
      #expect(changes.subtitle.contains("\(first)–"), "\(changes.subtitle)")
      #expect(changes.summary.contains("hanges from the period before"), "\(changes.summary)")
    }
    #expect(!plain.subtitle.contains("hange") && !plain.summary.contains("hange"))
  }

  @Test func growthIsOfWhatIsNotBelowZero() {
    func line(_ values: [Double?]) -> Chart {
      Chart(.line, title: "", unit: testUnit, series: [yearly("Balance", from: 2000, values)])
    }
    #expect(line([0, 3, nil, 4]).hasGrowth)
    #expect(!line([3, -1]).hasGrowth)
  }

  /// What is drawn with the report's sign is not told of as if it had another.
  @Test func theReportsProjectionsAreReportedBesideItsSign() {
    var chart = chart(.line)
    var report = yearly("Report", from: 2001, [12, 14])
    report.observations[1].qualifiers = .projected
    chart.overlays = [report]
    let notes = ChartScene(chart, size: Size(width: 80, height: 24)).labels
      .filter { $0.role == .note }.map(\.text).joined(separator: " ")
    #expect(notes.contains("the report’s figure, some projected"), "\(notes)")
    #expect(!notes.contains("expected or projected"), "\(notes)")
  }
}
