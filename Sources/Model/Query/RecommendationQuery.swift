package import Records
import Text

/// Which recommendations to show, in what order and under what headings.
package struct RecommendationQuery: Hashable, Sendable {
  /// What a list is ordered by; ties keep the order of chapters and numbers.
  package enum Sort: String, CaseIterable, Sendable {
    case chapter, title, addressee, theme, status
  }

  /// What a list is grouped by.
  package enum Grouping: String, CaseIterable, Sendable {
    case none, chapter, addressee, theme, status
  }

  /// The ids of the chapters to show; empty for all.
  package var chapters: Set<String>
  /// The ids of addressees, at least one of whom must be asked; empty for all.
  package var addressees: Set<String>
  /// The ids of themes, at least one of which must apply; empty for all.
  package var themes: Set<String>
  /// Only recommendations or only proposals; nil for both.
  package var standing: Recommendation.Standing?
  /// Only items with several addressees, or only those with one; nil for both.
  package var isJoint: Bool?
  /// Only items with figures among their evidence, or only those without; nil for both.
  package var hasFigures: Bool?
  /// Only items that name a year, or only those that name none; nil for both.
  package var hasDate: Bool?
  /// What must have become of them.
  package var outcome = OutcomeFilter()
  /// The order.
  package var sort: Sort
  /// The headings.
  package var grouping: Grouping

  /// A query, by default for everything in chapter order.
  package init(
    chapters: Set<String> = [], addressees: Set<String> = [], themes: Set<String> = [],
    standing: Recommendation.Standing? = nil, isJoint: Bool? = nil, hasFigures: Bool? = nil,
    hasDate: Bool? = nil, sort: Sort = .chapter, grouping: Grouping = .none
  ) {
    self.chapters = chapters
    self.addressees = addressees
    self.themes = themes
    self.standing = standing
    self.isJoint = isJoint
    self.hasFigures = hasFigures
    self.hasDate = hasDate
    self.sort = sort
    self.grouping = grouping
  }

  /// Whether anything is left out.
  package var isFiltering: Bool {
    !chapters.isEmpty || !addressees.isEmpty || !themes.isEmpty || standing != nil || isJoint != nil
      || hasFigures != nil || hasDate != nil || outcome.isFiltering
  }

  /// Whether the answer depends on what became of the recommendations.
  private var needsOutcomes: Bool {
    outcome.isFiltering || sort == .status || grouping == .status
  }

  /// What became of the recommendations, by the dossier's last day unless it is given; nil if the
  /// answer does not depend on it.
  func outcomes(_ told: DayOutcomes?, _ dossier: Dossier) -> DayOutcomes? {
    needsOutcomes ? told ?? DayOutcomes(dossier) : nil
  }

  /// Whether a recommendation matches, also in what became of it.
  package func matches(_ recommendation: Recommendation, _ told: DayOutcomes) -> Bool {
    matches(recommendation) && told.matches(outcome, recommendation.id)
  }

  /// Whether a recommendation matches, whatever became of it.
  package func matches(_ recommendation: Recommendation) -> Bool {
    (chapters.isEmpty || chapters.contains(recommendation.chapter))
      && (addressees.isEmpty || !addressees.isDisjoint(with: recommendation.addressees))
      && (themes.isEmpty || !themes.isDisjoint(with: recommendation.themes))
      && (standing.map { $0 == recommendation.standing } ?? true)
      && (isJoint.map { $0 == recommendation.isJoint } ?? true)
      && (hasFigures.map { $0 == recommendation.hasFigures } ?? true)
      && (hasDate.map { $0 != recommendation.years.isEmpty } ?? true)
  }

  /// The matching recommendations, sorted, without repetition.
  ///
  /// - Parameter told: What became of them; by the dossier's last day if nil.
  package func recommendations(
    in catalogue: Catalogue, _ told: DayOutcomes? = nil
  ) -> [Recommendation] {
    let all = catalogue.dossier.recommendations
    let told = outcomes(told, catalogue.dossier)
    let ranks = Ranks(catalogue.dossier, told)
    // Sorts indexes; a dossier is mostly in order already.
    let keys = all.indices.filter { index in
      matches(all[index]) && told?.matches(outcome, all[index].id) ?? true
    }.map { ranks.key(all[$0], sort, index: $0) }
    let isSorted = zip(keys, keys.dropFirst()).allSatisfy { !($1 < $0) }
    return (isSorted ? keys : keys.sorted()).map { all[$0.index] }
  }
}

