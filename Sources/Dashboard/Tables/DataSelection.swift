/// The part of a table to draw.
package struct DataSelection: Sendable {
  /// What is along the axis.
  package enum Axis: Sendable {
    /// Years, months and dates.
    case periods
    /// Any numbers.
    case numbers
    /// Names, in order of appearance.
    case names
    /// The numbers of the rows.
    case rows
  }

  /// The column along the axis; nil for row numbers.
  package var x: Int?
  /// The columns of values.
  package var y: [Int]
  /// The column that names the series of a long table; nil for a wide one.
  package var series: Int?
  /// What is along the axis.
  package var axis: Axis

  /// A selection of columns by index.
  package init(x: Int?, y: [Int], series: Int? = nil, axis: Axis) {
    self.x = x
    self.y = y
    self.series = series
    self.axis = x == nil ? .rows : axis
  }
}
