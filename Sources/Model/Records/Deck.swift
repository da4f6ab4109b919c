/// A talk on a dossier: slides in order, with what a presenter needs to keep time.
///
/// Read from a file of `decks/`, or made from the dossier itself.
package struct Deck: Hashable, Sendable, Identifiable {
  /// The file's name without its extension, a lower-case word with hyphens.
  package var id: String
  /// The title of the talk.
  package var title: String
  /// How many minutes it is meant to take; nil if it has no limit.
  package var minutes: Double?
  /// The slides in the order in which they are shown.
  package var slides: [Slide]
  /// The file that it was read from, in which its slides' lines are counted.
  ///
  /// A path inside the dossier's folder if it is there; empty if the deck was made from the
  /// dossier.
  package var file: String

  /// A deck; one without slides shows nothing.
  package init(
    id: String, title: String, minutes: Double? = nil, slides: [Slide] = [], file: String = ""
  ) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.slides = slides
    self.file = file
  }
}

/// One slide of a deck.
package struct Slide: Hashable, Sendable, Identifiable {
  /// The heading's slug, unique in its deck: a second slide of the same heading ends in `-2`.
  package var id: String
  /// The heading; empty if the slide has none.
  package var heading: [Span]
  /// Whether the heading is in big letters, as on a title or a chapter's first slide.
  package var isTitle: Bool
  /// The content below the heading, from top to bottom.
  package var elements: [SlideElement]
  /// What only the presenter sees.
  package var notes: [SpeakerNote]
  /// How many minutes the slide should take; nil means a share of what the other slides leave.
  package var minutes: Double?
  /// Whether the slide stays when the talk is cut short.
  package var isMust: Bool
  /// The line of its file where it starts, counted from 1; 0 if it was made from the dossier.
  package var line: Int

  /// A slide; everything except its id can be set later.
  package init(
    id: String, heading: [Span] = [], isTitle: Bool = false, elements: [SlideElement] = [],
    notes: [SpeakerNote] = [], minutes: Double? = nil, isMust: Bool = false, line: Int = 0
  ) {
    self.id = id
    self.heading = heading
    self.isTitle = isTitle
    self.elements = elements
    self.notes = notes
    self.minutes = minutes
    self.isMust = isMust
    self.line = line
  }

  /// How many steps it takes to show all of the slide; at least 1.
  package var steps: Int { 1 + (elements.map(\.lastStep) + notes.map(\.step)).reduce(0, max) }
}

/// What the presenter should say, which nobody else sees.
package struct SpeakerNote: Hashable, Sendable {
  /// The note's paragraphs.
  package var text: [Block]
  /// The step that it belongs to, counted from 0.
  package var step: Int

  /// A note for a step.
  package init(_ text: [Block], step: Int = 0) {
    self.text = text
    self.step = step
  }
}

extension Deck {
  /// The deck as it is shown: a link whose text is the id of its record gets the name that readers
  /// know.
  ///
  /// A recommendation is shown by its number (`1.1`), any other record by its title, so that a deck
  /// may say `[economics-1](rec:economics-1)` and stay correct when numbers change.
  package func named(in catalogue: Catalogue) -> Deck {
    let names = RecordNames(catalogue: catalogue)
    var deck = self
    for index in deck.slides.indices {
      deck.slides[index].heading = names.named(slides[index].heading)
      deck.slides[index].elements = names.named(slides[index].elements)
      for note in slides[index].notes.indices {
        deck.slides[index].notes[note].text = slides[index].notes[note].text.map(names.named)
      }
    }
    return deck
  }
}

/// Replaces the ids of records by their names.
private struct RecordNames {
  let catalogue: Catalogue

  func named(_ elements: [SlideElement]) -> [SlideElement] {
    elements.map { element in
      switch element.content {
      case .block(let block): SlideElement(.block(named(block)), step: element.step)
      case .columns(let columns):
        SlideElement(.columns(columns.map { named($0) }), step: element.step)
      case .inclusion: element
      }
    }
  }

  func named(_ block: Block) -> Block {
    switch block {
    case .paragraph(let spans): .paragraph(named(spans))
    case .list(let start, let items): .list(start: start, items: items.map { $0.map(named) })
    case .quote(let blocks): .quote(blocks.map(named))
    case .table(let header, let rows, let alignments):
      .table(
        header: header.map { named($0) }, rows: rows.map { $0.map { named($0) } },
        alignments: alignments)
    case .code: block
    }
  }

  func named(_ spans: [Span]) -> [Span] {
    spans.map { span in
      guard case .record(let reference)? = span.target,
        span.text == reference.id || span.text == reference.description,
        let record = catalogue[reference]
      else { return span }
      var span = span
      if case .recommendation(let item) = record {
        span.text = catalogue.number(item)
      } else {
        span.text = record.title
      }
      return span
    }
  }
}
