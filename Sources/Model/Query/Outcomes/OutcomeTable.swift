package import Records

extension RecordTable {
  /// Recommendations, one in each row, with what became of them where the dossier says so.
  package init(
    recommendations: [Recommendation], _ told: DayOutcomes, in catalogue: Catalogue
  ) {
    let table = RecordTable(
      .recommendation, records: recommendations.map(Record.recommendation), in: catalogue)
    guard !told.outcomes.isEmpty else {
      self = table
      return
    }
    let place = table.briefColumns
    var columns = table.columns
    columns.insert(contentsOf: ["status", "extent", "remarks"], at: place)
    var rows = table.rows
    for (index, item) in recommendations.enumerated() {
      guard told.outcomes.isFollowed(item) else {
        rows[index].insert(contentsOf: [.text(""), .text(""), .list([])], at: place)
        continue
      }
      let outcome = told.outcomes.outcome(of: item.id, on: told.day)
      rows[index].insert(
        contentsOf: [
          .text(outcome.status.rawValue), .text(outcome.summary.extent?.rawValue ?? ""),
          .list(outcome.remarks),
        ], at: place)
    }
    self.init(columns: columns, rows: rows, briefColumns: place + 3)
  }

  /// The current judgements of recommendations on a day, one in each row.
  package init(
    judgementsOf recommendations: [Recommendation], _ outcomes: Outcomes, on day: Period.Point,
    in catalogue: Catalogue
  ) {
    var rows: [[Cell]] = []
    for item in recommendations {
      let outcome = outcomes.outcome(of: item.id, on: day)
      let remarks = outcome.remarks
      for row in outcome.judgements {
        rows.append(
          [.text(catalogue.number(item)), .text(item.title)]
            + row.cells(in: catalogue, Cell.list(row.id == outcome.headline?.id ? remarks : [])))
      }
    }
    self.init(
      columns: ["number", "title", "status", "assessor", "date", "remarks"] + Self.assessmentRest,
      rows: rows, briefColumns: 6)
  }

  /// The judgements of a span of time, one in each row, each with what was said before.
  package init(_ changes: [OutcomeChange], in catalogue: Catalogue) {
    self.init(
      columns: ["date", "number", "title", "change", "assessor", "evidence"]
        + ["recommendation", "before", "status", "extent", "since", "sources", "note"],
      rows: changes.map { change in
        let row = change.assessment
        let item = catalogue.recommendation(row.recommendation)
        return [
          .text(row.date.description), .text(item.map(catalogue.number) ?? ""),
          .text(item?.title ?? row.recommendation), .text(change.title),
          .text(catalogue.dossier.followUp.assessor(row.assessor)), .text(row.evidence),
          .text(row.recommendation), .text(change.before?.status.rawValue ?? ""),
          .text(row.status.rawValue), .text(row.extent?.rawValue ?? ""),
          .text(row.since?.description ?? ""), .list(row.sources.map(\.written)), .text(row.note),
        ]
      }, briefColumns: 6)
  }

  private static let assessmentRest = [
    "recommendation", "part", "addressee", "extent", "since", "evidence", "sources", "confidence",
    "note",
  ]
}

extension Assessment {
  /// The cells of the judgement's row after the recommendation's number and title.
  fileprivate func cells(in catalogue: Catalogue, _ remarks: RecordTable.Cell) -> [RecordTable.Cell]
  {
    [
      .text(status.rawValue), .text(assessor), .text(date.description), remarks,
      .text(recommendation), .number(part.map(String.init)), .text(addressee),
      .text(extent?.rawValue ?? ""), .text(since?.description ?? ""), .text(evidence),
      .list(sources.map(\.written)), .text(confidence?.rawValue ?? ""), .text(note),
    ]
  }
}
