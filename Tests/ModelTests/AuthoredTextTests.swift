import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records
@testable import Text

/// What authors write in Markdown and in front matter comes through: lines, columns, notes, places.
@Suite struct AuthoredTextTests {
  private func read(_ body: String, _ more: [String: String] = [:]) -> Dossier {
    var files = [
      "index.md": "---\nid: case\ntitle: A Case\naddressees:\n  a: Agency A\n---\n\nA case.\n",
      "chapters/1-one.md": "---\nid: one\nnumber: 1\ntitle: One\n---\n\n## First\n\n\(body)\n",
    ]
    files.merge(more) { $1 }
    let reading = DossierReader.read(MemoryFolder(files))
    #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return reading.dossier
  }

  private func blocks(_ body: String) -> [Block] { read(body).chapters[0].sections[0].blocks }

  @Test(arguments: ["Ann  \nBob", "Ann\\\nBob", "Ann<br>Bob", "Ann<br/>\nBob"])
  func aLineEndsWhereItsAuthorEndsIt(_ text: String) {
    let blocks = blocks(text)
    #expect(ProseText.plain(blocks) == "Ann\nBob")
    #expect(ProseText.markdown(blocks) == "Ann\\\nBob")
    #expect(self.blocks(ProseText.markdown(blocks)) == blocks, "it comes back as it was")
    #expect(blocks.flatMap(\.paragraphs).map(\.plainText) == ["Ann Bob"])
  }

  @Test func aLineEndIsNoneAtTheEndsOfAParagraph() {
    #expect(blocks("<br>Ann<br>") == [.paragraph([Span("Ann")])])
    #expect(
      ProseText.plain(blocks("- Ann  \n  Bob\n\n> Cy\\\n> Di")) == "- Ann\n  Bob\n\n> Cy\n> Di")
  }

  @Test func columnsStandWhereTheirAuthorPutsThem() {
    let text =
      "| a | b | c | d |\n|---|:--|--:|:-:|\n| 1<br>2 | x | 1 | y |\n| 中文 | x | 100 | yyy |"
    let blocks = blocks(text)
    guard case .table(_, _, let alignments) = blocks[0] else {
      Issue.record("no table")
      return
    }
    #expect(alignments == [.natural, .left, .right, .center])
    #expect(ProseText.markdown(blocks).contains("| --- | :-- | --: | :-: |\n| 1<br>2 |"))
    #expect(
      ProseText.plain(blocks) == "a     b    c   d\n1 2   x    1   y\n中文  x  100  yyy")
    #expect(self.blocks(ProseText.markdown(blocks)) == blocks)
    #expect(self.blocks("|a|\n|-|\n|1|") == [.table(header: [[Span("a")]], rows: [[[Span("1")]]])])
  }

  @Test func aNoteHasAllItsParagraphs() {
    let dossier = read(
      "Text.[^1] More.[^2]\n\n[^1]: First\ngoes on.\n\n    Second.\n\n\tThird.\n\nNo note.\n\n[^2]: Last.\n"
    )
    let chapter = dossier.chapters[0]
    let lines = chapter.notes[0].text.authoredLines.map(\.plainText)
    #expect(lines == ["First goes on.", "Second.", "Third."])
    #expect(chapter.notes[1].text.plainText == "Last.")
    #expect(
      chapter.sections[0].blocks.flatMap(\.paragraphs).map(\.plainText)
        == ["Text.[1] More.[2]", "No note."])
  }

  private func recommendation(_ lines: String, _ body: String = "Do it.") -> [String: String] {
    [
      "recommendations/one-3.md":
        "---\nid: one-3\nchapter: one\ntitle: Do it\naddressees: [a]\naddressee-basis: stated\n"
        + lines + "\n---\n\n\(body)\n"
    ]
  }

  @Test func aNumberMayHaveALetter() {
    var files = recommendation("number: 3a")
    files["recommendations/one-4.md"] = files["recommendations/one-3.md"]?
      .replacing("one-3", with: "one-4").replacing("3a", with: "3")
    let dossier = read("Text.", files)
    let catalogue = Catalogue(dossier)
    #expect(dossier.recommendations.map(catalogue.number) == ["1.3", "1.3a"])
    #expect(catalogue.record(named: "1.3a")?.reference.id == "one-3")
    #expect(catalogue.record(named: "1.3")?.reference.id == "one-4")
  }

  @Test(arguments: ["p. 48", "p. 48 \"Do it now\""]) func aPageIsAPlace(_ text: String) throws {
    let dossier = read("Text.", recommendation("number: 3\nlocator: '\(text)'"))
    let locator = try #require(dossier.recommendations[0].locator)
    #expect(locator.lines == nil && locator.page == 48 && "\(locator)" == text)
    #expect(locator.title == "p. 48" && Locator.places([locator]) == "p. 48")
    let catalogue = Catalogue(dossier)
    let citation = Citation(of: try #require(catalogue.record(named: "one-3")), in: catalogue)
    #expect(citation.plain.contains("p. 48") && !citation.plain.contains("plain text"))
    let verification = Verification(dossier, in: OriginalText(Array("One line\n".utf8)))
    #expect(verification.findings == [] && verification.checked == 0)
  }

  @Test func aHeadingOfTheAuthorsOwnIsNoReasonAlone() {
    let dossier = read(
      "Text.", recommendation("number: 3", "Do it.\n\n## Agency response\n\nThey agreed. Yes."))
    #expect(Memo.Item.sentence(dossier.recommendations[0].why) == "Agency response: They agreed.")
  }

  @Test(arguments: [
    ("Number of calls in millions", true), ("(millions of dollars)", true),
    ("2 million people live here", false), ("Number of calls", false), ("In thousands", false),
  ])
  func aHeadingSaysInWhatARowCounts(_ heading: String, _ agrees: Bool) {
    let dossier = read(
      "Text.",
      [
        "data/sources.csv": "id,producer,title,date,url,licence,note\nr,Office,Report,2024,,,\n",
        "data/units.csv": "id,title,prefix,suffix,multiplier\ncalls,calls,,,1000000\n",
        "data/indicators.csv":
          "id,title,unit,chapter,kind,chart,better,source,locator,note\ncalls,Calls,calls,one,count,line,none,r,L3,\n",
        "data/observations.csv":
          "indicator,series,period,value,qualifier,source,locator,note\ncalls,,2019,39.3,,,\"L3 \"\"Received 39.3 61.7\"\"\",\n",
      ])
    let original = OriginalText(Array("\(heading)\n2019 2020\nReceived 39.3 61.7\n".utf8))
    #expect(Verification(dossier, in: original).findings.isEmpty == agrees)
  }

  @Test func wideLettersAreBrokenByTheirColumns() {
    let lines = ProseText.wrapped(String(repeating: "漢字、", count: 30), width: 20)
    #expect(lines.allSatisfy { (18...20).contains(TextWidth.columns(of: $0)) || $0 == lines.last })
    #expect(lines.dropFirst().allSatisfy { !$0.hasPrefix("、") })
    #expect(
      ProseText.wrapped("see https://example.org/a/very/long/address here", width: 12).count == 3)
  }

  @Test(arguments: [
    ("🇲🇽", 2), ("🇲🇽🇺🇸", 4), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("e\u{301}", 1), ("हिन्दी", 5), ("1\u{20e3}", 1),
    ("한", 2), ("น้ำ", 2),
  ])
  func aCharacterTakesTheColumnsOfItsParts(_ text: String, _ columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }
}
