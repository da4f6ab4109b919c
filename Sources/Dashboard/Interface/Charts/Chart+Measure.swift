import Model

extension Chart {
  /// The chart with each series' first value set to 100.
  ///
  /// Series of different units can be compared so. A series whose first value
  /// is not above zero cannot be counted from it and is left without values.
  public func indexed() -> Chart {
    measured(Unit(id: "index", title: "index, first value = 100")) { value, first in
      first > 0 ? value / first * 100 : nil
    }
  }

  /// The chart with each series' change since its first value, in percent.
  ///
  /// Percentages change by percentage points, which are no percent of them.
  public func changes() -> Chart {
    let isPercent = unit.suffix == "%"
    return measured(
      Unit(
        id: "change",
        title: isPercent ? "points since the first value" : "percent since the first value",
        suffix: isPercent ? "" : "%")
    ) { value, first in
      isPercent ? value - first : first > 0 ? (value / first - 1) * 100 : nil
    }
  }

  private func measured(
    _ unit: Unit, _ change: (_ value: Double, _ first: Double) -> Double?
  ) -> Chart {
    var chart = self
    chart.unit = unit
    chart.overlays = []
    chart.limits = nil
    for index in chart.series.indices {
      let first = series[index].observations.first { $0.value != nil }
      for row in chart.series[index].observations.indices {
        let value = chart.series[index].observations[row].value
        chart.series[index].observations[row].decimals = 1
        chart.series[index].observations[row].value = value.flatMap { value in
          first?.value.flatMap { change(value, $0) }
        }
      }
    }
    return chart
  }
}
