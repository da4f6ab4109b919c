package import Records

/// How many recommendations ask whom about what: themes down, addressees across.
///
/// A recommendation is in the cell of each of its themes and addressees, and also in the joint
/// column if it has several addressees, so a row's cells may add up to more than its total.
package struct RecommendationMatrix: Sendable {
  /// A column of the matrix.
  package enum Column: Hashable, Sendable {
    /// Everything that an addressee is asked, alone or jointly.
    case addressee(String)
    /// Everything that several addressees are asked together.
    case joint
    /// Everything.
    case total
  }

  /// The themes, in the dossier's order; one with an empty id for those without a theme, if any.
  package let themes: [Category]
  /// The addressees, in the dossier's order.
  package let addressees: [Category]
  /// The ids of all recommendations counted, in chapter order.
  package let recommendations: [String]

  // The ids in the cells, row by row: one row for each theme and one for all, one column for each
  // addressee, one for joint items and one for all.
  private var cells: [[String]]

  /// Counts what a query asks for; its sort and grouping do not matter.
  package init(_ query: RecommendationQuery = RecommendationQuery(), in catalogue: Catalogue) {
    var query = query
    query.sort = .chapter
    let all = query.recommendations(in: catalogue)
    let dossier = catalogue.dossier
    let known = Set(dossier.themes.map(\.id))
    let hasRest = all.contains { known.isDisjoint(with: $0.themes) }
    themes = dossier.themes + (hasRest ? [Category(id: "", name: "No theme")] : [])
    addressees = dossier.addressees
    recommendations = all.map(\.id)
    let (width, height) = (addressees.count + 2, themes.count + 1)
    cells = Array(repeating: [], count: width * height)
    let rowOf = Self.places(themes)
    let columnOf = Self.places(addressees)
    for recommendation in all {
      var columns = Set(recommendation.addressees.compactMap { columnOf[$0] }).union([width - 1])
      if recommendation.isJoint { columns.insert(width - 2) }
      var rows = Set(recommendation.themes.filter(known.contains).compactMap { rowOf[$0] })
      if rows.isEmpty, let rest = rowOf[""] { rows.insert(rest) }
      for row in rows.union([height - 1]) {
        for column in columns { cells[row * width + column].append(recommendation.id) }
      }
    }
  }

  private static func places(_ all: [Category]) -> [String: Int] {
    Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The columns from left to right: each addressee, joint, total.
  package var columns: [Column] { addressees.map { .addressee($0.id) } + [.joint, .total] }

  /// The ids of a cell, in chapter order; a nil theme is the row of all themes.
  package func ids(theme: String?, _ column: Column) -> [String] {
    let row = theme.map { id in themes.firstIndex { $0.id == id } } ?? themes.count
    let place: Int? =
      switch column {
      case .addressee(let id): addressees.firstIndex { $0.id == id }
      case .joint: addressees.count
      case .total: addressees.count + 1
      }
    guard let row, let place else { return [] }
    return cells[row * (addressees.count + 2) + place]
  }

  /// How many are in a cell; a nil theme is the row of all themes.
  package func count(theme: String?, _ column: Column) -> Int { ids(theme: theme, column).count }

  /// The heading of a column.
  package func title(of column: Column) -> String {
    switch column {
    case .addressee(let id): addressees.first { $0.id == id }?.name ?? id
    case .joint: "Joint"
    case .total: "All"
    }
  }
}
