import BuiltIn
import Reading
import Testing

@testable import Canvas
@testable import Handout
@testable import Query
@testable import Records

@Suite struct HandoutTests {
  static let dossier = BuiltInDossier.reading().dossier
  let catalogue = Catalogue(Self.dossier)

  @Test func theWholeDossierIsAPageWithEveryRecord() throws {
    let html = Handout(catalogue).html()
    let page = HandoutPageReader(html)
    page.expectSound()
    for reference in catalogue.references {
      let element = page.element(id: Anchor.name(reference))
      #expect(element != nil, "\(reference)")
      if let record = catalogue[reference], reference.kind != .note {
        let title = reference.kind == .source ? record.subtitle : record.title
        #expect(element?.text.contains(title) == true, "\(reference)")
      }
    }
    #expect(page.all("nav").count == 1)
    #expect(page.elements.first?.attributes["lang"] == "en")
    for item in catalogue.dossier.recommendations {
      let text = try #require(page.element(id: Anchor.name(item.reference))).text
      #expect(text.contains(item.addresseeBasis.rawValue), "\(item.id)")
      for id in item.addressees { #expect(text.contains(catalogue.addressee(id)), "\(item.id)") }
    }
    #expect(html.contains("default-src 'none'"))
    #expect(html.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test func thePageIsTheSameEachTime() {
    let again = Catalogue(BuiltInDossier.reading().dossier)
    #expect(Handout(catalogue).html() == Handout(again).html())
  }

  @Test func chartsHaveAlternativesAndSources() {
    let page = HandoutPageReader(Handout(catalogue).html())
    for indicator in Self.dossier.indicators {
      let count = indicator.series.flatMap(\.observations).filter { $0.value != nil }.count
      guard count > 1, let element = page.element(id: Anchor.name(indicator.reference)) else {
        continue
      }
      #expect(element.text.contains("Source: "), "\(indicator.id)")
      #expect(element.text.contains("Values of \(indicator.title)"), "\(indicator.id)")
    }
    // One picture for wide places and one for narrow ones.
    #expect(page.all("svg").count == page.all("figure").count * 2)
    #expect(page.all("details").count == page.all("figure").count)
  }

  @Test func notesAndTheirCitationsLeadToEachOther() {
    let page = HandoutPageReader(Handout(catalogue).html())
    let marks = page.all("a").filter { $0.attributes["role"] == "doc-noteref" }
    let back = page.all("a").filter { $0.attributes["role"] == "doc-backlink" }
    #expect(marks.count > 20)
    #expect(
      Set(marks.compactMap { $0.attributes["id"] })
        == Set(back.compactMap { $0.attributes["href"]?.dropFirst() }.map(String.init)))
  }

