import Browsing
import Query
package import Records

/// What is on the screen as it travels to followers who do not have the presenter's files: as text
/// for those who cannot draw it, and as a small dossier that holds what the slide shows.
///
///     Trade keeps growing
///     Exports to Mexico, 1993–2024: …
///     <!-- slide 3 of 12: Trade in one slide -->
///     data/indicators.csv 214
///     …
///
/// It has no notes, and nothing of other slides but how many there are.
package struct SlideHandover: Hashable, Sendable {
  /// The paragraphs of the text.
  package var paragraphs: [String] = []
  /// The slide, from 0, and how many there are.
  package private(set) var slide = 0
  package private(set) var count = 0
  /// The slides that stay after a cut, from 0; empty while the whole talk is shown.
  package private(set) var must: [Int] = []
  /// The title of the deck.
  package private(set) var title = ""
  /// The small dossier with the slide as its only deck, as the text of a `HandedFolder`; empty if
  /// it was not sent.
  package private(set) var folder = ""

  /// The most slides of a talk.
  static let slideLimit = 2000
  /// The most bytes that travel.
  static let limit = 256 << 10

  private static let mark = "<!-- slide "

  /// What is on the screen of a talk.
  package init(_ talk: Talk, _ stage: Stage) {
    paragraphs = SlideText.paragraphs(talk, stage)
    guard !talk.shown.isBlank, stage.deck.slides.count <= Self.slideLimit else { return }
    slide = stage.clamped(talk.shown.slide)
    count = stage.deck.slides.count
    title = stage.deck.title
    if talk.shown.cutSlide != nil {
      must = stage.deck.slides.indices.filter { stage.deck.slides[$0].isMust }
    }
    folder = stage.handedFolder(slide, answer: talk.shown.answer?.reference)
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
    folder = lines[(at + 1)...].joined(separator: "\n")
  }

  private mutating func read(mark line: Substring) -> Bool {
    guard line.hasSuffix(" -->") else { return false }
    let inside = line.dropFirst(Self.mark.count).dropLast(4)
    let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts[0].split(separator: " ")
    guard words.count >= 3, words[1] == "of", let number = Int(words[0]),
      let all = Int(words[2]), (1...Self.slideLimit).contains(all), (1...all).contains(number)
    else { return false }
    (slide, count) = (number - 1, all)
    must = words.dropFirst(4).compactMap { Int($0) }.filter { (1...all).contains($0) }.map {
      $0 - 1
    }
    title = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    return true
  }

  /// Everything as one text, without the dossier if it would be too long.
  package var text: String {
    let said = paragraphs.joined(separator: "\n")
    guard !folder.isEmpty else { return said }
    let kept = must.isEmpty ? "" : " must " + must.map { "\($0 + 1)" }.joined(separator: " ")
    let head = "\(Self.mark)\(slide + 1) of \(count)\(kept): \(title.replacingEnds) -->"
    let all = "\(said)\n\(head)\n\(folder)"
    return all.utf8.count <= Self.limit ? all : said
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
    for index in must { slides[index].isMust = true }
    return Deck(id: id, title: title, slides: slides)
  }
}

extension Stage {
  /// The small dossier of what a slide or an answer shows, made once for each.
  fileprivate func handedFolder(_ slide: Int, answer: Reference?) -> String {
    let subject = answer.map(Subject.answer) ?? .slide(slide)
    if let text = handed[subject] { return text }
    var alone = deck.slides[slide]
    alone.notes = []
    alone.minutes = nil
    // Behind an answer, only the place of the slide is needed.
    if answer != nil { alone.elements = [] }
    let shown = answer.map { self.slide(.answer($0)).elements } ?? alone.elements
    let part = SlideExcerpt.dossier(of: shown, answer: answer, in: library.catalogue)
    let text = DossierWriter.text(of: part, slide: alone)
    let fits = text.utf8.count <= SlideHandover.limit
    if handed.count > 200 { handed = [:] }
    handed[subject] = fits ? text : ""
    return fits ? text : ""
  }
}

extension String {
  /// The text without what would end a comment or a line.
  fileprivate var replacingEnds: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
      .split(separator: "--", omittingEmptySubsequences: true).joined(separator: "–")
  }
}
