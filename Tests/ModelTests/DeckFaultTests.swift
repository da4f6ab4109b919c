import TestSupport
import Testing

@testable import Reading
@testable import Records

/// Every fault of a deck is told with its place and how to mend it, and loses nothing beside it.
@Suite struct DeckFaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    var body: String
    var severity: Diagnostic.Severity
    var line: Int
    var column = 0
    var words: String
    var testDescription: String { body }
  }

  /// The bodies start on line 4.
  static let faults = [
    Fault(body: "## A\n\nsee\n![](chart:flow) x", severity: .warning, line: 6, words: "image"),
    Fault(
      body: "## A\n\n![](chart:flop)", severity: .error, line: 6, column: 1, words: "indicator:flop"
    ),
    Fault(body: "## A\n\n  ![](rec:none)", severity: .error, line: 6, column: 3, words: "rec:none"),
    Fault(
      body: "## A\n\n![](recs:north-east)", severity: .error, line: 6, column: 1,
      words: "north-east"),
    Fault(
      body: "## A\n\n![](matrix:theme)", severity: .error, line: 6, column: 1, words: "matrix:theme"
    ),
    Fault(
      body: "## A\n\n![](timeline:2013-2007)", severity: .error, line: 6, column: 1, words: "2013"),
    Fault(body: "## A\n\n![](cart:flow)", severity: .error, line: 6, column: 1, words: "cart:flow"),
    Fault(
      body: "## A\n\n![](https://example.org/a.png)", severity: .error, line: 6, column: 1,
      words: "example"),
    Fault(body: "## A\n\na [b](rec:none)", severity: .error, line: 6, column: 3, words: "rec:none"),
    Fault(
      body: "## A\n<!-- note: [b](rec:none) -->", severity: .error, line: 5, column: 12,
      words: "rec:none"),
    Fault(
      body: "## A\n<!-- note:\n      a\n\n      b [c](rec:none)\n-->", severity: .error, line: 8,
      column: 9, words: "rec:none"),
    Fault(body: "## A\n<!-- puase -->", severity: .warning, line: 5, words: "private"),
    Fault(body: "## A\n<!-- notes: b -->", severity: .warning, line: 5, words: "private"),
    Fault(body: "## A\n<!-- column -->", severity: .warning, line: 5, words: "private"),
    Fault(body: "## A\n<!-- next column -->", severity: .error, line: 5, words: "no columns"),
    Fault(body: "## A\n<!-- end columns -->", severity: .error, line: 5, words: "no columns"),
    Fault(
      body: "## A\n<!-- columns -->\na\n<!-- next column -->\nb", severity: .warning, line: 5,
      words: "never closed"),
    Fault(
      body: "## A\n<!-- columns -->\na\n<!-- end columns -->", severity: .warning, line: 5,
      words: "one column"),
    Fault(
      body:
        "## A\n<!-- columns -->\na\n<!-- columns -->\n<!-- next column -->\nb\n<!-- end columns -->",
      severity: .error, line: 7, words: "inside columns"),
    Fault(body: "## A\n<!-- minutes: soon -->", severity: .error, line: 5, words: "soon"),
    Fault(body: "## A\n<!-- minutes: 0x10 -->", severity: .error, line: 5, words: "0x10"),
    Fault(
      body: "## A\n<!-- minutes: 1 -->\n<!-- minutes: 1 -->", severity: .error, line: 6,
      words: "twice"),
    Fault(body: "## A\n<!-- note: -->", severity: .warning, line: 5, words: "empty"),
    Fault(body: "## A\n<!-- pause -->", severity: .warning, line: 5, words: "nothing comes"),
    Fault(body: "## A\n- a\n  <!-- pause -->\n- b", severity: .warning, line: 6, words: "list"),
    Fault(body: "## A\na <!-- pause --> b", severity: .warning, line: 5, words: "list"),
    Fault(
      body: "## A\n<!-- pause --> b\n\nc", severity: .error, line: 5, words: "after a comment"),
    Fault(body: "## A\nb <u> c\n", severity: .warning, line: 5, words: "HTML"),
    Fault(body: "## A\n<div>b</div>\n", severity: .error, line: 5, words: "HTML"),
    Fault(
      body: "## A\n<!-- note: b\n\n---\n\n## C", severity: .error, line: 5, words: "never closed"),
    Fault(body: "## A\n\n---\n\n---\n\n## B", severity: .warning, line: 7, words: "empty"),
    Fault(body: "## A\n\n---\n\n## A", severity: .warning, line: 8, words: "another slide"),
    Fault(body: "## A\n\n## B", severity: .warning, line: 6, words: "a heading already"),
    Fault(body: "a\n\n## B", severity: .warning, line: 6, words: "after other parts"),
    Fault(body: "## A\ntext\n---\n## B", severity: .warning, line: 6, words: "hyphens"),
    Fault(body: "", severity: .error, line: 4, words: "no slide"),
  ]

  @Test(arguments: faults)
  func body(_ fault: Fault) throws {
    let reading = readSlides(fault.body + "\n")
    #expect(reading.diagnostics.count == 1, "\(reading.diagnostics.map(\.description))")
    let first = try #require(reading.diagnostics.first)
    #expect(first.severity == fault.severity, "\(first)")
    #expect(first.file == "talk.md", "\(first)")
    #expect([first.line, first.column] == [fault.line, fault.column], "\(first)")
    #expect("\(first)".contains(fault.words), "\(first)")
    #expect(!first.remedy.isEmpty, "\(first)")
  }

  @Test(arguments: [
    ("title: T\nminutes: many", Diagnostic.Severity.error, 3, 10, "many"),
    ("title: T\nminutes: nan", .error, 3, 10, "nan"),
    ("title: T\nminutes: 99999", .error, 3, 10, "99999"),
    ("title: T\nminutes: 2", .warning, 3, 10, "ask for 3 minutes, the deck has 2"),
    ("title: T\nminutes: 3", .warning, 3, 10, "leave nothing"),
    ("title: T\nmust-show: [one, tow]", .error, 3, 18, "tow"),
    ("title: T\nmust-show: [one, one]", .warning, 3, 18, "twice"),
    ("titel: T", .warning, 2, 1, "titel"),
    ("minutes: 10", .error, 1, 1, "title"),
  ])
  func frontMatter(
    _ fields: String, _ severity: Diagnostic.Severity, _ line: Int, _ column: Int, _ words: String
  ) throws {
    let reading = readDeck(
      "---\n\(fields)\n---\n# One\n<!-- minutes: 3 -->\n\n---\n\n## Two\n\n---\n\n## Three\n")
    let faults = reading.diagnostics.filter {
      !(words == "titel" && $0.message.contains("missing"))
    }
    #expect(faults.count == 1, "\(reading.diagnostics.map(\.description))")
    let first = try #require(faults.first)
    #expect(first.severity == severity)
    #expect([first.line, first.column] == [line, column], "\(first)")
    #expect(first.message.contains(words), "\(first)")
    #expect(!first.remedy.isEmpty)
    #expect(reading.deck.slides.map(\.id) == ["one", "two", "three"])
  }

  @Test func aLostLinkLeavesItsTextAndALostInclusionItsPlace() {
    let reading = readSlides("## A [b](rec:none)\n\n[c](rec:none)\n\n![](chart:none)\n")
    let slide = reading.deck.slides[0]
    #expect(slide.heading == [Span("A "), Span("b")])
    #expect(
      slide.elements.map(\.content) == [
        .block(.paragraph([Span("c")])), .inclusion(.chart(indicator: "none")),
      ])
  }

  @Test func hyphensBelowTextEndTheSlideAndKeepTheText() {
    let reading = readSlides(
      "## A\n![](chart:flow)\n---\n## B\n- c\n---\n## D\n| e |\n| - |\n| f |\n\n---\n## G\n")
    #expect(reading.deck.slides.map(\.id) == ["a", "b", "d", "g"])
    #expect(
      reading.deck.slides[0].elements.map(\.content) == [.inclusion(.chart(indicator: "flow"))])
    #expect(reading.diagnostics.map(\.line) == [6])
  }

  @Test func twoFilesOfOneId() {
    let reading = readSmall {
      $0["decks/Talk.md"] = wholeDeck
      $0["decks/talk.md"] = wholeDeck
    }
    reading.expect(.error, "decks/talk.md", 0, "talk")
    #expect(reading.dossier.decks.map(\.file) == ["decks/Talk.md"])
  }

  @Test func tooManyDecksAndSlides() {
    let reading = readSmall { folder in
      for number in 0..<110 { folder["decks/a\(number).md"] = wholeDeck }
    }
    reading.expect(.error, "decks", 0, "100")
    #expect(reading.dossier.decks.count == 100)
    let many = readSlides(String(repeating: "a\n\n---\n\n", count: 3000))
    #expect(many.deck.slides.count == 1000)
    #expect(many.diagnostics.count == 1)
  }
}
