import Testing

@testable import Canvas
@testable import Charts
@testable import Records

@Suite struct ChartGoldenTests {
  private func drawn(_ chart: Chart, _ width: Int, _ height: Int) -> [String] {
    var canvas = Canvas(Size(width: width, height: height))
    chart.draw(on: &canvas, in: canvas.bounds)
    let lines = canvas.text().split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropLast().map(String.init)
  }

  private var trade: Chart {
    var chart = Chart(
      .line, title: "Trade with two neighbours", unit: testUnit,
      series: [
        yearly("North", from: 2000, [410, 420, 480, 560, 500, 610, 650, 700].map { $0 * 1000 }, 2),
        yearly(
          "South", from: 2000,
          [100, 140, nil, 210, 260, 240, 330, 380].map { $0.map { $0 * 1000 } }),
      ])
    chart.source = "Office of Numbers, Trade in Goods"
    chart.marks = [Chart.Mark(.year(2002), "Treaty")]
    return chart
  }

  @Test func aLineChartSaysEverythingWithoutColour() {
    #expect(
      drawn(trade, 60, 16) == [
        "Trade with two neighbours",
        "Billion U.S. dollars, 2000–2007",
        "$ billion      Treaty",
        "               ┊                      ○ ⠠ ⠠ ○ ── North 700.0",
        "600 ┈┈┈┈┈┈┈┈┈┈┈┊┈┈┈┈⢀⣀⣀┈┈┈┈┈┈⢀⣀⠤⠔⠂┈⠁┈⠁┈┈┈┈┈┈┈",
        "             ⣀⣀⠤⠔⠒⠊⠉⠁  ⠉⠉⠉⠒⠒⠉⠁",
        "400 ⠒⠒⠒⠒⠒⠒⠒⠉⠉┈┈┊┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⣀┈⣀⠤⠠ ╌╌ South 380.0",
        "               ┊           ⣀⣀     ⣀ ⠔⠒⠈⠉",
        "200 ┈┈┈┈┈┈┈┈┈┈┈┊┈┈┈┈┈⠐⠒┈⠉⠉┈┈┈┈⠉⠉┈⠉┈┈┈┈┈┈┈┈┈┈┈",
        "    ⠒⠒ ⠉⠉ ⠁    ┊",
        "  0 ───────────┊─────────────────────────────",
        "    ╵          ╵           ╵          ╵",
        "  2000       2002        2004       2006",
        "○ expected or projected",
        "",
        "Source: Office of Numbers, Trade in Goods",
      ])
  }

  @Test func aLineChartInASCII() {
    var chart = trade
    chart.glyphs = .ascii
    chart.parts = []
    #expect(
      drawn(chart, 40, 8) == [
        "$ billion",
        "                  .  o  o -- North 700.0",
        "500 + ...---''--'' +    +",
        "    ''         ..    --'' -  South 380.0",
        "    ..--     '   ''",
        "  0 =====================",
        "  2000          2005",
        "o expected or projected",
      ])
  }

  @Test func barsCarryTheirValues() {
    let values: [(String, Double, Qualifiers)] = [
      ("Mexico", 40, .about), ("Canada", 25, []), ("Brazil", -3, []), ("India", 0.1, .expected),
    ]
    let chart = Chart(
      .bars, title: "Content by country", unit: Unit(id: "percent", title: "percent", suffix: "%"),
      series: values.map {
        Series(name: $0.0, observations: [Observation(value: $0.1, decimals: 1, qualifiers: $0.2)])
      })
    #expect(
      drawn(chart, 50, 9) == [
        "Content by country",
        "Percent",
        "Mexico         ████████████████████ ≈ 40.0%",
        "",
        "Canada         ████████████▌ 25.0%",
        "",
        "Brazil −3.0% ▌█",
        "",
        "India          ▏ 0.1%, expected",
      ])
  }

  @Test func theCursorReadsValuesOut() {
    var chart = trade
    chart.cursor = 3
    #expect(chart.readOut == "2003: North $560 billion, South $210 billion")
    #expect(chart.subtitle == "Billion U.S. dollars, 2000–2007")
    #expect(
      chart.summary
        == "Trade with two neighbours: North from $410 billion in 2000 to $700 billion, projected in 2007; South from $100 billion in 2000 to $380 billion in 2007."
    )
  }
}
