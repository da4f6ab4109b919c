import TestSupport
import Testing

@testable import Reading
@testable import Records

/// A deck's file is read into slides, steps, notes and live parts.
@Suite struct DeckReadingTests {
  private func text(_ text: String, _ emphasis: Emphasis = []) -> Block {
    .paragraph([Span(text, emphasis)])
  }

  @Test func wholeDeckHasNoFault() throws {
    let reading = readDeck(wholeDeck)
    #expect(reading.diagnostics.map(\.description) == [])
    let deck = reading.deck
    #expect(deck.id == "talk")
    #expect(deck.file == "talk.md")
    #expect(deck.title == "Rivers in Ten Minutes")
    #expect(deck.minutes == 10)
    #expect(deck.slides.map(\.id) == ["rivers", "who-rises", "side-by-side", "slide-4"])
    #expect(deck.slides.map(\.isTitle) == [true, false, false, false])
    #expect(deck.slides.map(\.isMust) == [true, true, false, false])
    #expect(deck.slides.map(\.minutes) == [0.5, nil, nil, nil])
    #expect(deck.slides.map(\.line) == [7, 19, 36, 59])
    #expect(deck.slides.map(\.steps) == [1, 3, 2, 1])
  }

  @Test func notesAndPrivateComments() throws {
    let slides = readDeck(wholeDeck).deck.slides
    let first = try #require(slides.first)
    #expect(
      first.notes == [
        SpeakerNote([
          text("Welcome everybody."),
          .list(
            start: nil,
            items: [[.paragraph([Span("Name the "), Span("hosts", .stressed), Span(".")])]]),
        ])
      ])
    #expect(slides[1].notes.map(\.step) == [1])
    #expect(!String(describing: slides).contains("Ana"))
  }

  @Test func stepsAndInclusions() {
    let slides = readDeck(wholeDeck).deck.slides
    #expect(slides[1].elements.map(\.step) == [0, 1, 2])
    #expect(slides[1].elements[1].content == .inclusion(.chart(indicator: "flow")))
    #expect(
      slides[2].elements[0]
        == SlideElement(
          .columns([
            [SlideElement(.inclusion(.chart(indicator: "flow")))],
            [
              SlideElement(.inclusion(.record(Reference(.recommendation, "springs-1"))), step: 1),
              SlideElement(.block(text("Text beside it.")), step: 1),
            ],
          ])))
    #expect(
      slides[2].elements.dropFirst().map(\.content) == [
        .block(
          .table(header: [[Span("Water")], [Span("Fish")]], rows: [[[Span("1")], [Span("2")]]])),
        .block(.quote([text("Quoted.")])), .block(.code(["---", "code <!-- pause -->"])),
      ])
    #expect(
      slides[3].elements.map(\.content) == [
        .inclusion(.recommendations(category: "springs")),
        .inclusion(.recommendations(category: "north")), .inclusion(.matrix),
        .inclusion(.timeline(years: 1970...1993)),
      ])
  }

  @Test func theDossierReadsItsDecks() {
    let reading = readSmall {
      $0["decks/short.md"] = wholeDeck
      $0["decks/Long One.md"] = "---\ntitle: Long\n---\n# Long\n"
      $0["decks/short.es.md"] = "not read"
    }
    #expect(reading.diagnostics.map(\.description) == [])
    #expect(reading.dossier.decks.map(\.id) == ["long-one", "short"])
    #expect(reading.dossier.decks.map(\.file) == ["decks/Long One.md", "decks/short.md"])
    #expect(
      reading.dossier.decks[1].withoutPlaces.slides == readDeck(wholeDeck).deck.withoutPlaces.slides
    )
  }

  @Test func aDeckWithoutFrontMatterIsStillShown() {
    let reading = readDeck("# Hello\n\nWorld\n\n---\n\n## Two\n")
    #expect(reading.diagnostics.map(\.line) == [1])
    #expect(reading.diagnostics.first?.severity == .warning)
    #expect(reading.deck.title == "Hello")
    #expect(reading.deck.slides.map(\.id) == ["hello", "two"])
  }

  @Test func subheadingsAreStrongText() {
    let reading = readSlides("## One\n### Two *three*\n")
    #expect(reading.diagnostics == [])
    #expect(
      reading.deck.slides[0].elements.map(\.content) == [
        .block(.paragraph([Span("Two ", .strong), Span("three", [.strong, .stressed])]))
      ])
  }
}
