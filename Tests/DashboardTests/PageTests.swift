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
    #expect(driver.text.contains("Natural gas price at Henry Hub, yearly mean"))
    driver.press("Tab")
    #expect(!driver.text.contains(energy.title))
    #expect(driver.text.contains("U.S. content of U.S. imports, by country of origin"))
    driver.press("Tab j j")
    #expect(driver.text.contains("2.2 Speed up Mexican judicial reform"))
    // Reading on beside it keeps what was selected.
    driver.press("Tab Tab")
    #expect(driver.text.contains("2.2 Speed up Mexican judicial reform"))
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
    driver.press("X j j l l l Enter")
    #expect(driver.state.visit.focus == 1)
    #expect(driver.text.contains("With 3 Migration (4)"))
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
}
