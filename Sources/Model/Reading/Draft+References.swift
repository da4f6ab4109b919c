import Records

extension Draft {
  /// Reports every reference that leads to no record, and takes it out of the records.
  mutating func checkReferences() {
    var lost: Set<Reference> = []
    for mention in log.mentions where !knows(mention.reference) {
      lost.insert(mention.reference)
      if !mention.isMuted { miss(mention.reference, mention.place) }
    }
    checkOverlays()
    reportMisses()
    if !lost.isEmpty { dossier.remove(lost) }
  }

  private mutating func checkOverlays() {
    guard !overlays.isEmpty else { return }
    let indices = Dictionary(
      dossier.indicators.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var lost: Set<Overlay> = []
    for (overlay, place) in overlays {
      guard let index = indices[overlay.indicator] else {
        _ = check(.indicator, overlay.indicator, place)
        lost.insert(overlay)
        continue
      }
      let names = dossier.indicators[index].series.map(\.name)
      guard let series = overlay.series, !names.contains(series) else { continue }
      log.error(
        place, "\(overlay.indicator) has no series \"\(series)\"", remedy: remedy(series, names))
      lost.insert(overlay)
    }
    guard !lost.isEmpty else { return }
    for index in dossier.indicators.indices {
      dossier.indicators[index].overlays.removeAll { lost.contains($0) }
    }
  }
}

extension Dossier {
  /// Takes references out of every record that names them; the text that led there stays.
  fileprivate mutating func remove(_ lost: Set<Reference>) {
    headlines.removeAll { lost.contains(Reference(.indicator, $0)) }
    links.removeAll { lost.contains($0.from) || lost.contains($0.to) }
    about = about.map { $0.without(lost) }
    for index in recommendations.indices {
      recommendations[index].evidence.removeAll { lost.contains($0) }
      recommendations[index].related.removeAll { lost.contains($0) }
      recommendations[index].text = recommendations[index].text.map { $0.without(lost) }
      recommendations[index].why = recommendations[index].why.map { $0.without(lost) }
    }
    for index in chapters.indices {
      chapters[index].keyMessages = chapters[index].keyMessages.map { $0.without(lost) }
      for section in chapters[index].sections.indices {
        chapters[index].sections[section].blocks =
          chapters[index].sections[section].blocks.map { $0.without(lost) }
      }
      for note in chapters[index].notes.indices {
        chapters[index].notes[note].text = chapters[index].notes[note].text.without(lost)
      }
    }
    for deck in decks.indices {
      for slide in decks[deck].slides.indices { decks[deck].slides[slide].remove(lost) }
    }
  }
}

extension Slide {
  /// Takes references out of the prose; an inclusion of what is not there stays, so that the slide
  /// can say so in its place.
  fileprivate mutating func remove(_ lost: Set<Reference>) {
    heading = heading.without(lost)
    elements = elements.map { $0.without(lost) }
    notes = notes.map { SpeakerNote($0.text.map { $0.without(lost) }, step: $0.step) }
  }
}

extension SlideElement {
  fileprivate func without(_ lost: Set<Reference>) -> SlideElement {
    switch content {
    case .block(let block): SlideElement(.block(block.without(lost)), step: step)
    case .inclusion: self
    case .columns(let columns):
      SlideElement(.columns(columns.map { $0.map { $0.without(lost) } }), step: step)
    }
  }
}

extension [Span] {
  fileprivate func without(_ lost: Set<Reference>) -> [Span] {
    map { span in
      guard case .record(let reference) = span.target, lost.contains(reference) else { return span }
      return Span(span.text, span.emphasis)
    }
  }
}

extension Block {
  fileprivate func without(_ lost: Set<Reference>) -> Block {
    switch self {
    case .paragraph(let spans): .paragraph(spans.without(lost))
    case .list(let start, let items):
      .list(start: start, items: items.map { $0.map { $0.without(lost) } })
    case .quote(let blocks): .quote(blocks.map { $0.without(lost) })
    case .table(let header, let rows):
      .table(
        header: header.map { $0.without(lost) }, rows: rows.map { $0.map { $0.without(lost) } })
    case .code: self
    }
  }
}
