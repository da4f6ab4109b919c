import Query
import Records

/// The number of recommendations by two of theme, addressee, chapter and status, with the records behind
/// each number.
enum MatrixScreen {
  /// The rows and columns to choose from.
  private static func axes(
    _ library: Library
  ) -> [(rows: RecommendationMatrix.Axis, columns: RecommendationMatrix.Axis)] {
    let axes: [(rows: RecommendationMatrix.Axis, columns: RecommendationMatrix.Axis)] = [
      (.themes, .addressees), (.chapters, .addressees), (.themes, .chapters),
      (.addressees, .themes), (.addressees, .chapters), (.chapters, .themes),
    ]
    guard !library.outcomes.isEmpty else { return axes }
    return axes + [(.addressees, .statuses), (.themes, .statuses), (.chapters, .statuses)]
  }

  package static func content(_ state: State, _ library: Library) -> ScreenContent {
    let (visit, told) = (state.visit, state.told(library))
    let axes = axes(library)
    let (down, across) = axes[visit.order % axes.count]
    let orders = axes.map { "\($0.rows.rawValue) by \($0.columns.rawValue)" }
    let matrix = matrix(visit.order, told, library)
    let content = panel(matrix)
    let cell = content.cell(visit[panel: 0].selection)
    let (row, column) = (matrix.rows[cell.row], matrix.columns[cell.column])
    let list = library.cache.value(
      ListKey(.matrix, "\(down) \(across) \(cell.row) \(cell.column)", by: told.day)
    ) {
      let items = matrix.ids(row, column).compactMap(library.catalogue.recommendation)
      return ListPanel(
        columns: Rows.recommendationColumns(library),
        rows: items.map { Rows.recommendation($0, told, library) },
        emptyText: "Nothing is asked here.")
    }
    var screen = ScreenContent(
      panels: [
        Panel(
          title: orders[visit.order % axes.count].capitalizedFirst, part: .main,
          content: content),
        Panel(
          title: "\(matrix.title(of: row)) · \(matrix.title(of: column))", part: .preview,
          content: list),
      ],
      medium: [.init(.share(1), .init(.fit(85), 0), .init(.share(1), 1))],
      wide: [.init(.share(3), .init(.share(1), 0)), .init(.share(2), .init(.share(1), 1))],
      trail: ["Recommendations", "Matrix"])
    screen.orders = orders
    return screen
  }

  private static func matrix(
    _ order: Int, _ told: DayOutcomes, _ library: Library
  ) -> RecommendationMatrix {
    let axes = axes(library)
    let (rows, columns) = axes[order % axes.count]
    return library.cache.value(ListKey(.matrix, "\(rows) by \(columns)", by: told.day)) {
      RecommendationMatrix(
        RecommendationQuery(standing: .recommendation), rows: rows, columns: columns,
        in: library.catalogue, told)
    }
  }

  /// The heading of a column; a status in its short form, because many stand side by side.
  private static func heading(
    _ line: RecommendationMatrix.Line, _ matrix: RecommendationMatrix
  ) -> String {
    if case .status(let status) = line { return status.shortTitle }
    return matrix.title(of: line)
  }

  /// The counts of a matrix, each leading to what it counts.
  private static func panel(_ matrix: RecommendationMatrix) -> MatrixPanel {
    MatrixPanel(
      rows: matrix.rows.map(matrix.title), columns: matrix.columns.map { heading($0, matrix) },
      counts: matrix.rows.map { row in matrix.columns.map { matrix.count(row, $0) } },
      destinations: matrix.rows.map { row in matrix.columns.map { .query(query(row, $0)) } },
      totalRow: matrix.rows.count - 1, totalColumn: matrix.columns.count - 1)
  }

  /// The counts by theme and addressee.
  static func matrix(_ told: DayOutcomes, _ library: Library) -> MatrixPanel {
    panel(matrix(0, told, library))
  }

  private static func query(
    _ row: RecommendationMatrix.Line, _ column: RecommendationMatrix.Line
  ) -> RecommendationQuery {
    var query = RecommendationQuery(standing: .recommendation, grouping: .chapter)
    query.narrow(to: row)
    query.narrow(to: column)
    return query
  }
}
