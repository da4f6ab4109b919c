import TestSupport
import Testing

@testable import Browsing
@testable import Query
@testable import Records

/// Counts beside the choices that filter a list say what a choice would show.
@Suite struct FacetCountsTests {
  @Test(arguments: Trials.seeds(200))
  func eachCountIsWhatItsChoiceShows(_ seed: UInt64) {
    var random = SeededRandom(seed)
    let library = Library(builtInReading)
    let dossier = library.dossier
    func some(_ ids: [String]) -> Set<String> {
      random.int(0...2) == 0 ? Set(ids.filter { _ in random.int(0...2) == 0 }) : []
    }
    var query = RecommendationQuery(
      chapters: some(dossier.chapters.map(\.id)), addressees: some(dossier.addressees.map(\.id)),
      themes: some(dossier.themes.map(\.id)))
    query.standing = [nil, .recommendation, .proposal][random.int(0...2)]
    query.isJoint = [nil, nil, true, false][random.int(0...3)]
    query.hasFigures = [nil, nil, true, false][random.int(0...3)]
    query.hasDate = [nil, nil, nil, true][random.int(0...3)]
    let counts = FacetCounts(dossier.recommendations, query, DayOutcomes(dossier))
    func shown(_ change: (inout RecommendationQuery) -> Void) -> Int {
      var changed = query
      change(&changed)
      return changed.recommendations(in: library.catalogue).count
    }
    #expect(counts.anyChapter == shown { $0.chapters = [] }, "seed \(seed)")
    #expect(counts.withFigures == shown { $0.hasFigures = true }, "seed \(seed)")
    #expect(counts.withoutFigures == shown { $0.hasFigures = false }, "seed \(seed)")
    #expect(counts.dated == shown { $0.hasDate = true }, "seed \(seed)")
    #expect(counts.joint == shown { $0.isJoint = true }, "seed \(seed)")
    for chapter in dossier.chapters {
      #expect(counts.chapters[chapter.id] ?? 0 == shown { $0.chapters = [chapter.id] }, "\(seed)")
    }
    for addressee in dossier.addressees {
      let wanted = shown { $0.addressees = [addressee.id] }
      #expect(counts.addressees[addressee.id] ?? 0 == wanted, "seed \(seed)")
    }
    for theme in dossier.themes {
      #expect(counts.themes[theme.id] ?? 0 == shown { $0.themes = [theme.id] }, "seed \(seed)")
    }
    for standing in [Recommendation.Standing.recommendation, .proposal] {
      #expect(counts.standings[standing] ?? 0 == shown { $0.standing = standing }, "seed \(seed)")
    }
  }

  /// The filter of a list is in its title where the choices are not beside it.
  @Test func theTitleNamesWhatIsChosen() {
    var driver = Driver(40, 12)
    driver.press("m l j Enter")
    #expect(driver.text.contains("Recommendations: Mexico, Regulati…"))
    driver = Driver(120, 40)
    driver.press("m l j Enter")
    #expect(driver.text.contains("Recommendations: Mexico, Regulation"), "\(driver.text)")
  }
}
