import Reading
import Records

extension DataTable {
  /// Reads the values of all rows as a plan and a request say; cells that are not numbers become
  /// gaps and are counted.
  ///
  /// - Throws: `DataFault` for a condition or choice that does not fit, and if no value is left.
  func read(_ plan: TablePlan, _ request: TableRequest) throws(DataFault) -> DataSeries {
    var data = DataSeries()
    var fault: DataFault?
    grid.bytes.withUnsafeBufferPointer { bytes in
      do throws(DataFault) {
        var reader = try TableReader(self, plan, request, bytes)
        try reader.read()
        data = reader.result
        try TableChoice(request, plan.axis).apply(to: &data, reader)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    if plan.axis == .periods {
      noteRepeats(&data)
      if let x = plan.x { noteOrder(columns[x].facts, &data) }
      if let start = plan.fiscalStart,
        let month = Period.month(start, of: 2000)?.title.prefix(while: { $0 != " " })
      {
        data.notes.append(
          "has fiscal years, which begin in \(month): \(month) of 2023 is \(month) 2022")
      }
    } else if plan.hasClocks {
      data.notes.append(
        "has times of day, each drawn as a name (--every day --by mean draws days)")
    }
    return data
  }

  /// Everything, with the columns that are drawn when none is named.
  package func readAll(_ request: TableRequest = TableRequest()) throws(DataFault) -> DataSeries {
    try read(try TablePlan(self, request), request)
  }

  /// Reports how ambiguous dates were read.
  private func noteOrder(_ facts: ColumnFacts, _ data: inout DataSeries) {
    guard var text = facts.doubtfulDate, let date = text.withUTF8({ facts.reader.period($0) })
    else { return }
    let order = facts.reader.isDayFirst ? "day before the month" : "month before the day"
    data.notes.append(
      "is read with the \(order): \(text) is \(date.title); write \(date)")
  }

  /// Reports series with several values for one period, all of which are drawn.
  private func noteRepeats(_ data: inout DataSeries) {
    for line in data.series {
      let periods = line.observations.compactMap(\.period)
      // Most tables are sorted by period without repetition.
      if zip(periods, periods.dropFirst()).allSatisfy({ $0 < $1 }) { continue }
      var seen: Set<Period> = []
      guard let twice = periods.first(where: { !seen.insert($0).inserted }) else { continue }
      let name = line.name.isEmpty ? "" : " of '\(line.name)'"
      data.notes.append(
        "has several values\(name) for \(twice.title); all are drawn (--series names a column "
          + "that tells them apart)")
      return
    }
  }
}
