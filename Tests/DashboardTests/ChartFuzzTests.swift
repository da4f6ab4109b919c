import Reading
import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Records

@Suite struct ChartFuzzTests {
  private func value(_ random: inout SeededRandom) -> Double? {
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

  private func period(_ random: inout SeededRandom) -> Period? {
    switch random.int(0...9) {
    case 0: nil
    case 1: Period("FY2011")
    case 2: Period("1960/1969")
    case 3: Period("2012-12")
    case 4: .year(random.int(-9999...9999))
    default: .year(random.int(1990...2030))
    }
  }

  private static let names = [
    "", "Mexico", "México", "墨西哥", "A very long name of a series, as tables have them",
    "e\u{301}", "🇲🇽 and 👩‍👩‍👧", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
    "美利坚合众国和墨西哥合众国之间的货物贸易", "A/B-C", "a\u{308}\u{301}o\u{302}",
  ]

  private func name(_ random: inout SeededRandom) -> String {
    Self.names[random.int(0...(Self.names.count - 1))]
  }

  private func chart(_ random: inout SeededRandom) -> Chart {
    let series = (0..<random.int(0...7)).map { _ in
      Series(
        name: name(&random),
        observations: (0..<random.int(0...30)).map { _ in
          Observation(
            period: period(&random), value: value(&random), decimals: UInt8(random.int(0...12)),
            qualifiers: Qualifiers(rawValue: UInt16(random.int(0...Int(Qualifiers.all.rawValue)))))
        })
    }
    let units = [
      testUnit, Unit(id: "percent", title: "percent", suffix: "%"), Unit(id: "rank", title: "rank"),
      Unit(id: "persons", title: "persons"),
      Unit(id: "gwh", title: "gigawatt hours", suffix: "GWh"),
      Unit(id: "", title: name(&random), prefix: name(&random), suffix: name(&random)),
    ]
    var chart = Chart(
      Chart.Kind.allCases[random.int(0...(Chart.Kind.allCases.count - 1))],
      title: name(&random),
      unit: units[random.int(0...5)], series: series)
    chart.overlays = random.int(0...3) == 0 ? Array(series.prefix(1)) : []
    chart.marks = (0..<random.int(0...5)).map { _ in
      Chart.Mark(.year(random.int(1985...2030)), name(&random))
    }
    chart.source = name(&random)
    if random.int(0...1) == 0 { chart.shortSources = [name(&random), "CBP"] }
    chart.emphasised = random.int(0...2) == 0 ? random.int(-1...8) : nil
    chart.cursor = random.int(0...2) == 0 ? random.int(-1...40) : nil
    chart.glyphs = GlyphSet.allCases[random.int(0...5)]
    chart.isColoured = random.int(0...1) == 0
    chart.isLogarithmic = random.int(0...5) == 0
    if random.int(0...9) == 0 {
      chart.window = Double(random.int(1900...2000))...Double(random.int(2000...2100))
    }
    if random.int(0...9) == 0 { chart.limits = -1e3...(1e6 * random.unit()) }
    if random.int(0...9) == 0 {
      chart.positions = series.map { $0.observations.map { _ in value(&random) ?? .nan } }
    }
    if random.int(0...4) == 0 { chart.categories = Self.names }
    if chart.kind == .line, chart.positions.isEmpty, series.count > 1, random.int(0...2) == 0 {
      chart.second = Chart.SecondMeasure(
        units[random.int(0...5)], from: random.int(1...(series.count - 1)),
        as: Chart.SecondMeasure.Place.allCases[random.int(0...1)])
    }
    return chart
  }

  @Test(arguments: Trials.seeds(32))
  func chartsStayInsideTheirRectangle(_ seed: UInt64) {
    var random = SeededRandom(seed)
    for round in 0..<25 {
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

  /// The first fault of a scene; nil where there is none.
  private func fault(_ scene: ChartScene) -> String? {
    let (width, height) = (scene.size.width, scene.size.height)
    var taken = [Bool](repeating: false, count: width * height)
    for plot in scene.plots {
      if plot.area.x < 0 || plot.area.y < 0 || plot.area.right > width
        || plot.area.bottom > height
      {
        return "a plot lies outside"
      }
      let glyphs = scene.glyphs
      for point in plot.points where plot.up == nil {
        let x = plot.area.x + point.column / glyphs.across
        let y = plot.area.y + point.row / glyphs.down
        if x >= width || y >= height { return "a point lies outside" }
        taken[y * width + x] = true
      }
      for rule in plot.rules where rule.role == .range {
        for x in rule.x..<(rule.x + rule.length) { taken[rule.y * width + x] = true }
      }
      if plot.up != nil {
        for y in plot.area.y..<plot.area.bottom {
          for x in plot.area.x..<plot.area.right { taken[y * width + x] = true }
        }
      }
      for bar in plot.bars where bar.width > 0 && bar.height > 0 {
        let right = (bar.x + bar.width + 7) / 8
        let bottom = (bar.y + bar.height + 7) / 8
        for y in max(0, bar.y / 8)..<max(0, min(bottom, height)) {
          for x in max(0, bar.x / 8)..<max(0, min(right, width)) { taken[y * width + x] = true }
        }
      }
    }
    for label in scene.labels {
      let rows = label.role == .figure ? label.lettering.capRows : 1
      if label.x < 0 || label.x + label.width > width || label.y < 0
        || label.y + rows > height || (rows == 1 && label.text.columns != label.width)
      {
        return "\(label.role) '\(label.text)' lies outside or has the wrong width"
      }
      for y in label.y..<(label.y + rows) {
        for x in label.x..<(label.x + label.width) {
          if taken[y * width + x] { return "\(label.role) '\(label.text)' lies on something" }
          taken[y * width + x] = true
        }
      }
    }
    return cut(scene)
  }

  /// A text without its spaces and hyphens, which breaks between lines add and take away.
  private func bare(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace && $0 != "-" })
  }

  /// The first text that is not whole, or not one of the chart's own; nil where there is none.
  private func cut(_ scene: ChartScene) -> String? {
    let chart = scene.chart
    var index = 0
    while index < scene.labels.count {
      let first = scene.labels[index]
      var drawn = first.text
      index += 1
      // Most texts are one line, which needs no comparing without breaks.
      if first.text == first.whole, !first.text.contains("…"),
        first.role == .tick || first.role == .value
      {
        continue
      }
      let whole = bare(first.whole)
      // The lines of a text follow each other.
      while bare(drawn) != whole, index < scene.labels.count,
        scene.labels[index].whole == first.whole,
        scene.labels[index].role == first.role
      {
        drawn += scene.labels[index].text
        index += 1
      }
      if bare(drawn) != whole { return "\(first.role) '\(drawn)' is not whole: '\(first.whole)'" }
      if drawn.contains("…") { return "\(first.role) '\(drawn)' is cut" }
      let names = chart.series.map(\.name)
      switch first.role {
      case .title where first.whole != chart.title: return "another title: '\(first.whole)'"
      case .end where !names.contains { whole.contains(bare($0)) }:
        return "a name of no series: '\(first.whole)'"
      case .mark where !chart.marks.contains { $0.label == first.whole }:
        return "a mark of no event: '\(first.whole)'"
      case .source
      where first.whole != "Source: \(chart.source)"
        && !chart.shortSources.contains { "Source: \($0)" == first.whole }:
        return "another source: '\(first.whole)'"
      default: break
      }
    }
    return missing(scene)
  }

  /// The first text of the chart that is neither drawn nor noted as left out; nil for none.
  private func missing(_ scene: ChartScene) -> String? {
    let chart = scene.chart
    guard scene.size.width > 0, scene.size.height > 0 else { return nil }
    func isTold(_ role: ChartScene.Label.Role, _ text: String) -> Bool {
      text.columns == 0 || scene.labels.contains { $0.role == role && $0.whole == text }
        || scene.omissions.contains { $0.role == role && $0.text == text }
    }
    if chart.parts.contains(.title), !isTold(.title, chart.title) { return "the title is lost" }
    let source = "Source: \(chart.source)"
    if chart.parts.contains(.source), !chart.source.isEmpty, !isTold(.source, source) {
      return "the source is lost"
    }
    return nil
  }

  /// What is drawn where a label stands, read back from the canvas; nil where all are there.
  private func undrawn(_ scene: ChartScene) -> String? {
    var canvas = Canvas(scene.size)
    scene.draw(on: &canvas)
    for label in scene.labels where label.role != .figure {
      var drawn = ""
      var x = label.x
      while x < label.x + label.width {
        guard let character = canvas.character(at: x, label.y) else { return "nothing at a label" }
        drawn.append(character)
        x += max(1, character.columns)
      }
      // Marks without a letter before them have no cell.
      if drawn.columns != label.width || bare(drawn) != bare(label.text),
        drawn.count == label.text.count
      {
        return "\(label.role) '\(label.text)' is drawn as '\(drawn)'"
      }
    }
    for y in 0..<scene.size.height where canvas.rowText(y).columns > scene.size.width {
      return "row \(y) is \(canvas.rowText(y).columns) columns wide"
    }
    return nil
  }

  /// Sizes from 20x6 to 300x100, most of them small; a few that are smaller than any chart.
  private func size(_ random: inout SeededRandom) -> Size {
    switch random.int(0...99) {
    case 0: Size(width: random.int(90...300), height: random.int(30...100))
    case 1...3: Size(width: random.int(1...19), height: random.int(1...5))
    case 4...9: Size(width: random.int(20...24), height: random.int(6...8))
    default: Size(width: random.int(20...90), height: random.int(6...30))
    }
  }

  @Test(arguments: Trials.seeds(32))
  func textLiesOnNothingAndIsNeverCut(_ seed: UInt64) {
    var random = SeededRandom(seed)
    for round in 0..<312 {
      let chart = chart(&random)
      let size = size(&random)
      let scene = ChartScene(chart, size: size)
      if let fault = fault(scene) ?? (round % 4 == 0 ? undrawn(scene) : nil) {
        var canvas = Canvas(size)
        scene.draw(on: &canvas)
        Issue.record(
          "seed \(seed), round \(round), \(chart.kind) at \(size): \(fault)\n\(canvas.text())")
        return
      }
    }
  }
}
