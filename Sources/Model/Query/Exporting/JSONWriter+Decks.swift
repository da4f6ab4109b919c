import Reading
package import Records
import Text

extension JSONWriter {
  /// Writes a deck without what only the presenter may see.
  mutating func write(_ deck: Deck) {
    object { writer in
      writer.field("id", deck.id)
      writer.field("title", deck.title)
      writer.key("minutes")
      writer.number(deck.minutes.map { Minutes.text($0) })
      writer.field("slides", deck.slides) { $0.write($1) }
    }
  }

  private mutating func write(_ slide: Slide) {
    object {
      $0.field("id", slide.id)
      $0.field("heading", ProseText.markdown(slide.heading))
      $0.field("title-slide", slide.isTitle)
      $0.field("must-show", slide.isMust)
      $0.key("minutes")
      $0.number(slide.minutes.map { Minutes.text($0) })
      $0.field("steps", slide.steps)
      $0.field("text", DeckWriter.text(of: slide, hasNotes: false))
    }
  }
}

extension RecordTable {
  /// The decks of a dossier: what each is called, how long it is and which slides must be shown.
  package init(decksOf dossier: Dossier) {
    self.init(
      columns: ["id", "title", "minutes", "slides", "steps", "must-show"],
      rows: dossier.decks.map { deck in
        [
          .text(deck.id), .text(deck.title), .number(deck.minutes.map { Minutes.text($0) }),
          .number("\(deck.slides.count)"),
          .number("\(deck.slides.reduce(0) { $0 + $1.steps })"),
          .list(deck.slides.filter(\.isMust).map(\.id)),
        ]
      }, briefColumns: 5)
  }
}
