import Reading
import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Query
@testable import Records

/// Signs, dashes and heights read back from the picture: what stands in a cell of its own.
@Suite struct DecodedPointsTests {
  private static let seed = Trials.seed(47)
  private let names = ["Aa", "Bb", "Cc", "Dd", "Ee"]

  private func chart(_ kind: Chart.Kind, _ glyphs: GlyphSet, _ series: [Series]) -> Chart {
    var chart = Chart(kind, title: "", unit: testUnit, series: series)
    (chart.glyphs, chart.parts) = (glyphs, [])
    return chart
  }

  private func signs(_ reader: PictureReader, row y: Int, _ signs: [ChartScene.DataPoint.Sign])
    -> [Int]
  {
    let wanted = signs.map { reader.glyphs.sign($0) }
    // In ASCII a sign may be a letter, but then it stands beside none.
    func isLetter(_ x: Int) -> Bool { reader.scalar(x, y).properties.isAlphabetic }
    return (0..<reader.canvas.size.width).filter { x in
      wanted.contains(reader.scalar(x, y))
        && !(isLetter(x) && [x - 1, x + 1].contains(where: isLetter))
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func dotsAndDumbbellsAreAtTheirValues(_ glyphs: GlyphSet) throws {
    #expect(glyphs.sign(.measured) != glyphs.sign(.forward))
    for kind in [Chart.Kind.dots, .dumbbell] {
      var random = SeededRandom(Self.seed)
      for round in 0..<Trials.count(15) {
        let values = names.map { _ in
          (0..<(kind == .dots ? 1 : 2)).map { _ in ((random.unit() - 0.3) * 1e5).rounded() }
        }
        let chart = chart(
          kind, glyphs, zip(names, values).map { yearly($0, from: 2000, $1) })
        let reader = PictureReader(chart, Size(width: random.int(60...140), height: 14))
        let note: Comment = "seed \(Self.seed), \(kind), \(round)\n\(reader.canvas.text())"
        var fit = StraightFit()
        let labels = try #require(
          (0..<14).map { reader.words($0) }.last { words in
            words.count > 1 && words.allSatisfy { PictureReader.number($0.text) != nil }
          }, note)
        for label in labels {
          let column = Double(label.columns.lowerBound + label.columns.count / 2)
          fit.observe(PictureReader.number(label.text) ?? .nan, column, column + 1)
        }
        for (name, values) in zip(names, values) {
          let row = try #require(reader.find(name), note).y
          let (first, last) = (values[0], values[values.count - 1])
          let whole = signs(reader, row: row, [.measured])
          let column = try #require(whole.first, note)
          #expect(whole.count == 1, note)
          fit.observe(chart.scale.scaled(last), Double(column), Double(column + 1))
          guard kind == .dumbbell else { continue }
          // Where both fall into one cell the later value stands.
          let hollow = signs(reader, row: row, [.forward]).first ?? column
          fit.observe(chart.scale.scaled(first), Double(hollow), Double(hollow + 1))
        }
        #expect(fit.violation <= 1e-6, note)
      }
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func pairsAreInTheirCells(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 1)
    for round in 0..<Trials.count(15) {
      let count = 12
      // Each pair in a strip of its own, so that signs are known by their order.
      let x = (0..<count).map { place -> Double in
        let part = 0.2 + random.unit() * 0.4
        return (Double(place) + part) * 10 - 30
      }
      let y = (0..<count).map { _ in ((random.unit() - 0.4) * 1e5).rounded() }
      var chart = chart(.scatter, glyphs, [yearly("Aa", from: 2000, y)])
      chart.positions = [x]
      let size = Size(width: random.int(60...130), height: random.int(12...30))
      let reader = PictureReader(chart, size)
      let note: Comment = "seed \(Self.seed + 1), \(round)\n\(reader.canvas.text())"
      let plot = try #require(PlotReader(reader, names: []), note)
      var up = try #require(VerticalFit(plot.up, down: glyphs.down), note)
      var across = StraightFit()
      for label in plot.across {
        let middle = label.columns.lowerBound + label.columns.count / 2
        let column = Double(label.mark ?? middle)
        across.observe(label.value, column, column + 1)
      }
      var cells: [(x: Int, y: Int)] = []
      for column in plot.left..<plot.right {
        for row in plot.top..<plot.bottom where reader.scalar(column, row) == glyphs.dot {
          cells.append((column, row))
        }
      }
      #expect(cells.count == count, note)
      for (index, cell) in cells.enumerated() where index < count {
        across.observe(x[index], Double(cell.x), Double(cell.x + 1))
        let first = cell.y * glyphs.down
        up.observe(chart.scale.scaled(y[index]), first...(first + glyphs.down - 1))
      }
      #expect(across.violation <= 1e-6, note)
      #expect(up.isTrue, "\(up.trace) \(note)")
    }
  }

  /// Eight heights, or four in ASCII: each value within half a step.
  @Test(arguments: GlyphSet.allCases)
  func sparklinesShowEveryValueWithinHalfAStep(_ glyphs: GlyphSet) {
    var random = SeededRandom(Self.seed + 2)
    for round in 0..<Trials.count(50) {
      let values = (0..<random.int(2...40)).map { _ in random.unit() * 1e6 - 3e5 }
      guard let low = values.min(), let high = values.max(), high > low else { continue }
      let text = Sparkline(yearly("", from: 2000, values)).text(width: 40, glyphs: glyphs)
      let steps = glyphs.isASCII ? 4 : 8
      let signs = Array(glyphs.isASCII ? "_.-'" : "▁▂▃▄▅▆▇█")
      #expect(text.count == values.count)
      for (sign, value) in zip(text, values) {
        guard let step = signs.firstIndex(of: sign) else {
          Issue.record("'\(sign)' is no height")
          continue
        }
        let read = low + (Double(step) + 0.5) / Double(steps) * (high - low)
        #expect(
          abs(read - value) <= 0.5001 / Double(steps) * (high - low),
          "seed \(Self.seed + 2), round \(round)")
      }
    }
  }

  /// What is not yet measured is dotted and has a hollow sign; what is measured is whole.
  @Test(arguments: GlyphSet.allCases)
  func projectionsAreDashedAndEstimatesMarked(_ glyphs: GlyphSet) throws {
    var series = yearly("Aa", from: 2000, [10, 12, 14, 16, 18, 20], 2)
    series.observations[1].qualifiers = .estimated
    let reader = PictureReader(
      chart(.line, glyphs, [series]), Size(width: 100, height: 12))
    let note: Comment = "\(reader.canvas.text())"
    let plot = try #require(PlotReader(reader, names: ["Aa"]), note)
    let span = 2000.0...2005.0
    func share(_ from: Double, _ to: Double) -> Double {
      let dots = (plot.dot(from, span) + 3)...(plot.dot(to, span) - 3)
      return Double(dots.count { !plot.column($0).maybe.isEmpty }) / Double(dots.count)
    }
    #expect(share(2002, 2003) == 1, note)
    for (from, to) in [(2003.0, 2004.0), (2004, 2005)] {
      #expect(share(from, to) > 0.15 && share(from, to) < 0.4, note)
    }
    for (year, sign) in [
      (2001.0, ChartScene.DataPoint.Sign.estimated), (2004, .forward), (2005, .forward),
    ] {
      let x = plot.left + plot.dot(year, span) / glyphs.across
      #expect((0..<12).contains { reader.scalar(x, $0) == glyphs.sign(sign) }, note)
    }
    #expect(reader.find("expected or projected") != nil && reader.find("estimated") != nil)
  }

  @Test(arguments: GlyphSet.allCases)
  func missingValuesAreEmptyAndEmptySeriesAreNamed(_ glyphs: GlyphSet) throws {
    let values: [Double?] = [1, 5, nil, nil, nil, 4, 9]
    let reader = PictureReader(
      chart(
        .line, glyphs, [yearly("Aa", from: 2000, values), yearly("Void", from: 2000, [nil, nil])]),
      Size(width: 90, height: 14))
    let plot = try #require(PlotReader(reader, names: ["Aa", "Aa"]))
    let span = 2000.0...2006.0
    for dot in (plot.dot(2001, span) + 2)..<(plot.dot(2005, span) - 1) {
      #expect(plot.column(dot, chart(.line, glyphs, []).style(0).role).maybe.isEmpty)
    }
    #expect(reader.find("No data: Void") != nil, "\(reader.canvas.text())")
    let empty = PictureReader(
      chart(.line, glyphs, [yearly("Void", from: 2000, [nil])]), Size(width: 40, height: 8))
    #expect(empty.find("No data") != nil)
  }

  /// Values outside what is shown: the strokes between them cross the picture where they must.
  @Test(arguments: GlyphSet.allCases)
  func linesBeyondTheLimitsAreClipped(_ glyphs: GlyphSet) throws {
    var chart = chart(.line, glyphs, [yearly("Aa", from: 2000, [-100, 200, -100, 200, -100])])
    chart.unit = Unit(id: "number", title: "number")
    chart.limits = 0...100
    let reader = PictureReader(chart, Size(width: 120, height: 14))
    let note: Comment = "\(reader.canvas.text())"
    let plot = try #require(PlotReader(reader, names: ["Aa"]), note)
    let fit = try #require(VerticalFit(plot.up, down: glyphs.down), note)
    for (year, falls) in [(2000.5, false), (2001.5, true), (2002.5, false), (2003.5, true)] {
      let middle = plot.dot(year, 2000...2004)
      let dots = (middle - 1...middle + 1).flatMap { plot.column($0).maybe }
      let exact = fit.dot(50, 0)
      #expect(dots.contains { abs($0 - exact) <= glyphs.down / 2 + 3 }, note)
      let rows = [-4, 4].compactMap { plot.column(middle + $0).maybe.first }
      #expect(rows.count == 2 && (falls ? rows[0] <= rows[1] : rows[0] >= rows[1]), note)
    }
  }
}
