import Canvas
import Charts
import Reading
import Records

/// What every program draws: two series of 1000 months, with nothing left to chance.
enum ChartSample {
  /// The columns and rows of the picture.
  static let size = Size(width: 100, height: 30)
  static let names = ["Imports", "Exports"]
  static let title = "Trade of an imagined country"
  static let events = [("1944-07", "Accord"), ("1973-10", "Embargo"), ("1994-01", "Treaty")]

  /// The months, from January 1930.
  static let months = (0..<1000).map { (year: 1930 + $0 / 12, month: 1 + $0 % 12) }

  /// The values of both series in months' order: growth with cycles of two lengths.
  static let values: [[Double]] = [
    months.indices.map { 1_200_000 + 900 * Double($0) + wave($0, 126) * 200_000 },
    months.indices.map { 2_300_000 - 700 * Double($0) + wave($0, 79) * 100_000 },
  ]

  /// A wave between -1 and 1 made of parabolas, which needs no library.
  private static func wave(_ index: Int, _ half: Int) -> Double {
    let place = Double(index % half) / Double(half)
    let arch = 4 * place * (1 - place)
    return (index / half).isMultiple(of: 2) ? arch : -arch
  }

  /// The finished chart, with axes, names at the ends of curves, events, title and source.
  static var chart: Chart {
    var chart = Chart(
      .line, title: title,
      unit: Unit(id: "usd", title: "U.S. dollars", prefix: "$", multiplier: 1000),
      series: zip(names, values).map { name, values in
        Series(
          name: name,
          observations: zip(months, values).map { month, value in
            let point = Period.Point(year: Int16(month.year), month: UInt8(month.month))
            return Observation(
              period: Period(kind: .month, first: point), value: value, decimals: 1)
          })
      })
    chart.source = "Made up for this measurement"
    chart.marks = events.compactMap { date, label in Period(date).map { Chart.Mark($0, label) } }
    return chart
  }

  /// The same as a table for the command line: month and two columns.
  static var table: String {
    var text = "month,\(names.joined(separator: ","))\n"
    for (index, month) in months.enumerated() {
      let number = month.month < 10 ? "0\(month.month)" : "\(month.month)"
      text += "\(month.year)-\(number),\(values[0][index]),\(values[1][index])\n"
    }
    return text
  }

  /// The same with years in decimals, for programs that know no months.
  static var numbers: String {
    var text = ""
    for (index, month) in months.enumerated() {
      let year = Double(month.year) + (Double(month.month) - 0.5) / 12
      text += "\(year) \(values[0][index]) \(values[1][index])\n"
    }
    return text
  }

  /// The events as a table for the command line.
  static var eventTable: String {
    "date,label\n" + events.map { "\($0.0),\($0.1)\n" }.joined()
  }
}
