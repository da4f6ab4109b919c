import Query
import Records

/// Which records `dossier list` leaves out, with every id checked.
struct ListFilter {
  /// The query that the options make.
  var query = RecommendationQuery()

  /// The day on which; nil for the last day judged.
  var day: Period.Point?

  /// A filter from a command's options.
  init(_ arguments: Arguments, _ dossier: Dossier) throws(Failure) {
    for name in arguments.list("chapter") {
      query.chapters.insert(try Self.chapter(name, dossier, arguments))
    }
    for name in arguments.list("addressee") {
      let known = dossier.addressees.map(\.id)
      query.addressees.insert(try Self.check(name, known, "addressee", arguments))
    }
    for name in arguments.list("theme") {
      let known = dossier.themes.map(\.id)
      query.themes.insert(try Self.check(name, known, "theme", arguments))
    }
    query.standing = arguments.value("standing").flatMap(Recommendation.Standing.init)
    query.isJoint = arguments.has("joint") ? true : nil
    var outcome = OutcomeFilter()
    for name in arguments.list("assessor") {
      let known = dossier.followUp.assessors.map(\.id)
      outcome.assessors.insert(try Self.check(name, known, "assessor", arguments))
    }
    for name in arguments.list("status") {
      let known = AssessmentStatus.allCases.map(\.rawValue)
      let status = AssessmentStatus(rawValue: try Self.check(name, known, "status", arguments))
      if let status { outcome.statuses.insert(status) }
    }
    outcome.marks = Set(OutcomeFilter.Mark.allCases.filter { arguments.has($0.rawValue) })
    query.outcome = outcome
    day = try arguments.period("as-of")?.lastDay
    query.hasFigures = arguments.value("figures").map { $0 == "yes" }
    query.sort = arguments.value("sort").flatMap(RecommendationQuery.Sort.init) ?? .chapter
  }

  /// What became of the recommendations by the day that is asked for.
  func told(_ dossier: Dossier) -> DayOutcomes {
    let outcomes = Outcomes(dossier)
    return DayOutcomes(outcomes, by: day ?? outcomes.latestDay(today: .today))
  }

  /// Whether records of a chapter are listed.
  func takes(chapter: String) -> Bool { query.chapters.isEmpty || query.chapters.contains(chapter) }

  /// Whether records on a theme are listed.
  func takes(theme: String) -> Bool { query.themes.isEmpty || query.themes.contains(theme) }

  /// The id of a chapter, which may be named by its number as well.
  static func chapter(
    _ name: String, _ dossier: Dossier, _ arguments: Arguments
  ) throws(Failure) -> String {
    let numbered = Int(name).flatMap { number in
      dossier.chapters.first { $0.number == number }?.id
    }
    return try check(numbered ?? name, dossier.chapters.map(\.id), "chapter", arguments)
  }

  /// An id that the dossier knows.
  static func check(
    _ name: String, _ known: [String], _ kind: String, _ arguments: Arguments
  ) throws(Failure) -> String {
    if known.contains(name) { return name }
    let hint = Suggestion.text(for: name, in: known)
    let list = known.count <= 12 ? ": \(known.joined(separator: ", "))" : ""
    throw arguments.fault(
      "no \(kind) '\(name)'" + (hint.isEmpty ? " among this dossier's\(list)" : hint))
  }
}
