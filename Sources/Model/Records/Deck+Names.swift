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
    case .table(let header, let rows):
      .table(header: header.map { named($0) }, rows: rows.map { $0.map { named($0) } })
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
