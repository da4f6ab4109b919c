import Query
import Records
import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts

/// Going to anything by a few letters of its name.
@Suite struct PaletteTests {
  private func kinds(_ driver: Driver) -> [String] {
    guard case .palette(let choice) = driver.state.overlay else { return [] }
    return driver.library.paletteGroups(choice).map(\.entry.choice.kind)
  }

  /// Matches stand kind by kind, the kind of the best one first, and more of a kind are unfolded.
  @Test func moreOfAKindAreUnfolded() throws {
    var driver = Driver(80, 24)
    driver.press(": m e x i c o")
    let before = kinds(driver)
    let best = try #require(driver.library.paletteMatches("mexico").first)
    #expect(before.first == best.entry.choice.kind)
    #expect(Set(before).count > 3)
    // Each kind stands together.
    #expect(zip(before, before.dropFirst()).count { $0 != $1 } == Set(before).count - 1)
    guard case .palette(let choice) = driver.state.overlay else { return }
    let fold = try #require(
      driver.library.paletteGroups(choice).firstIndex {
        if case .more = $0.entry.choice { true } else { false }
      })
    let folded = before[fold]
    for _ in 0..<fold { driver.press("Down") }
    driver.press("Enter")
    #expect(driver.state.overlay != nil)
    let after = kinds(driver)
    #expect(after.count { $0 == folded } > before.count { $0 == folded })
    // The first one that was hidden is selected, and opens.
    driver.press("Enter")
    #expect(driver.state.overlay == nil && driver.state.visit.route != .overview)
  }

  /// Letters scattered in a name are a match only where no name has them as a word.
  @Test func wordsComeAlone() {
    var driver = Driver(80, 24)
    driver.press(": t r a d e")
    guard case .palette(let choice) = driver.state.overlay else { return }
    for match in driver.library.paletteGroups(choice) {
      if case .more = match.entry.choice { continue }
      #expect(match.entry.title.lowercased().contains("trade"), "\(match.entry.title)")
    }
    driver.press("Esc : n a f a g r")
    #expect(!kinds(driver).isEmpty)
  }

  @Test func talksCommandsAndThemesAreFound() {
    for (keys, kind) in [
      (": f i v e Space m i n u t e s", "Talks"), (": T h e m e", "Themes"),
      (": t i m e l i n e", "Commands"),
    ] {
      var driver = Driver(80, 24)
      driver.press(keys)
      #expect(kinds(driver).first == kind, "\(keys): \(kinds(driver))")
    }
  }

  /// Where there is room, what is selected is shown beside the names.
  @Test func theSelectionIsPreviewed() throws {
    var driver = Driver(120, 40)
    driver.press(": b o o m")
    guard case .palette(let choice) = driver.state.overlay,
      case .record(let reference)? = driver.library.paletteGroups(choice).first?.entry.choice
    else {
      Issue.record("no record")
      return
    }
    let title = driver.library.catalogue.title(of: reference)
    #expect(driver.text.ranges(of: title).count == 2, "\(driver.text)")
    driver.press("Esc p")
    #expect(driver.text.contains("1. "))
    driver.send(.resize(Size(width: 80, height: 24)))
    #expect(!driver.text.contains("1. "))
  }

  /// On a small screen nothing of the panels behind shows below or beside.
  @Test(arguments: [(40, 12), (60, 12), (80, 24), (36, 10)])
  func aSmallScreenHasOneFrame(width: Int, height: Int) {
    for keys in ["p", ":"] {
      var driver = Driver(width, height)
      driver.press(keys)
      let lines = driver.text.split(separator: "\n").map(String.init)
      #expect(!zip(lines, lines.dropFirst()).contains { $0.hasPrefix("└") && $1.hasPrefix("└") })
      #expect(!driver.text.contains("┘ ") && !driver.text.contains("┐ │"), "\(driver.text)")
      for deck in driver.library.dossier.decks.prefix(1) where keys == "p" {
        let words = driver.text.split { $0.isWhitespace || $0 == "│" }.joined(separator: " ")
        #expect(words.contains(deck.title.split(separator: " ").last ?? "") && !words.contains("…"))
      }
    }
  }

  /// What has most in common comes first: years that both have, then the unit.
  @Test func likelyPartnersComeFirst() throws {
    let library = Library(builtInReading)
    let trade = try #require(library.catalogue.indicator("goods-trade-partners"))
    let offered = library.paletteMatches("", beside: trade.id).compactMap { match in
      if case .record(let reference) = match.entry.choice {
        library.catalogue.indicator(reference.id)
      } else {
        nil
      }
    }
    #expect(offered.count > 10)
    let affinities = offered.map(trade.affinity)
    #expect(affinities == affinities.sorted(by: >))
    let first = try #require(offered.first)
    #expect(first.unit == trade.unit && first.years?.overlaps(trade.years ?? 0...0) == true)
    let last = try #require(offered.last)
    #expect(last.unit != trade.unit)
  }
}
