import Reading
import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Records
@testable import Text

@Suite struct ChartTicksTests {
  /// Ranges such as indicators have: many sizes, some above zero, some across it.
  private func ranges(_ seed: UInt64, _ count: Int) -> [ClosedRange<Double>] {
    var random = SeededRandom(seed)
    return (0..<count).map { _ in
      var size = 1.0
      for _ in 0..<random.int(0...9) { size *= 10 }
      for _ in 0..<random.int(0...3) { size /= 10 }
      let first = (random.unit() * 2 - 0.6) * size
      return first...(first + (random.unit() + 0.01) * size)
    }
  }

  @Test(arguments: Trials.seeds(3))
  func stepsAreNiceAndRowsEven(_ seed: UInt64) {
    var random = SeededRandom(seed)
    for range in ranges(seed, 400) {
      let rows = random.int(3...60)
      let dots = [2, 3, 4][random.int(0...2)]
      let axis = Ticks(range, rows: rows, dotsPerRow: dots)
      let about = "seed \(seed), \(range) in \(rows) rows"
      #expect(axis.ticks.count >= (rows >= 12 ? 3 : 1), "\(about)")
      #expect(axis.ticks.count <= 12, "\(about)")
      let gaps = zip(axis.ticks, axis.ticks.dropFirst()).map { $0.row - $1.row }
      #expect(Set(gaps).count <= 1, "\(about)")
      var mantissa = axis.step
      while mantissa >= 9.999 { mantissa /= 10 }
      while mantissa < 0.9999 { mantissa *= 10 }
      #expect([1, 2, 2.5, 5].contains { abs($0 - mantissa) < 1e-6 }, "\(about): \(axis.step)")
      // A label stands in the row of its value, and every value has a dot.
      for tick in axis.ticks {
        let row = rows - 1 - axis.scale.dot(tick.value) / dots
        #expect(row == tick.row, "\(about)")
      }
      #expect(axis.scale.value(0) - axis.scale.perDot / 2 <= range.lowerBound + axis.step * 1e-9)
      #expect(
        axis.scale.value(axis.scale.dots - 1) + axis.scale.perDot / 2
          >= range.upperBound - axis.step * 1e-9, "\(about)")
      if range.lowerBound < 0, range.upperBound > 0 {
        #expect(axis.ticks.contains { $0.value == 0 }, "zero is labelled: \(about)")
      }
      let labels = axis.ticks.map { DecimalText.text($0.value, decimals: axis.decimals) }
      #expect(Set(labels).count == labels.count, "\(about): \(labels)")
      #expect(labels.allSatisfy { !$0.contains("e") })
    }
  }

  @Test func hostileRangesHaveAnAxis() {
    for range in [
      0.0...0, 5...5, -5 ... -5, 1e149...1e149, -1e149...1e149, 1e-300...2e-300, 0...1e-307,
      123_456_789_012...123_456_789_013,
    ] {
      for rows in [1, 2, 3, 7, 100] {
        let axis = Ticks(range, rows: rows, dotsPerRow: 4)
        #expect(axis.scale.dots == rows * 4)
        #expect(axis.ticks.allSatisfy { $0.row >= 0 && $0.row < rows })
      }
    }
  }

  @Test(arguments: Trials.seeds(2))
  func yearsArePlainAndApart(_ seed: UInt64) {
    var random = SeededRandom(seed)
    for _ in 0..<300 {
      let first = Double(random.int(1500...2020))
      let last = first + Double(random.int(0...300))
      let columns = random.int(6...200)
      let axis = YearAxis(first...last, columns: columns, dotsPerColumn: 2, before: 4, after: 3)
      for tick in axis.ticks {
        #expect(Int(tick.label) != nil && tick.label.count == 4)
        #expect(tick.start >= -4 && tick.start + 4 <= columns + 3)
        let value = axis.scale.value(tick.column * 2)
        #expect(abs(value - (Double(tick.label) ?? 0)) <= axis.scale.perDot * 1.5 + 1e-9)
      }
      for (left, right) in zip(axis.ticks, axis.ticks.dropFirst()) {
        #expect(right.start - left.start >= 6, "seed \(seed): \(first)…\(last) in \(columns)")
      }
      if columns >= 24 {
        #expect(!axis.ticks.isEmpty, "seed \(seed): \(first)…\(last) in \(columns)")
      }
    }
  }

  /// Ranges that are awkward to label: odd ends, many sizes, thin and far from zero.
  private func awkward(_ seed: UInt64, _ count: Int) -> [ClosedRange<Double>] {
    var random = SeededRandom(seed)
    return (0..<count).map { _ in
      var size = 1.0
      for _ in 0..<random.int(0...11) { size *= 10 }
      for _ in 0..<random.int(0...4) { size /= 10 }
      let first = (random.unit() * 3 - 1) * size
      return first...(first + (random.unit() * 0.98 + 0.02) * size)
    }
  }

  @Test func threeHundredAwkwardRangesAreNice() {
    let seed = Trials.seed(30)
    var random = SeededRandom(seed + 1)
    for range in awkward(seed, Trials.count(300)) {
      let rows = random.int(12...60)
      let axis = Ticks.fitted(range, rows: rows, dotsPerRow: 4)
      let about = "seed \(seed), \(range) in \(rows) rows, step \(axis.step)"
      #expect(axis.ticks.count >= 3, "\(about)")
      #expect(axis.scale.dots > 0 && axis.scale.dots <= rows * 4)
      let gaps = Set(zip(axis.ticks, axis.ticks.dropFirst()).map { $0.row - $1.row })
      #expect(gaps.count == 1, "\(about)")
      // At most a quarter step is empty at either end, zero brought in or not.
      let shown = Ticks.extended(range, fromZero: false)
      let low = axis.scale.origin
      let high = low + axis.scale.perDot * Double(axis.scale.dots)
      #expect(shown.lowerBound - low <= axis.step * 0.2500001, "\(about)")
      #expect(high - shown.upperBound <= axis.step * 0.2500001, "\(about)")
      #expect(low <= shown.lowerBound, "\(about)")
      #expect(high >= shown.upperBound - axis.step * 1e-9, "\(about)")
      var mantissa = axis.step
      while mantissa >= 9.999 { mantissa /= 10 }
      while mantissa < 0.9999 { mantissa *= 10 }
      #expect([1, 2, 2.5, 5].contains { abs($0 - mantissa) < 1e-6 }, "\(about)")
      let labels = axis.ticks.map { DecimalText.text($0.value, decimals: axis.decimals) }
      #expect(Set(labels).count == labels.count, "\(about): \(labels)")
      #expect(labels.allSatisfy { !$0.lowercased().contains("e") }, "\(about): \(labels)")
    }
  }

  /// From twelve rows on there is always an axis with three labels and no empty room.
  @Test(arguments: Trials.seeds(3))
  func axesFillTheirRowsToAQuarterStep(_ seed: UInt64) {
    var random = SeededRandom(seed)
    for range in awkward(seed, 1000) {
      let rows = random.int(12...40)
      let dots = random.int(1...4)
      let axis = Ticks.fitted(range, rows: rows, dotsPerRow: dots)
      let about = "seed \(seed), \(range) in \(rows) rows"
      #expect(axis.excess < 1e-9 && axis.ticks.count >= 3, "\(about)")
      let shown = Ticks.extended(range, fromZero: false)
      let top = axis.scale.origin + axis.scale.perDot * Double(axis.scale.dots)
      #expect(axis.scale.origin <= shown.lowerBound && top >= shown.upperBound - axis.step * 1e-9)
      for tick in axis.ticks {
        let row = axis.scale.dots / dots - 1 - axis.scale.dot(tick.value) / dots
        #expect(row == tick.row, "\(about)")
      }
    }
  }

  /// As a whole chart draws them: calendar years and fiscal years, never 1,990 or 1998.2.
  @Test func sixtyRangesOfYearsArePlain() {
    let seed = Trials.seed(60)
    var random = SeededRandom(seed)
    for round in 0..<Trials.count(60) {
      let first = random.int(1500...2010)
      let count = random.int(2...(round % 3 == 0 ? 400 : 40))
      let isFiscal = random.int(0...1) == 0
      let series = Series(
        name: "",
        observations: (first..<(first + count)).map { year in
          Observation(
            period: isFiscal ? Period("FY\(year)") : .year(year), value: random.unit(), decimals: 2)
        })
      let chart = Chart(.line, title: "", unit: Unit(id: "", title: ""), series: [series])
      let width = random.int(40...200)
      let scene = ChartScene(chart, size: Size(width: width, height: 20))
      let ticks = scene.plots.first?.across?.ticks ?? []
      let about = "seed \(seed), round \(round): \(first) and \(count) years in \(width) columns"
      #expect(ticks.count >= min(2, count), "\(about)")
      for tick in ticks {
        #expect(tick.label.count == 4 && Int(tick.label) == Int(tick.value), "\(about): \(tick)")
      }
    }
  }

  /// Quarters and half years are labelled as such, where their values stand.
  @Test(arguments: [3, 6])
  func partsOfYearsAreLabelledAtTheirValues(_ length: Int) throws {
    let seed = Trials.seed(92)
    var random = SeededRandom(seed)
    for round in 0..<Trials.count(40) {
      let first = random.int(0...(12 / length - 1))
      let count = random.int(2...(30 / length))
      let periods = (first..<(first + count)).map { part -> Period in
        let year = Int16(2020 + part * length / 12)
        let month = UInt8(part * length % 12 + 1)
        return Period(
          kind: .month, first: .init(year: year, month: month),
          last: .init(year: year, month: month + UInt8(length) - 1))
      }
      let line = Series(
        name: "", observations: periods.map { Observation(period: $0, value: 1) })
      let chart = Chart(.line, title: "", unit: testUnit, series: [line])
      let size = Size(width: random.int(40...120), height: 12)
      let axis = try #require(ChartScene(chart, size: size).plots.first?.across)
      let titles = Dictionary(uniqueKeysWithValues: periods.map { ($0.title, $0.position) })
      let labels = axis.ticks.map(\.label)
      let note: Comment =
        "seed \(seed), round \(round), \(periods.map(\.title)) at \(size): \(labels)"
      for tick in axis.ticks {
        let place = titles[tick.label]
        #expect(place.map { abs($0 - tick.value) < 1e-6 } == true, note)
      }
      let places = labels.compactMap { label in periods.firstIndex { $0.title == label } }
      let steps = Set(zip(places, places.dropFirst()).map { $1 - $0 })
      #expect(steps.count <= 1 && steps.isSubset(of: [1, 2, 4]), note)
    }
  }

  @Test func zeroIsLabelledOnEveryAxisThatCrossesIt() {
    let seed = Trials.seed(58)
    var random = SeededRandom(seed)
    for _ in 0..<Trials.count(58) {
      var size = 1.0
      for _ in 0..<random.int(0...9) { size *= 10 }
      let range = (-random.unit() * size - size / 1e3)...(random.unit() * size + size / 1e3)
      let axis = Ticks.fitted(range, rows: random.int(12...60), dotsPerRow: 4)
      #expect(axis.ticks.contains { $0.value == 0 }, "seed \(seed): \(range)")
    }
  }

  @Test func logarithmicAxesLabelPowersOfTen() {
    let axis = ChartScene.Axis.up(3...40000, rows: 20, dotsPerRow: 4, isLogarithmic: true)
    #expect(axis.ticks.map(\.label) == ["10", "100", "1,000", "10,000"])
    for tick in axis.ticks { #expect(19 - axis.dot(tick.value) / 4 == tick.cell) }
    let short = ChartScene.Axis.up(1...40, rows: 20, dotsPerRow: 4, isLogarithmic: true)
    #expect(short.ticks.map(\.label) == ["1", "2", "5", "10", "20"])
    let tiny = ChartScene.Axis.up(1e-140...1e140, rows: 12, dotsPerRow: 4, isLogarithmic: true)
    #expect(!tiny.ticks.isEmpty && tiny.ticks.count <= 12)
  }
}
