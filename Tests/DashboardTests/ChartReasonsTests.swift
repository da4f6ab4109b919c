import Testing

@testable import Canvas
@testable import Charts
@testable import Records

/// That a chart says what is missing, not measured or no whole, in place of drawing as if it were.
@Suite struct ChartReasonsTests {
  private let percent = Unit(id: "percent", title: "percent", suffix: "%")
  private let dollars = Unit(id: "usd", title: "U.S. dollars", prefix: "$")

  private func scene(_ chart: Chart, _ width: Int = 80, _ height: Int = 24) -> ChartScene {
    ChartScene(chart, size: Size(width: width, height: height))
  }

  private func text(_ scene: ChartScene) -> String {
    var canvas = Canvas(scene.size)
    scene.draw(on: &canvas)
    return canvas.text()
  }

  private func parts(_ values: [Double], _ unit: Unit, periods: Bool = false) -> Chart {
    var chart = Chart(
      .share, title: "Parts", unit: unit,
      series: values.enumerated().map { index, value in
        Series(
          name: "Part \(index + 1)",
          observations: [
            Observation(period: .year(periods ? 2000 + index : 2000), value: value, decimals: 0)
          ])
      })
    chart.glyphs = .braille
    return chart
  }

  @Test(arguments: [
    ([70.0, 60], false, "the parts add up to 130%"),
    ([70, -10], false, "there are values below zero"),
    ([50, 50], true, "the values are of several periods"),
  ])
  func whatIsNoWholeIsNoShare(_ values: [Double], _ periods: Bool, _ reason: String) {
    let scene = scene(parts(values, percent, periods: periods))
    #expect(scene.replacement?.contains(reason) ?? false, "\(scene.replacement ?? "drawn")")
    #expect(text(scene).contains("No share: \(reason)."))
  }

  @Test func aShareSaysWhatItsLengthIs() {
    let whole = scene(parts([70, 30], percent))
    #expect(whole.replacement == nil && !text(whole).contains("add up"))
    #expect(text(scene(parts([40, 20], percent))).contains("The parts add up to 60%; the rest"))
    #expect(
      text(scene(parts([40, 20], dollars))).contains("The whole bar is the sum of the parts, $60"))
  }

  @Test func aMissingEndOfASlopeIsADotAndANote() {
    let chart = Chart(
      .slope, title: "Before and after", unit: percent,
      series: [
        yearly("North", from: 2001, [10, 20]), yearly("South", from: 2001, [15, nil]),
        yearly("East", from: 2001, [nil, 5]),
      ])
    let scene = scene(chart)
    #expect(scene.replacement == nil)
    let rows = text(scene).split(separator: "\n")
    #expect(rows.contains { $0.contains("South 15.0% ●") }, "\(text(scene))")
    #expect(rows.contains { $0.contains("● 5.0% East") }, "\(text(scene))")
    #expect(rows.last == "No data: 2001 East; 2002 South", "\(text(scene))")
    #expect(scene.plots.first?.points.count == 4)
    #expect(scene.plots.first?.lines.count == 3)
  }

  @Test func whatIsNotMeasuredIsMarkedInGroupsToo() {
    for kind in [Chart.Kind.groupedBars, .groupedColumns, .stackedBars, .stackedColumns] {
      let chart = Chart(
        kind, title: "Sold and bought", unit: dollars,
        series: [
          yearly("Sold", from: 2001, [10, 20, 30], 1),
          yearly("Bought", from: 2001, [5, nil, 8], 1),
        ])
      let scene = scene(chart, 100, 40)
      #expect(scene.replacement == nil)
      let sign = String(scene.glyphs.hollowDot)
      #expect(text(scene).contains("\(sign) expected or projected"), "\(kind)\n\(text(scene))")
      #expect(text(scene).contains("\(sign) $"), "\(kind)\n\(text(scene))")
    }
  }

  @Test func aLogarithmicAxisIsReportedAndOneMagnitudeHoldsForAllOfIt() {
    var chart = Chart(
      .line, title: "Growth", unit: Unit(id: "", title: "number"),
      series: [yearly("Fast", from: 2001, [20, 400, 6000, 500_000])])
    chart.isLogarithmic = true
    let picture = text(scene(chart))
    #expect(picture.contains("2001–2004, logarithmic scale"), "\(picture)")
    for label in ["Fast 500,000", "100,000", "\n10,000", "1,000 ", " 100 "] {
      #expect(picture.contains(label.trimmingPrefix("\n")), "\(label)\n\(picture)")
    }
    #expect(!picture.contains(".0") && !picture.contains("housand"))
    chart.isLogarithmic = false
    #expect(text(scene(chart)).contains("Thousands, 2001–2004"))
  }

  @Test func bothAxesOfAScatterHaveTheirUnits() throws {
    var chart = Chart(
      .scatter, title: "Cost and share", unit: percent,
      series: [
        Series(name: "", observations: [1, 2, 3].map { Observation(value: $0, decimals: 0) })
      ])
    chart.positions = [[100, 250, 900]]
    chart.positionTitle = "Cost"
    chart.positionUnit = dollars
    chart.valueTitle = "Share"
    let picture = text(scene(chart))
    #expect(
      picture.contains("Cost") && picture.contains("Share") && picture.contains("$"), "\(picture)")
  }
}
