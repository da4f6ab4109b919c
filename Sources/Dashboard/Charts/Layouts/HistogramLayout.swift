import Canvas
import Query
import Records
import Text

/// How many values are in each of several equal ranges, as columns.
struct HistogramLayout {
  package let chart: Chart
  private let values: [Double]

  init(_ chart: Chart) {
    self.chart = chart
    let scale = chart.scale
    values = chart.series.flatMap { series in
      series.observations.compactMap { observation in
        observation.value.flatMap { Chart.isDrawable($0) ? scale.scaled($0) : nil }
      }
    }
  }

  /// The lower edges of equal ranges on multiples of a round step, about as many as the square root
  /// of the number of values, and how many values are in each.
  static func bins(_ values: [Double], most: Int) -> (first: Double, step: Double, counts: [Int]) {
    guard let low = values.min(), let high = values.max(), most > 0 else { return (0, 1, []) }
    let range = Ticks.extended(low...high, fromZero: false)
    let span = high > low ? high - low : range.upperBound - range.lowerBound
    let wanted = min(Double(most), max(5, Double(values.count).squareRoot().rounded(.up)))
    let exponent = ChartMath.whole(ChartMath.log10(span / wanted).rounded(.down))
    for power in (exponent - 1)...(exponent + 3) {
      for number in [1, 2, 2.5, 5] {
        let step = number * ChartMath.power10(Double(power))
        guard step > 0, step.isFinite, step * wanted >= span * 0.999 else { continue }
        let first = (low / step).rounded(.down)
        let count = (high / step).rounded(.down) - first + 1
        guard first.magnitude < 1e15, count <= Double(most), count >= 1 else { continue }
        var counts = [Int](repeating: 0, count: Int(count))
        for value in values {
          let place = ChartMath.whole((value / step).rounded(.down) - first)
          counts[min(max(place, 0), counts.count - 1)] += 1
        }
        // A highest value on an edge belongs to the range below it.
        if counts.count > 1, let last = counts.last, values.count(where: { $0 == high }) == last,
          (high / step).rounded() * step == high
        {
          counts.removeLast()
          counts[counts.count - 1] += last
        }
        return (first * step, step, counts)
      }
    }
    return (0, 1, [])
  }

  /// Adds the columns; false if they find no room.
  func add(to scene: inout ChartScene, in rect: Rect) -> Bool {
    let (first, step, counts) = Self.bins(values, most: max(1, min(40, (rect.width - 8) / 2)))
    guard let most = counts.max(), most > 0, rect.height >= 4, rect.width >= 16 else {
      return false
    }
    let width = min(12, (rect.width - 8) / counts.count)
    let unit = AxisUnit(chart.scale)
    // A row above for counts, one each for the base and the edges, and one for the unit.
    let hasUnitRow = !unit.label.isEmpty && unit.label.columns <= rect.width && rect.height >= 7
    let rows = rect.height - 3 - (hasUnitRow ? 1 : 0)
    let perUnit = Double(rows) * 8 / Double(most)
    let area = Rect(
      x: rect.x + 4, y: rect.y + 1, width: width * counts.count, height: rows)
    var plot = ChartScene.Plot(area)
    plot.rules.append(
      .init(role: .zero, x: area.x, y: area.bottom, length: area.width, isHorizontal: true))
    for (index, count) in counts.enumerated() {
      let x = area.x + index * width
      let eighths = BarFill.eighths(Double(count), perUnit, isWhole: chart.glyphs.isASCII)
      // An empty column separates columns if there is room.
      let drawn = width > 2 ? width - 1 : width
      plot.bars.append(
        ChartScene.Bar(
          series: 0, value: Double(count), direction: .up, x: x * 8,
          y: area.bottom * 8 - eighths, width: drawn * 8, height: eighths, isForward: false,
          filling: 0, style: chart.style(0)))
      let text = DecimalText.text(Double(count), decimals: 0)
      if count > 0, text.columns <= drawn {
        let cells = BarFill.cells(eighths)
        scene.add(
          .value, text, x + (drawn - text.columns) / 2, area.bottom - 1 - cells, series: 0)
      }
    }
    if hasUnitRow {
      scene.add(
        .unit, unit.label, max(rect.x, min(area.right, rect.right) - unit.label.columns),
        area.bottom + 2, .faint)
    } else {
      scene.omit(.unit, unit.label)
    }
    addEdges(first, step, counts.count, width, area, rect, to: &scene)
    scene.plots.append(plot)
    return true
  }

  /// Labels as many edges as there is room for.
  private func addEdges(
    _ first: Double, _ step: Double, _ count: Int, _ width: Int, _ area: Rect, _ rect: Rect,
    to scene: inout ChartScene
  ) {
    let decimals = ChartMath.decimals(of: step)
    let labels = (0...count).map {
      AxisUnit(chart.scale).text(DecimalText.text(first + Double($0) * step, decimals: decimals))
    }
    let widest = labels.reduce(0) { max($0, $1.columns) }
    guard widest > 0 else { return }
    let every = (widest + 2 + width - 1) / width
    for index in stride(from: 0, through: count, by: every) {
      let label = labels[index]
      let x = area.x + index * width - label.columns / 2
      if x >= rect.x, x + label.columns <= rect.right {
        scene.add(.tick, label, x, area.bottom + 1, .faint)
      }
    }
  }
}
