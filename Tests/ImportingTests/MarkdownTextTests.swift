import Reading
import Records
import TestSupport
import Testing

@testable import Importing

/// The words of a report come through Markdown unchanged.
struct MarkdownTextTests {
  private static let pieces = [
    "a", "Zug", " ", " ", "1", "12", ".", ")", "-", "+", "#", "=", "*", "_", "`", "[", "]", "(",
    "<",
    ">", "&", "|", "~", "\\", "!", ":", "\"", "'", "[^1]", "[^77]", "[^1](", "[^1]:", "http://x.y",
    "&amp;", "<!--",
    "-->", "$", "%", "é", "—", "{", "}", "^", "@",
  ]

  @Test(arguments: Trials.seeds(400))
  func anyWordsComeThrough(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    var text = "x"
    for _ in 0..<random.int(0...30) {
      text += Self.pieces[random.int(0...(Self.pieces.count - 1))]
    }
    if random.int(0...1) == 0 { text.removeFirst() }
    text = Markup.line(text)
    guard !text.isEmpty else { return }
    let kinds: [SourceBlock.Kind] = [
      .paragraph, .item(depth: 1, marker: "•"), .item(depth: 1, marker: "3."),
      .table([["Head"], [text]]),
    ]
    for kind in kinds {
      let block = SourceBlock(kind, text, lines: 1...1)
      let body = MarkdownText.lines(block, after: nil, notes: [1]).joined(separator: "\n")
      let folder = MemoryFolder([
        "index.md": "---\nid: x\ntitle: X\nwording: verbatim\n---\n",
        "chapters/1-c.md": "---\nid: c\nnumber: 1\ntitle: C\n---\n\(body)\n\n[^1]: Note.\n",
      ])
      let reading = DossierReader.read(folder)
      #expect(reading.diagnostics.map { "\($0)" } == [], "seed \(seed): \(body)")
      let found = reading.dossier.chapters.flatMap(\.sections).flatMap(\.blocks)
        .flatMap(\.paragraphs).map(\.plainText)
      // A mark of a known note is shown without its sign; others are words.
      let wanted = text.split(separator: "[^1]", omittingEmptySubsequences: false)
        .joined(separator: "[1]").split(separator: "[^77]", omittingEmptySubsequences: false)
        .joined(separator: "[77]")
      let last = try #require(found.last, "seed \(seed)")
      #expect(last == wanted, "seed \(seed): \(body)")
    }
  }

  @Test func markersOfListsAreKept() {
    let blocks = [
      SourceBlock(.item(depth: 1, marker: "3."), "three", lines: 1...1),
      SourceBlock(.item(depth: 2, marker: "a)"), "letter", lines: 2...2),
      SourceBlock(.item(depth: 1, marker: "4."), "four", lines: 3...3),
    ]
    var last: SourceBlock?
    var lines: [String] = []
    for block in blocks {
      lines += MarkdownText.lines(block, after: last, notes: [])
      last = block
    }
    #expect(lines == ["", "3. three", "    - a) letter", "4. four"])
  }

  @Test func titlesAreQuoted() {
    #expect(MarkdownText.quoted("It's: #1\u{1b}[2J") == "'It''s: #1␛[2J'")
  }
}
