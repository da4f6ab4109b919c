import Testing

@testable import Query
@testable import Records

@Suite struct SearchTests {
  let index = SearchIndex(Catalogue(sampleDossier()))

  private func ids(_ text: String) -> [String] {
    index.search(text).hits.map(\.reference.description)
  }

  @Test func caseAndAccentsDoNotMatter() {
    #expect(ids("MEXICO").contains("section:roads#waiting"))
    #expect(ids("méxico").contains("entity:mexico"))
    #expect(ids("pena") == ["chapter:roads"])
  }

  @Test func titlesGoBeforeTextAndWholeWordsBeforeStarts() {
    // "port" is whole in the text and a start in the title of one section.
    let hits = index.search("port").hits
    #expect(hits.map(\.reference.id) == ["roads#queues", "roads#waiting"])
    #expect(hits.map(\.tier) == [2, 0])
    #expect(ids("slow port").first == "section:roads#queues")
    #expect(index.search("waiting").hits.map(\.tier) == [4, 1])
    #expect(index.search("abc").hits.first?.reference == Reference(.entity, "abc"))
    #expect(index.search("ports").hits.first?.tier == 3)
  }

  @Test func onlyTheLastWordIsAStart() {
    #expect(ids("sl port") == [])
    #expect(ids("slow po").contains("section:roads#queues"))
    #expect(ids("sl ") == [])
  }

  @Test func quotedWordsFollowEachOther() {
    #expect(ids("\"slow port\"") == ["section:roads#queues"])
    #expect(ids("\"port slow\"") == [])
    #expect(ids("\"slow po") == ["section:roads#queues"])
    #expect(ids("\"slow po\"") == [])
  }

  @Test func allWordsMustBeInOneRecord() {
    #expect(ids("concrete lorries") == [])
    #expect(ids("concrete agency") == ["entity:abc", "section:rivers#dams"])
  }

  @Test func everyKindOfRecordIsFound() {
    #expect(ids("waiting costs") == ["chapter:roads"])
    #expect(ids("lorries") == ["rec:roads-1"])
    #expect(ids("noon") == ["indicator:share"])
    #expect(index.search("noon").hits[0].place == .observation(series: 0, row: 0))
    #expect(ids("counted twice") == ["indicator:share"])
    #expect(ids("opens") == ["event:opening"])
    #expect(ids("survey") == ["note:roads-1"])
    #expect(ids("office") == ["source:office"])
  }

  @Test func nothingToSearchFindsNothing() {
    for text in ["", " ", "\"", "--", "\u{1b}[2J zzzz", String(repeating: "qq ", count: 10_000)] {
      #expect(ids(text) == [], "\(text.prefix(10))")
    }
  }

  @Test func groupsKeepTheBestKindFirst() {
    let groups = index.search("roads").groups
    #expect(
      groups.first?.kind == .chapter || groups.first?.kind == .recommendation
        || groups.first?.kind == .indicator)
    #expect(Set(groups.map(\.kind)).count == groups.count)
    #expect(index.search("roads", kinds: [.source]).groups.map(\.kind) == [.source])
  }

  /// What the report says comes before where it comes from, unless a source is named exactly.
  @Test func sourcesComeAfterWhatRestsOnThem() {
    var dossier = sampleDossier()
    dossier.sources.append(Source(id: "paper", producer: "The Widen", title: "Roads widened"))
    dossier.recommendations[0].title = "Let there be more lanes"
    let index = SearchIndex(Catalogue(dossier))
    let found = index.search("widen")
    #expect(found.hits.first?.reference.kind == .source)
    #expect(found.groups.count > 1 && found.groups.last?.kind == .source)
    #expect(index.search("The Widen, Roads widened").groups.first?.kind == .source)
  }

  @Test func aHitIsShownInItsSentence() {
    let text = "It is true. In the U.S. all wait for lorries.[3] Nobody knows why, said Mr. Smith."
    func sentence(_ words: String) -> String {
      let found = text.firstRange(of: words)?.lowerBound ?? text.startIndex
      let place = text.utf8.distance(from: text.startIndex, to: found)
      return String(decoding: Array(text.utf8)[text.sentence(around: place)], as: UTF8.self)
    }
    #expect(sentence("It") == "It is true.")
    #expect(sentence("wait") == "In the U.S. all wait for lorries.[3]")
    #expect(sentence("Smith") == "Nobody knows why, said Mr. Smith.")
    #expect("".sentence(around: 0) == 0..<0)
  }

  @Test func contextShowsTheWordsAndMarksThem() throws {
    let results = index.search("40 perc")
    let hit = try #require(results.hits.first { $0.reference.kind == .section })
    #expect(hit.place == .passage(0))
    let context = index.context(of: hit, in: results)
    #expect(context.text == "In México about 40 percent")
    #expect(context.pieces.filter(\.isMatch).map(\.text) == ["40", "percent"])
    for width in 1...40 {
      let cut = index.context(of: hit, in: results, width: width)
      #expect(cut.text.count <= max(8, width), "\(width): \(cut.text)")
      #expect(!cut.pieces.contains { $0.text.isEmpty })
    }
    #expect(results.marked("40 Percent").pieces.count == 3)
  }

  @Test func anEmptyDossierCanBeSearched() {
    #expect(SearchIndex(Catalogue(Dossier())).search("a").hits.isEmpty)
  }
}
