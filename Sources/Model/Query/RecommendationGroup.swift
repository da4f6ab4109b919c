package import Records

/// Recommendations under one heading.
package struct RecommendationGroup: Sendable, Identifiable {
  /// The id of the chapter, addressee or theme; empty for items without one, or without grouping.
  package var id: String
  /// The heading; empty without grouping.
  package var title: String
  /// The recommendations, sorted as the query says.
  package var recommendations: [Recommendation]

  /// A heading with its recommendations.
  package init(id: String, title: String, recommendations: [Recommendation]) {
    self.id = id
    self.title = title
    self.recommendations = recommendations
  }
}

extension RecommendationQuery {
  /// The matching recommendations under their headings, in the dossier's order.
  ///
  /// A recommendation with several addressees or themes is listed under each, so counts may add up
  /// to more than there are; with a filter by addressee or theme only those headings appear. Empty
  /// groups are left out, but without grouping there is always one group.
  ///
  /// - Parameter told: What became of the recommendations; by the dossier's last day if nil.
  package func groups(
    in catalogue: Catalogue, _ told: DayOutcomes? = nil
  ) -> [RecommendationGroup] {
    let dossier = catalogue.dossier
    let told = outcomes(told, dossier)
    let all = recommendations(in: catalogue, told)
    switch grouping {
    case .none: return [RecommendationGroup(id: "", title: "", recommendations: all)]
    case .chapter:
      let heads = dossier.chapters.map { Category(id: $0.id, name: $0.shortTitle) }
      return split(all, heads, asked: [], rest: "No chapter") { [$0.chapter] }
    case .addressee:
      return split(all, dossier.addressees, asked: addressees, rest: "No addressee") {
        $0.addressees
      }
    case .theme:
      return split(all, dossier.themes, asked: themes, rest: "No theme") { $0.themes }
    case .status:
      let heads = AssessmentStatus.furthestFirst.map { Category(id: $0.rawValue, name: $0.title) }
      return split(all, heads, asked: [], rest: "") { item in
        [told?.summary(of: item.id).status.rawValue ?? ""]
      }
    }
  }

  private func split(
    _ all: [Recommendation], _ heads: [Category], asked: Set<String>, rest: String,
    by ids: (Recommendation) -> [String]
  ) -> [RecommendationGroup] {
    var groups = heads.filter { asked.isEmpty || asked.contains($0.id) }.map { head in
      RecommendationGroup(
        id: head.id, title: head.name, recommendations: all.filter { ids($0).contains(head.id) })
    }
    let known = Set(heads.map(\.id))
    let others = all.filter { known.isDisjoint(with: ids($0)) }
    groups.append(RecommendationGroup(id: "", title: rest, recommendations: others))
    return groups.filter { !$0.recommendations.isEmpty }
  }
}
