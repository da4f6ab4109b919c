/// Where in a record a piece of its text is.
package enum RecordPlace: Hashable, Sendable {
  /// The title, name, acronym or alias.
  case title
  /// A chapter's summary, an entity's description, a source's date and licence.
  case summary
  /// A chapter's key message, counted from 0.
  case keyMessage(Int)
  /// A paragraph of its prose, counted from 0 through `Block.paragraphs` of all blocks.
  case passage(Int)
  /// A paragraph of a recommendation's reasons, counted in the same way.
  case why(Int)
  /// Its note, or how two wordings differ, or why an addressee is inferred.
  case note
  /// The topic and note of a link to or from it.
  case link
  /// The name of a series of an indicator, counted from 0.
  case series(Int)
  /// The value of a series' observation, or its note, both counted from 0.
  case observation(series: Int, row: Int)
}

extension Record {
  /// A piece of text with its place.
  package struct Text {
    package var place: RecordPlace
    package var text: String

    /// A text at a place.
    package init(place: RecordPlace, text: String) {
      self.place = place
      self.text = text
    }
  }

  /// Every text of the record that is not empty, titles first and then in reading order.
  package var texts: [Text] {
    var texts: [Text] = []
    func add(_ place: RecordPlace, _ text: String) {
      if !text.isEmpty { texts.append(Text(place: place, text: text)) }
    }
    func add(_ blocks: [Block], _ place: (Int) -> RecordPlace) {
      for (index, spans) in blocks.flatMap(\.paragraphs).enumerated() {
        add(place(index), spans.plainText)
      }
    }
    switch self {
    case .chapter(let chapter):
      add(.title, chapter.title)
      if chapter.shortTitle != chapter.title { add(.title, chapter.shortTitle) }
      for author in chapter.authors { add(.summary, author) }
      add(.summary, chapter.summary)
      for (index, spans) in chapter.keyMessages.enumerated() {
        add(.keyMessage(index), spans.plainText)
      }
    case .section(let section):
      add(.title, section.title)
      add(section.blocks) { .passage($0) }
    case .recommendation(let recommendation):
      add(.title, recommendation.title)
      add(recommendation.text) { .passage($0) }
      add(recommendation.why) { .why($0) }
      add(.note, recommendation.addresseeReason)
      add(.note, recommendation.differences)
    case .indicator(let indicator):
      add(.title, indicator.title)
      add(.note, indicator.note)
      for (number, series) in indicator.series.enumerated() {
        add(.series(number), series.name)
        for (row, observation) in series.observations.enumerated() {
          add(.observation(series: number, row: row), observation.note)
        }
      }
    case .event(let event):
      add(.title, event.title)
      add(.summary, event.date.title)
      add(.summary, event.mark)
    case .entity(let entity):
      add(.title, entity.name)
      add(.title, entity.acronym)
      for alias in entity.aliases { add(.title, alias) }
      add(.summary, entity.description)
    case .note(let note): add(.passage(0), note.text.plainText)
    case .source(let source):
      add(.title, source.title)
      add(.title, source.producer)
      add(.summary, source.date)
      add(.summary, source.licence)
      add(.note, source.note)
    }
    return texts
  }

  /// The paragraphs of the record's prose, which may lead to other records.
  package var prose: [[Span]] {
    switch self {
    case .chapter(let chapter): chapter.keyMessages
    case .section(let section): section.blocks.flatMap(\.paragraphs)
    case .recommendation(let record): (record.text + record.why).flatMap(\.paragraphs)
    case .note(let note): [note.text]
    case .indicator, .event, .entity, .source: []
    }
  }
}
