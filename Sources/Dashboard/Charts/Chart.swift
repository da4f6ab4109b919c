import Canvas
import Query
package import Records

/// A chart as data: what is drawn, but not where.
package struct Chart: Sendable {
  /// The form of the picture.
  package enum Kind: String, CaseIterable, Sendable {
    /// Values over years.
    case line
    /// Named values, drawn to the right.
    case bars
    /// Values of a few periods, drawn upwards.
    case columns
    /// Parts of a whole.
    case share
    /// A before and an after.
    case slope
    /// One figure, large.
    case number
    /// Values over years, filled down to zero.
    case area
    /// Parts of a sum over years, stacked.
    case stackedArea = "stacked-area"
    /// The series of each period or category side by side, drawn to the right.
    case groupedBars = "grouped-bars"
    /// The series of each period or category stacked, drawn to the right.
    case stackedBars = "stacked-bars"
    /// The series of each period or category side by side, drawn upwards.
    case groupedColumns = "grouped-columns"
    /// The series of each period or category stacked, drawn upwards.
    case stackedColumns = "stacked-columns"
    /// A dot for each value on a common scale.
    case dots
    /// The first and the last value of each series, joined.
    case dumbbell
    /// Pairs of values as points.
    case scatter
    /// How many values are in each of several equal ranges.
    case histogram
    /// A small line chart for each series, all with the same scales.
    case multiples
    /// A row for each series: its name, its curve in a line of blocks, its last value.
    case sparkline
  }

  /// The parts around the picture.
  package struct Parts: OptionSet, Hashable, Sendable {
    /// The bits, one for each part.
    package var rawValue: UInt8
    /// A set of the given bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The title above the picture.
    package static let title = Parts(rawValue: 1)
    /// The line below the title that says unit and period.
    package static let subtitle = Parts(rawValue: 2)
    /// The source line below the picture.
    package static let source = Parts(rawValue: 4)
    /// Marks for events.
    package static let events = Parts(rawValue: 8)
    /// Everything.
    package static let all: Parts = [.title, .subtitle, .source, .events]
  }

  /// Something that happened, to be marked above the plot.
  package struct Mark: Hashable, Sendable {
    /// When.
    package var period: Period
    /// A few letters.
    package var label: String

    /// A mark at a period.
    package init(_ period: Period, _ label: String) {
      self.period = period
      self.label = label
    }

    /// Period and letters.
    var told: String { "\(period.title) \(label)" }
  }

  /// The form of the picture.
  package var kind: Kind
  /// The title: what is measured, or the finding.
  package var title: String
  /// What is measured, if the title is a finding; it then starts the subtitle.
  package var measure = ""
  /// A subtitle to replace unit and years; nil for these.
  package var ownSubtitle: String?
  /// What the values are counted in.
  package var unit: Unit
  /// Whether its values are rates, which change by their own unit instead of percent.
  package var isRate = false
  /// The lines, bars or parts; the first is the main one.
  package var series: [Series]
  /// The measure of the last series, if it differs from the first's; drawn as lines.
  package var second: SecondMeasure?
  /// Values of the report on this same measure, marked on the picture.
  package var overlays: [Series] = []
  /// The positions of each series' values on the horizontal axis, instead of their periods; empty
  /// if periods are used.
  package var positions: [[Double]] = []
  /// What the horizontal axis counts, if not time.
  package var positionTitle = ""
  /// The unit of the horizontal axis, if it is not time; nil for plain numbers.
  package var positionUnit: Unit?
  /// The name of the values, if no series has a name.
  package var valueTitle = ""
  /// The names of the places along the axis, one for each observation of a series; empty if
  /// periods name them.
  package var categories: [String] = []
  /// The names of each series' first and last value, if they have no periods; otherwise empty.
  package var endNames: [String] = []
  /// Whether the values' axis is logarithmic; for values above zero only.
  package var isLogarithmic = false
  /// Whether its values are changes from the period before, in the unit or in percent.
  var isChange = false
  /// Whether these changes are all over the same time.
  var hasEvenSteps = true
  /// The part of the horizontal axis that is shown, in years or positions; nil for all of it.
  package var window: ClosedRange<Double>?
  /// The values on both sides of a part that was cut out, by series; empty if nothing was.
  var beyond: [Beyond] = []
  /// The values that are shown, in the unit; nil for all of them.
  package var limits: ClosedRange<Double>?
  /// Events in this time, the most important first, which get room before the others.
  package var marks: [Mark] = []
  /// Who produced the values, and in what.
  package var source = ""
  /// What replaces the source if there is no room, the longest first: its producers.
  package var shortSources: [String] = []
  /// The highlighted series; nil if there is none.
  package var emphasised: Int?
  /// The stop in `stops` that is read out; nil if there is none.
  package var cursor: Int?
  /// The characters that dots are drawn with.
  package var glyphs = GlyphSet.braille
  /// Whether colours distinguish its series, so that lines need no dashes.
  package var isColoured = false
  /// The place of each series among all series, which decides its colour, stroke and filling, so
  /// that it keeps them while others are hidden; empty if all are shown.
  package var places: [Int] = []
  /// The parts around the picture.
  package var parts = Parts.all

  /// A chart of series in a unit.
  package init(_ kind: Kind, title: String, unit: Unit, series: [Series]) {
    self.kind = kind
    self.title = title
    self.unit = unit
    self.series = series
  }

  /// What is measured.
  package var subject: String { measure.isEmpty ? title : measure }

  /// The distinct periods of the series in order.
  package var periods: [Period] {
    var seen = Set<Period>()
    for line in series {
      for observation in line.observations {
        if let period = observation.period { seen.insert(period) }
      }
    }
    return seen.sorted()
  }

  /// The colour of a series.
  func role(_ index: Int) -> Role { .series(place(index)) }

  /// The place of a series among all series.
  package func place(_ index: Int) -> Int { places.indices.contains(index) ? places[index] : index }

  /// The style of a series' data and labels.
  func style(_ index: Int) -> Style {
    Style(role(index), emphasised == index ? .bold : [])
  }

  /// The order in which series win a cell: the emphasised first, then as given.
  var priorities: [Int] {
    guard let emphasised, series.indices.contains(emphasised) else { return Array(series.indices) }
    return [emphasised] + series.indices.filter { $0 != emphasised }
  }

  /// Whether a value can be drawn: values beyond 1e150 are not measurements.
  package static func isDrawable(_ value: Double) -> Bool { value.magnitude < 1e150 }

  /// Whether there is an axis of values, so that the unit's magnitude is named once.
  var hasAxis: Bool {
    switch kind {
    case .line, .area, .stackedArea, .multiples, .scatter: true
    default: false
    }
  }

  /// The kind that shows values over several periods if this kind has no room; nil for others.
  var substitute: Kind? {
    guard positions.isEmpty, categories.isEmpty, periods.count > 2,
      series.allSatisfy({ $0.observations.allSatisfy { $0.period != nil } })
    else { return nil }
    switch kind {
    case .columns, .groupedColumns, .groupedBars: return series.count == 1 ? .area : .line
    case .stackedColumns, .stackedBars: return values.allSatisfy { $0 >= 0 } ? .stackedArea : .line
    default: return nil
    }
  }

  /// Whether its values are on an axis that can be logarithmic.
  package var hasLogarithmicForm: Bool { [.line, .scatter, .multiples].contains(kind) }

  /// Whether events are marked on its picture.
  package var showsMarks: Bool {
    switch kind {
    case .line, .area, .stackedArea: positions.isEmpty
    default: false
    }
  }

  /// Whether there is a value that can be drawn.
  var hasValues: Bool {
    series.contains { line in
      line.observations.contains { $0.value.map(Self.isDrawable) ?? false }
    }
  }

  /// Every value that can be drawn.
  package var values: [Double] {
    var values: [Double] = []
    for line in series + overlays {
      for observation in line.observations {
        if let value = observation.value, Self.isDrawable(value) { values.append(value) }
      }
    }
    return values
  }

  /// One magnitude for all values.
  var scale: ValueScale {
    ValueScale(values, unit: unit, decimals: decimals)
  }

  /// The most decimals that the source gives of any value.
  var decimals: Int {
    series.reduce(0) { most, line in
      line.observations.reduce(most) { max($0, Int($1.decimals)) }
    }
  }
}
