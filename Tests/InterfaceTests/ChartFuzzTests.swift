import Interface
import Model
import Testing

@Suite struct ChartFuzzTests {
  private func value(_ random: inout ChartRandom) -> Double? {
    switch random.int(0...20) {
    case 0: nil
    case 1: .nan
    case 2: .infinity
    case 3: -1e308
    case 4: 1e-300
    case 5: 0
    default: (random.unit() - 0.3) * [1, 100, 1e6, 1e13][random.int(0...3)]
    }
  }

  private func period(_ random: inout ChartRandom) -> Period? {
    switch random.int(0...9) {
    case 0: nil
    case 1: Period("FY2011")
    case 2: Period("1960/1969")
    case 3: Period("2012-12")
    case 4: .year(random.int(-9999...9999))
    default: .year(random.int(1990...2030))
    }
  }

  private func chart(_ random: inout ChartRandom) -> Chart {
    let names = [
      "", "Mexico", "México", "墨西哥", "A very long name of a series, as tables have them",
      "e\u{301}",
    ]
    let series = (0..<random.int(0...7)).map { _ in
      Series(
        name: names[random.int(0...5)],
        observations: (0..<random.int(0...30)).map { _ in
          Observation(
            period: period(&random), value: value(&random), decimals: UInt8(random.int(0...12)),
            qualifiers: Qualifiers(rawValue: UInt16(random.int(0...2047))))
        })
    }
    let units = [
      testUnit, Unit(id: "percent", title: "percent", suffix: "%"), Unit(id: "rank", title: "rank"),
    ]
    var chart = Chart(
      Chart.Kind.allCases[random.int(0...5)], title: names[random.int(0...5)],
      unit: units[random.int(0...2)], series: series)
    chart.overlays = random.int(0...3) == 0 ? Array(series.prefix(1)) : []
    chart.marks = (0..<random.int(0...5)).map { _ in
      Chart.Mark(.year(random.int(1985...2030)), names[random.int(0...5)])
    }
    chart.source = names[random.int(0...5)]
    chart.emphasised = random.int(0...2) == 0 ? random.int(-1...8) : nil
    chart.cursor = random.int(0...2) == 0 ? random.int(-1...40) : nil
    chart.glyphs = GlyphSet.allCases[random.int(0...4)]
    chart.accent = random.int(-3...9)
    return chart
  }

  @Test(arguments: Array(1...8) as [UInt64])
  func chartsStayInsideTheirRectangle(_ seed: UInt64) {
    var random = ChartRandom(seed)
    for round in 0..<100 {
      let chart = chart(&random)
      let rect = Rect(
        x: random.int(0...5), y: random.int(0...3), width: random.int(0...120),
        height: random.int(0...40))
      var canvas = Canvas(Size(width: rect.right + 3, height: rect.bottom + 2))
      canvas.fill(canvas.bounds, "@", .faint)
      canvas.fill(rect)
      chart.draw(on: &canvas, in: rect)
      let clip = canvas.clip
      #expect(clip == canvas.bounds)
      for y in 0..<canvas.size.height {
        for x in 0..<canvas.size.width where !rect.contains(Point(x: x, y: y)) {
          if canvas.character(at: x, y) != "@" {
            Issue.record("seed \(seed), round \(round): \(chart.kind) draws outside at \(x),\(y)")
            return
          }
        }
        #expect(canvas.rowText(y).columns == canvas.size.width, "seed \(seed), round \(round)")
      }
      if chart.glyphs.isASCII {
        let drawn = canvas.text().unicodeScalars.filter { (0x2580...0x28ff).contains($0.value) }
        #expect(drawn.isEmpty)
      }
      #expect(!chart.summary.isEmpty)
    }
  }
}
