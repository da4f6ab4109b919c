import TestSupport
import Testing

@testable import Reading
@testable import Records

/// A deck with everything that is hard to show keeps all of it.
@Suite struct DeckTortureTests {
  static let deck: String = {
    let columns = (1...14).map { "Column \($0)" }
    let row = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
    let table =
      row(columns) + row(columns.map { _ in "---" })
      + row(columns.indices.map { "wide value number \($0) of the row" })
    let list = (1...60).map { "- item \($0)\n" }.joined()
    let long = String(repeating: "Donaudampfschifffahrt", count: 8)
    return """
      ---
      title: "¿Qué pasa en México? 漢字"
      ---
      # ¡México, Peña & español!
      <!-- never shown -->
      <!-- note: Solo para mí. -->

      ---

      ## 表 and tables

      \(table)
      ---

      ## Sixty

      \(list)
      ---

      ## 漢字

      日本語の長い文章は空白なしで続きます。e\u{301}tude \(long)

      ![](chart:missing)

      """
  }()

  @Test func everythingIsThere() throws {
    let reading = readDeck(Self.deck)
    #expect(reading.diagnostics.map(\.message) == ["indicator:missing leads to no record"])
    let slides = reading.deck.slides
    #expect(reading.deck.title == "¿Qué pasa en México? 漢字")
    #expect(slides.map(\.id) == ["mexico-pena-espanol", "and-tables", "sixty", "slide-4"])
    #expect(slides[0].heading == [Span("¡México, Peña & español!")])
    guard case .block(.table(let header, let rows, _)) = slides[1].elements.first?.content else {
      Issue.record("no table")
      return
    }
    #expect(header.count == 14)
    #expect(rows.map(\.count) == [14])
    guard case .block(.list(nil, let items)) = slides[2].elements.first?.content else {
      Issue.record("no list")
      return
    }
    #expect(items.count == 60)
    #expect(slides[3].elements.last?.content == .inclusion(.chart(indicator: "missing")))
    #expect(!String(describing: slides).contains("never shown"))
  }
}
