package import Browsing
package import Canvas
package import Records

/// What a briefing shows: a deck and its dossier, which never change while it runs.
///
/// Slides are laid out on first use and kept, because presenters go back and forth.
package final class Stage {
  /// The deck.
  package let deck: Deck
  /// The dossier and everything made from it.
  package let library: Library
  /// What identifies dossier and deck, as a follower compares it.
  package let edition: Edition

  /// The text of each slide without case and accents, to find it.
  private(set) lazy var searchTexts = deck.slides.map { Self.searchText($0, library) }

  private var layouts: [LayoutKey: SlideLayout] = [:]
  /// What is handed over of what was on the screen.
  var handed: [Subject: String] = [:]

  private struct LayoutKey: Hashable {
    var subject: Subject
    var size: Size
    var glyphs: Glyphs
  }

  /// What is on the screen: a slide of the deck or a record put there as an answer.
  package enum Subject: Hashable {
    case slide(Int)
    case answer(Reference)
  }

  /// A stage for a deck; a deck without slides gets an empty one, so that there is something to
  /// show.
  ///
  /// - Parameters:
  ///   - dossierHash: What distinguishes versions of the dossier, a word of letters and
  ///     digits.
  ///   - deckHash: The same for the deck's file.
  package init(_ deck: Deck, _ library: Library, dossierHash: String = "", deckHash: String = "") {
    var deck = deck.named(in: library.catalogue)
    if deck.slides.isEmpty {
      deck.slides = [Slide(id: "empty", heading: [Span(deck.title)], isTitle: true)]
    }
    self.deck = deck
    self.library = library
    edition = Edition(
      dossier: library.dossier.id, dossierHash: dossierHash, deck: deck.id, deckHash: deckHash)
  }

  /// A number, limited to the slides that exist.
  package func clamped(_ slide: Int) -> Int { max(0, min(slide, deck.slides.count - 1)) }

  /// The slide of a subject; an answer is turned into one.
  func slide(_ subject: Subject) -> Slide {
    switch subject {
    case .slide(let number): deck.slides[clamped(number)]
    case .answer(let reference): AnswerSlide.slide(reference, library)
    }
  }

  /// A subject laid out for a size.
  func layout(_ subject: Subject, _ size: Size) -> SlideLayout {
    let key = LayoutKey(subject: subject, size: size, glyphs: library.glyphs)
    if let layout = layouts[key] { return layout }
    // Limited, because resizing through many sizes would collect layouts endlessly.
    if layouts.count > 200 { layouts = [:] }
    let layout = SlideLayout(
      slide(subject), size: size, accent: accent(subject), library: library)
    layouts[key] = layout
    return layout
  }

  /// The colour of a subject: that of the first chapter it names.
  package func accent(_ subject: Subject) -> Role {
    let slide = slide(subject)
    for reference in Self.references(slide.elements) {
      guard let chapter = library.catalogue[reference]?.chapter, !chapter.isEmpty else { continue }
      return library.accent(chapter)
    }
    let heading = slide.heading.plainText
    let named = library.dossier.chapters.first { $0.title == heading || $0.shortTitle == heading }
    return named.map { library.accent($0.id) } ?? .heading
  }

  /// The records that elements show or name, in reading order.
  static func references(_ elements: [SlideElement]) -> [Reference] {
    elements.flatMap { element -> [Reference] in
      switch element.content {
      case .inclusion(.chart(let id)): return [Reference(.indicator, id)]
      case .inclusion(.record(let reference)): return [reference]
      case .inclusion(.recommendations(let category)): return [Reference(.chapter, category)]
      case .inclusion: return []
      case .columns(let columns): return columns.flatMap { references($0) }
      case .block(let block):
        return block.paragraphs.joined().compactMap {
          if case .record(let reference)? = $0.target { reference } else { nil }
        }
      }
    }
  }
}

extension Stage {
  /// The records that a pattern matches, best first; an id or a list's number names its record.
  package func records(_ pattern: String) -> [Palette.Match] {
    var matches = library.paletteMatches(pattern).filter {
      if case .record = $0.entry.choice { true } else { false }
    }
    let name = pattern.filter { $0 != " " }
    if !name.isEmpty, let record = library.catalogue.record(named: name) {
      matches.removeAll { $0.entry.choice == .record(record.reference) }
      let entry = Palette.Entry(
        title: record.title, detail: library.catalogue.kind(of: record),
        choice: .record(record.reference))
      matches.insert(Palette.Match(entry: entry, positions: []), at: 0)
    }
    return matches
  }
}
