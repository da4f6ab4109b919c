import Reading
import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Records

/// Bars and columns read back from the cells that they fill.
@Suite struct DecodedBarsTests {
  private static let seed = Trials.seed(43)
  private let percent = Unit(id: "percent", title: "percent", suffix: "%")
  private let names = ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff"]

  private func values(
    _ random: inout SeededRandom, _ count: Int, negative: Bool
  ) -> [Double] {
    (0..<count).map { _ in
      let value = (random.unit() * 100).rounded() / [1, 10][random.int(0...1)]
      return negative && random.int(0...2) == 0 ? -value : value
    }
  }

  private func chart(_ kind: Chart.Kind, _ glyphs: GlyphSet, _ series: [Series]) -> Chart {
    var chart = Chart(kind, title: "", unit: percent, series: series)
    (chart.glyphs, chart.parts) = (glyphs, [])
    return chart
  }

  private func single(_ values: [Double]) -> [Series] {
    zip(names, values).map {
      Series(name: $0, observations: [Observation(period: .year(2000), value: $1, decimals: 1)])
    }
  }

  private func grouped(_ values: [[Double]]) -> [Series] {
    values.enumerated().map { index, values in
      yearly(names[index], from: 2001, values.map { $0 })
    }
  }

  private func half(_ glyphs: GlyphSet) -> Double { glyphs.isASCII ? 4 : 0.5 }

