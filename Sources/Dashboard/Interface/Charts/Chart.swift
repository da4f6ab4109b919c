public import Model

/// A chart as data: everything that is drawn, and nothing about where.
public struct Chart: Sendable {
  /// The form of the picture.
  public enum Kind: String, CaseIterable, Sendable {
    /// Values over years.
    case line
    /// Named values side by side, drawn to the right.
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
    /// Parts of a sum over years, one upon the other.
    case stackedArea = "stacked-area"
    /// The series of each period or category side by side, drawn to the right.
    case groupedBars = "grouped-bars"
    /// The series of each period or category one after the other, drawn to the right.
    case stackedBars = "stacked-bars"
    /// The series of each period or category side by side, drawn upwards.
    case groupedColumns = "grouped-columns"
    /// The series of each period or category one upon the other, drawn upwards.
    case stackedColumns = "stacked-columns"
    /// A dot for each value on a common scale.
    case dots
    /// The first and the last value of each series, joined.
    case dumbbell
    /// Pairs of values as points.
    case scatter
    /// How many values lie in each of several equal ranges.
    case histogram
    /// A small line chart for each series, all with the same scales.
    case multiples
    /// A row for each series: its name, its course in a line of blocks, its last value.
    case sparkline
  }

  /// What stands around the picture.
  public struct Parts: OptionSet, Hashable, Sendable {
    /// The bits, one for each part.
    public var rawValue: UInt8
    /// A set of the given bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The title above the picture.
    public static let title = Parts(rawValue: 1)
    /// The line below the title that says unit and period.
    public static let subtitle = Parts(rawValue: 2)
    /// The source line below the picture.
    public static let source = Parts(rawValue: 4)
    /// Marks for events.
    public static let events = Parts(rawValue: 8)
    /// Everything.
    public static let all: Parts = [.title, .subtitle, .source, .events]
  }

  /// Something that happened, to be marked above the plot.
  public struct Mark: Hashable, Sendable {
    /// When.
    public var period: Period
    /// A few letters.
    public var label: String

    /// A mark at a period.
    public init(_ period: Period, _ label: String) {
      self.period = period
      self.label = label
    }

    /// Period and letters.
    var told: String { "\(period.title) \(label)" }
  }

  /// The form of the picture.
  public var kind: Kind
  /// What is measured, or what was found.
  public var title: String
  /// What stands below the title in place of unit and years; nil for these.
  public var ownSubtitle: String?
  /// What the values are counted in.
  public var unit: Unit
  /// The lines, bars or parts; the first is the main one.
  public var series: [Series]
  /// The measure of the last series where it is another than the first's; drawn in lines.
  public var second: SecondMeasure?
  /// Values of the report on this same measure, marked on the picture.
  public var overlays: [Series] = []
  /// Where the values of each series stand on the horizontal axis, in place of their periods;
  /// empty where periods count.
  public var positions: [[Double]] = []
  /// What the horizontal axis counts where it is not time.
  public var positionTitle = ""
  /// The unit of the horizontal axis where it is not time; nil for plain numbers.
  public var positionUnit: Unit?
  /// What the values are called where no series' name says it.
  public var valueTitle = ""
  /// The names of the places along the axis, one for each observation of a series; empty where
  /// periods name them.
  public var categories: [String] = []
  /// What the first and the last value of each series are called where they have no periods; empty
  /// where they have, or for other kinds.
  public var endNames: [String] = []
  /// Whether the values' axis counts by factors of ten; for values above zero only.
  public var isLogarithmic = false
  /// Whether its values are changes from the period before, in the unit or in percent.
  var isChange = false
  /// Whether these changes are all over the same time.
  var hasEvenSteps = true
  /// The part of the horizontal axis that is shown, in years or positions; nil for all of it.
  public var window: ClosedRange<Double>?
  /// What lies on both sides of a part that was cut out, by series; empty where nothing was.
  var beyond: [Beyond] = []
  /// The values that are shown, in the unit; nil for all of them.
  public var limits: ClosedRange<Double>?
  /// What happened meanwhile, the most important first: those find room before the others.
  public var marks: [Mark] = []
  /// Who produced the values, and in what.
  public var source = ""
  /// What stands in place of the source where it finds no room, the longest first: its producers.
  public var shortSources: [String] = []
  /// The series that stands out; nil for none in particular.
  public var emphasised: Int?
  /// The stop in `stops` that is read out; nil for none.
  public var cursor: Int?
  /// The characters that dots are drawn with.
  public var glyphs = GlyphSet.braille
  /// The accent of the first series; the others follow.
  public var accent = 0
  /// The place of each series among all that there are, from which it has its colour, its stroke
  /// and its filling, so that it keeps them while others are hidden; empty where all are shown.
  public var places: [Int] = []
  /// What stands around the picture.
  public var parts = Parts.all

  /// A chart of series in a unit.
  public init(_ kind: Kind, title: String, unit: Unit, series: [Series]) {
    self.kind = kind
    self.title = title
    self.unit = unit
    self.series = series
  }

  /// The distinct periods of the series in order.
  public var periods: [Period] {
    var seen = Set<Period>()
    for line in series {
      for observation in line.observations {
        if let period = observation.period { seen.insert(period) }
      }
    }
    return seen.sorted()
  }

  /// The colour of a series.
  func role(_ index: Int) -> Role { .accent(accent &+ place(index)) }

  /// The place of a series among all that there are.
  func place(_ index: Int) -> Int { places.indices.contains(index) ? places[index] : index }

  /// The style of a series' data and labels.
  func style(_ index: Int) -> Style {
    Style(role(index), emphasised == index ? .bold : [])
  }

  /// The order in which series win a cell: the emphasised first, then as given.
  var priorities: [Int] {
    guard let emphasised, series.indices.contains(emphasised) else { return Array(series.indices) }
    return [emphasised] + series.indices.filter { $0 != emphasised }
  }

  /// Whether a value can be drawn: sizes beyond 1e150 are no measurement.
  static func isDrawable(_ value: Double) -> Bool { value.magnitude < 1e150 }

  /// Whether values stand along an axis, so that the unit's magnitude is told once.
  var hasAxis: Bool {
    switch kind {
    case .line, .area, .stackedArea, .multiples, .scatter: true
    default: false
    }
  }

  /// What shows values over several periods where the kind's own picture has no room; nil for
  /// others.
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

  /// Whether its values stand on an axis that can count by factors of ten.
  public var hasLogarithmicForm: Bool { [.line, .scatter, .multiples].contains(kind) }

  /// Whether events are marked on its picture.
  public var showsMarks: Bool {
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
  var values: [Double] {
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
