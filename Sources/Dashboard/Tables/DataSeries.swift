import Reading
package import Records
import Text

/// The content of a table, ready to be drawn.
package struct DataSeries: Sendable {
  /// The series in order of first appearance.
  package var series: [Series] = []
  /// The names of each series by column, and of its measure.
  package var keys: [[String]] = []
  /// The places of each series' values on an axis of numbers; empty for other axes.
  package var positions: [[Double]] = []
  /// The names along the axis, one for each observation of every series; empty for other axes.
  package var categories: [String] = []
  /// The unit sign that all values have: `%`; nil if there is none.
  package var sign: String?
  /// The unit that a row below the heading gives all values; nil if there is none.
  package var unit: String?
  /// What the values have become, for the title: `moving average of 3`; empty if nothing.
  package var change = ""
  /// Rows of series beyond those that are read.
  package var unread = 0
  /// What was left out, as ends of sentences that start with the table's name.
  package var notes: [String] = []

  /// Keeps some of the series, in a given order.
  mutating func keep(_ order: [Int]) {
    series = order.map { series[$0] }
    if !keys.isEmpty { keys = order.map { keys[$0] } }
    if !positions.isEmpty { positions = order.map { positions[$0] } }
  }

  /// Keeps some of the names along the axis, in a given order.
  mutating func keepCategories(_ order: [Int]) {
    categories = order.map { categories[$0] }
    for index in series.indices {
      let observations = series[index].observations
      series[index].observations = order.map { observations[$0] }
    }
  }

  /// Each name along the axis turned into a series, as charts of single values need it.
  ///
  /// - Parameter isByValue: Whether the values of a name stay together in one series.
  package func split(isByValue: Bool) -> DataSeries {
    var result = self
    result.series = []
    result.keys = []
    for (place, name) in categories.enumerated() {
      let observations = series.map { $0.observations[place] }
      if isByValue || series.count == 1 {
        result.series.append(Series(name: name, observations: observations))
        continue
      }
      for (line, observation) in zip(series, observations) {
        result.series.append(Series(name: "\(name), \(line.name)", observations: [observation]))
      }
    }
    return result
  }

  /// A computed value with as many decimals as four digits need, and no noise behind them.
  static func sensible(_ value: Double) -> (value: Double?, decimals: UInt8) {
    guard value.isFinite else { return (nil, 0) }
    var decimals = 0
    while decimals < 12, value != 0, value.magnitude * DecimalText.power(decimals) < 999.5 {
      decimals += 1
    }
    return (rounded(value, decimals), UInt8(decimals))
  }

  /// A value rounded to a number of decimals.
  static func rounded(_ value: Double, _ decimals: Int) -> Double {
    let power = DecimalText.power(min(decimals, 12))
    let shifted = (value * power).rounded()
    return shifted.magnitude < 9e15 ? shifted / power : value
  }
}
