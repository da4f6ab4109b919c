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
  /// The decks of the built-in dossier, the one made from it, and one built by hand.
  private static let decks =
    builtInReading.dossier.decks + [
      DeckMaker.deck(of: builtInReading.dossier), BriefingDecks.sample,
    ]

  @Test(arguments: decks.indices)
  func everySlideArrivesAsItIsShownThoughNothingIsThere(_ index: Int) throws {
    var driver = TalkDriver(Self.decks[index], 80, 24)
    let notes = driver.stage.deck.slides.flatMap(\.notes).flatMap(\.text).flatMap(\.paragraphs)
      .map(\.plainText).filter { $0.count > 24 }
    for number in driver.stage.deck.slides.indices {
      driver.send(.choice(.slide(number)))
      let (received, follower) = try Self.arrival(driver)
      #expect(received.slide == number && received.count == driver.stage.deck.slides.count)
      #expect(!notes.contains { received.folder.contains($0) })
      for size in [Size(width: 100, height: 30), Size(width: 44, height: 16)] {
        let subject = Stage.Subject.slide(number)
        #expect(
          Self.picture(follower, subject, size) == Self.picture(driver.stage, subject, size),
          "slide \(number + 1) of \(driver.stage.deck.id)")
      }
    }
  }

  /// Every record of the built-in dossier may be an answer.
  @Test func everyAnswerArrivesAsItIsShown() throws {
    var driver = TalkDriver(BriefingDecks.sample, 80, 24)
    let seed = Trials.seed(18)
    var random = SeededRandom(seed)
    let all = driver.stage.library.catalogue.references
    for reference in all where random.int(1...4) == 1 {
      driver.send(.choice(.answer(reference)))
      let (_, follower) = try Self.arrival(driver)
      let (size, subject) = (Size(width: 90, height: 28), Stage.Subject.answer(reference))
      #expect(
        Self.picture(follower, subject, size) == Self.picture(driver.stage, subject, size),
        "\(reference), seed \(seed)")
      #expect(
        AnswerSlide.basis(reference, follower.library)
          == AnswerSlide.basis(reference, driver.stage.library))
    }
  }

  /// What is on the screen, sent as text to an end that has no file, and read there.
  private static func arrival(_ driver: TalkDriver) throws -> (SlideHandover, Stage) {
    let sent = SlideHandover(driver.talk, driver.stage)
    let received = SlideHandover(sent.text)
    #expect(received.paragraphs == sent.paragraphs.filter { !$0.isEmpty })
    let reading = DossierReader.read(try #require(HandedFolder(received.folder)))
    let slide = try #require(reading.dossier.decks.first?.slides.first)
    let library = Library(reading, preferences: driver.stage.library.preferences)
    return (received, Stage(received.deck(driver.stage.deck.id, holding: slide), library))
  }

  private static func picture(_ stage: Stage, _ subject: Stage.Subject, _ size: Size) -> String {
    var canvas = Canvas(size)
    let layout = stage.layout(subject, size)
    for screen in layout.starts.indices.prefix(3) {
      SlideView.draw(
        layout, step: 9, screen: screen, footer: nil, glyphs: .unicode, on: &canvas,
        in: Rect(size))
    }
    return canvas.text() + "\(stage.accent(subject))"
  }

  @Test func theNumbersAfterACutArriveToo() throws {
    var driver = TalkDriver(BriefingDecks.sample, 80, 24)
    driver.press("Space c 1 Enter")
    try #require(driver.talk.shown.cutSlide != nil)
    let (_, follower) = try Self.arrival(driver)
    for slide in follower.deck.slides.indices {
      #expect(
        driver.talk.number(of: slide, follower) == driver.talk.number(of: slide, driver.stage))
    }
  }

  @Test func aBlankScreenHandsNothingOver() {
    var driver = TalkDriver(BriefingDecks.sample, 80, 24)
    driver.press("b")
    #expect(SlideHandover(driver.talk, driver.stage).text.isEmpty)
  }

  @Test func aFolderIsReadAsItWasWrittenAndNothingElseIs() {
    let files = ["index.md": "a\nb", "data/units.csv": "", "decks/slide.md": "é 3\n"]
    let text = HandedFolder(files).text
    #expect(HandedFolder(text)?.text == text)
    for other in [
      "index.md", "index.md 5\nabc", "index.md -1\nabc", "index.md 3\nabcindex.md 0\n",
      "a b 3\nabc", "index.md 3\nabcd", String(repeating: "x", count: 300) + " 0\n",
      (0...1000).map { "a\($0) 0\n" }.joined(),
    ] {
      #expect(HandedFolder(other) == nil, "\(other.prefix(40))")
    }
  }

  @Test func hostileTextsAreTextOrNothing() {
    for line in [
      "<!-- slide 0 of 3: x -->", "<!-- slide 4 of 3: x -->", "<!-- slide 1 of 999999999: x -->",
      "<!-- slide a of b -->", "<!-- slide 1 of 3", "<!-- slide -->", "<!-- slide 1 of 3: x",
    ] {
      let read = SlideHandover("before\n\(line)\n## after")
      #expect(read.folder.isEmpty, "\(line)")
      #expect(read.paragraphs.first == "before")
    }
    let seed = Trials.seed(1)
    var random = SeededRandom(seed)
    for _ in 0..<Trials.count(400) {
      let bytes = (0..<random.int(0...200)).map { _ in UInt8(random.int(0...255)) }
      let text = String(decoding: bytes, as: UTF8.self)
      let read = SlideHandover("<!-- slide 1 of 2: \(text)\n\(text) -->\n\(text)")
      let deck = read.deck("x", holding: Slide(id: "x"))
      #expect(read.folder.isEmpty || deck.slides.count == 2, "seed \(seed)")
    }
  }
}
