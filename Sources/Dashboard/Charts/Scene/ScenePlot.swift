package import Canvas

extension ChartScene {
  /// One picture: its axes and what is drawn between them.
  package struct Plot: Sendable {
    /// Its cells.
    package var area: Rect
    /// Values along its bottom; nil if names are there.
    package var across: Axis?
    /// Values along its side; nil if names are there.
    package var up: Axis?
    /// Values of a second measure along its right side; nil for most.
    package var right: Axis?
    /// The curves, one for each series that has values.
    package var lines: [Line] = []
    /// The filled shapes below curves, the lowest of a stack first.
    package var areas: [Area] = []
    /// The bars and columns.
    package var bars: [Bar] = []
    /// Values with a sign of their own, drawn over curves.
    package var points: [DataPoint] = []
    /// Thin straight lines behind the data.
    package var rules: [Rule] = []
    /// The order in which series win a cell, the first of all first.
    package var order: [Int] = []

    /// An empty picture.
    package init(_ area: Rect) { self.area = area }

    /// The axis of a curve's values.
    package func axis(of line: Line) -> Axis? { line.isOnRight ? right : up }
  }

  /// Values along one side of a plot.
  package struct Axis: Sendable {
    /// What its values are.
    package enum Kind: String, Sendable {
      case linear, log, time
    }

    /// A labelled value.
    package struct Tick: Hashable, Sendable {
      /// The value, or the position in years.
      package var value: Double
      /// Its column or row in the plot.
      package var cell: Int
      /// The text there.
      package var label: String

      /// A value with its label.
      package init(value: Double, cell: Int, label: String) {
        self.value = value
        self.cell = cell
        self.label = label
      }
    }

    /// What its values are.
    package var kind: Kind
    /// Values to dots, from the left or from the bottom; of logarithms if the kind says so.
    package var scale: Scale
    /// The labelled values, from the lowest.
    package var ticks: [Tick]
    /// The distance between labelled values; 0 if it varies.
    package var step: Double

    /// The place of a value in dots, from the left or the bottom.
    ///
    /// The first dot reaches from 0 to 1. Not finite for values that the axis cannot show.
    package func place(_ value: Double) -> Double {
      ((kind == .log ? ChartMath.log10(value) : value) - scale.origin) / scale.perDot
    }

    /// The dot of a value, kept inside the axis.
    package func dot(_ value: Double) -> Int {
      scale.dot(kind == .log ? ChartMath.log10(value) : value)
    }

    /// The value at the middle of a dot.
    package func value(_ dot: Int) -> Double {
      kind == .log ? ChartMath.power10(scale.value(dot)) : scale.value(dot)
    }
  }

  /// A curve.
  package struct Line: Sendable {
    /// The series.
    package var series: Int
    /// Its dashes and marks.
    package var stroke: Stroke
    /// Whether its values use the axis at the right.
    var isOnRight = false
    /// The places of its values on the horizontal axis.
    package var x: [Double]
    /// Its values, in the axis's magnitude; not a number for a gap.
    package var y: [Double]
    /// The places of values that were not yet measured, in order.
    package var forward: [Int] = []
    /// Where it enters from a value before the part that is shown, and leaves towards one after it.
    var entry, exit: ChartNumbers.Column.End?
    /// The strokes in dots, clipped to the plot, in order.
    package var strokes: [Segment] = []
  }

  /// A straight stroke between two dots, both included.
  package struct Segment: Hashable, Sendable {
    /// The first dot.
    package var x0, y0: Int32
    /// The last dot.
    package var x1, y1: Int32
    /// Whether it leads to a value that was not yet measured.
    package var isForward: Bool
    /// Whether its ends are values, whose dots are always set.
    package var marksEnds: Bool
  }

  /// A filled shape between two heights in every dot column.
  package struct Area: Sendable {
    /// The series.
    package var series: Int
    /// Its filling, which distinguishes series without colour.
    package var filling = 0
    /// The first dot column of the shape.
    package var start: Int
    /// For each dot column the place of the values, in dots from the plot's top; -1 for none.
    package var tops: [Int32]
    /// For each dot column the place of the base, in dots from the plot's top.
    package var bases: [Int32]
  }

  /// A bar or a column.
  package struct Bar: Hashable, Sendable {
    /// The direction from its base to its end.
    package enum Direction: String, Sendable {
      case right, left, up, down
    }

    /// The series.
    package var series: Int
    /// Its value, in the unit of the data.
    package var value: Double
    /// The direction from its base to its end.
    package var direction: Direction
    /// Its rectangle, in eighths of a cell from the scene's top left.
    package var x, y, width, height: Int
    /// Where it begins and ends in its direction, in cells from the scene's left or top.
    ///
    /// For parts, whose borders may be within a cell; nil if the rectangle is exact.
    package var exact: ClosedRange<Double>?
    /// Whether its value was not yet measured.
    package var isForward: Bool
    /// Its filling, which distinguishes series without colour; 0 is solid.
    package var filling: Int
    /// How it looks.
    package var style: Style
  }

  /// A value with a sign of its own.
  package struct DataPoint: Hashable, Sendable {
    /// The sign.
    package enum Sign: String, Sendable {
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
    package var series: Int?
    /// The sign.
    package var sign: Sign
    /// The value on each axis.
    package var x, y: Double
    /// The dot, from the plot's top left.
    package var column, row: Int
    /// How it looks.
    package var style: Style
  }

  /// A thin straight line over whole cells.
  package struct Rule: Hashable, Sendable {
    /// What it marks.
    package enum Role: String, Sendable {
      case grid, zero, event, cursor, range, tick
    }

    /// What it marks.
    package var role: Role
    /// Its first cell, from the scene's top left.
    package var x, y: Int
    /// How many cells it takes.
    package var length: Int
    /// Whether it runs across.
    var isHorizontal: Bool
  }
}
