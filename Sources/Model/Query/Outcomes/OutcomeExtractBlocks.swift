package import Records

extension OutcomeExtract {
  /// The extract as a table with the day below it, for slides and pages.
  ///
  /// A sentence if there is nothing to tell.
  package func blocks(
    _ outcomes: Outcomes, on day: Period.Point, in catalogue: Catalogue
  ) -> [Block] {
    let (header, rows) = table(outcomes, on: day, in: catalogue)
    guard !rows.isEmpty else {
      return [.paragraph([Span("Nothing was judged here by \(day.title).", .stressed)])]
    }
    return [
      .table(header: header.map { [Span($0)] }, rows: rows),
      .paragraph([Span("By \(day.title).", .stressed)]),
    ]
  }

  private func table(
    _ outcomes: Outcomes, on day: Period.Point, in catalogue: Catalogue
  ) -> (header: [String], rows: [[[Span]]]) {
    switch self {
    case .status(let category):
      let items = Self.items(category, outcomes, in: catalogue)
      let counts = outcomes.counts(of: items.map(\.id), on: day)
      // Never a share without its numbers: the last row says of how many.
      let rows = counts.map { [[Span($0.status.title)], [Span("\($0.count)")]] }
      let total = [[Span("All", .strong)], [Span("\(items.count)", .strong)]]
      return (["Status", "Recommendations"], rows.isEmpty ? [] : rows + [total])
    case .board(let category):
      let all = Self.items(category, outcomes, in: catalogue).map {
        ($0, outcomes.outcome(of: $0.id, on: day))
      }
      let rows = AssessmentStatus.furthestFirst.flatMap { status in
        all.filter { $0.1.status == status }.map { item, outcome in
          [
            [
              Span(catalogue.number(item), .strong),
              Span(" \(item.title)", target: .record(item.reference)),
            ],
            [Span(([outcome.title] + outcome.remarks.prefix(1)).joined(separator: "; "))],
          ]
        }
      }
      return (["Recommendation", "Status"], rows)
    case .changes(let period):
      let changes = outcomes.changes(after: period.firstDay.before, to: day)
      let rows = changes.map { change -> [[Span]] in
        let row = change.assessment
        let item = catalogue.recommendation(row.recommendation)
        return [
          [Span(row.date.title)], [Span(item.map(catalogue.number) ?? row.recommendation)],
          [Span(change.title)], [Span(catalogue.dossier.followUp.assessor(row.assessor))],
        ]
      }
      return (["Date", "No.", "Change", "By"], rows)
    }
  }

  /// The recommendations of a category that are followed.
  private static func items(
    _ category: String, _ outcomes: Outcomes, in catalogue: Catalogue
  ) -> [Recommendation] {
    let query =
      category == "all"
      ? RecommendationQuery()
      : RecommendationQuery(category: category, in: catalogue.dossier)
    return outcomes.followed(query?.recommendations(in: catalogue) ?? [])
  }
}
