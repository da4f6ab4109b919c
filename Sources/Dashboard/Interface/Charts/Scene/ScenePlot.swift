extension ChartScene {
  /// One picture: its axes and what is drawn between them.
  public struct Plot: Sendable {
    /// Its cells.
    public var area: Rect
    /// Values along its bottom; nil if names are there.
    public var across: Axis?
    /// Values along its side; nil if names are there.
    public var up: Axis?
    /// Values of a second measure along its right side; nil for most.
    public var right: Axis?
    /// The curves, one for each series that has values.
    public var lines: [Line] = []
    /// The filled shapes below curves, the lowest of a stack first.
    public var areas: [Area] = []
    /// The bars and columns.
    public var bars: [Bar] = []
    /// Values with a sign of their own, drawn over curves.
    public var points: [Point] = []
    /// Thin straight lines behind the data.
    public var rules: [Rule] = []
    /// The order in which series win a cell, the first of all first.
    public var order: [Int] = []

    /// An empty picture.
    public init(_ area: Rect) { self.area = area }

    /// The axis of a curve's values.
    public func axis(of line: Line) -> Axis? { line.isOnRight ? right : up }
  }

  /// Values along one side of a plot.
  public struct Axis: Sendable {
    /// What its values are.
    public enum Kind: String, Sendable {
      case linear, log, time
    }

    /// A labelled value.
    public struct Tick: Hashable, Sendable {
      /// The value, or the position in years.
      public var value: Double
      /// Its column or row in the plot.
      public var cell: Int
      /// The text there.
      public var label: String

      /// A value with its label.
      public init(value: Double, cell: Int, label: String) {
        self.value = value
        self.cell = cell
        self.label = label
      }
    }

    /// What its values are.
    public var kind: Kind
    /// Values to dots, from the left or from the bottom; of logarithms where the kind says so.
    public var scale: Scale
    /// The labelled values, from the lowest.
    public var ticks: [Tick]
    /// The distance between labelled values; 0 if it varies.
    public var step: Double

    /// The place of a value in dots, from the left or the bottom.
    ///
    /// The first dot reaches from 0 to 1. Not finite for values that the axis cannot show.
    public func place(_ value: Double) -> Double {
      ((kind == .log ? ChartMath.log10(value) : value) - scale.origin) / scale.perDot
    }

    /// The dot of a value, kept inside the axis.
    public func dot(_ value: Double) -> Int {
      scale.dot(kind == .log ? ChartMath.log10(value) : value)
    }

    /// The value at the middle of a dot.
    public func value(_ dot: Int) -> Double {
      kind == .log ? ChartMath.power10(scale.value(dot)) : scale.value(dot)
    }
  }

  /// A curve.
  public struct Line: Sendable {
    /// The series.
    public var series: Int
    /// Its dashes and marks.
    public var stroke: Stroke
    /// Whether its values use the axis at the right.
    public var isOnRight = false
    /// The places of its values on the horizontal axis.
    public var x: [Double]
    /// Its values, in the axis's magnitude; not a number for a gap.
    public var y: [Double]
    /// The places of values that were not yet measured, in order.
    public var forward: [Int] = []
    /// Where it enters from a value before the part that is shown, and leaves towards one after it.
    var entry, exit: ChartNumbers.Column.End?
    /// The strokes in dots, clipped to the plot, in order.
    public var strokes: [Segment] = []
  }

  /// A straight stroke between two dots, both included.
  public struct Segment: Hashable, Sendable {
    /// The first dot.
    public var x0, y0: Int32
    /// The last dot.
    public var x1, y1: Int32
    /// Whether it leads to a value that was not yet measured.
    public var isForward: Bool
    /// Whether its ends are values, whose dots are always set.
    public var marksEnds: Bool
  }

  /// A filled shape between two heights in every dot column.
  public struct Area: Sendable {
    /// The series.
    public var series: Int
    /// Its filling, which distinguishes series without colour.
    public var filling = 0
    /// The first dot column of the shape.
    public var start: Int
    /// For each dot column the place of the values, in dots from the plot's top; -1 for none.
    public var tops: [Int32]
    /// For each dot column the place of the base, in dots from the plot's top.
    public var bases: [Int32]
  }

  /// A bar or a column.
  public struct Bar: Hashable, Sendable {
    /// The direction from its base to its end.
    public enum Direction: String, Sendable {
      case right, left, up, down
    }

    /// The series.
    public var series: Int
    /// Its value, in the unit of the data.
    public var value: Double
    /// The direction from its base to its end.
    public var direction: Direction
    /// Its rectangle, in eighths of a cell from the scene's top left.
    public var x, y, width, height: Int
    /// Where it begins and ends in its direction, in cells from the scene's left or top.
    ///
    /// For parts, whose borders may be within a cell; nil if the rectangle is exact.
    public var exact: ClosedRange<Double>?
    /// Whether its value was not yet measured.
    public var isForward: Bool
    /// Its filling, which distinguishes series without colour; 0 is solid.
    public var filling: Int
    /// How it looks.
    public var style: Style
  }

  /// A value with a sign of its own.
  public struct Point: Hashable, Sendable {
    /// The sign.
    public enum Sign: String, Sendable {
      case measured, forward, estimated, report, square, hollowSquare, triangle, hollowTriangle
      case cross, diamond

      /// The sign of a series among points.
      static func series(_ index: Int) -> Sign {
        let signs: [Sign] = [
          .measured, .hollowSquare, .triangle, .cross, .square, .diamond, .hollowTriangle,
        ]
        return signs[((index % signs.count) + signs.count) % signs.count]
      }
    }

    /// The series; nil for a value of the report.
    public var series: Int?
    /// The sign.
    public var sign: Sign
    /// The value on each axis.
    public var x, y: Double
    /// The dot, from the plot's top left.
    public var column, row: Int
    /// How it looks.
    public var style: Style
  }

  /// A thin straight line over whole cells.
  public struct Rule: Hashable, Sendable {
    /// What it marks.
    public enum Role: String, Sendable {
      case grid, zero, event, cursor, range, tick
    }

    /// What it marks.
    public var role: Role
    /// Its first cell, from the scene's top left.
    public var x, y: Int
    /// How many cells it takes.
    public var length: Int
    /// Whether it runs across.
    public var isHorizontal: Bool
  }
}
