import BuiltIn
import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// A deck written as Markdown reads back to an equal deck.
@Suite struct DeckWriterTests {
  /// Expects that a deck reads back as it is, without a fault but those of links to nothing.
  private func expectRoundTrip(
    _ deck: Deck, in dossier: Dossier = smallDossier, _ comment: String = "",
    at location: SourceLocation = #_sourceLocation
  ) {
    let text = DeckWriter.markdown(of: deck)
    let reading = DeckReader.read(
      text: Array(text.utf8), name: deck.id + ".md", dossier: dossier)
    let read = reading.deck.withoutPlaces
    let isEqual = read == deck.withoutPlaces
    if let (one, other) = zip(read.slides, deck.withoutPlaces.slides).first(where: { $0 != $1 }) {
      Issue.record("\(comment)\nread \(one)\nfor \(other)", sourceLocation: location)
    }
    #expect(isEqual, "\(comment)\n\(text)", sourceLocation: location)
    #expect(reading.diagnostics.map(\.description) == [], "\(comment)", sourceLocation: location)
    #expect(reading.deck.digest == deck.digest, "\(comment)", sourceLocation: location)
  }

  @Test func wholeDeckComesBack() { expectRoundTrip(readDeck(wholeDeck).deck) }

  @Test func oddSignsComeBack() {
    let slide = Slide(
      id: "a-b",
      heading: [
        Span("# A! "), Span("b", target: .address("https://example.org/?a=(b)")), Span(" #"),
      ],
      elements: [
        SlideElement(.block(.list(start: nil, items: [[.paragraph([Span("- a")])], []]))),
        SlideElement(.block(.list(start: nil, items: [[.code(["", " x", ""])]]))),
        SlideElement(.block(.list(start: 3, items: [[.paragraph([Span("1. b")])]]))),
        SlideElement(.block(.list(start: 7, items: [[.list(start: nil, items: [[.quote([])]])]]))),
        SlideElement(
          .block(
            .table(
              header: [[Span("a|b")], []], rows: [[[Span("c|d", .code)], [Span("<!-- e -->")]]]))),
        SlideElement(.block(.paragraph([Span("<!-- pause --> & ![](chart:flow) --- *x*")]))),
        SlideElement(.block(.paragraph([Span("---")]))),
        SlideElement(.block(.quote([.paragraph([Span("a")]), .paragraph([Span("b")])]))),
        SlideElement(.block(.code(["<!-- pause -->", "---", "```"]))),
      ],
      notes: [
        SpeakerNote([.paragraph([Span("a --> b")])]), SpeakerNote([.paragraph([Span("x-")])]),
      ])
    expectRoundTrip(Deck(id: "odd", title: "\"A\" \\ #: b", slides: [slide]))
  }

  @Test func codeCannotEndANote() {
    let note = SpeakerNote([
      .code(["--> SECRET"]), .paragraph([Span("--->", .code), Span(" SECRET")]),
    ])
    let text = DeckWriter.markdown(
      of: Deck(
        id: "a", title: "A",
        slides: [
          Slide(id: "a", heading: [Span("A")], notes: [note])
        ]))
    let slide = readDeck(text).deck.slides[0]
    #expect(slide.elements == [])
    #expect(slide.notes.count == 1)
  }

  @Test(arguments: Trials.seeds(80))
  func generatedDecksComeBack(seed: UInt64) {
    var make = DeckGenerator(random: SeededRandom(seed))
    expectRoundTrip(make.deck(), "seed \(seed)")
  }

  @Test func madeDecksComeBack() {
    let empty = Dossier()
    expectRoundTrip(DeckMaker.deck(of: empty), in: empty)
    expectRoundTrip(DeckMaker.deck(of: smallDossier))
    expectRoundTrip(DeckMaker.deck(of: sampleDossier()), in: sampleDossier())
    let builtIn = BuiltInDossier.reading().dossier
    expectRoundTrip(DeckMaker.deck(of: builtIn), in: builtIn)
  }
}

/// What is exported of a deck is what the audience may see.
@Suite struct DeckExportTests {
  @Test func jsonHasTheSlidesWithoutTheNotes() {
    var dossier = smallDossier
    dossier.decks = [readDeck(wholeDeck).deck]
    let json = dossier.json()
    #expect(json.contains("\"id\": \"side-by-side\""))
    #expect(json.contains("![](chart:flow)"))
    #expect(!json.contains("Welcome"))
    #expect(!json.contains("Wait for the"))
  }

  @Test func theTableListsThem() {
    var dossier = smallDossier
    dossier.decks = [readDeck(wholeDeck).deck]
    let table = RecordTable(decksOf: dossier)
    #expect(table.columns == ["id", "title", "minutes", "slides", "steps", "must-show"])
    #expect(
      table.rows.map { $0.map(\.text) } == [
        ["talk", "Rivers in Ten Minutes", "10", "4", "7", "rivers;who-rises"]
      ])
  }
}

