@testable import Charts
@testable import Records

/// One chart of each kind, with what the kind has to cope with: gaps, projections, values below
/// zero, long names, events and a report's own values.
enum ChartSamples {
  private static let percent = Unit(id: "percent", title: "percent", suffix: "%")

  static func chart(_ kind: Chart.Kind) -> Chart {
    var chart = Chart(kind, title: title(kind), unit: testUnit, series: series(kind))
    chart.source = "Office of Numbers, Trade in Goods"
    switch kind {
    case .line, .area, .multiples, .stackedArea:
      chart.marks = [Chart.Mark(.year(1994), "Treaty"), Chart.Mark(.year(2008), "Slump")]
    case .bars, .columns, .share, .dots, .groupedBars, .groupedColumns, .slope:
      chart.unit = percent
    default: break
    }
    switch kind {
    case .line:
      chart.overlays = [
        Series(name: "", observations: [Observation(period: .year(2000), value: 250_000)])
      ]
    case .groupedBars, .stackedBars, .dots:
      chart.categories = ["Farm goods", "Machines and vehicles", "Fuel"]
    case .scatter:
      chart.positions = [places, places.map { $0 + 1.5 }]
      chart.positionTitle = "distance in thousand miles"
    default: break
    }
    return chart
  }

  private static let places = (0..<20).map { 0.5 + Double($0) * 0.4 }

  private static func title(_ kind: Chart.Kind) -> String {
    switch kind {
    case .number: "Investment that the ports need"
    case .histogram: "Most months brought between 200 and 400 billion"
    default: "The south gained on the north after the treaty"
    }
  }

  private static func series(_ kind: Chart.Kind) -> [Series] {
    switch kind {
    case .line, .area, .stackedArea, .multiples, .sparkline, .dumbbell:
      let north = wave(300, 9, 0.2)
      var south: [Double?] = wave(120, 11, 1.4)
      if kind == .line { south[9] = nil }
      let series = [yearly("North", from: 1990, north, 3), yearly("South", from: 1990, south)]
      if kind == .area {
        return [yearly("Balance", from: 1990, wave(20, 6, 0.1).map { $0 - 30_000 })]
      }
      return kind == .multiples || kind == .sparkline
        ? series + [yearly("East", from: 1990, wave(60, 7, 0.4)), yearly("West", from: 1995, [])]
        : series
    case .columns: return [yearly("Growth", from: 2018, [2.1, -0.4, -8.6, 6.1, 3.7, 3.2], 1)]
    case .bars, .share:
      let parts = [
        ("Machines and vehicles of all kinds", 46.5), ("Fuel", 27), ("Farm goods", 18.5),
      ]
      let rest = kind == .bars ? [("Returned", -6.2), ("Art", 0.1)] : [("All other", 8)]
      return (parts + rest).map { named($0, [$1]) }
    case .slope:
      return [
        yearly("North", from: 1990, [62, 41]), yearly("South", from: 1990, [35, 47.5]),
        yearly("East", from: 1990, [12, 14]),
      ]
    case .number: return [named("", [6_000])]
    case .groupedBars, .dots:
      return [named("Sold", [18.5, 46, -3]), named("Bought", [12, 61, 27])]
    case .stackedBars:
      return [named("Sold", [18_500, 46_000, 9_000]), named("Bought", [12_000, 61_000, 27_000])]
    case .groupedColumns:
      return [
        yearly("North", from: 2019, [2.1, -3.4, 5.5]),
        yearly("South", from: 2019, [1.2, -8.1, 6.1]),
      ]
    case .stackedColumns:
      return [
        yearly("North", from: 2019, [21_000, 34_000, 55_000]),
        yearly("South", from: 2019, [12_000, 8_000, 61_000]),
      ]
    case .scatter:
      return [
        named("By rail", places.map { 50_000 / ($0 + 1) }),
        named("By road", places.map { 90_000 / ($0 * $0 + 1) }),
      ]
    case .histogram: return [yearly("", from: 1960, wave(250, 12, 0.9) + wave(180, 5, 0))]
    }
  }

  private static func named(_ name: String, _ values: [Double]) -> Series {
    Series(name: name, observations: values.map { Observation(value: $0, decimals: 1) })
  }

  /// Thirty-five values that grow in waves, in millions.
  private static func wave(_ start: Double, _ length: Int, _ growth: Double) -> [Double] {
    (0..<35).map { place in
      let part = Double(place % length) / Double(length)
      let arch = 4 * part * (1 - part) * 40
      return (start * (1 + growth * Double(place) / 10) + arch) * 1000
    }
  }
}
