package import Records

/// How many recommendations there are by two of chapter, addressee, theme and status.
///
/// A recommendation is in the cell of each of its themes and addressees, and also in the joint line
/// if it has several addressees, so a row's cells may add up to more than its total.
package struct RecommendationMatrix: Sendable {
  /// What the rows or the columns are.
  package enum Axis: String, CaseIterable, Sendable {
    case chapters, addressees, themes, statuses
  }

  /// A row or a column of the matrix.
  package enum Line: Hashable, Sendable {
    /// Everything in a chapter.
    case chapter(String)
    /// Everything that an addressee is asked, alone or jointly.
    case addressee(String)
    /// Everything that several addressees are asked together.
    case joint
    /// Everything on a theme; with an empty id everything without a theme.
    case theme(String)
    /// Everything with a status.
    case status(AssessmentStatus)
    /// Everything.
    case total
  }

  /// The rows, each kind in the dossier's order; the last one is the total.
  package let rows: [Line]
  /// The columns, in the same way.
  package let columns: [Line]
  /// The ids of all recommendations counted, in chapter order.
  package let recommendations: [String]

  private let titles: [Line: String]
  // The ids in the cells, row by row.
  private var cells: [[String]]

  /// Counts what a query asks for; its sort and grouping do not matter.
  ///
  /// - Parameter told: What became of the recommendations; by the dossier's last day if nil.
  package init(
    _ query: RecommendationQuery = RecommendationQuery(), rows: Axis = .themes,
    columns: Axis = .addressees, in catalogue: Catalogue, _ told: DayOutcomes? = nil
  ) {
    var query = query
    query.sort = .chapter
    let dossier = catalogue.dossier
    let hasStatuses = rows == .statuses || columns == .statuses
    let told = hasStatuses ? told ?? DayOutcomes(dossier) : told
    let all = query.recommendations(in: catalogue, told)
    let statuses = hasStatuses ? all.map { told?.summary(of: $0.id).status ?? .notAssessed } : []
    var titles: [Line: String] = [.joint: "Joint", .total: "All", .theme(""): "No theme"]
    for chapter in dossier.chapters { titles[.chapter(chapter.id)] = chapter.shortTitle }
    for addressee in dossier.addressees { titles[.addressee(addressee.id)] = addressee.name }
    for theme in dossier.themes { titles[.theme(theme.id)] = theme.name }
    for status in AssessmentStatus.allCases { titles[.status(status)] = status.title }
    func lines(_ axis: Axis) -> [Line] {
      switch axis {
      case .chapters:
        let used = Set(all.map(\.chapter))
        return dossier.chapters.filter { used.contains($0.id) }.map { .chapter($0.id) } + [.total]
      case .addressees: return dossier.addressees.map { .addressee($0.id) } + [.joint, .total]
      case .themes:
        let known = Set(dossier.themes.map(\.id))
        let hasRest = all.contains { known.isDisjoint(with: $0.themes) }
        return dossier.themes.map { .theme($0.id) } + (hasRest ? [.theme("")] : []) + [.total]
      case .statuses:
        let used = Set(statuses)
        return AssessmentStatus.furthestFirst.filter(used.contains).map { .status($0) } + [.total]
      }
    }
    self.rows = lines(rows)
    self.columns = lines(columns)
    self.titles = titles
    recommendations = all.map(\.id)
    let (rowPlaces, columnPlaces) = (Self.places(self.rows), Self.places(self.columns))
    let width = self.columns.count
    cells = Array(repeating: [], count: self.rows.count * width)
    for (index, item) in all.enumerated() {
      var lines = Self.lines(of: item, themes: rows == .themes || columns == .themes ? titles : [:])
      if hasStatuses { lines.insert(.status(statuses[index])) }
      for row in lines.compactMap({ rowPlaces[$0] }) {
        for column in lines.compactMap({ columnPlaces[$0] }) {
          cells[row * width + column].append(item.id)
        }
      }
    }
  }

  /// The lines that a recommendation belongs to.
  private static func lines(of item: Recommendation, themes known: [Line: String]) -> Set<Line> {
    var themes = Set(item.themes.map(Line.theme)).filter { known[$0] != nil }
    if themes.isEmpty { themes = [.theme("")] }
    return themes.union(item.addressees.map(Line.addressee)).union(item.isJoint ? [.joint] : [])
      .union([.chapter(item.chapter), .total])
  }

  private static func places(_ lines: [Line]) -> [Line: Int] {
    Dictionary(lines.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The ids of a cell, in chapter order; none for a line that the matrix does not have.
  package func ids(_ row: Line, _ column: Line) -> [String] {
    guard let row = rows.firstIndex(of: row), let column = columns.firstIndex(of: column) else {
      return []
    }
    return cells[row * columns.count + column]
  }

  /// How many are in a cell.
  package func count(_ row: Line, _ column: Line) -> Int { ids(row, column).count }

  /// The heading of a row or column.
  package func title(of line: Line) -> String { titles[line] ?? "" }
}

extension RecommendationQuery {
  /// Shows only what belongs to a line of a matrix as well.
  package mutating func narrow(to line: RecommendationMatrix.Line) {
    switch line {
    case .chapter(let id): chapters = [id]
    case .addressee(let id): addressees = [id]
    case .joint: isJoint = true
    case .theme(let id): themes = [id]
    case .status(let status): outcome.statuses = [status]
    case .total: break
    }
  }
}
