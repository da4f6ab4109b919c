/// What was read of a table, ready to be drawn.
public struct DataSeries: Sendable {
  /// The series in order of first appearance.
  public var series: [Series] = []
  /// The places of each series' values on an axis of numbers; empty for other axes.
  public var positions: [[Double]] = []
  /// The names along the axis, one for each observation of every series; empty for other axes.
  public var categories: [String] = []
  /// The sign of the unit that all values carry: `%`; nil for none.
  public var sign: String?
  /// What was left out, as ends of sentences that start with the table's name.
  public var notes: [String] = []
}
