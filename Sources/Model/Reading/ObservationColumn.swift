/// The columns of a table of observations, as dossiers and exports have them.
///
/// Each is identified by its index in `names`, by which `Table` finds its cells.
package enum ObservationColumn {
  /// The heading.
  package static let names = [
    "indicator", "series", "period", "value", "qualifier", "source", "locator", "note", "derived",
  ]

  static let (indicator, series, period, value) = (0, 1, 2, 3)
  static let (qualifier, source, locator, note, derived) = (4, 5, 6, 7, 8)
}
