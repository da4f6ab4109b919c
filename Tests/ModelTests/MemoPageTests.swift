import BuiltIn
import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// A memo is one page, which hides nothing.
@Suite struct MemoPageTests {
  private static let catalogue = Catalogue(BuiltInDossier.reading().dossier)

  private static let slices: [Memo.Slice] = {
    let dossier = catalogue.dossier
    return dossier.chapters.map { .chapter($0.id) } + dossier.addressees.map { .addressee($0.id) }
      + dossier.themes.map { .theme($0.id) }
  }()

  @Test(arguments: slices)
  func everySliceIsOnePage(_ slice: Memo.Slice) {
    let memo = Memo(slice, in: Self.catalogue)
    let page = MemoPage(memo)
    let lines = page.markdown.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 55)
    #expect(page.lineCount <= 55)
    // A heading cannot be broken.
    for line in lines where !line.hasPrefix("#") { #expect(line.count <= 90, "\(line)") }
    let text = page.markdown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let all = memo.parts.flatMap(\.items)
    #expect(page.whole.count >= min(1, all.count))
    for item in page.whole {
      let whole = ProseText.escaped(item.text).split(separator: " ").joined(separator: " ")
      #expect(text.contains(whole), "\(item.number)")
      #expect(text.contains("*Asked of:* \(item.asked) (\(item.basis))"))
      #expect(text.contains("*In the report:* \(item.place)"))
    }
    let rest = all.count - page.whole.count
    #expect(rest == 0 || text.contains("## Also asked: \(rest) more"))
    #expect(!text.contains("dossier export"))
    let listed = all.filter { text.contains("\($0.number) \(ProseText.escaped($0.title))") }
    let counted = text.matches(of: /; (\d+) proposals?\.|:\*\* (\d+) proposals?\./)
      .compactMap { Int($0.1 ?? $0.2 ?? "") }.reduce(0, +)
    #expect(listed.count + counted == all.count)
  }

  @Test func whatTheReportRecommendsComesBeforeWhatItsBodyAsksFor() {
    let dossier = Self.dossier(items: 6) { index in
      Recommendation(
        id: "r\(index)", standing: index < 3 ? .proposal : .recommendation, chapter: "c",
        number: index % 3 + 1, title: "Title \(index)", addressees: ["a"],
        addresseeBasis: index == 4 ? .stated : .inferred,
        text: [.paragraph([Span(String(repeating: "Word \(index) and more. ", count: 60))])])
    }
    let page = MemoPage(Memo(.chapter("c"), in: Catalogue(dossier)))
    #expect(page.whole.map(\.reference.id) == ["r3", "r4"])
    #expect(page.markdown.contains("## Also asked: 4 more"))
  }

  @Test(arguments: [
    (3000, ("Do a thing of some weight", 1), ("It is to be done.", 1)),
    (40, ("long", 2000), ("Short.", 1)), (5, ("Short", 1), ("x", 9000)),
    (12, ("做一件事", 1), ("這是要做的事。", 40)), (1, ("", 1), ("", 1)),
    (400, ("- + # = 1. 2)", 1), ("- + # = 1. 2) --- === * _", 1)),
  ])
  func onePageWhateverTheDossierHolds(
    _ count: Int, _ title: (text: String, times: Int), _ body: (text: String, times: Int)
  ) {
    let title = String(repeating: title.text, count: title.times)
    let text = String(repeating: body.text, count: body.times)
    let dossier = Self.dossier(items: count) { index in
      Recommendation(
        id: "r\(index)", chapter: "c\(index % 80)", number: index, title: title,
        addressees: ["a"], text: [.paragraph([Span(text)])])
    }
    let page = MemoPage(Memo(.addressee("a"), in: Catalogue(dossier)))
    #expect(page.lineCount <= MemoPage.lineLimit)
    let rest = count - page.whole.count
    #expect(rest == 0 || page.markdown.contains("\(rest) ") || page.whole.isEmpty)
  }

  @Test func noLineStartsAsAListOrAHeadingWould() {
    let words = ["-", "+", "#", "##", "===", "---", "1.", "12)", "word", "another"]
    let seed = Trials.seed(7)
    var random = SeededRandom(seed)
    for _ in 0..<Trials.count(200) {
      var text = "Start"
      for _ in 0..<80 {
        text += " " + words[random.int(0...words.count - 1)]
      }
      for line in MemoPage.broken(text).dropFirst() {
        let first = line.prefix { $0 != " " }
        #expect(["word", "another"].contains(first), "seed \(seed): \(line)")
      }
    }
  }

  @Test func placesAreNamedOnceAndByPageWhereKnown() {
    let places = [
      Locator(lines: 98...102), Locator(lines: 5...5, page: 12), Locator(lines: 98...102),
      Locator(lines: 7...7), Locator(lines: 9...9, page: 14),
    ]
    #expect(Locator.places(places) == "pp. 12 and 14; lines 98–102 and 7")
    #expect(Locator.places([Locator(lines: 7...7)]) == "line 7")
    #expect(Locator.places([]).isEmpty)
  }

  private static func dossier(items: Int, _ item: (Int) -> Recommendation) -> Dossier {
    var dossier = Dossier()
    dossier.title = "D"
    dossier.addressees = [Category(id: "a", name: "A")]
    dossier.chapters = (0..<80).map { Chapter(id: "c\($0)", number: $0 + 1, title: "C") }
    dossier.chapters.append(Chapter(id: "c", number: 99, title: "C"))
    dossier.recommendations = (0..<items).map(item)
    return dossier
  }
}
