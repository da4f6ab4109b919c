import Canvas
import Records

extension LineLayout {
  /// The second of two measures that share a picture.
  struct SecondAxis {
    /// The measure on its own.
    package let chart: Chart
    /// Its values, in its own magnitude.
    let numbers: ChartNumbers
    /// Its lowest and highest value.
    let range: ClosedRange<Double>
    /// The first of its series.
    let start: Int

    /// Its unit, as its labels write it.
    var unit: AxisUnit { AxisUnit(numbers.scale) }
  }

  /// Two measures in one picture; nil if one of them has no values.
  ///
  /// The numbers of both are in one list, each in the magnitude of its own axis.
  init?(twoAxes chart: Chart, _ body: Rect) {
    guard let second = chart.second else { return nil }
    let parts = chart.measures.map(\.chart)
    var numbers = ChartNumbers(parts[0])
    let other = ChartNumbers(parts[1])
    guard let range = other.range, let span = numbers.span, let otherSpan = other.span else {
      return nil
    }
    for index in second.start..<chart.series.count { numbers.columns[index] = other.columns[index] }
    numbers.span =
      min(span.lowerBound, otherSpan.lowerBound)...max(span.upperBound, otherSpan.upperBound)
    numbers.hasForward = numbers.hasForward || other.hasForward
    numbers.hasEstimated = numbers.hasEstimated || other.hasEstimated
    numbers.hasMonths = numbers.hasMonths || other.hasMonths
    numbers.hasDays = numbers.hasDays || other.hasDays
    if other.monthsOfPart != numbers.monthsOfPart { numbers.monthsOfPart = 1 }
    var first = chart
    first.second = nil
    self.init(first, numbers, body)
    self.second = SecondAxis(
      chart: parts[1], numbers: other, range: range, start: second.start)
    hasEndLabels = false
  }

  /// Adds both measures, with a legend that names the axis of each series; false without room.
  func addTwoAxes(to scene: inout ChartScene) -> Bool {
    let extent = scene.extent
    let whole = body
    guard
      let rest = scene.addLegend(
        whole, of: shown.filter { numbers.columns[$0].last != nil }, name: name, sample)
    else { return false }
    var layout = self
    layout.body = rest
    guard rest.height >= 4, layout.addPicture(to: &scene) else {
      scene.goBack(to: extent)
      return false
    }
    return true
  }

  /// A series' name with the side of its axis.
  private func name(_ index: Int) -> String {
    let name = chart.series[index].name
    let side = isOnRight(index) ? "right" : "left"
    return name.isEmpty ? side : "\(name) (\(side))"
  }

  /// Whether a series uses the axis at the right.
  func isOnRight(_ index: Int) -> Bool { second.map { index >= $0.start } ?? false }

  /// How the axis of a series names its unit.
  func unit(of index: Int) -> AxisUnit { isOnRight(index) ? second?.unit ?? unit : unit }

  /// The style of an axis' labels: its series' style if it has only one.
  func axisStyle(onRight: Bool) -> Style {
    guard second != nil else { return .faint }
    let own = shown.filter { isOnRight($0) == onRight && numbers.columns[$0].last != nil }
    return own.count == 1 ? Style(chart.role(own[0])) : .faint
  }
}