  @Test(arguments: GlyphSet.allCases)
  func barsEndAtTheirValues(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed)
    for round in 0..<Trials.count(20) {
      let values = values(&random, random.int(2...6), negative: round.isMultiple(of: 2))
      guard values.contains(where: { $0 != 0 }) else { continue }
      let size = Size(width: random.int(40...140), height: random.int(12...30))
      let reader = PictureReader(chart(.bars, glyphs, single(values)), size)
      let note: Comment = "seed \(Self.seed), round \(round)\n\(reader.canvas.text())"
      var fit = LengthFit()
      var zeros = Set<Int>()
      for (name, value) in zip(names, values) {
        let place = try #require(reader.find(name), note)
        let runs = reader.bars(
          row: place.y, (place.x + 3)..<size.width, [glyphs.filling(0)])
        #expect(runs.count == (value == 0 ? 0 : 1), note)
        fit.observe(
          value, runs.first?.eighths ?? 0, within: half(glyphs), least: glyphs.isASCII ? 8 : 1)
        if let run = runs.first {
          zeros.insert(value < 0 ? run.cells.upperBound : run.cells.lowerBound)
        }
        let told = reader.words(place.y).compactMap {
          $0.text.hasSuffix("%") ? PictureReader.number(String($0.text.dropLast())) : nil
        }
        #expect(told == [value], note)
      }
      #expect(zeros.count <= 1, note)
      #expect(fit.isTrue, "\(fit.trace) \(note)")
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func columnsEndAtTheirValues(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 1)
    for round in 0..<Trials.count(20) {
      let values = values(&random, random.int(2...6), negative: round.isMultiple(of: 2))
      guard values.contains(where: { $0 != 0 }) else { continue }
      let size = Size(width: random.int(90...140), height: random.int(12...40))
      let reader = PictureReader(chart(.columns, glyphs, single(values)), size)
      let note: Comment = "seed \(Self.seed + 1), round \(round)\n\(reader.canvas.text())"
      let zero = try #require(reader.zeroRow, note)
      var fit = LengthFit()
      for (name, value) in zip(names, values) {
        let x = try #require(reader.find(name), note).x
        let edges = value < 0 ? (zero + 1)..<size.height : 0..<zero
        let runs = reader.bars(column: x, edges, [glyphs.filling(0)])
        #expect(runs.count == (value == 0 ? 0 : 1), note)
        let run = runs.first
        if let run {
          #expect(value < 0 ? run.cells.lowerBound == zero + 1 : run.cells.upperBound == zero, note)
        }
        fit.observe(
          value, run?.eighths ?? 0, within: half(glyphs), least: glyphs.isASCII ? 8 : 1)
      }
      #expect(fit.isTrue, "\(fit.trace) \(note)")
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func groupedBarsEndAtTheirValues(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 2)
    for round in 0..<Trials.count(12) {
      let count = random.int(2...6)
      let values = (0..<count).map { _ in
        self.values(&random, 3, negative: round.isMultiple(of: 2)).map { $0 + 1 }
      }
      let size = Size(width: random.int(60...140), height: 6 + 4 * count)
      let reader = PictureReader(chart(.groupedBars, glyphs, grouped(values)), size)
      let note: Comment = "seed \(Self.seed + 2), round \(round)\n\(reader.canvas.text())"
      let legend = reader.legend(Array(names.prefix(count))).compactMap { $0 }
      #expect(Set(legend).count == count, note)
      var fit = LengthFit()
      for category in 0..<3 {
        let place = try #require(reader.find("\(2001 + category)"), note)
        for series in 0..<count {
          let runs = reader.bars(
            row: place.y + series, (place.x + 5)..<size.width, [legend[series]])
          #expect(runs.count == 1, note)
          fit.observe(
            values[series][category], runs.first?.eighths ?? 0, within: half(glyphs),
            least: series > 0 || glyphs.isASCII ? 8 : 1)
        }
      }
      #expect(fit.isTrue, "\(fit.trace) \(note)")
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func groupedColumnsEndAtTheirValues(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 3)
    for round in 0..<Trials.count(12) {
      let count = random.int(2...4)
      let values = (0..<count).map { _ in
        self.values(&random, 3, negative: round.isMultiple(of: 2)).map { $0 + 1.5 }
      }
      let size = Size(width: 120, height: random.int(16...40))
      let reader = PictureReader(chart(.groupedColumns, glyphs, grouped(values)), size)
      let note: Comment = "seed \(Self.seed + 3), round \(round)\n\(reader.canvas.text())"
      let legend = reader.legend(Array(names.prefix(count))).compactMap { $0 }
      let zero = try #require(reader.zeroRow, note)
      let centres = try (0..<3).map { try #require(reader.find("\(2001 + $0)"), note).x + 2 }
      let slot = centres[1] - centres[0]
      var fit = LengthFit()
      for (category, centre) in centres.enumerated() {
        // The cells next to the line, from the left: one bar after the other.
        let edges = max(0, centre - slot / 2)..<min(size.width, centre + slot / 2)
        var start = edges.lowerBound
        for series in 0..<count {
          let value = values[series][category]
          let row = value < 0 ? zero + 1 : zero - 1
          let x = try #require(
            (start..<edges.upperBound).first {
              reader.eighths($0, row, [legend[series]], isAcross: false) != nil
            }, note)
          start = x
          while reader.eighths(start, row, [legend[series]], isAcross: false) != nil { start += 1 }
          let rows = value < 0 ? (zero + 1)..<size.height : 0..<zero
          let runs = reader.bars(column: x, rows, [legend[series]])
          let run = value < 0 ? runs.first : runs.last
          fit.observe(
            value, run?.eighths ?? 0, within: half(glyphs),
            least: series > 0 || glyphs.isASCII ? 8 : 1)
        }
      }
      #expect(fit.isTrue, "\(fit.trace) \(note)")
    }
  }

  /// The borders between parts stand within half a cell, the end within half an eighth.
  @Test(arguments: GlyphSet.allCases)
  func stackedPartsMeetAtTheirSums(_ glyphs: GlyphSet) throws {
    for (kind, isAcross) in [(Chart.Kind.stackedBars, true), (.stackedColumns, false)] {
      var random = SeededRandom(Self.seed + 4)
      for round in 0..<Trials.count(12) {
        let count = random.int(2...6)
        let values = (0..<count).map { _ in (0..<3).map { _ in (20 + random.unit() * 30).rounded() }
        }
        let size = Size(width: 120, height: isAcross ? 12 : 44)
        let reader = PictureReader(chart(kind, glyphs, grouped(values)), size)
        let note: Comment = "seed \(Self.seed + 4), \(kind), \(round)\n\(reader.canvas.text())"
        let legend = reader.legend(Array(names.prefix(count))).compactMap { $0 }
        var (ends, borders) = (LengthFit(), LengthFit())
        for category in 0..<3 {
          let name = try #require(reader.find("\(2001 + category)"), note)
          var (sum, length) = (0.0, 0)
          for series in 0..<count {
            let runs: [BarRun]
            if isAcross {
              runs = reader.bars(row: name.y, (name.x + 5)..<size.width, [legend[series]])
            } else {
              let zero = try #require(reader.zeroRow, note)
              // The last of what a legend's sign may also mean stands nearest to the line.
              runs = reader.bars(column: name.x + 1, 2..<zero, [legend[series]]).suffix(1)
            }
            // A solid rim ends the last part alone.
            let run = try #require(isAcross ? runs.first : runs.last, note)
            length += run.eighths
            sum += values[series][category]
            if series < count - 1 {
              #expect(length.isMultiple(of: 8), note)
              borders.observe(sum, length, within: 4, least: 0)
            } else {
              ends.observe(sum, length, within: half(glyphs), least: 0)
              borders.observe(sum, length, within: half(glyphs), least: 0)
            }
          }
        }
        #expect(ends.isTrue && borders.isTrue, "\(borders.trace) \(note)")
      }
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func sharesAddUpToTheWholeBar(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 5)
    for round in 0..<Trials.count(30) {
      var left = 1000
      let count = random.int(2...6)
      var values: [Double] = []
      for place in 1...count {
        let part = place == count ? left : random.int(0...(left / 2))
        values.append(Double(part) / 10)
        left -= part
      }
      let size = Size(width: random.int(30...140), height: 14)
      let reader = PictureReader(chart(.share, glyphs, single(values)), size)
      let note: Comment = "seed \(Self.seed + 5), round \(round)\n\(reader.canvas.text())"
      let legend = (0..<count).map { index in
        reader.find(names[index]).map { reader.scalar($0.x - 3, $0.y) }
      }
      #expect(Set(legend).count == count, note)
      var (sum, border, crowded) = (0.0, 0, 0)
      for (sign, value) in zip(legend, values) {
        let sign = try #require(sign, note)
        let cells = (0..<size.width).count { reader.scalar($0, 0) == sign }
        #expect((cells > 0) == (value > 0), note)
        (sum, border) = (sum + value, border + cells)
        let exact = sum / 100 * Double(size.width)
        if value / 100 * Double(size.width) < 1 { crowded += 1 }
        #expect(abs(Double(border) - exact) <= 0.5 + Double(crowded) + 1e-9, note)
      }
      #expect(border == size.width, note)
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func histogramsCountWhatLiesBetweenTheirEdges(_ glyphs: GlyphSet) throws {
    var random = SeededRandom(Self.seed + 6)
    for round in 0..<Trials.count(12) {
      let count = random.int(5...60)
      let values = (0..<count).map { _ in (random.unit() * random.unit() * 90).rounded() }
      let series = [Series(observations: values.map { Observation(value: $0) })]
      let size = Size(width: 130, height: random.int(12...40))
      let reader = PictureReader(chart(.histogram, glyphs, series), size)
      let note: Comment = "seed \(Self.seed + 6), round \(round)\n\(reader.canvas.text())"
      let zero = try #require(reader.zeroRow, note)
      let edges = reader.words(zero + 1).compactMap { word in
        PictureReader.number(word.text.filter { $0 != "%" }).map {
          (value: $0, column: word.columns.lowerBound + word.columns.count / 2)
        }
      }
      #expect(edges.count >= 3, note)
      var fit = LengthFit()
      var found = 0
      for (from, to) in zip(edges, edges.dropFirst()) {
        let isLast = to.value == edges.last?.value
        let inside = values.count {
          $0 >= from.value && ($0 < to.value || isLast && $0 == to.value)
        }
        found += inside
        let run = reader.bars(column: from.column + 1, 0..<zero, [glyphs.filling(0)]).last
        fit.observe(
          Double(inside), run?.eighths ?? 0, within: half(glyphs), least: glyphs.isASCII ? 8 : 1)
      }
      #expect(found == count && fit.isTrue, "\(fit.trace) \(note)")
    }
  }

  /// Without reversal a bar's end that is nearly a cell would look like a bar of the first series.
  @Test(arguments: [Chart.Kind.groupedBars, .groupedColumns])
  func whatIsPrintedOfABarIsOfItsOwnFilling(_ kind: Chart.Kind) {
    let seed = Trials.seed(93)
    var random = SeededRandom(seed)
    for round in 0..<Trials.count(60) {
      let values = (0..<6).map { _ -> Double? in random.unit() * 10 + 1 }
      var chart = Chart(
        kind, title: "", unit: testUnit,
        series: [
          Series(name: "Up", observations: values.prefix(3).map { Observation(value: $0) }),
          Series(
            name: "Down", observations: values.suffix(3).map { Observation(value: $0.map { -$0 }) }),
        ])
      chart.categories = ["x", "y", "z"]
      let size = Size(width: random.int(50...100), height: random.int(16...40))
      let scene = ChartScene(chart, size: size)
      var canvas = Canvas(size)
      scene.draw(on: &canvas)
      let rows = canvas.printed.split(separator: "\n", omittingEmptySubsequences: false).map(
        Array.init)
      var count = 0
      for bar in scene.plots.flatMap(\.bars) where bar.series == 1 {
        count += 1
        // Whole and begun cells.
        for y in (bar.y / 8)..<((bar.y + bar.height + 7) / 8) where y < rows.count {
          for x in (bar.x / 8)..<((bar.x + bar.width + 7) / 8) where x < rows[y].count {
            #expect(
              rows[y][x] != "█",
              "seed \(seed), round \(round), \(size): \(x), \(y)\n\(canvas.printed)")
          }
        }
      }
      #expect(count == 3, "seed \(seed), round \(round), \(size)")
    }
  }
}
