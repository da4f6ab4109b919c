import Query
package import Records

/// The slide on the screen as it travels to followers who do not have the presenter's deck: as
/// text for those who cannot draw it, and as Markdown for those who have its dossier.
///
///     Trade keeps growing
///     Exports to Mexico, 1993–2024: …
///     <!-- slide 3 of 12: Trade in one slide -->
///     ## Trade keeps growing
///
///     ![](chart:goods-trade-mexico)
///
/// It has no notes, and nothing of other slides but how many there are.
package struct SlideHandover: Hashable, Sendable {
  /// The paragraphs of the text.
  package var paragraphs: [String] = []
  /// The slide, from 0, and how many there are.
  package private(set) var slide = 0
  package private(set) var count = 0
  /// The title of the deck.
  package private(set) var title = ""
  /// The slide as Markdown; empty if it was not sent.
  package private(set) var markdown = ""

  /// The most bytes of Markdown that are sent, and the most slides.
  static let limit = 32_768
  static let slideLimit = 2000
  /// The most bytes that travel.
  private static let textLimit = 65_536

  private static let mark = "<!-- slide "

  /// What is on the screen of a talk.
  package init(_ talk: Talk, _ stage: Stage) {
    paragraphs = SlideText.paragraphs(talk, stage)
    guard !talk.shown.isBlank else { return }
    slide = stage.clamped(talk.shown.slide)
    count = stage.deck.slides.count
    title = stage.deck.title
    var alone = Deck(id: "slide", title: "", slides: [stage.deck.slides[slide]])
    alone.slides[0].notes = []
    alone.slides[0].minutes = nil
    let text = DeckWriter.markdown(ofSlide: alone.slides[0])
    if text.utf8.count <= Self.limit, count <= Self.slideLimit { markdown = text }
  }

  /// Reads what another end has sent; lines that it does not understand are text.
  package init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let at = lines.firstIndex(where: { $0.hasPrefix(Self.mark) }), read(mark: lines[at])
    else {
      paragraphs = lines.filter { !$0.isEmpty }.map(String.init)
      return
    }
    paragraphs = lines[..<at].filter { !$0.isEmpty }.map(String.init)
    let rest = lines[(at + 1)...].joined(separator: "\n")
    if rest.utf8.count <= Self.limit { markdown = rest }
  }

  private mutating func read(mark line: Substring) -> Bool {
    guard line.hasSuffix(" -->") else { return false }
    let inside = line.dropFirst(Self.mark.count).dropLast(4)
    let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: " ")
    guard numbers.count == 3, numbers[1] == "of", let number = Int(numbers[0]),
      let all = Int(numbers[2]), (1...Self.slideLimit).contains(all), (1...all).contains(number)
    else { return false }
    (slide, count) = (number - 1, all)
    title = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    return true
  }

  /// Everything as one text, without the Markdown if it would be too long.
  package var text: String {
    let said = paragraphs.joined(separator: "\n")
    guard !markdown.isEmpty else { return said }
    let name = title.replacingEnds
    let all = "\(said)\n\(Self.mark)\(slide + 1) of \(count): \(name) -->\n\(markdown)"
    return all.utf8.count <= Self.textLimit ? all : said
  }

  /// A deck in which only the slide on the screen has content.
  ///
  /// A text without a slide gives a deck without slides.
  ///
  /// - Parameter slide: The slide as it was read.
  package func deck(_ id: String, holding slide: Slide) -> Deck {
    var slides = (0..<count).map { Slide(id: "slide-\($0 + 1)") }
    guard slides.indices.contains(self.slide) else { return Deck(id: id, title: title, slides: []) }
    slides[self.slide].heading = slide.heading
    slides[self.slide].isTitle = slide.isTitle
    slides[self.slide].elements = slide.elements
    return Deck(id: id, title: title, slides: slides)
  }
}

extension String {
  /// The text without what would end a comment or a line.
  fileprivate var replacingEnds: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
      .split(separator: "--", omittingEmptySubsequences: true).joined(separator: "–")
  }
}
