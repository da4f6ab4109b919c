import TestSupport
import Testing

@testable import Handout
@testable import Query
@testable import Records

/// Pages of dossiers that try to be obeyed.
@Suite struct HandoutHostileTests {
  /// Texts that a browser, a parser or a terminal might obey.
  static let evil = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
    "</style><script>x</script>", "-->", "]]>", "&lt;b&gt;", "&#60;script&#62;", "\u{1b}[31mred",
    "a\u{0}b\u{8}\u{7f}\u{9b}c", "\u{202e}txt.exe", "\u{fffe}\u{ffff}", "<!--", "${x}", "var(--a0)",
    "javascript:alert(1)", "\n\n# no\n", "émigré 中文 🇲🇽", "",
  ]

  @Test(arguments: Trials.seeds(12)) func nothingThatIsReadIsObeyed(_ seed: UInt64) {
    var random = SeededRandom(seed)
    let dossier = Self.dossier(&random)
    let html = Handout(Catalogue(dossier)).html()
    let page = HandoutPageReader(html)
    page.expectSound()
    #expect(
      html.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && !(0x7f..<0xa0).contains($0.value)
      }, "seed \(seed)")
    #expect(html == Handout(Catalogue(dossier)).html(), "seed \(seed)")
    let deck = Deck(
      id: Self.text(&random), title: Self.text(&random),
      slides: [
        Slide(
          id: Self.text(&random), heading: Self.spans(&random),
          elements: [
            SlideElement(.block(.paragraph(Self.spans(&random)))),
            SlideElement(.inclusion(.chart(indicator: "evil"))),
            SlideElement(.inclusion(.record(Reference(.entity, Self.text(&random))))),
            SlideElement(.inclusion(.recommendations(category: Self.text(&random)))),
            SlideElement(.inclusion(.timeline(years: Int.min...Int.max))),
          ])
      ])
    HandoutPageReader(Handout(Catalogue(dossier)).html(deck, hasNotes: true)).expectSound()
    let memo = Memo(.addressee(dossier.addressees[0].id), in: Catalogue(dossier))
    HandoutPageReader(Handout(Catalogue(dossier)).html(memo)).expectSound()
    HandoutPageReader(Handout(Catalogue(dossier)).html(MemoPage(memo))).expectSound()
  }

  private static func text(_ random: inout SeededRandom) -> String {
    (0..<random.int(1...3)).map { _ in evil[random.int(0...evil.count - 1)] }.joined(separator: " ")
  }

  private static func spans(_ random: inout SeededRandom) -> [Span] {
    [
      Span(text(&random), Emphasis(rawValue: UInt8(random.int(0...7)))),
      Span(text(&random), target: .address(text(&random))),
      Span(text(&random), target: .address("https://example.org/" + "\"><b>")),
      Span(text(&random), target: .record(Reference(.chapter, text(&random)))),
      Span("[1]", target: .record(Reference(.note, "c-1"))),
    ]
  }

  private static func blocks(_ random: inout SeededRandom) -> [Block] {
    [
      .paragraph(spans(&random)), .quote([.paragraph(spans(&random))]),
      .list(start: random.int(-3...3), items: [[.paragraph(spans(&random))], []]),
      .table(header: [spans(&random), []], rows: [[spans(&random)], [[], []]]),
      .code([text(&random), ""]),
    ]
  }

  /// A dossier in which every text is hostile; ids, numbers and references are too.
  private static func dossier(_ random: inout SeededRandom) -> Dossier {
    var dossier = Dossier()
    let place = Locator(lines: 1...Int.max, page: .min, words: text(&random))
    dossier.title = text(&random)
    dossier.subtitle = text(&random)
    dossier.authors = [text(&random), text(&random)]
    dossier.publisher = text(&random)
    dossier.isbn = text(&random)
    dossier.language = text(&random)
    dossier.licence = text(&random)
    dossier.about = blocks(&random)
    dossier.sourceText = SourceText(sha256: text(&random), lines: .max)
    dossier.addressees = [Category(id: "a\"b", name: text(&random))]
    dossier.themes = [Category(id: "<t>", name: text(&random))]
    dossier.chapters = [
      Chapter(
        id: "c", number: random.int(-9...9), title: text(&random), authors: [text(&random)],
        locator: place, summary: text(&random), keyMessages: [spans(&random)],
        sections: (0..<4).map { number in
          Section(
            id: "c#\(number / 2)", chapter: "c", title: text(&random),
            level: random.int(-2...9), blocks: blocks(&random))
        }, notes: [Note(chapter: "c", number: 1, text: spans(&random), isLost: true)])
    ]
    dossier.recommendations = [
      Recommendation(
        id: text(&random), chapter: "c", number: .max, title: text(&random),
        addressees: ["a\"b", text(&random)], addresseeBasis: .inferred,
        addresseeReason: text(&random), themes: ["<t>", text(&random)],
        evidence: [Reference(.indicator, "evil"), Reference(.note, "c-1")], locator: place,
        differences: text(&random), text: blocks(&random), why: blocks(&random)),
      Recommendation(id: "lost", chapter: text(&random), number: 1, title: text(&random)),
    ]
    let values: [Double?] = [1, nil, .nan, .infinity, -1e300, 1e-300, 5]
    dossier.indicators = [
      Indicator(
        id: "evil", title: text(&random), unit: text(&random), chapter: "c",
        chart: Indicator.ChartKind.allCases[random.int(0...6)], source: "s", locators: [place],
        note: text(&random),
        series: (0..<3).map { _ in
          Series(
            name: text(&random),
            observations: values.enumerated().map { index, value in
              Observation(
                period: .year(2000 + index), value: value, decimals: 255, source: text(&random),
                locators: [place], note: text(&random))
            })
        })
    ]
    dossier.units = [Unit(id: "u", title: text(&random), prefix: text(&random))]
    dossier.sources = [
      Source(
        id: "s", producer: text(&random), title: text(&random), date: text(&random),
        url: text(&random), licence: text(&random), note: text(&random)),
      Source(id: "t", producer: "T", title: "T", url: "https://example.org/\"onclick=\"x"),
    ]
    dossier.events = [
      Event(
        id: text(&random), date: .year(2003), title: text(&random), chapter: "c",
        theme: text(&random), locators: [place], mark: text(&random))
    ]
    dossier.entities = [
      Entity(
        id: text(&random), name: text(&random), acronym: text(&random), kind: .law,
        description: text(&random), aliases: [text(&random)])
    ]
    dossier.links = [
      Link(
        from: Reference(.chapter, "c"), to: Reference(.indicator, "evil"), topic: text(&random),
        note: text(&random))
    ]
    return dossier
  }
}
