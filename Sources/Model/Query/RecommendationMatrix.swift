/// How many recommendations ask whom about what: themes down, addressees across.
///
/// A recommendation stands in the cell of each of its themes and addressees, and
/// once more in the joint column when it has several addressees, so a row's
/// cells may add up to more than its total.
public struct RecommendationMatrix: Sendable {
  /// A column of the matrix.
  public enum Column: Hashable, Sendable {
    /// Everything asked of an addressee, alone or jointly.
    case addressee(String)
    /// Everything asked of several together.
    case joint
    /// Everything.
    case total
  }

  /// The themes, in the dossier's order; one with an empty id for those without a theme, if any.
  public let themes: [Category]
  /// The addressees, in the dossier's order.
  public let addressees: [Category]
  /// The ids of all recommendations counted, in chapter order.
  public let recommendations: [String]

  private var cells: [Cell: [String]] = [:]

  private struct Cell: Hashable {
    var theme: String?
    var column: Column
  }

  /// Counts what a query asks for; its sort and grouping do not matter.
  public init(_ query: RecommendationQuery = RecommendationQuery(), in catalogue: Catalogue) {
    var query = query
    query.sort = .chapter
    let all = query.recommendations(in: catalogue)
    let dossier = catalogue.dossier
    let known = Set(dossier.themes.map(\.id))
    let hasRest = all.contains { known.isDisjoint(with: $0.themes) }
    themes = dossier.themes + (hasRest ? [Category(id: "", name: "No theme")] : [])
    addressees = dossier.addressees
    recommendations = all.map(\.id)
    for recommendation in all {
      var columns = Set(recommendation.addressees).map(Column.addressee) + [.total]
      if recommendation.isJoint { columns.append(.joint) }
      var rows: [String?] = Set(recommendation.themes).intersection(known).map(\.self)
      if rows.isEmpty { rows = [""] }
      for column in columns {
        for row in rows + [nil] {
          cells[Cell(theme: row, column: column), default: []].append(recommendation.id)
        }
      }
    }
  }

  /// The columns from left to right: each addressee, joint, total.
  public var columns: [Column] { addressees.map { .addressee($0.id) } + [.joint, .total] }

  /// The ids of a cell, in chapter order; a nil theme is the row of all themes.
  public func ids(theme: String?, _ column: Column) -> [String] {
    cells[Cell(theme: theme, column: column)] ?? []
  }

  /// How many stand in a cell; a nil theme is the row of all themes.
  public func count(theme: String?, _ column: Column) -> Int { ids(theme: theme, column).count }

  /// The heading of a column.
  public func title(of column: Column) -> String {
    switch column {
    case .addressee(let id): addressees.first { $0.id == id }?.name ?? id
    case .joint: "Joint"
    case .total: "All"
    }
  }
}
