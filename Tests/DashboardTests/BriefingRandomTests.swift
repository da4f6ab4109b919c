import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts
@testable import Talk

/// Any keys at any size: no crash, no row too long, nothing private before the audience.
@Suite struct BriefingRandomTests {
  @Test(arguments: [false, true], Trials.seeds(8))
  func anyKeysAtAnySize(isTorture: Bool, seed: UInt64) {
    var random = SeededRandom(seed)
    let deck = isTorture ? BriefingDecks.torture : BriefingDecks.sample
    var presenter = TalkDriver(deck, glyphs: seed.isMultiple(of: 2) ? .unicode : .ascii)
    var console = TalkDriver(deck, seat: .console)
    var follower = TalkDriver(deck, 40, 12, seat: .follower)
    var keys = TalkKeys.standard.bindings.flatMap(\.keys)
    keys += "aeiounrst0123456789 ".map { Key.character($0) } + [.delete, .insert, .function(9)]
    var pressed: [String] = []
    var now = 1_700_000_000_000
    for _ in 0..<100 {
      now += random.int(0...60_000)
      let key = keys[random.int(0...keys.count - 1)]
      let size = Size(width: random.int(0...200), height: random.int(0...60))
      let message = random.int(0...15) == 0 ? TalkMessage.resize(size) : .key(key)
      pressed.append("\(message)")
      switch random.int(0...4) {
      case 0, 1:
        presenter.send(.time(now))
        presenter.send(message)
        console.send(.received(presenter.talk.shown, presenter.talk.course))
        follower.send(.received(presenter.talk.shown, nil))
      case 2, 3:
        console.send(.time(now))
        console.send(message)
        presenter.send(.received(console.talk.shown, console.talk.course))
        follower.send(.received(console.talk.shown, nil))
      default: follower.send(message)
      }
      for driver in [presenter, console, follower] {
        let canvas = driver.canvas
        if let cursor = canvas.cursor, !canvas.bounds.contains(cursor) {
          Issue.record("seed \(seed): cursor outside after \(pressed.suffix(8))")
        }
        for row in canvas.text().split(separator: "\n", omittingEmptySubsequences: false)
        where row.columns > canvas.size.width {
          Issue.record("seed \(seed): a row of \(row.columns) columns after \(pressed.suffix(8))")
        }
      }
      if follower.text.contains("secretnote") {
        Issue.record("seed \(seed): a note before the audience after \(pressed.suffix(8))")
      }
    }
  }

  /// What is on the screen in big letters, which a grid of cells cannot tell.
  private func bigText(_ driver: TalkDriver) -> String {
    let layout = driver.stage.layout(driver.talk.subject(driver.stage), driver.talk.viewSize)
    guard layout.lettering.isBig else { return "" }
    return layout.parts.filter { $0.step <= driver.talk.step }.map { part in
      guard case .lines(let lines) = part.content else { return "" }
      return lines.map { $0.pieces.map(\.text.text).joined(separator: " ") }.joined(separator: " ")
    }.joined(separator: " ")
  }

  /// Through all of a deck at a size, everything that it says is seen once.
  @Test(arguments: ["40x12", "80x24", "120x40", "300x100", "57x17"])
  func everythingIsShownSomewhere(size: String) {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    var driver = TalkDriver(BriefingDecks.torture, parts[0], parts[1])
    var seen = ""
    for _ in 0..<300 {
      // Small and back changes nothing.
      let before = driver.text
      driver.send(.resize(Size(width: 40, height: 12)))
      driver.send(.resize(Size(width: parts[0], height: parts[1])))
      #expect(driver.text == before)
      seen += before + bigText(driver)
      driver.press("Space")
      if driver.talk.notice != nil { break }
    }
    #expect(driver.talk.notice == "This is the last slide.")
    var words = (1...60).map { "item\($0)x" } + (1...9).map { "Heading\($0)" }
    for row in 1...4 { words += (1...9).map { "cell\(row)x\($0)" } }
    words += [
      "政策報告書", "END", "終わり", "no-such-chart", "no-such-rec", "no-such-category",
      "1300", "LAST", "RIGHTEND", "nested", "third", "left two",
    ]
    // A line may end after a hyphen.
    seen.removeAll(where: \.isWhitespace)
    for word in words { #expect(seen.contains(word.filter { $0 != " " }), "\(word) at \(size)") }
    #expect(!seen.contains("secretnote"))
  }
}
