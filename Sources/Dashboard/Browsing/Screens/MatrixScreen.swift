import Query
import Records

/// The number of recommendations by theme and addressee, with the records behind each number.
enum MatrixScreen {
  package static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    let matrix = library.matrix
    let rows: [String?] = matrix.themes.map(\.id) + [nil]
    let content = Self.matrix(library)
    let cell = content.cell(visit[panel: 0].selection)
    let ids =
      matrix.columns.isEmpty ? [] : matrix.ids(theme: rows[cell.row], matrix.columns[cell.column])
    let list = library.cache.value(ListKey(.matrix, "\(cell.row) \(cell.column)")) {
      let items = ids.compactMap(library.catalogue.recommendation)
      return ListPanel(
        columns: Rows.recommendationColumns, rows: items.map { Rows.recommendation($0, library) },
        emptyText: "Nothing is asked here.")
    }
    let title =
      matrix.columns.isEmpty
      ? "" : "\(content.rows[cell.row]) · \(content.columns[cell.column])"
    return ScreenContent(
      panels: [
        Panel(title: "Recommendations by theme and addressee", part: .main, content: content),
        Panel(title: title, part: .preview, content: list),
      ],
      medium: [.init(.share(1), .init(.fit(85), 0), .init(.share(1), 1))],
      wide: [.init(.share(3), .init(.share(1), 0)), .init(.share(2), .init(.share(1), 1))],
      trail: ["Recommendations", "Matrix"])
  }

  /// The counts of all themes and addressees.
  static func matrix(_ library: Library) -> MatrixPanel {
    let matrix = library.matrix
    let rows: [String?] = matrix.themes.map(\.id) + [nil]
    return MatrixPanel(
      rows: matrix.themes.map(\.name) + ["All"],
      columns: matrix.columns.map(matrix.title),
      counts: rows.map { row in matrix.columns.map { matrix.count(theme: row, $0) } },
      destinations: rows.map { row in matrix.columns.map { .query(query(row, $0)) } })
  }

  private static func query(
    _ theme: String?, _ column: RecommendationMatrix.Column
  ) -> RecommendationQuery {
    var query = RecommendationQuery(standing: .recommendation, grouping: .chapter)
    if let theme { query.themes = [theme] }
    switch column {
    case .addressee(let id): query.addressees = [id]
    case .joint: query.isJoint = true
    case .total: break
    }
    return query
  }
}
