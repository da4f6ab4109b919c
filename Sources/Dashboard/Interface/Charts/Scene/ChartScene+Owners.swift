extension ChartScene {
  /// The series that each cell of a plot shows data of, row by row; -1 for none.
  ///
  /// A report's own value belongs to no series, so its cell is -1.
  func owners(of plot: Plot) -> [Int16] {
    let area = plot.area
    var owners = [Int16](repeating: -1, count: area.width * area.height)
    func set(_ x: Int, _ y: Int, _ series: Int) {
      guard x >= 0, y >= 0, x < area.width, y < area.height else { return }
      owners[y * area.width + x] = Int16(clamping: series)
    }
    var field: DotField?
    if !plot.lines.isEmpty || !plot.areas.isEmpty {
      let dots = DotField(plot, glyphs)
      owners = dots.owners
      field = dots
    }
    for bar in plot.bars where bar.width > 0 && bar.height > 0 {
      for y in (bar.y / 8)..<((bar.y + bar.height + 7) / 8) {
        for x in (bar.x / 8)..<((bar.x + bar.width + 7) / 8) {
          set(x - area.x, y - area.y, bar.series)
        }
      }
    }
    for point in plot.points {
      let (x, y) = (point.column / glyphs.across, point.row / glyphs.down)
      if field?.yields(x, y, to: point) == false { continue }
      set(x, y, point.series ?? -1)
    }
    return owners
  }
}