/// The place of chapters, addressees and themes in a dossier's own order.
private struct Ranks {
  private var chapters: [String: Int] = [:]
  private var addressees: [String: Int] = [:]
  private var themes: [String: Int] = [:]
  private let told: DayOutcomes?

  init(_ dossier: Dossier, _ told: DayOutcomes?) {
    self.told = told
    for (rank, chapter) in dossier.chapters.enumerated() { chapters[chapter.id] = rank }
    for (rank, addressee) in dossier.addressees.enumerated() { addressees[addressee.id] = rank }
    for (rank, theme) in dossier.themes.enumerated() { themes[theme.id] = rank }
  }

  /// The keys of the order: the sort's own ranks or text, then chapter, standing, number and id.
  struct Key: Comparable {
    var ranks: [Int] = []
    package var text = ""
    var chapter: Int
    var standing: Int
    package var number: Int
    var id: String
    /// The place among all recommendations.
    package var index: Int

    static func < (left: Key, right: Key) -> Bool {
      if left.ranks != right.ranks { return left.ranks.lexicographicallyPrecedes(right.ranks) }
      if left.text != right.text { return left.text < right.text }
      if left.chapter != right.chapter { return left.chapter < right.chapter }
      if left.standing != right.standing { return left.standing < right.standing }
      if left.number != right.number { return left.number < right.number }
      return left.id < right.id
    }
  }

  package func key(
    _ recommendation: Recommendation, _ sort: RecommendationQuery.Sort, index: Int
  ) -> Key {
    var key = Key(
      chapter: chapters[recommendation.chapter] ?? .max,
      standing: recommendation.standing == .recommendation ? 0 : 1,
      number: recommendation.number, id: recommendation.id, index: index)
    switch sort {
    case .chapter: break
    case .title: key.text = Folding.fold(recommendation.title)
    case .addressee:
      // Items with one addressee come before joint ones.
      key.ranks = [recommendation.addressees.count]
      key.ranks += recommendation.addressees.map { addressees[$0] ?? .max }.sorted()
    case .theme: key.ranks = [recommendation.themes.map { themes[$0] ?? .max }.min() ?? .max]
    case .status:
      guard let summary = told?.summary(of: recommendation.id) else { break }
      // What got further within a status comes first.
      key.ranks = [
        AssessmentStatus.furthestFirst.firstIndex(of: summary.status) ?? .max,
        -(summary.extent?.step ?? 0),
      ]
    }
    return key
  }
}

extension [Recommendation] {
  /// What a slide and a handout list: the recommendations, or the proposals if there are none.
  package var foremost: [Recommendation] {
    let stated = filter { $0.standing == .recommendation }
    return stated.isEmpty ? self : stated
  }
}

extension RecommendationQuery {
  /// What `recs:CATEGORY` asks for: the recommendations of a chapter, an addressee or a theme.
  ///
  /// If several have the id, a chapter takes precedence over an addressee, and an addressee over a
  /// theme. Nil if none has it.
  package init?(category: String, in dossier: Dossier) {
    if dossier.chapters.contains(where: { $0.id == category }) {
      self.init(chapters: [category])
    } else if dossier.addressees.contains(where: { $0.id == category }) {
      self.init(addressees: [category])
    } else if dossier.themes.contains(where: { $0.id == category }) {
      self.init(themes: [category])
    } else {
      return nil
    }
  }
}
