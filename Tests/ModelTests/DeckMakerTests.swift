import BuiltIn
import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// A deck is made from any dossier, whatever it has and has not.
@Suite struct DeckMakerTests {
  @Test func smallDossierGivesEveryPart() {
    let deck = DeckMaker.deck(of: smallDossier)
    #expect(
      deck.slides.map(\.id) == [
        "rivers", "at-a-glance", "who-is-asked-about-what", "springs-matter",
        "springs-what-is-asked", "mouths", "questions",
      ])
    // Cut to its must-show slides, a talk still has findings, charts and what is asked.
    #expect(
      deck.slides.filter(\.isMust).map(\.id) == [
        "rivers", "springs-matter", "springs-what-is-asked", "mouths",
      ])
    #expect(deck.minutes == 7)
    #expect(deck.slides[3].elements.map(\.content) == [.inclusion(.chart(indicator: "flow"))])
    #expect(
      deck.slides[4].elements.map(\.content) == [.inclusion(.recommendations(category: "springs"))])
  }

  @Test func proposalsAreCountedApart() throws {
    let deck = DeckMaker.deck(of: BuiltInDossier.reading().dossier)
    let glance = try #require(deck.slides.first { $0.id == "at-a-glance" })
    #expect("\(glance.elements)".contains(": 6 recommendations, 4 proposals"))
  }

  @Test func emptyDossierHasATitleAndAClose() {
    #expect(DeckMaker.deck(of: Dossier()).slides.map(\.id) == ["untitled", "questions"])
  }

  @Test func headlinesComeFirstThenTheMostValues() {
    var dossier = smallDossier
    func indicator(_ id: String, _ values: Int, _ chart: Indicator.ChartKind = .line) -> Indicator {
      Indicator(
        id: id, title: "Of \(id)", unit: "fish", chapter: "mouths", chart: chart,
        series: [Series(observations: (0..<values).map { Observation(value: Double($0)) })])
    }
    dossier.indicators = [
      indicator("few", 2), indicator("many", 9), indicator("hidden", 50, .none),
      indicator("empty", 0), indicator("headline", 1), indicator("equal", 9),
    ]
    func charts() -> [SlideContent] {
      DeckMaker.deck(of: dossier).slides.flatMap { $0.elements.map(\.content) }.filter {
        if case .inclusion(.chart) = $0 { true } else { false }
      }
    }
    dossier.headlines = []
    #expect(charts() == [.inclusion(.chart(indicator: "many"))])
    dossier.headlines = ["headline"]
    #expect(charts() == [.inclusion(.chart(indicator: "headline"))])
  }

  @Test func builtInDossierHasADeckOfItsChapters() {
    let dossier = BuiltInDossier.reading().dossier
    let deck = DeckMaker.deck(of: dossier)
    #expect(Set(deck.slides.map(\.id)).count == deck.slides.count)
    #expect(deck.slides.count { $0.isTitle } == 2)
    #expect(deck.slides.count <= 4 + 2 * dossier.chapters.count)
    // A finding for each chapter, with its chart.
    for chapter in dossier.chapters {
      let slide = DeckMaker.slide(about: .chapter(chapter), in: dossier).map { deck.slides[$0] }
      #expect(slide?.isMust == true, "\(chapter.id)")
    }
  }

  @Test func aTalkIsTakenUpWhereARecordIsShown() throws {
    let dossier = BuiltInDossier.reading().dossier
    let catalogue = Catalogue(dossier)
    let slides = DeckMaker.deck(of: dossier).slides
    func slide(_ name: String) throws -> Slide? {
      let record = try #require(catalogue.record(named: name), "\(name)")
      return DeckMaker.slide(about: record, in: dossier).map { slides[$0] }
    }
    #expect(try slide("security-2")?.id == "security-what-is-asked")
    let security = try #require(try slide("chapter:security"))
    #expect(try slide("section:security#the-context") == security)
    let chart = try #require(try slide("us-content"))
    #expect(chart.elements.last?.content == .inclusion(.chart(indicator: "us-content")))
    #expect(try slide("entity:nafta") == nil)
  }
}
