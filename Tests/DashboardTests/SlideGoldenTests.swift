import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Records
@testable import Talk

/// Slides and the screens around them at three sizes, as text and as a map of roles.
@Suite struct SlideGoldenTests {
  static let sizes = [(40, 12), (80, 24), (120, 40)]

  static let screens: [(name: String, keys: String)] = [
    ("title", ""), ("points", "Space Space"), ("chart", "g 3 Enter Space"),
    ("recs", "g 4 Enter"), ("rec", "g 5 Enter"), ("columns", "g 6 Enter Space"),
    ("matrix", "g 7 Enter"), ("timeline", "g 8 Enter"), ("quote", "g 9 Enter"), ("close", "End"),
    ("blank", "b"), ("drill", "g 3 Enter d h h"), ("answer", ": b o r d e r Space w a i t Enter"),
    ("answering", ": b o r d"), ("overview", "g 4 Enter o l"), ("searching", "/ s e c u"),
    ("notes", "Space n t"), ("help", "?"), ("leaving", "q"), ("cutting", "c"),
  ]

  @Test(arguments: screens.map(\.name), sizes.map { "\($0.0)x\($0.1)" })
  func presenter(name: String, size: String) {
    check("talk-\(name)", size, BriefingDecks.sample, .presenter) { driver in
      driver.press(Self.screens.first { $0.name == name }?.keys ?? "")
    }
  }

  @Test(arguments: BriefingDecks.torture.slides.indices, sizes.map { "\($0.0)x\($0.1)" })
  func torture(slide: Int, size: String) {
    check(
      "torture-\(BriefingDecks.torture.slides[slide].id)", size, BriefingDecks.torture, .presenter
    ) { driver in
      driver.press((0..<slide).map { _ in "]" }.joined(separator: " "))
    }
  }

  @Test(arguments: ["start", "step", "answer", "cut"], sizes.map { "\($0.0)x\($0.1)" })
  func console(name: String, size: String) {
    let keys = [
      "start": "", "step": "Space Space", "answer": "Space : w a i t Enter",
      "cut": "Space Space c 1 5 Enter Space",
    ]
    check("console-\(name)", size, BriefingDecks.sample, .console) { driver in
      var now = 1_700_000_000_000
      for key in (keys[name] ?? "").split(separator: " ") {
        driver.send(.time(now))
        driver.press(String(key))
        now += 37_000
      }
      driver.send(.time(now))
      driver.send(
        .audience(Audience(count: 12, tooSmall: [Size(width: 30, height: 9)])))
    }
  }

  @Test(arguments: ["waiting", "step", "lost", "text"], sizes.map { "\($0.0)x\($0.1)" })
  func follower(name: String, size: String) {
    check("follower-\(name)", size, BriefingDecks.sample, .follower) { driver in
      guard name != "waiting" else { return }
      var shown = PublicState(driver.stage.edition)
      shown.slide = 1
      shown.step = 1
      if name == "text" {
        shown.edition.dossier = "another"
        driver.send(.text(["Heading", "A first paragraph of the presenter's.", "A second one."]))
      }
      driver.send(.received(shown, nil))
      if name == "lost" { driver.send(.connection(false)) }
    }
  }

  private func check(
    _ name: String, _ size: String, _ deck: Deck, _ seat: Talk.Seat,
    _ act: (inout TalkDriver) -> Void
  ) {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    var driver = TalkDriver(deck, parts[0], parts[1], seat: seat)
    act(&driver)
    let canvas = driver.canvas
    let text = canvas.text() + "\n" + canvas.styleMap()
    let difference = Golden.difference(
      text, folder: ScreenGoldenTests.folder, name: "\(name)-\(size)")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
