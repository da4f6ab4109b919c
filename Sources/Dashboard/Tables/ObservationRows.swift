import Records
import Text

extension DataTable {
  /// The values of a table as rows of observations, and what was left out.
  ///
  /// - Throws: `DataFault` for whatever cannot be read.
  package func observations(
    _ request: TableRequest, indicator: String, source: String
  ) throws(DataFault) -> (rows: [[String: String]], isOverTime: Bool, notes: [String]) {
    var request = request
    request.isComplete = true
    let plan = try TablePlan(self, request)
    guard plan.axis == .periods || plan.axis == .names else {
      throw DataFault("has neither periods nor names along the axis, which observations need")
    }
    let data = try read(plan, request)
    var rows: [[String: String]] = []
    for line in data.series {
      for (index, observation) in line.observations.enumerated() {
        var series = line.name
        if data.categories.indices.contains(index) {
          series = [data.categories[index], line.name].filter { !$0.isEmpty }
            .joined(separator: ", ")
        }
        rows.append([
          "indicator": indicator, "series": series,
          "period": observation.period?.description ?? "",
          "value": observation.value.flatMap { $0.digits(decimals: Int(observation.decimals)) }
            ?? "",
          "qualifier": observation.qualifiers.names.joined(separator: ";"),
          "source": source, "note": CleanText.line(observation.note),
        ])
      }
    }
    // A cell without a value says nothing unless a note says why.
    rows.removeAll { $0["value"] == "" && $0["note"] == "" }
    return (rows, plan.axis == .periods, notes + data.notes)
  }
}
