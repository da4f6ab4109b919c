package import Browsing
import Charts
import Query
import Records

/// What a page is, which is what it begins with.
extension LinearPage {
  /// What a place is, in a line: its kind first, then its name, or how much it lists.
  static func subject(_ state: State, _ content: ScreenContent, _ library: Library) -> String {
    switch state.visit.route {
    case .overview: return "Overview: \(library.dossier.title)"
    case .chapter(let id):
      guard let chapter = library.catalogue.chapter(id) else { return "Not found" }
      let row = content.section(state.visit)
      guard chapter.sections.indices.contains(row - 1) else {
        return "Chapter \(chapter.number): \(chapter.title)"
      }
      let place = "Section \(row) of \(chapter.sections.count), \(chapter.shortTitle)"
      return "\(place): \(chapter.sections[row - 1].title)"
    case .recommendation, .indicator, .record:
      let record = state.visit.route.reference.flatMap { library.catalogue[$0] }
      guard let record else { return "Not found" }
      // With another indicator beside it, it has both names.
      return "\(library.kind(record)): \(content.chart?.chart?.title ?? record.title)"
    case .original(let reference):
      return "Original: \(library.catalogue.title(of: reference))"
    case .search:
      if state.search.isEmpty { return "Search" }
      return "Search for '\(state.search.text)': \(count(of: content.main)) found"
    case .matrix:
      guard let matrix = content.main?.content as? MatrixPanel else { return "Matrix" }
      let themes = LinearWords.count(max(0, matrix.rows.count - 1), "theme")
      return "Matrix of recommendations: \(themes.isEmpty ? "none" : "\(themes) by who is asked")"
    case .faults: return "Faults: \(LinearWords.number(library.diagnostics.count))"
    case .bookmarks: return "Bookmarks: \(count(of: content.main))"
    case .recommendations, .indicators, .timeline, .index:
      // What narrows the list down is said in words below.
      let title = content.main?.title.split { ",:".contains($0) }.first.map(String.init) ?? ""
      let told = [count(of: content.main)] + narrowing(state.visit.query, library)
      return "\(title): \(told.joined(separator: ", "))"
    }
  }

  /// How many choices a panel lists; empty for a text.
  package static func count(of panel: Panel?) -> String {
    (panel?.content as? ListPanel).map { LinearWords.number($0.selectable.count) } ?? ""
  }

  /// What is left of a list and how it is ordered, where it is not all as it comes.
  private static func narrowing(_ query: RecommendationQuery, _ library: Library) -> [String] {
    let catalogue = library.catalogue
    var told: [String] = []
    func tell(_ word: String, _ names: [String]) {
      if !names.isEmpty { told.append("\(word) \(LinearWords.list(names.sorted(), "or"))") }
    }
    tell("in", query.chapters.compactMap { catalogue.chapter($0)?.shortTitle })
    tell("asked of", query.addressees.map(catalogue.addressee))
    if let isJoint = query.isJoint { told.append(isJoint ? "joint" : "asked of one alone") }
    tell("about", query.themes.map(catalogue.theme))
    if query.sort != .chapter { told.append("ordered by \(query.sort.rawValue)") }
    if query.grouping != .none, query.grouping != .chapter {
      told.append("grouped by \(query.grouping.rawValue)")
    }
    return told
  }
}
