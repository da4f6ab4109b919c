import Query
import Records
import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts

/// What pages show beside the selection: previews, links and talks.
@Suite struct PageTests {
  /// The overview names what the selection is about: key messages, asks, a chart.
  @Test func theOverviewShowsWhatIsSelected() throws {
    var driver = Driver(120, 40)
    let energy = try #require(driver.library.catalogue.chapter("energy"))
    driver.press("j j j j")
    #expect(driver.text.contains(energy.title))
    #expect(driver.text.contains("Henry Hub gas averaged $8.86"))
    driver.press("Tab Tab")
    #expect(!driver.text.contains(energy.title))
    #expect(driver.text.contains("Imports from Mexico are about 40 percent"))
    driver.press("Shift-Tab j j")
    #expect(driver.text.contains("2.2 Speed up judicial reform in Mexico"))
    // Reading on beside it keeps what was selected.
    driver.press("l")
    #expect(driver.text.contains("2.2 Speed up judicial reform in Mexico"))
  }

  /// A sentence of content is on the first screen at any size that has room for one.
  @Test(arguments: [(40, 12), (60, 20), (80, 24), (120, 40), (200, 55), (300, 100)])
  func theOverviewBeginsWithASentence(width: Int, height: Int) {
    let driver = Driver(width, height)
    let words = driver.text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("Two governments begin new terms at a favourable moment"))
    #expect(words.contains("would benefit both."))
  }

  /// Panels share the lines between them: no two vertical lines side by side.
  @Test func oneLineIsBetweenPanels() {
    for (keys, size) in [("", (120, 40)), ("4", (80, 24)), ("4", (200, 55)), ("r", (120, 40))] {
      var driver = Driver(size.0, size.1)
      driver.press(keys)
      #expect(!driver.text.contains("││") && !driver.text.contains("┐┌"), "\(keys) \(size)")
    }
  }

  @Test func theLinksOfAChapterFollowTheSectionThatIsRead() throws {
    var driver = Driver(200, 55)
    driver.press("2 Shift-Tab")
    let links = try #require(ScreenContent(driver.state, driver.library).index(of: .links))
    func top() -> String? {
      let panel = ScreenContent(driver.state, driver.library).panels[links]
      guard let document = panel.content as? DocumentPanel,
        case .heading(let title, _, _, _)? = document.blocks.first(where: {
          if case .heading = $0 { true } else { false }
        })
      else { return nil }
      return title
    }
    #expect(top() == "With 0 Introduction (8)")
    driver.press("j j")
    #expect(top() == "The Context")
  }

  /// Every link stands on the pages of both of its ends, with its topic and note.
  @Test func everyLinkStandsOnAPage() {
    let library = Library(builtInReading)
    #expect(library.dossier.links.count > 100)
    for link in library.dossier.links {
      for end in [link.from, link.to] {
        let blocks = LinkText.blocks(of: end, library)
        #expect(
          blocks.contains { block in
            guard case .prose(.paragraph(let spans)) = block else { return false }
            return spans.plainText.contains(link.note)
          }, "\(link.from) \(link.to)")
      }
    }
  }

  @Test func linksAreCountedBetweenChapters() {
    let library = Library(builtInReading)
    let matrix = LinksScreen.matrix(library)
    // Each link is counted once below the diagonal or on it.
    let count = matrix.counts.indices.reduce(0) { sum, row in
      sum + matrix.counts[row][...row].reduce(0, +)
    }
    let ends = library.dossier.links.count { link in
      library.catalogue.chapter(of: link.from) != nil
        && library.catalogue.chapter(of: link.to) != nil
    }
    #expect(count == ends)
    var driver = Driver(120, 40)
    driver.press("X g j j l l l Enter")
    #expect(driver.state.visit.focus == 1)
    #expect(driver.text.contains("With 3 Migration (4)"))
  }

  @Test func theLinksStartWhereMostAre() throws {
    var driver = Driver(120, 40)
    driver.press("X")
    let matrix = LinksScreen.matrix(driver.library)
    let cell = matrix.cell(driver.state.visit[panel: 0].selection)
    let most = try #require(matrix.counts.joined().max())
    #expect(matrix.counts[cell.row][cell.column] == most)
    #expect(driver.text.contains("(\(most))"))
  }

  /// The list of indicators starts on one that is drawn, and its count has the folded ones too.
  @Test func indicatorsStartOnACurveAndAllCount() {
    var driver = Driver(120, 40)
    driver.press("i")
    #expect(driver.text.contains("2 of \(driver.library.dossier.indicators.count) "))
    driver.press("G Enter j")
    #expect(driver.text.contains("of \(driver.library.dossier.indicators.count) "))
    driver.press("F")
    #expect(driver.text.contains("2 of \(driver.library.dossier.indicators.count) "))
    driver.press("Enter")
    #expect(ScreenContent(driver.state, driver.library).chart?.chart?.kind == .line)
    driver.press("l")
    #expect(ScreenContent(driver.state, driver.library).chart?.readOut?.title == "2024")
    driver.press("l")
    #expect(driver.state.visit.focus == 0)
  }

  @Test func linksAreFoundByTheirNotes() {
    let library = Library(builtInReading)
    let hits = library.searchIndex.search("groups that prey on migrants same planned size").hits
    #expect(Set(hits.map(\.reference.id)).isSuperset(of: ["border#security"]))
  }

  @Test func theTalksAreOfferedByTheirMinutes() {
    var driver = Driver(80, 24)
    driver.press("4 p")
    let minutes = driver.library.deckMatches("", from: nil).map(\.entry.detail)
    #expect(Array(minutes.prefix(3)) == ["5 minutes", "10 minutes", "15 minutes"])
    #expect(driver.text.contains("The whole report, from Growing"))
    driver.press("Down Enter")
    #expect(
      driver.effects == [.present("what-became-of-it", from: Reference(.chapter, "energy"))])
    driver.press("p Esc")
    #expect(driver.state.overlay == nil && driver.effects.count == 1)
  }

  /// A recommendation shows the values of the figures that it rests on.
  @Test func evidenceIsShownWithItsValues() {
    let library = Library(builtInReading)
    var figures = 0
    for item in library.dossier.recommendations {
      let blocks = EvidenceText.panel(item, library).blocks
      let text = blocks.map { block in
        guard case .prose(.paragraph(let spans)) = block else { return "" }
        return spans.plainText
      }.joined(separator: "\n")
      for figure in item.evidence.compactMap({ library.catalogue.indicator($0.id) })
      where item.evidence.contains(figure.reference) {
        figures += 1
        #expect(text.contains(library.catalogue.keyValues(of: figure, limit: 4)), "\(item.id)")
      }
    }
    #expect(figures > 10)
  }

  /// A panel fills the screen and goes back to its place.
  @Test func aPanelCanFillTheScreen() {
    var driver = Driver(120, 40)
    driver.press("4 Tab")
    let before = driver.text
    driver.press("Z")
    #expect(driver.text != before && !driver.text.contains("Outline"))
    driver.press("Z")
    #expect(driver.text == before)
    driver.press("Z Esc")
    #expect(driver.text == before && driver.state.visit.route == .chapter("energy"))
  }

  /// A year that is typed on a chart moves its cursor there; the table beside it follows.
  @Test func aTypedYearJumps() throws {
    var driver = Driver(120, 40)
    driver.send(.open(Reference(.indicator, "goods-trade-partners")))
    driver.press("2 0 0 5")
    #expect(
      driver.state.number.isEmpty
        && driver.state.visit.route.reference?.id == "goods-trade-partners")
    let content = ScreenContent(driver.state, driver.library)
    let chart = try #require(content.chart)
    #expect(chart.readOut?.title == "2005")
    let values = try #require(content.index(of: .values))
    let row = driver.state.visit[panel: values].selection
    #expect(content.list(.values)?.rows[row].text(0) == "2005")
    driver.press("1 8 0 0")
    #expect(driver.state.notice?.hasPrefix("There is no 1800") == true)
    // One digit and Enter is a chapter, as on other screens.
    driver.press("3 Enter")
    #expect(driver.state.visit.route == .chapter("migration"))
  }

  @Test func aCountRepeatsAMovement() {
    var driver = Driver(80, 24)
    driver.press("x Alt-1 2 j")
    #expect(driver.state.visit[panel: 0].selection == 12)
    driver.press("Alt-5 G")
    #expect(driver.state.visit[panel: 0].selection == 4)
    driver.press("Alt-9 Esc j")
    #expect(driver.state.visit[panel: 0].selection == 5 && driver.state.visit.route == .index)
  }

  /// A change since the start is one since the first period that is shown.
  @Test func theStartOfChangesFollowsTheZoom() throws {
    var driver = Driver(120, 40)
    driver.send(.open(Reference(.indicator, "goods-trade-partners")))
    driver.press("2 0 0 5")
    #expect(driver.text.contains("vs 1985"))
    driver.press("+")
    #expect(driver.text.contains("vs 1995") && !driver.text.contains("vs 1985"))
  }

  /// Two measures whose years are of two kinds are both 100 in the first year that both have.
  @Test func anIndexStartsInTheFirstCommonYear() throws {
    var driver = Driver(120, 40)
    driver.send(.open(Reference(.indicator, "homicide-rate")))
    driver.state.visit.chart.compared = "apprehensions-annual"
    driver.state.visit.chart.measure = .index
    let chart = try #require(ScreenContent(driver.state, driver.library).chart?.chart)
    #expect(chart.series.allSatisfy { line in line.observations.contains { $0.value == 100 } })
    let years = chart.series.map { line in
      line.observations.first { $0.value == 100 }?.period?.first.year
    }
    #expect(Set(years).count == 1 && years[0] != nil)
    #expect(chart.unit.title.contains("= 100"))
    let starts = chart.series.map {
      $0.observations.first { $0.value != nil }?.period?.first.year ?? 0
    }
    #expect((starts.max() ?? 0) - (starts.min() ?? 0) <= 1)
  }

  @Test func theCommandForAPlaceIsCopied() {
    var driver = Driver(80, 24)
    driver.press("r j Enter @")
    #expect(driver.effects == [.copy("dossier --at rec:economics-2")])
  }

  @Test func whatIsShownIsSavedUnderAName() {
    var driver = Driver(80, 24)
    driver.press("e")
    #expect(driver.text.contains("Save "))
    driver.press("Esc r e Enter")
    guard case .export(.memo, name: "recommendations.html")? = driver.effects.last else {
      Issue.record("\(driver.effects)")
      return
    }
    driver.press("j Enter e x Enter")
    #expect(
      driver.effects.last
        == .export(.record(Reference(.recommendation, "economics-2")), name: "economics-2.htmlx"))
  }

  /// Help shows the keys of the screen first, and no chapter that the dossier does not have.
  @Test func helpIsAboutThisScreen() {
    var driver = Driver(160, 50)
    driver.send(.open(Reference(.indicator, "goods-trade-partners")))
    driver.press("?")
    let lines = driver.text.split(separator: "\n")
    #expect(lines[2].contains("Charts"))
    #expect(!driver.text.contains("chapter 9") && driver.text.contains("a chapter by its number"))
    driver.press("Esc 3 Enter ?")
    #expect(!driver.text.contains("let the next series stand out"))
  }
}
