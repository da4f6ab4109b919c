import TestSupport
import Testing

@testable import Query
@testable import Records
@testable import Text

@Suite struct QueryTests {
  let catalogue = Catalogue(sampleDossier())

  @Test func everyReferenceFindsItsRecord() {
    for reference in catalogue.references {
      #expect(catalogue[reference]?.reference == reference)
      #expect(catalogue.record(named: reference.description)?.reference == reference)
    }
    #expect(catalogue.references.count == Set(catalogue.references).count)
    #expect(catalogue[Reference(.event, "nothing")] == nil)
    #expect(catalogue.record(named: "roads-1")?.reference == Reference(.recommendation, "roads-1"))
  }

  /// Every form in which a reader meets a recommendation leads to it.
  @Test func aRecommendationIsFoundByAllOfItsNames() {
    let forms = [
      "roads-1", "rec:roads-1", "1.1", "rec:1.1", "Recommendation 1.1", "recommendation 1.1",
    ]
    for form in forms {
      #expect(catalogue.record(named: form)?.reference.id == "roads-1", "\(form)")
    }
    for form in ["rivers-p1", "2.p1", "2.P1", "Proposal 2.p1"] {
      #expect(catalogue.record(named: form)?.reference.id == "rivers-p1", "\(form)")
    }
    #expect(catalogue.record(named: "2")?.reference == Reference(.chapter, "rivers"))
    for none in ["", " ", "recommendation", "9.9", "1.", "."] {
      #expect(catalogue.record(named: none) == nil, "\(none)")
    }
  }

  @Test func aPrintedNumberIsTheOneThatIsShown() throws {
    var dossier = sampleDossier()
    dossier.recommendations[0].printedNumber = "3a"
    let catalogue = Catalogue(dossier)
    let item = try #require(catalogue.recommendation("roads-1"))
    #expect(catalogue.number(item) == "3a")
    #expect(catalogue.kind(of: .recommendation(item)) == "Recommendation 3a")
    for form in ["3a", "3A", "Recommendation 3a", "1.1"] {
      #expect(catalogue.record(named: form)?.reference.id == "roads-1", "\(form)")
    }
  }

  @Test func theFirstOfTwoRecordsWithOneIdIsFound() {
    var dossier = sampleDossier()
    dossier.indicators[1].id = "share"
    #expect(Catalogue(dossier).indicator("share")?.title == "Share of full roads")
  }

  @Test func linesBelongToTheInnermostSection() {
    #expect(catalogue.sections(containing: 5).map(\.id) == ["roads#waiting", "roads#queues"])
    #expect(catalogue.record(containing: 5)?.reference == Reference(.section, "roads#queues"))
    #expect(catalogue.record(containing: 10)?.reference == Reference(.chapter, "roads"))
    #expect(catalogue.record(containing: 99) == nil)
    #expect(catalogue.record(containing: .max) == nil)
  }

  @Test func connectionsAreInOrderAndNamedOnce() {
    let from = catalogue.connections(from: Reference(.recommendation, "roads-1"))
    #expect(
      from == [
        Connection(Reference(.section, "roads#waiting"), .evidence),
        Connection(Reference(.indicator, "share"), .evidence),
        Connection(Reference(.recommendation, "rivers-1"), .related),
      ])
    let share = catalogue.connections(from: Reference(.indicator, "share")).map(\.origin)
    #expect(share == [.overlay, .source, .source])
  }

  @Test func backlinksTurnConnectionsRound() {
    let backlinks = Backlinks(catalogue)
    let to = backlinks.connections(to: Reference(.indicator, "share"))
    #expect(
      to == [
        Connection(Reference(.section, "roads#waiting"), .prose),
        Connection(Reference(.recommendation, "roads-1"), .evidence),
      ])
    let section = Reference(.section, "roads#waiting")
    #expect(backlinks.related(.recommendation, to: section).map(\.id) == ["roads-1"])
    #expect(backlinks.related(.indicator, to: section).map(\.id) == ["share"])
    #expect(backlinks.links(of: Reference(.section, "rivers#dams")).map(\.reference) == [section])
  }

  @Test func entitiesAreFoundByWholeWordsAndAcronymsAsTheyAreWritten() {
    let mentions = Mentions(catalogue)
    let abc = mentions.mentions(of: "abc")
    #expect(
      abc.map(\.origin) == [
        .original(Locator(lines: 13...13)), .text(.passage(1)), .text(.passage(0)),
      ])
    #expect(abc.map(\.reference?.id) == ["rivers#dams", "roads#waiting", "rivers#dams"])
    #expect(mentions.chapters(of: "abc") == ["roads", "rivers"])
    // "México" is found as "Mexico"; line 99 belongs to no chapter.
    #expect(mentions.chapters(of: "mexico") == ["roads"])
    #expect(mentions.count("mexico") == 2)
    #expect(mentions.entities == ["abc", "mexico"])
    #expect(
      mentions.records(.section, mentioning: "abc").map(\.id) == ["rivers#dams", "roads#waiting"])
  }
}

@Suite struct RecommendationQueryTests {
  let catalogue = Catalogue(sampleDossier())

  private func ids(_ query: RecommendationQuery) -> [String] {
    query.recommendations(in: catalogue).map(\.id)
  }

