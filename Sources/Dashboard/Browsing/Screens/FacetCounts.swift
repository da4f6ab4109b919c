import Query
import Records

/// How many recommendations each choice would show together with what is chosen in the other
/// categories, counted in one pass over thousands.
struct FacetCounts {
  /// All chapters together.
  private(set) var anyChapter = 0
  /// Those with more than one addressee.
  private(set) var joint = 0
  /// Those of each chapter, addressee and theme by its id.
  private(set) var chapters: [String: Int] = [:]
  private(set) var addressees: [String: Int] = [:]
  private(set) var themes: [String: Int] = [:]
  /// Those with figures among their evidence, without, and those that name a year.
  private(set) var withFigures = 0
  private(set) var withoutFigures = 0
  private(set) var dated = 0
  /// Those of each status, with each mark, and judged by each assessor, by its id.
  private(set) var statuses: [AssessmentStatus: Int] = [:]
  private(set) var marks: [OutcomeFilter.Mark: Int] = [:]
  private(set) var assessors: [String: Int] = [:]
  /// Those of each standing.
  private(set) var standings: [Recommendation.Standing: Int] = [:]

  /// Counts for a query: for each category of choices as if nothing were chosen in it.
  init(_ all: [Recommendation], _ query: RecommendationQuery, _ told: DayOutcomes) {
    countOutcomes(all, query, told)
    // The other categories count what has the chosen outcomes.
    let all =
      query.outcome.isFiltering ? all.filter { told.matches(query.outcome, $0.id) } : all
    var (anyChapter, anyAddressee, anyTheme) = (query, query, query)
    anyChapter.chapters = []
    anyAddressee.addressees = []
    anyTheme.themes = []
    var (anyStanding, anyNumber) = (query, query)
    anyStanding.standing = nil
    anyNumber.isJoint = nil
    var (anyEvidence, anyDate) = (query, query)
    anyEvidence.hasFigures = nil
    anyDate.hasDate = nil
    for index in all.indices {
      if anyChapter.matches(all[index]) {
        self.anyChapter += 1
        chapters[all[index].chapter, default: 0] += 1
      }
      if anyAddressee.matches(all[index]) {
        for id in all[index].addressees { addressees[id, default: 0] += 1 }
      }
      if anyTheme.matches(all[index]) {
        for id in Set(all[index].themes) { themes[id, default: 0] += 1 }
      }
      if anyStanding.matches(all[index]) { standings[all[index].standing, default: 0] += 1 }
      if anyEvidence.matches(all[index]) {
        if all[index].hasFigures { withFigures += 1 } else { withoutFigures += 1 }
      }
      if anyDate.matches(all[index]), !all[index].years.isEmpty { dated += 1 }
      if all[index].isJoint, anyNumber.matches(all[index]) { joint += 1 }
    }
  }

  private mutating func countOutcomes(
    _ all: [Recommendation], _ query: RecommendationQuery, _ told: DayOutcomes
  ) {
    guard !told.outcomes.isEmpty else { return }
    var (anyStatus, anyMark, anyAssessor) = (query.outcome, query.outcome, query.outcome)
    anyStatus.statuses = []
    anyMark.marks = []
    anyAssessor.assessors = []
    for item in all where query.matches(item) && told.outcomes.isFollowed(item) {
      let summary = told.summary(of: item.id)
      if told.matches(anyStatus, item.id) { statuses[summary.status, default: 0] += 1 }
      if told.matches(anyMark, item.id) {
        for mark in OutcomeFilter.Mark.allCases where summary.has(mark) {
          marks[mark, default: 0] += 1
        }
      }
      if told.matches(anyAssessor, item.id) {
        for id in told.outcomes.assessors(of: item.id, by: told.day) {
          assessors[id, default: 0] += 1
        }
      }
    }
  }
}
