import TestSupport
import Testing

@testable import Reading
@testable import Records

/// Whatever a deck's file holds, reading it ends soon, traps nowhere and shows no private comment.
@Suite struct DeckHostileTests {
  /// Everything that the audience may see of a deck.
  private func shown(_ deck: Deck) -> String {
    let slides = deck.slides.map { slide in
      String(describing: slide.heading) + String(describing: slide.elements)
    }
    return deck.title + slides.joined()
  }

  @Test(arguments: Trials.seeds(60))
  func damagedDecks(seed: UInt64) {
    var random = SeededRandom(seed)
    var bytes = Array(wholeDeck.utf8)
    for _ in 0..<random.int(1...8) { random.damage(&bytes, with: Self.pieces) }
    let reading = DeckReader.read(text: bytes, name: "talk.md", dossier: smallDossier)
    for diagnostic in reading.diagnostics {
      #expect(!"\(diagnostic)".unicodeScalars.contains { $0.value < 0x20 }, "seed \(seed)")
    }
    let text = shown(reading.deck)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202e }, "seed \(seed)")
    #expect(Set(reading.deck.slides.map(\.id)).count == reading.deck.slides.count, "seed \(seed)")
    #expect(reading.deck.slides.allSatisfy { $0.line > 0 && $0.steps >= 1 }, "seed \(seed)")
  }

  @Test(arguments: [
    "```\n<!-- shown -->\n```", "~~~~\n```\n<!-- shown\n~~~~", "`<!-- shown -->`",
    "``a ` <!-- shown --> ``", "\\<!-- shown -->",
  ])
  func codeAndEscapesAreText(_ body: String) {
    let text = "---\ntitle: T\n---\n\n## A\n\n\(body)\n"
    let reading = DeckReader.read(text: Array(text.utf8), name: "talk.md", dossier: smallDossier)
    #expect(self.shown(reading.deck).contains("<!-- shown"), "\(reading.deck.slides)")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
  }

  private static let pieces = [
    "\n---\n", "<!--", "-->", "\n<!-- columns -->\n", "\n<!-- next column -->\n",
    "\n<!-- end columns -->\n", "\n<!-- pause -->\n", "![](", "\n# ", "\n<!-- minutes: 9 -->\n",
    "\u{1b}[2J", "\u{202e}", "\u{0}", "\t", "```\n", "> ", "- ", "| a |\n|---|\n",
  ]

  @Test(arguments: [
    "<!-- SECRET -->", "<!--SECRET-->", "<!-- SECRET\n\n---\n\n## SECRET\n-->",
    "a <!-- SECRET --> b",
    "- a\n  <!-- SECRET -->", "> <!-- SECRET -->", "<!-- a --> <!-- note: SECRET -->",
    "<!-- note: SECRET --> behind", "<!-- SECRET", "<!-- note: SECRET\n\n---\n",
    "<!--- SECRET --->",
    "text <!-- SECRET\n\nSECRET -->", "- item <!-- SECRET\n\n  SECRET -->",
    "- item\n  <!-- SECRET\nSECRET at the margin -->", "> <!-- SECRET\nSECRET -->",
    "| a | b <!-- SECRET |\n|---|---|\n| SECRET --> | z |",
    "| a | <!-- SECRET | b --> |\n|---|---|",
    "    <!-- note: SECRET -->", "- a\n\n      <!-- note: SECRET -->", "\t<!-- SECRET -->",
    "a `b` <!-- SECRET --> `c`", "a ` <!-- SECRET\n\nSECRET --> `",
    "<div>\n<!-- SECRET\n\nSECRET -->", "<div>\n```\n<!-- SECRET\n\nSECRET -->",
    "- ```\n  <!-- SECRET\n\n  SECRET -->", "## Heading <!-- SECRET -->", "[a <!-- SECRET](x) -->",
    "![](chart:x <!-- SECRET -->)", "<!-- a --> <!-- SECRET", "a\n  <!-- SECRET\n---\nSECRET -->",
    "<div>SECRET</div>", "<script>SECRET</script>", "| a |\n| - |\n| <!-- SECRET --> |",
    "<!-- NOTE: SECRET -->", "<!-- note : SECRET -->", "  <!-- note: SECRET -->",
    "<!-- columns -->\n<!-- SECRET -->\na\n<!-- end columns -->", "a\n<!-- SECRET -->\nb",
    "## A <!-- SECRET -->",
  ])
  func noPrivateCommentIsShown(_ text: String) {
    let reading = readSlides("## A\n\n\(text)\n\n---\n\nb\n")
    #expect(!shown(reading.deck).contains("SECRET"))
  }

  /// A deck that is one text many times over, named by that text.
  struct Huge: CustomTestStringConvertible, Sendable {
    var start = ""
    var text: String
    var count: Int
    var end = ""

    var testDescription: String { "\(start + text + end) × \(count)".debugDescription }
    var body: String { start + String(repeating: text, count: Trials.count(count)) + end }
  }

  @Test(arguments: [
    Huge(text: "<!-- pause -->\n", count: 100_000),
    Huge(text: "<!-- columns -->\n", count: 100_000),
    Huge(text: "<!-- next column -->\n", count: 100_000), Huge(text: "---\n", count: 200_000),
    Huge(text: "# a\n", count: 200_000), Huge(text: "# a\n\n---\n", count: 100_000),
    Huge(text: "![](chart:a)\n", count: 90_000), Huge(text: "<!--", count: 300_000),
    Huge(text: "<!-- - ", count: 200_000), Huge(text: "> ", count: 300_000),
    Huge(text: "a\n---\n", count: 200_000),
    Huge(start: "<!-- note:", text: " \n", count: 500_000, end: "-->"),
    Huge(start: "<!-- note:", text: "> ", count: 500_000, end: "-->"),
    Huge(start: "<!-- note:\n", text: "[a](rec:a)\n\n", count: 50_000, end: "-->"),
    Huge(start: "<!-- ", text: "-", count: 1_000_000, end: " -->"),
    Huge(start: "# ", text: "a", count: 60_000), Huge(text: "a\n", count: 30_000, end: "---\n"),
  ])
  func hugeDecks(_ deck: Huge) {
    let start = ContinuousClock.now
    let reading = readSlides(deck.body)
    #expect(start.duration(to: .now) < .seconds(20))
    #expect(reading.deck.slides.count <= 1000)
    #expect(reading.diagnostics.count <= 201)
  }

  @Test func tooLarge() {
    let reading = readSlides(String(repeating: "a\n\n", count: 2 << 20))
    #expect(reading.deck.slides.isEmpty)
    #expect(reading.diagnostics.map(\.severity) == [.error])
  }
}
