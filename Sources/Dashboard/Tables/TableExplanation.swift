import Records
package import Text

/// What was decided about a table and why, for `--explain`.
package struct TableExplanation {
  private let table: DataTable
  private let plan: TablePlan
  private let data: DataSeries

  /// Explains how a table is read for a request.
  ///
  /// - Throws: `DataFault` for whatever `TableChart` refuses.
  package init(_ table: DataTable, _ request: TableRequest) throws(DataFault) {
    self.table = table
    plan = try TablePlan(table, request)
    data = try table.read(plan, request)
  }

  private var decisions: [TableDecision] {
    var decisions = table.decisions.filter { !$0.subject.hasPrefix("column ") }
    decisions.append(.init("shape", plan.shape, because: plan.reason, option: "--x, --y, --series"))
    let series = plan.dimensions.map { "'\(table.columns[$0].name)'" }
    if !series.isEmpty {
      decisions.append(
        .init(
          "series", series.joined(separator: " and "),
          because: "the fewest columns that tell rows at the same place apart",
          option: "--series"))
    }
    if let frequency = frequency {
      decisions.append(
        .init(
          "frequency", frequency, because: "the length of most periods", option: "--frequency"))
    }
    return decisions
  }

  private var frequency: String? {
    var counts: [TableRequest.Frequency: Int] = [:]
    for line in data.series {
      for observation in line.observations {
        if let length = observation.period?.frequency { counts[length, default: 0] += 1 }
      }
    }
    return counts.max { $0.value < $1.value }?.key.rawValue
  }

  private var notes: [String] { table.notes + data.notes }

  private var valueCount: Int {
    data.series.reduce(0) { $0 + $1.observations.count { $0.value != nil } }
  }

  /// What was decided, as lines of text.
  package var text: String {
    var lines: [String] = ["Decided:"]
    let all = decisions
    let width = all.map(\.subject.count).max() ?? 0
    for decision in all {
      let subject = decision.subject.padded(to: width)
      lines.append("  \(subject)  \(decision.choice): \(decision.reason)" + hint(decision))
    }
    lines.append("")
    lines.append("Columns:")
    for (index, column) in table.columns.prefix(200).enumerated() {
      lines.append("  \(index + 1)  \(column.name): \(column.role.rawValue), \(column.reason)")
    }
    if table.columns.count > 200 { lines.append("  and \(table.columns.count - 200) more") }
    lines.append("")
    lines.append("Read: \(valueCount) values in \(data.series.count) series")
    for line in data.series.prefix(10) where !line.name.isEmpty { lines.append("  \(line.name)") }
    if data.series.count > 10 { lines.append("  and \(data.series.count - 10) more") }
    lines.append("")
    lines.append("Left out or doubtful:")
    lines += notes.isEmpty ? ["  nothing"] : notes.map { "  the table \($0)" }
    for remark in table.above + table.below {
      lines.append("  line \(remark.line): \(remark.text)")
    }
    return lines.map { CleanText.line($0) }.joined(separator: "\n") + "\n"
  }

  private func hint(_ decision: TableDecision) -> String {
    guard !decision.option.isEmpty else { return "" }
    return decision.isDoubtful
      ? " (doubtful; \(decision.option) decides otherwise)" : " (\(decision.option))"
  }

  /// What was decided, as JSON.
  package var json: JSONObject {
    [
      "decisions": decisions.map { decision -> JSONObject in
        [
          "subject": decision.subject, "choice": decision.choice, "reason": decision.reason,
          "option": decision.option, "doubtful": decision.isDoubtful,
        ]
      },
      "columns": table.columns.enumerated().map { index, column -> JSONObject in
        [
          "number": index + 1, "name": column.name, "role": column.role.rawValue,
          "reason": column.reason, "values": column.facts.known,
        ]
      },
      "series": data.series.map(\.name), "values": valueCount, "leftOut": notes,
      "remarks": (table.above + table.below).map { remark -> JSONObject in
        ["line": remark.line, "text": remark.text]
      },
    ]
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
