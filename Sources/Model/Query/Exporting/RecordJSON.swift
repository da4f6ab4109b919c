import Reading
package import Records
import Text

extension JSONWriter {
  mutating func write(_ category: Category) {
    object {
      $0.field("id", category.id)
      $0.field("name", category.name)
    }
  }

  mutating func write(_ chapter: Chapter) {
    object { writer in
      writer.field("id", chapter.id)
      writer.field("number", chapter.number)
      writer.field("title", chapter.title)
      writer.field("short-title", chapter.shortTitle)
      writer.field("authors", chapter.authors)
      writer.field("locator", chapter.locator?.description)
      writer.field("summary", chapter.summary)
      writer.field("key-messages", chapter.keyMessages.map { ProseText.markdown($0) })
      writer.field("sections", chapter.sections) { $0.write($1) }
      writer.field("notes", chapter.notes) { $0.write($1) }
    }
  }

  mutating func write(_ section: Section) {
    object {
      $0.field("id", section.id)
      $0.field("chapter", section.chapter)
      $0.field("title", section.title)
      $0.field("level", section.level)
      $0.field("locator", section.locator?.description)
      $0.field("text", ProseText.markdown(section.blocks))
    }
  }

  mutating func write(_ note: Note) {
    object {
      $0.field("id", note.id)
      $0.field("chapter", note.chapter)
      $0.field("number", note.number)
      $0.field("text", ProseText.markdown(note.text))
      $0.field("lost", note.isLost)
    }
  }

  mutating func write(_ recommendation: Recommendation) {
    object {
      $0.field("id", recommendation.id)
      $0.field("kind", recommendation.standing.rawValue)
      $0.field("chapter", recommendation.chapter)
      $0.field("number", recommendation.number)
      if !recommendation.letter.isEmpty { $0.field("letter", recommendation.letter) }
      $0.field("title", recommendation.title)
      $0.field("addressees", recommendation.addressees)
      $0.field("addressee-basis", recommendation.addresseeBasis.rawValue)
      $0.field("addressee-reason", recommendation.addresseeReason)
      $0.field("themes", recommendation.themes)
      $0.field("evidence", recommendation.evidence.map(\.description))
      $0.field("related", recommendation.related.map(\.description))
      $0.field("locator", recommendation.locator?.description)
      $0.field("at-a-glance", recommendation.atAGlance?.description)
      $0.field("differences", recommendation.differences)
      $0.field("label", recommendation.label)
      $0.field("confirmed", recommendation.isConfirmed)
      $0.field("text", ProseText.markdown(recommendation.text))
      $0.field("why", ProseText.markdown(recommendation.why))
    }
  }

  mutating func write(_ indicator: Indicator) {
    object { writer in
      writer.field("id", indicator.id)
      writer.field("title", indicator.title)
      writer.field("unit", indicator.unit)
      writer.field("chapter", indicator.chapter)
      writer.field("kind", indicator.kind.rawValue)
      writer.field("chart", indicator.chart.rawValue)
      writer.field("better", indicator.better.rawValue)
      writer.field("source", indicator.source)
      writer.field("locators", indicator.locators.map(\.description))
      writer.field("note", indicator.note)
      writer.field("overlays", indicator.overlays.map(\.written))
      writer.field("finding", indicator.finding)
      writer.field("since", indicator.since?.written)
      writer.field("series", indicator.series) { writer, series in
        writer.object { writer in
          writer.field("name", series.name)
          writer.field("observations", series.observations) { $0.write($1) }
        }
      }
    }
  }

  mutating func write(_ observation: Observation) {
    object {
      $0.field("period", observation.period?.description)
      $0.key("value")
      $0.number(observation.valueDigits)
      $0.field("qualifiers", observation.qualifiers.names)
      $0.field("source", observation.source)
      $0.field("locators", observation.locators.map(\.description))
      $0.field("note", observation.note)
      $0.field("derived", observation.derivation?.written)
    }
  }

  mutating func write(_ unit: Unit) {
    object {
      $0.field("id", unit.id)
      $0.field("title", unit.title)
      $0.field("prefix", unit.prefix)
      $0.field("suffix", unit.suffix)
      $0.key("multiplier")
      $0.number(unit.multiplier.digits(decimals: 0))
    }
  }

  mutating func write(_ source: Source) {
    object {
      $0.field("id", source.id)
      $0.field("producer", source.producer)
      $0.field("title", source.title)
      $0.field("date", source.date)
      $0.field("url", source.url)
      $0.field("licence", source.licence)
      $0.field("note", source.note)
    }
  }

  mutating func write(_ event: Event) {
    object {
      $0.field("id", event.id)
      $0.field("date", event.date.description)
      $0.field("title", event.title)
      $0.field("chapter", event.chapter)
      $0.field("theme", event.theme)
      $0.field("locators", event.locators.map(\.description))
      $0.field("mark", event.mark)
      $0.field("source", event.source)
    }
  }

  mutating func write(_ entity: Entity) {
    object {
      $0.field("id", entity.id)
      $0.field("name", entity.name)
      $0.field("acronym", entity.acronym)
      $0.field("kind", entity.kind.rawValue)
      $0.field("description", entity.description)
      $0.field("aliases", entity.aliases)
      $0.field("locators", entity.locators.map(\.description))
    }
  }
}

extension Overlay {
  /// The overlay as written in a table: `id` or `id/series`.
  var written: String { series.map { "\(indicator)/\($0)" } ?? indicator }
}

extension Observation {
  /// The value in digits with the source's decimals; nil if it is missing.
  package var valueDigits: String? { value.flatMap { $0.digits(decimals: Int(decimals)) } }
}

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
