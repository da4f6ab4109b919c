import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Query
@testable import Records
@testable import Talk

/// What the presenter hands over of a deck that others do not have.
@Suite struct SlideHandoverTests {
  @Test func aSlideArrivesAsItWasWithItsChartsAndWithoutNotes() throws {
    var driver = TalkDriver(BriefingDecks.sample, 80, 24)
    for number in BriefingDecks.sample.slides.indices {
      driver.send(.choice(.slide(number)))
      let sent = SlideHandover(driver.talk, driver.stage)
      let text = sent.text
      #expect(!text.contains("Welcome everybody") && !text.contains("Say first"))
      let received = SlideHandover(text)
      #expect(received.paragraphs == sent.paragraphs.filter { !$0.isEmpty })
      #expect(received.slide == number && received.count == BriefingDecks.sample.slides.count)
      let read = DeckReader.read(
        text: Array(received.markdown.utf8), name: "slide.md",
        dossier: driver.stage.library.dossier)
      let slide = try #require(read.deck.slides.first)
      #expect(read.deck.slides.count == 1)
      let deck = received.deck("sample", holding: slide)
      let follower = Stage(deck, driver.stage.library)
      let size = Size(width: 100, height: 30)
      func picture(_ stage: Stage) -> String {
        var canvas = Canvas(size)
        let layout = stage.layout(.slide(number), size)
        SlideView.draw(
          layout, step: 9, screen: 0, footer: nil, glyphs: .unicode, on: &canvas, in: Rect(size))
        return canvas.text()
      }
      #expect(picture(follower) == picture(driver.stage), "slide \(number)")
    }
  }

  @Test func aBlankScreenHandsNothingOver() {
    var driver = TalkDriver(BriefingDecks.sample, 80, 24)
    driver.press("b")
    #expect(SlideHandover(driver.talk, driver.stage).text.isEmpty)
  }

  @Test func hostileTextsAreTextOrNothing() {
    for line in [
      "<!-- slide 0 of 3: x -->", "<!-- slide 4 of 3: x -->", "<!-- slide 1 of 999999999: x -->",
      "<!-- slide a of b -->", "<!-- slide 1 of 3", "<!-- slide -->", "<!-- slide 1 of 3: x",
    ] {
      let read = SlideHandover("before\n\(line)\n## after")
      #expect(read.markdown.isEmpty, "\(line)")
      #expect(read.paragraphs.first == "before")
    }
    let seed = Trials.seed(1)
    var random = SeededRandom(seed)
    for _ in 0..<Trials.count(400) {
      let bytes = (0..<random.int(0...200)).map { _ in UInt8(random.int(0...255)) }
      let text = String(decoding: bytes, as: UTF8.self)
      let read = SlideHandover("<!-- slide 1 of 2: \(text)\n\(text) -->\n\(text)")
      let deck = read.deck("x", holding: Slide(id: "x"))
      #expect(read.markdown.isEmpty || deck.slides.count == 2, "seed \(seed)")
    }
  }
}
