package import Charts
package import Records

/// What to draw of a user's table; the table decides whatever is nil.
package struct TableRequest: Sendable {
  /// The kind of chart.
  package var kind: Chart.Kind?
  /// The column along the axis, by its name or number.
  package var x: String?
  /// The columns of values, separated by commas.
  package var y: String?
  /// The columns that name the series of a long table, separated by commas.
  package var series: String?
  /// The unit of the values, in words.
  package var unit: String?
  /// The columns of a second measure.
  package var second: String?
  /// The unit of that measure.
  package var secondUnit: String?
  /// Where that measure is drawn.
  package var secondPlace = Chart.SecondMeasure.Place.panel
  /// Which rows are read: each is `COLUMN=VALUE`, all of them must hold.
  package var conditions: [String] = []
  /// The column that values are divided by.
  package var per: String?
  /// How long periods are; nil for the commonest length.
  package var frequency: Frequency?
  /// The periods into which values are gathered.
  package var every: Frequency?
  /// How gathered values become one.
  package var gathering = Gathering.mean
  /// Over how many values a moving average goes; nil for none.
  package var average: Int?
  /// How many of the largest series or names are drawn, or of the smallest if negative.
  package var top: Int?
  /// The period by whose values series are compared; nil for the last.
  package var at: Period?
  /// The order of series or names.
  package var order: Order?

  /// Whether all series are read, however many a picture holds.
  package var isComplete = false

  /// How long a period is.
  package enum Frequency: String, CaseIterable, Sendable {
    case year, half, quarter, month, week, day
  }

  /// How several values become one.
  package enum Gathering: String, CaseIterable, Sendable {
    case mean, sum, last
  }

  /// The order of series or names.
  package enum Order: String, CaseIterable, Sendable {
    case value, name, file
  }

  /// A request that leaves everything to the table.
  package init() {}
}

extension Period {
  /// How long it is; nil for a range of another length.
  package var frequency: TableRequest.Frequency? {
    guard isRange else {
      switch kind {
      case .year, .fiscalYear: return .year
      case .month: return .month
      case .day: return .day
      }
    }
    if quarter != nil { return .quarter }
    if halfYear != nil { return .half }
    return week != nil ? .week : nil
  }
}
