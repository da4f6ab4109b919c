import Charts
package import Query
package import Records
import Text

/// What of a screen can be saved in a file.
package enum Export: Hashable, Sendable {
  /// A page with every recommendation that a list shows, and what became of it by a day; by the
  /// latest if nil.
  case memo(RecommendationQuery, by: Period.Point?)
  /// A page with a record.
  case record(Reference)
  /// The picture of an indicator's chart as the reader has set it, and its values.
  case chart(String, ChartView)

  /// What is saved, as a question names it.
  package var title: String {
    switch self {
    case .memo: "the memo of this list"
    case .record: "this page"
    case .chart: "the picture, and its values as CSV,"
    }
  }

  /// The name that is proposed.
  package var name: String {
    switch self {
    case .memo(let query, _):
      let parts = [query.chapters, query.addressees, query.themes].flatMap { $0.sorted() }
      return "\(parts.isEmpty ? "recommendations" : parts.joined(separator: "-")).html"
    case .record(let reference): return "\(Identifier.slug(reference.id)).html"
    case .chart(let id, _): return "\(id).svg"
    }
  }
}