  @Test func namesOfPlacesAreNeverShared() {
    let ids = ["a.b", "a#b", "a_2eb", "a-b", "A-b", "ä", "a b", "a\"b", ""]
    let names = ids.map { Anchor.name(Reference(.section, $0)) }
    #expect(Set(names).count == ids.count)
    #expect(names[1] == "section-a.b")
    for name in names { #expect(name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }) }
  }

  @Test(arguments: [
    ("https://example.org/a?b=1&c=2", true), ("HTTP://example.org", true),
    ("javascript:alert(1)", false), ("data:text/html,x", false), ("http:evil", false),
    (" https://example.org", false), ("https://a\nb", false), ("//example.org", false),
    ("file:///etc/passwd", false), ("", false),
  ])
  func onlyWebAddressesAreLinks(_ address: String, _ isLink: Bool) {
    #expect((HTMLAttribute.web(address) != nil) == isLink)
  }

  @Test func aMemoSaysWhoIsAskedAndOnWhichFigures() {
    let memo = Memo(.addressee("mexico"), in: catalogue)
    let page = HandoutPageReader(Handout(catalogue).html(memo))
    page.expectSound()
    #expect(page.all("h1").first?.text == "What is asked of Mexico")
    let asked = Self.dossier.recommendations.filter { $0.addressees.contains("mexico") }
    #expect(page.all("article").count == asked.count)
    let sheet = MemoPage(memo)
    let short = HandoutPageReader(Handout(catalogue).html(sheet))
    short.expectSound()
    #expect(short.all("article").count == sheet.whole.count)
    let rest = asked.count - sheet.whole.count
    #expect(short.all("h2").last?.text == "Also asked: \(rest) more")
  }

  @Test func aMemoPrintsTheWholeRequestAndSaysWhoseWordsItIs() {
    let economics = Memo(.chapter("economics"), in: catalogue)
    #expect(economics.markdown.contains("towards one common external tariff"))
    let border = Memo(.chapter("border"), in: catalogue).markdown
    #expect(border.contains("Both should be used to strengthen environmental dialogue"))
    let energy = Memo(.chapter("energy"), in: catalogue).markdown
    #expect(energy.contains("regional gas market requires pipelines"))
    for text in [economics.markdown, Handout(catalogue).html(economics)] {
      #expect(text.contains("own restatement, not the report’s"))
      #expect(text.contains("What is asked, by title"))
    }
    #expect(economics.markdown.contains("**Evidence:** "))
    #expect(!economics.markdown.contains("\n- Section"))
    #expect(!economics.markdown.contains("**Evidence:** Note 9: Lost"))
  }

  @Test func aDeckIsNotByTheReportsAuthors() throws {
    let author = try #require(Self.dossier.authors.first)
    let deck = Deck(
      id: "talk", title: "The talk",
      slides: [Slide(id: "one", elements: [SlideElement(.inclusion(.matrix))])])
    let html = Handout(catalogue).html(deck)
    #expect(!html.contains("name=\"author\""))
    #expect(HandoutPageReader(html).all("p").contains { $0.text.contains(", by \(author)") })
    #expect(html.contains("Counts recommendations only"))
    #expect(Handout(catalogue).html().contains("Counts recommendations and proposals"))
  }

  @Test func aDeckHasItsSlidesInOrderAndNotesOnlyWhenAsked() {
    let deck = Deck(
      id: "talk", title: "The talk",
      slides: [
        Slide(id: "start", heading: [Span("The talk")], isTitle: true),
        Slide(
          id: "figures", heading: [Span("Figures")],
          elements: [
            SlideElement(.inclusion(.chart(indicator: "homicide-rate"))),
            SlideElement(.block(.paragraph([Span("Later.")])), step: 2),
            SlideElement(
              .columns([
                [SlideElement(.inclusion(.record(Reference(.recommendation, "economics-3"))))],
                [SlideElement(.inclusion(.recommendations(category: "mexico")))],
              ])), SlideElement(.inclusion(.matrix)),
            SlideElement(.inclusion(.timeline(years: 2007...2013))),
            SlideElement(.inclusion(.chart(indicator: "nowhere"))),
          ], notes: [SpeakerNote([.paragraph([Span("Breathe.")])])]), Slide(id: "last"),
      ])
    let page = HandoutPageReader(Handout(catalogue).html(deck))
    page.expectSound()
    let slides = page.all("section")
    #expect(slides.map { $0.attributes["id"] } == ["slide-start", "slide-figures", "slide-last"])
    for part in [
      "Later.", "Open up North American trade in services", "no record “indicator:nowhere”",
      "Theme",
    ] {
      #expect(slides[1].text.contains(part), "\(part)")
    }
    #expect(page.all("svg").count == 2)
    #expect(!page.elements[0].text.contains("Breathe."))
    let noted = HandoutPageReader(Handout(catalogue).html(deck, hasNotes: true))
    noted.expectSound()
    #expect(noted.all("aside").first?.text.contains("Breathe.") == true)
  }

  @Test func noPictureLeavesBarsOut() {
    let page = HandoutPageReader(Handout(catalogue).html())
    #expect(!page.all("text").contains { $0.text.hasSuffix(" more") })
  }

  @Test func anEmptyDossierIsAPageToo() {
    HandoutPageReader(Handout(Catalogue(Dossier())).html()).expectSound()
    let deck = Deck(id: "none", title: "None")
    HandoutPageReader(Handout(Catalogue(Dossier())).html(deck)).expectSound()
  }

  @Test func coloursAreThoseOfTheThemesAndCanBeRead() throws {
    let sheet = "\(HandoutStyle.sheet)"
    let blocks = sheet.components(between: ":root {", and: "}")
    #expect(blocks.count == 2)
    for (block, theme) in zip(blocks, [ThemeDefinition.light, .dark]) {
      let colours = Dictionary(
        block.split(separator: ";").compactMap { rule -> (String, Int)? in
          let parts = rule.split(separator: ":").map { $0.filter { !" \n".contains($0) } }
          guard parts.count == 2, parts[1].hasPrefix("#") else { return nil }
          return Int(parts[1].dropFirst(), radix: 16).map { (parts[0], $0) }
        }, uniquingKeysWith: { $1 })
      let paper = try #require(colours["--paper"])
      for name in ["ink", "soft", "link"] {
        let colour = try #require(colours["--\(name)"])
        #expect(Self.contrast(colour, paper) >= 4.5, "\(name)")
      }
      #expect(paper == theme.paper?.rgb.value)
      let accents = (0..<Role.accentCount).map { ("a\($0)", Role.accent($0)) }
      for (name, role) in accents + (0..<Role.seriesCount).map({ ("s\($0)", Role.series($0)) }) {
        #expect(colours["--\(name)"] == theme.foreground(of: role)?.rgb.value, "\(name)")
      }
    }
  }

  /// The contrast of two colours as WCAG counts it.
  private static func contrast(_ left: Int, _ right: Int) -> Double {
    func light(_ colour: Int) -> Double {
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double(colour >> shift & 255) / 255
        return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05
    }
    let (a, b) = (light(left), light(right))
    return max(a, b) / min(a, b)
  }

  /// To the power of 2.4: the square times the fifth root of the square, found by Newton's way.
  private static func power(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}

extension String {
  /// What stands between each pair of marks.
  fileprivate func components(between start: String, and end: String) -> [Substring] {
    var result: [Substring] = []
    var rest = self[...]
    while let first = rest.firstRange(of: start) {
      rest = rest[first.upperBound...]
      guard let last = rest.firstRange(of: end) else { break }
      result.append(rest[..<last.lowerBound])
      rest = rest[last.upperBound...]
    }
    return result
  }
}
