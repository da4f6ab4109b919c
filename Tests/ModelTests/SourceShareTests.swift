import BuiltIn
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// Values from several sources are cited from, and shown with, each of them.
@Suite struct SourceShareTests {
  let catalogue = Catalogue(BuiltInDossier.reading().dossier)

  @Test func everySourceInUseIsNamedInOrderOfItsPeriods() throws {
    let trade = try #require(catalogue.indicator("goods-trade-mexico"))
    #expect(trade.sourceShares.map(\.source) == ["census-goods-trade", "census-trade-api"])
    #expect(trade.sourceShares.map(\.title) == ["1985–2012", "2013–2024"])
    let citation = Citation(of: .indicator(trade), in: catalogue)
    #expect(citation.plain.hasPrefix("For 1985–2012: U.S. Census Bureau, “Foreign Trade"))
    #expect(citation.plain.contains("; for 2013–2024: U.S. Census Bureau, “International-trade"))
    #expect(citation.bibtex.split(separator: "@").count == 2)
    #expect(
      catalogue.dossier.sourceLine(of: trade)
        == "U.S. Census Bureau, Foreign Trade (1985–2012); International-trade API (2013–2024)")
    let sheet = RecordSheet(.indicator(trade), in: catalogue).plain
    #expect(sheet.contains("Source, 2013–2024: "))
    #expect(sheet.split(separator: "\n").contains { $0.contains("Value") && $0.contains("Source") })
  }

  @Test func aSourceOfSomeSeriesNamesThem() throws {
    let borders = try #require(catalogue.indicator("apprehensions-annual"))
    #expect(borders.sourceShares.first?.title == "Nationwide, FY1925–FY2019")
    #expect(borders.sourceShares.count == 4)
  }

  @Test func oneSourceIsCitedAlone() throws {
    let share = try #require(catalogue.indicator("us-content"))
    #expect(share.sourceShares.map(\.source) == ["report"])
    #expect(!RecordSheet(.indicator(share), in: catalogue).plain.contains("Source, "))
    let mixed = Catalogue(sampleDossier())
    let plain = Citation(of: .indicator(mixed.dossier.indicators[0]), in: mixed).plain
    #expect(plain.contains("for South: Office of Roads") || plain.contains("For South: Office"))
    #expect(plain.contains("North, 2010: Ana Peña, “Roads to Market”"))
    let empty = Indicator(id: "e", title: "E", unit: "", source: "report")
    #expect(empty.sourceShares.map(\.source) == ["report"])
  }

  @Test(arguments: ["40%", "40 percent"]) func figuresAreFound(_ words: String) throws {
    let index = SearchIndex(catalogue)
    let results = index.search(words)
    let rank = try #require(results.hits.firstIndex { $0.reference.id == "us-content" })
    #expect(rank < 3)
    #expect(index.context(of: results.hits[rank], in: results).text == "Mexico: ≈ 40%")
  }

  @Test func sumsAreFoundWithTheirPeriods() throws {
    let index = SearchIndex(catalogue)
    let sums = index.search("\"$500 billion\"")
    let sum = try #require(sums.hits.first { $0.reference.id == "trade-level" })
    #expect(index.context(of: sum, in: sums).text == "2011: $500 billion")
    let counts = index.search("1.7 million").hits.prefix(3).map(\.reference.id)
    #expect(counts.contains("apprehensions"))
  }

  @Test func shortNumbersNameRecommendations() {
    #expect(catalogue.record(named: "2.2")?.reference.id == "security-2")
    #expect(catalogue.record(named: "2.p1")?.reference.id == "security-p1")
    #expect(catalogue.record(named: "rec:2.p1")?.reference.id == "security-p1")
    for name in ["2.", ".", "2.p", "2.99", "99.1", "-1.1", "2.2.2", "2.p-1"] {
      #expect(catalogue.record(named: name) == nil, "\(name)")
    }
    for item in catalogue.dossier.recommendations {
      #expect(catalogue.record(named: catalogue.number(item))?.reference == item.reference)
    }
  }

  @Test func lostNotesSaySo() throws {
    let note = try #require(catalogue.note("economics-1"))
    #expect(note.statement.plainText == "Lost: sources for Chinese and Mexican wages.")
  }
}
