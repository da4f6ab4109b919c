import Reading
import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Query
@testable import Records

/// Curves read back from the characters and the labels that were drawn.
@Suite struct DecodedLinesTests {
  private static let seed = Trials.seed(41)

  /// Values so far apart that a curve takes one dot in each column.
  private func gentle(
    _ random: inout SeededRandom, _ glyphs: GlyphSet
  ) -> (values: [Double?], size: Size) {
    let height = random.int(8...24)
    let count = random.int(2...9)
    let wanted = height * glyphs.down * (count - 1) / glyphs.across + 30
    let base = (random.unit() - 0.5) * 2e6
    let reach = [1e2, 1e4, 1e6][random.int(0...2)]
    var values = (0..<count).map { _ -> Double? in
      random.int(0...6) == 0 ? nil : ((base + random.unit() * reach) * 10).rounded() / 10
    }
    values[0] = base.rounded()
    values[count - 1] = base.rounded() + reach
    return (values, Size(width: wanted, height: height))
  }

  @Test(arguments: GlyphSet.allCases)
  func everyValueIsReadWithinHalfADot(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed)
    var read = 0
    for round in 0..<Trials.count(25) {
      let (values, size) = gentle(&random, glyphs)
      var chart = Chart(
        .line, title: "", unit: testUnit, series: [yearly("Curve", from: 2000, values)])
      (chart.glyphs, chart.parts) = (glyphs, [])
      let note: Comment = "seed \(Self.seed), round \(round), \(size)"
      let reader = PictureReader(chart, size)
      let plot = try #require(PlotReader(reader, names: ["Curve"]), note)
      var fit = try #require(VerticalFit(plot.up, down: glyphs.down), note)
      let span = 2000...Double(2000 + values.count - 1)
      let scale = chart.scale
      for (index, value) in values.enumerated() {
        guard let value, !plot.isBetween(Double(2000 + index), span) else { continue }
        let column = plot.column(plot.dot(Double(2000 + index), span))
        if let sign = column.sign {
          fit.observe(scale.scaled(value), sign)
          continue
        }
        #expect(column.sure.count == 1 && column.maybe.count == 1, note)
        let dot = try #require(column.sure.first, note)
        fit.observe(scale.scaled(value), dot...dot, "\(index)")
        read += 1
      }
      #expect(fit.isTrue, "\(note): \(fit.trace)\n\(reader.canvas.text())")
      for label in plot.across where !plot.isBetween(label.value, span) {
        let cell = plot.left + plot.dot(label.value, span) / glyphs.across
        #expect(label.mark.map { $0 == cell } ?? label.columns.contains(cell), note)
      }
    }
    #expect(read > Trials.count(60))
  }

  /// A value that is moved by more than a dot is found out.
  @Test func theReadingCanFail() throws {
    let values = [0.0, 30, 10, 40, 80, 57, 22, 68, 5]
    var chart = Chart(
      .line, title: "", unit: testUnit, series: [yearly("Curve", from: 2000, values)])
    chart.parts = []
    let plot = try #require(
      PlotReader(PictureReader(chart, Size(width: 120, height: 16)), names: ["Curve"]))
    for moved in [0.0, 1.2, -1.2] {
      var fit = try #require(VerticalFit(plot.up, down: 4))
      for (index, value) in values.enumerated() {
        let dots = plot.column(plot.dot(Double(2000 + index), 2000...2008)).sure
        let shown = value + (index == 2 ? moved * fit.perDot : 0)
        fit.observe(shown, (dots.first ?? 0)...(dots.last ?? 0))
      }
      #expect(fit.isTrue == (moved == 0))
    }
  }

  /// Steep and crowded curves: each value lies in its column's run of dots, and the ends of the
  /// run are the column's extremes wherever the curve turns there.
  @Test(arguments: GlyphSet.allCases)
  func extremesAreKeptWhereValuesOutnumberColumns(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 1)
    for round in 0..<Trials.count(8) {
      let size = Size(width: random.int(40...90), height: random.int(8...30))
      let count = random.int(100...900)
      let values = (0..<count).map { _ in (random.unit() * 2000 - 800).rounded() }
      var chart = Chart(
        .line, title: "", unit: testUnit, series: [yearly("Curve", from: 1000, values)])
      (chart.glyphs, chart.parts) = (glyphs, [])
      let note: Comment = "seed \(Self.seed + 1), round \(round), \(size)"
      let plot = try #require(PlotReader(PictureReader(chart, size), names: ["Curve"]), note)
      var fit = try #require(VerticalFit(plot.up, down: glyphs.down), note)
      let span = 1000...Double(1000 + count - 1)
      var gathered: [Int: [Double]] = [:]
      var unsure = Set<Int>()
      for (index, value) in values.enumerated() {
        let dot = plot.dot(Double(1000 + index), span)
        if plot.isBetween(Double(1000 + index), span) {
          unsure.formUnion(dot - 2...dot + 1)
          continue
        }
        gathered[dot, default: []].append(chart.scale.scaled(value))
      }
      for (dot, values) in gathered {
        let column = plot.column(dot)
        guard let top = column.maybe.first, let bottom = column.maybe.last else {
          Issue.record("column \(dot) is empty, \(note)")
          continue
        }
        for value in values { fit.observe(value, top...bottom) }
        if unsure.contains(dot) { continue }
        let near = [gathered[dot - 1], gathered[dot + 1]].compactMap { $0 }.joined()
        guard let low = values.min(), let high = values.max() else { continue }
        if near.allSatisfy({ $0 <= high }) { fit.observe(high, top...(column.sure.first ?? top)) }
        if near.allSatisfy({ $0 >= low }) {
          fit.observe(low, (column.sure.last ?? bottom)...bottom)
        }
      }
      #expect(fit.isTrue, "\(note): \(fit.trace)")
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func logarithmicScalesAreReadByFactorsOfTen(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 2)
    for round in 0..<Trials.count(15) {
      let height = random.int(8...24)
      let size = Size(width: height * glyphs.down * 4 / glyphs.across + 40, height: height)
      let values = (0..<5).map { _ in (ChartMath.power10(random.unit() * 4) * 10).rounded() / 10 }
      var chart = Chart(
        .line, title: "", unit: Unit(id: "number", title: "number"),
        series: [yearly("Curve", from: 2000, values)])
      (chart.glyphs, chart.parts, chart.isLogarithmic) = (glyphs, [], true)
      let reader = PictureReader(chart, size)
      let note: Comment = "seed \(Self.seed + 2), round \(round)\n\(reader.canvas.text())"
      let plot = try #require(PlotReader(reader, names: ["Curve"]), note)
      var fit = StraightFit()
      for label in plot.up {
        let top = label.row * glyphs.down
        fit.observe(ChartMath.log10(label.value), -Double(top + glyphs.down), -Double(top))
      }
      for (index, value) in values.enumerated()
      where !plot.isBetween(Double(2000 + index), 2000...2004) {
        let column = plot.column(plot.dot(Double(2000 + index), 2000...2004))
        let dot = try #require(column.sure.first, note)
        #expect(column.sure.count == 1, note)
        fit.observe(
          ChartMath.log10(chart.scale.scaled(value)), -Double(dot + 1), -Double(dot))
      }
      #expect(fit.violation <= 1e-6, note)
    }
  }

  /// An area's edge stands at the value and its foot at zero, above or below.
  @Test(arguments: GlyphSet.allCases)
  func areasReachFromZeroToTheirValues(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 3)
    for round in 0..<Trials.count(15) {
      let height = random.int(8...24)
      let size = Size(width: height * glyphs.down * 6 / glyphs.across + 40, height: height)
      let values = (0..<7).map { _ in ((random.unit() * 2 - 0.7) * 1e4).rounded() }
      var chart = Chart(
        .area, title: "", unit: testUnit, series: [yearly("Curve", from: 2000, values)])
      (chart.glyphs, chart.parts) = (glyphs, [])
      let reader = PictureReader(chart, size)
      let note: Comment = "seed \(Self.seed + 3), round \(round)\n\(reader.canvas.text())"
      let plot = try #require(PlotReader(reader, names: ["Curve"]), note)
      var fit = try #require(VerticalFit(plot.up, down: glyphs.down), note)
      for (index, value) in values.enumerated()
      where !plot.isBetween(Double(2000 + index), 2000...2006) {
        let column = plot.column(plot.dot(Double(2000 + index), 2000...2006))
        let (top, bottom) = (try #require(column.maybe.first), try #require(column.maybe.last))
        let (sureTop, sureBottom) = (column.sure.first ?? top, column.sure.last ?? bottom)
        let (upper, lower) = (max(0, value), min(0, value))
        // A value within two dots of zero is an edge without a filling, and so without a foot.
        if bottom - top >= 3 || value > 0 {
          fit.observe(chart.scale.scaled(upper), top...sureTop, "upper \(index)")
        }
        if bottom - top >= 3 || value < 0 {
          fit.observe(chart.scale.scaled(lower), sureBottom...bottom, "lower \(index)")
        }
      }
      #expect(fit.isTrue, "\(fit.trace) \(note)")
    }
  }

  /// The edges of a stack stand at the sums, with a dot of air below each.
  @Test(arguments: GlyphSet.allCases)
  func stackedAreasAreAtTheirSums(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 4)
    for round in 0..<Trials.count(12) {
      let height = random.int(16...30)
      let size = Size(width: height * glyphs.down * 5 / glyphs.across + 40, height: height)
      let names = ["Aa", "Bb", "Cc"]
      let values = names.map { _ in (0..<6).map { _ in (2000 + random.unit() * 3000).rounded() } }
      var chart = Chart(
        .stackedArea, title: "", unit: testUnit,
        series: zip(names, values).map { yearly($0, from: 2000, $1) })
      (chart.glyphs, chart.parts) = (glyphs, [])
      let reader = PictureReader(chart, size)
      let note: Comment = "seed \(Self.seed + 4), round \(round)\n\(reader.canvas.text())"
      // Stacks have no samples of lines beside their names.
      let ends = names.compactMap { reader.find($0)?.x }
      let start = try #require(ends.min(), note)
      let frame = Rect(x: 0, y: 0, width: start - 1, height: height)
      let plot = try #require(
        PlotReader(PictureReader(reader.canvas, glyphs, frame), names: []), note)
      var fit = try #require(VerticalFit(plot.up, down: glyphs.down), note)
      for year in 0..<6 where !plot.isBetween(Double(2000 + year), 2000...2005) {
        let column = plot.column(plot.dot(Double(2000 + year), 2000...2005))
        let (top, bottom) = (try #require(column.maybe.first), try #require(column.maybe.last))
        let sums = [0, 1, 2].map { last in values[0...last].reduce(0) { $0 + $1[year] } }
        fit.observe(chart.scale.scaled(sums[2]), top...(column.sure.first ?? top), "top \(year)")
        fit.observe(0, (column.sure.last ?? bottom)...bottom, "zero")
      }
      #expect(fit.isTrue, "\(fit.trace) \(note)")
      // With the axis known from top and zero, the inner edges are where they must be.
      for year in 0..<6
      where fit.isTrue && !plot.isBetween(Double(2000 + year), 2000...2005) {
        let column = plot.column(plot.dot(Double(2000 + year), 2000...2005))
        for last in 0...1 {
          let sum = chart.scale.scaled(values[0...last].reduce(0) { $0 + $1[year] })
          let dots = [fit.low, fit.high].map { fit.dot(sum, $0) }
          let (from, to) = (min(dots[0], dots[1]), max(dots[0], dots[1]))
          #expect((from...to).contains { column.maybe.contains($0) }, note)
        }
      }
    }
  }

  /// Two values for each series: their signs and the labels at both sides.
  @Test(arguments: GlyphSet.allCases)
  func slopesStartAndEndAtTheirValues(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 5)
    for round in 0..<Trials.count(15) {
      let height = random.int(14...40)
      let count = random.int(2...4)
      let names = ["Aa", "Bb", "Cc", "Dd"].prefix(count)
      // Values so far apart that each has its own row.
      let pairs = names.indices.map { index in
        [0, 1].map { _ in (Double(index) + 0.1 + random.unit() * 0.3) * 1000 }
      }
      var chart = Chart(
        .slope, title: "", unit: testUnit,
        series: zip(names, pairs).map { yearly($0, from: 2000, $1) })
      (chart.glyphs, chart.parts) = (glyphs, [])
      let reader = PictureReader(chart, Size(width: 90, height: height))
      let note: Comment = "seed \(Self.seed + 5), round \(round)\n\(reader.canvas.text())"
      let sign = glyphs.sign(.measured)
      var cells: [(x: Int, y: Int)] = []
      for y in 0..<height {
        for x in 0..<90 where reader.scalar(x, y) == sign { cells.append((x, y)) }
      }
      let (left, right) = (cells.map(\.x).min() ?? 0, cells.map(\.x).max() ?? 0)
      var fit = StraightFit()
      for (x, end) in [(left, 0), (right, 1)] {
        let rows = cells.filter { $0.x == x }.map(\.y).sorted(by: >)
        #expect(rows.count == count, note)
        for (row, value) in zip(rows, pairs.map { $0[end] }.sorted()) {
          fit.observe(value, -Double(row + 1), -Double(row))
        }
      }
      if let zero = (0..<height).first(where: { reader.words($0).first?.text == "0" }) {
        fit.observe(0, -Double(zero + 1), -Double(zero))
      }
      #expect(fit.violation <= 1e-6, note)
    }
  }

  /// Small pictures with one scale.
  @Test(arguments: GlyphSet.allCases)
  func everyPanelIsReadByItsOwnLabels(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 6)
    for round in 0..<Trials.count(8) {
      let names = ["Aa", "Bb", "Cc", "Dd"]
      let values = names.map { _ in (0..<4).map { _ in (random.unit() * 5e4 - 1e4).rounded() } }
      let size = Size(width: 150, height: 8)
      var chart = Chart(
        .multiples, title: "", unit: testUnit,
        series: zip(names, values).map { yearly($0, from: 2000, $1) })
      (chart.glyphs, chart.parts) = (glyphs, [])
      let reader = PictureReader(chart, size)
      let note: Comment = "seed \(Self.seed + 6), round \(round)\n\(reader.canvas.text())"
      let starts = names.compactMap { reader.find($0) }
      try #require(starts.count == names.count, note)
      for (index, start) in starts.enumerated() {
        let isLast = index + 1 == starts.count || starts[index + 1].y != start.y
        let right = isLast ? size.width : starts[index + 1].x - 2
        let below = starts.first { $0.y > start.y }?.y ?? size.height + 1
        let width = (size.width - 2 * (starts.count - 1)) / starts.count
        let frame = Rect(
          x: start.x, y: start.y + 1, width: min(right - start.x, width),
          height: below - start.y - 1 - (below > size.height ? 1 : 0))
        try check(
          PictureReader(reader.canvas, glyphs, frame), [], values[index], chart.scale, note)
      }
    }
  }

  private func check(
    _ reader: PictureReader, _ names: [String], _ values: [Double], _ scale: ValueScale,
    _ note: Comment
  ) throws {
    let plot = try #require(PlotReader(reader, names: names), note)
    var fit = try #require(VerticalFit(plot.up, down: reader.glyphs.down), note)
    let span = 2000...Double(2000 + values.count - 1)
    for (index, value) in values.enumerated()
    where !plot.isBetween(Double(2000 + index), span) {
      let column = plot.column(plot.dot(Double(2000 + index), span))
      let top = try #require(column.maybe.first, note)
      let bottom = try #require(column.maybe.last, note)
      fit.observe(scale.scaled(value), top...bottom, "\(index)")
      let near = [index - 1, index + 1].filter { values.indices.contains($0) }.map { values[$0] }
      if near.allSatisfy({ $0 <= value }) {
        fit.observe(scale.scaled(value), top...(column.sure.first ?? top), "\(index)")
      }
      if near.allSatisfy({ $0 >= value }) {
        fit.observe(scale.scaled(value), (column.sure.last ?? bottom)...bottom, "\(index)")
      }
    }
    #expect(fit.isTrue, "\(fit.trace) \(note)")
  }
}