/// Makes decks as files can hold them.
struct DeckGenerator {
  var random: SeededRandom
  private var step = 0
  /// In code of a note the end of a comment cannot be written.
  private var isInNote = false

  init(random: SeededRandom) { self.random = random }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &random)
  }
  private mutating func flip() -> Bool { .random(using: &random) }

  mutating func deck() -> Deck {
    let slides = (0..<number(1...6)).map { slide($0) }
    return Deck(
      id: "generated", title: words(), minutes: flip() ? Double(number(100...200)) : nil,
      slides: slides)
  }

  private mutating func slide(_ index: Int) -> Slide {
    step = 0
    let hasHeading = flip()
    var slide = Slide(
      id: hasHeading ? "slide-heading-\(index)" : "slide-\(index + 1)",
      heading: hasHeading ? [Span("Slide Heading \(index)")] : [],
      isTitle: hasHeading && flip(), minutes: flip() ? Double(number(1...10)) / 4 : nil,
      isMust: flip())
    for _ in 0..<number(1...5) {
      if number(0...5) == 0 {
        let start = step
        let columns = (0..<number(2...3)).map { _ in (0..<number(1...3)).map { _ in element() } }
        slide.elements.append(SlideElement(.columns(columns), step: start))
      } else {
        slide.elements.append(element())
      }
      if number(0...3) == 0 {
        isInNote = true
        slide.notes.append(SpeakerNote((0..<number(1...2)).map { _ in block(0) }, step: step))
        isInNote = false
      }
    }
    return slide
  }

  private mutating func element() -> SlideElement {
    if number(0...2) == 0 { step += number(1...2) }
    let inclusions: [Inclusion] = [
      .chart(indicator: "flow"), .record(Reference(.entity, "delta")), .matrix,
      .recommendations(category: "fish"), .timeline(years: 1990...1990),
      .timeline(years: 1970...2013),
    ]
    let content: SlideContent =
      number(0...3) == 0
      ? .inclusion(inclusions[number(0...inclusions.count - 1)]) : .block(block(0))
    return SlideElement(content, step: step)
  }

  private mutating func block(_ depth: Int) -> Block {
    switch number(0...(depth > 2 ? 1 : 5)) {
    case 0: return .code((0..<number(0...3)).map { _ in flip() ? "" : "  " + code() })
    case 1: return .paragraph(spans())
    case 2:
      let items = (0..<number(1...3)).map { _ in (0..<number(1...3)).map { _ in block(depth + 1) } }
      return .list(start: flip() ? nil : number(0...20), items: items)
    case 3: return .quote((0..<number(1...2)).map { _ in block(depth + 1) })
    case 4:
      let columns = number(1...3)
      let header = (0..<columns).map { _ in spans() }
      let rows = (0..<number(0...3)).map { _ in (0..<columns).map { _ in spans() } }
      let sides = [CellAlignment.natural, .left, .right, .center]
      let alignments = (0..<columns).map { _ in sides[number(0...3)] }
      return .table(
        header: header, rows: rows,
        alignments: alignments.allSatisfy { $0 == .natural } ? [] : alignments)
    default: return .paragraph(flip() ? spans() : spans() + [.lineBreak] + spans())
    }
  }

  private mutating func spans() -> [Span] {
    var result = [Span(words())]
    for _ in 0..<number(0...2) {
      let looks: [Emphasis] = [.strong, .stressed, .code, [.strong, .stressed], []]
      let target: Target? = flip() ? .record(Reference(.indicator, "stock")) : nil
      var look = looks[number(0...4)]
      if look.isEmpty, target == nil { look = .strong }
      result.append(Span(" "))
      result.append(Span(look == .code ? code() : words(), look, target: target))
      result.append(Span(" " + words()))
    }
    // Runs of one look are one run when they are read.
    return result.reduce(into: []) { spans, span in
      if let last = spans.last, last.emphasis == span.emphasis, last.target == span.target {
        spans[spans.count - 1].text += span.text
      } else {
        spans.append(span)
      }
    }
  }

  /// Words without the beginning of a comment, which is private in code as well wherever that
  /// stands inside something else.
  private mutating func code() -> String { words().replacing("<!--", with: "<!") }

  private mutating func words() -> String {
    let choices = [
      "one", "México", "漢字", "1.", "#", "-", "+", "a_b", "*", "<b>", "&amp;", "[x]", "`", "~~", "!",
      "\\", ">", "2)", "(c)", "|", "end.", "=", "<!--", "https://example.org", "\"q\"",
      isInNote ? "--" : "-->",
    ]
    let count = number(1...4)
    return (0..<count).map { _ in choices[number(0...choices.count - 1)] }.joined(separator: " ")
  }
}