  @Test func filtersNarrow() {
    #expect(ids(RecommendationQuery()) == ["roads-1", "rivers-1", "rivers-p1"])
    #expect(ids(RecommendationQuery(chapters: ["rivers"])) == ["rivers-1", "rivers-p1"])
    #expect(ids(RecommendationQuery(addressees: ["south"])) == ["rivers-1", "rivers-p1"])
    #expect(ids(RecommendationQuery(addressees: ["south"], isJoint: false)) == ["rivers-p1"])
    #expect(ids(RecommendationQuery(themes: ["trade"], isJoint: true)) == ["rivers-1"])
    #expect(ids(RecommendationQuery(standing: .proposal)) == ["rivers-p1"])
    #expect(ids(RecommendationQuery(themes: ["none"])) == [])
  }

  @Test func sortsHaveAReading() {
    #expect(ids(RecommendationQuery(sort: .title)) == ["rivers-p1", "rivers-1", "roads-1"])
    #expect(ids(RecommendationQuery(sort: .addressee)) == ["roads-1", "rivers-p1", "rivers-1"])
    #expect(ids(RecommendationQuery(sort: .theme)) == ["roads-1", "rivers-1", "rivers-p1"])
  }

  @Test func groupsFollowTheDossier() {
    let groups = RecommendationQuery(grouping: .theme).groups(in: catalogue)
    #expect(groups.map(\.title) == ["Trade", "Water", "No theme"])
    #expect(
      groups.map { $0.recommendations.map(\.id) } == [
        ["roads-1", "rivers-1"], ["rivers-1"], ["rivers-p1"],
      ])
    let asked = RecommendationQuery(addressees: ["south"], grouping: .addressee)
    #expect(asked.groups(in: catalogue).map(\.title) == ["South"])
    #expect(RecommendationQuery().groups(in: catalogue).count == 1)
    #expect(
      RecommendationQuery(grouping: .chapter).groups(in: catalogue).map(\.id) == [
        "roads", "rivers",
      ])
  }

  @Test func matrixCountsCellsRowsAndJointItems() {
    let matrix = RecommendationMatrix(in: catalogue)
    #expect(matrix.rows == [.theme("trade"), .theme("water"), .theme(""), .total])
    #expect(matrix.columns.map(matrix.title) == ["North", "South", "Joint", "All"])
    #expect(matrix.ids(.theme("trade"), .addressee("north")) == ["roads-1", "rivers-1"])
    #expect(matrix.ids(.theme("trade"), .joint) == ["rivers-1"])
    #expect(matrix.count(.theme("trade"), .total) == 2)
    #expect(matrix.count(.theme("water"), .addressee("south")) == 1)
    #expect(matrix.count(.total, .total) == 3)
    #expect(matrix.count(.total, .joint) == 1)
    #expect(matrix.ids(.theme(""), .addressee("south")) == ["rivers-p1"])
  }
}

@Suite struct FuzzyMatchTests {
  private func ranked(_ pattern: String, _ names: [String]) -> [String] {
    FuzzyMatch.ranked(.init(pattern), in: names.map { FuzzyMatch.Name($0) }).map { names[$0] }
  }

  @Test func wordStartsGoBeforeLettersInTheMiddle() {
    #expect(ranked("tb", ["Cutbacks", "Trade balance"]) == ["Trade balance", "Cutbacks"])
    #expect(ranked("rem", ["Theorem", "Remittances"]) == ["Remittances", "Theorem"])
    #expect(ranked("pena", ["Open arms", "Enrique Peña Nieto"]).first == "Enrique Peña Nieto")
    #expect(ranked("xyz", ["Trade"]) == [])
    #expect(ranked("", ["b", "a"]) == ["b", "a"])
  }

  @Test func whatIsTypedInFullGoesBeforeScatteredLetters() throws {
    let whole = "U.S. goods trade with Mexico, Canada and China"
    let scattered = "U.S. goods trade balance with Mexico"
    #expect(ranked("goods trade with", [scattered, whole]) == [whole, scattered])
    #expect(ranked("Goods  TRADE with ", [scattered, whole]) == [whole, scattered])
    #expect(ranked("tradew", [scattered, whole]).count == 2)
    // Initials are worth more than letters within a word.
    #expect(ranked("us", ["Focus", "U.S. trade"]).first == "U.S. trade")
    let match = try #require(FuzzyMatch(.init("de wi"), in: .init("de-icing, side widths, de wi")))
    #expect(match.positions == [23, 24, 26, 27])
  }

  @Test func positionsNameTheMatchedLetters() throws {
    let name = "Gas price, Henry Hub"
    let match = try #require(FuzzyMatch(.init("hh"), in: .init(name)))
    #expect(match.positions == [11, 17])
    let whole = try #require(FuzzyMatch(.init("price"), in: .init(name)))
    #expect(whole.positions == Array(4...8))
  }

  @Test(arguments: Trials.seeds(200)) func positionsSpellThePattern(seed: UInt64) throws {
    var numbers = SeededRandom(seed)
    func random(_ bound: Int) -> Int { numbers.int(0...bound - 1) }
    let letters = Array("ab cA-")
    let name = String((0..<random(20)).map { _ in letters[random(letters.count)] })
    let pattern = String((0..<(1 + random(4))).map { _ in "abc".randomElement(at: random(3)) })
    let folded = Array(name.lowercased())
    guard let match = FuzzyMatch(.init(pattern), in: .init(name)) else {
      var rest = pattern[...]
      for letter in folded where rest.first == letter { rest = rest.dropFirst() }
      #expect(!rest.isEmpty, "seed \(seed): \(pattern) stands in \(name)")
      return
    }
    #expect(String(match.positions.map { folded[$0] }) == pattern, "seed \(seed)")
    #expect(match.positions == match.positions.sorted())
    #expect(Set(match.positions).count == match.positions.count)
  }
}

extension String {
  fileprivate func randomElement(at index: Int) -> Character { Array(self)[index] }
}
