import Model

/// Which records `dossier list` leaves out, with every id checked.
struct ListFilter {
  /// The query that the options make.
  var query = RecommendationQuery()

  /// A filter from a command's options.
  init(_ arguments: Arguments, _ dossier: Dossier) throws(Failure) {
    // A chapter may be named by its number as well.
    for name in arguments.list("chapter") {
      let numbered = Int(name).flatMap { number in
        dossier.chapters.first { $0.number == number }?.id
      }
      let known = dossier.chapters.map(\.id)
      query.chapters.insert(try Self.check(numbered ?? name, known, "chapter", arguments))
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
    query.sort = arguments.value("sort").flatMap(RecommendationQuery.Sort.init) ?? .chapter
  }

  /// Whether records of a chapter are listed.
  func takes(chapter: String) -> Bool { query.chapters.isEmpty || query.chapters.contains(chapter) }

  /// Whether records on a theme are listed.
  func takes(theme: String) -> Bool { query.themes.isEmpty || query.themes.contains(theme) }

  private static func check(
    _ name: String, _ known: [String], _ kind: String, _ arguments: Arguments
  ) throws(Failure) -> String {
    if known.contains(name) { return name }
    let hint = Suggestion.text(for: name, in: known)
    let list = known.count <= 12 ? ": \(known.joined(separator: ", "))" : ""
    throw arguments.fault(
      "no \(kind) '\(name)'" + (hint.isEmpty ? " among this dossier's\(list)" : hint))
  }
}
