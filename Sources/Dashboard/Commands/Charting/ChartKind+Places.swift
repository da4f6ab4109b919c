import Interface

extension Chart.Kind {
  /// Whether the kind draws places with names, so that numbers along its axis are names.
  var namesPlaces: Bool {
    switch self {
    case .bars, .columns, .share, .slope, .number, .groupedBars, .stackedBars, .groupedColumns,
      .stackedColumns, .dots, .dumbbell:
      true
    case .line, .area, .stackedArea, .scatter, .histogram, .multiples, .sparkline: false
    }
  }

  /// Whether it tells places apart by series and not by categories.
  var drawsSeriesEach: Bool {
    switch self {
    case .bars, .columns, .share, .slope, .number, .dumbbell: true
    default: false
    }
  }
}
