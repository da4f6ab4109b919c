import TestSupport
import Testing

@testable import Canvas
@testable import Records

@Suite struct TextTests {
  @Test func textIsBrokenBetweenWords() {
    #expect(
      TextLayout.wrap("The border is a line, not a wall.", to: 12) == [
        "The border", "is a line,", "not a wall.",
      ])
    #expect(TextLayout.wrap("a  b", to: 10) == ["a  b"])
    #expect(
      TextLayout.wrap("cross-border co-operation", to: 8) == [
        "cross-", "border", "co-", "operatio", "n",
      ])
    #expect(TextLayout.wrap("", to: 5) == [""])
    #expect(TextLayout.wrap("one\ntwo", to: 9) == ["one", "two"])
    #expect(TextLayout.wrap("anything", to: 0) == [])
    #expect(TextLayout.wrap("2000–2008 only", to: 7) == ["2000–20", "08 only"])
  }

  @Test func wideLettersBreakAnywhereButNotBeforeAFullStop() {
    #expect(TextLayout.wrap("墨西哥与美国。边境", to: 6) == ["墨西哥", "与美", "国。边", "境"])
    #expect(TextLayout.wrap("漢", to: 1) == ["…"])
  }

  @Test func nothingIsCutWithoutAMark() {
    #expect(TextLayout.truncate("Mexico", to: 6) == "Mexico")
    #expect(TextLayout.truncate("Mexico", to: 5) == "Mexi…")
    #expect(TextLayout.truncate("New Mexico", to: 5) == "New…")
    #expect(TextLayout.truncate("墨西哥", to: 4) == "墨…")
    #expect(TextLayout.truncate("Me\u{301}xico", to: 3) == "Me\u{301}…")
    #expect(TextLayout.truncate("Mexico", to: 0) == "")
    #expect(TextLayout.pad("40", to: 5, .right) == "   40")
    #expect(TextLayout.pad("漢", to: 5, .center) == " 漢  ")
  }

  @Test func spansKeepTheirTargets() {
    let target = Target.record(Reference(.indicator, "us-content"))
    let lines = TextLayout.wrap(
      [Span("Some "), Span("forty percent", [.strong], target: target), Span(" of it.")], to: 11)
    #expect(lines.map(\.text) == ["Some forty", "percent of", "it."])
    #expect(lines[0].runs.map(\.target) == [nil, target])
    #expect(lines[1].runs.first?.target == target)
    #expect(lines[0].runs.last?.style == Style(.link, [.underline, .bold]))
  }

  @Test(arguments: Trials.seeds(3))
  func anyTextFitsAnyWidth(_ seed: UInt64) {
    var random = SeededRandom(seed)
    let letters: [Character] = [
      "a", "b", " ", " ", "-", "漢", "字", "。", "e\u{301}", "👩‍👩‍👧", "🇲🇽", "\u{200b}", "—", "\n", "é",
    ]
    for _ in 0..<400 {
      let text = String((0..<random.int(0...60)).map { _ in letters[random.int(0...14)] })
      let width = random.int(1...20)
      let lines = TextLayout.wrap(text, to: width)
      #expect(!lines.isEmpty)
      for line in lines { #expect(line.columns <= width, "seed \(seed): \(text.debugDescription)") }
      if width > 1 {
        let kept = text.filter { $0 != " " && $0 != "\n" }
        #expect(lines.joined().filter { $0 != " " } == kept, "seed \(seed)")
      }
      #expect(TextLayout.truncate(text, to: width).columns <= width)
      #expect(
        TextLayout.pad(text, to: width, .center).columns == width,
        "seed \(seed): \(text.debugDescription)")
    }
  }
}
