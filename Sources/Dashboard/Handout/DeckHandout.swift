import Query
import Records

extension Deck {
  /// The records that the deck's slides show in full.
  var shownRecords: Set<Reference> {
    func records(_ elements: [SlideElement]) -> [Reference] {
      elements.flatMap { element -> [Reference] in
        switch element.content {
        case .inclusion(.chart(let id)): [Reference(.indicator, id)]
        case .inclusion(.record(let reference)): [reference]
        case .columns(let columns): columns.flatMap(records)
        case .block, .inclusion: []
        }
      }
    }
    return Set(slides.flatMap { records($0.elements) })
  }
}

extension HandoutPage {
  /// The body of the page on a deck.
  mutating func deck(_ deck: Deck, hasNotes: Bool) -> [HTMLNode] {
    var slides: [HTMLNode] = []
    var contents: [HTMLNode] = []
    for (index, slide) in deck.slides.enumerated() {
      let title = slide.heading.isEmpty ? "Slide \(index + 1)" : slide.heading.plainText
      let name = Anchor.name(slide: slide.id)
      contents.append(
        .element("li", [.element("a", [.link(to: name)], [.text(title)])]))
      if medium == .office {
        slides += plain(slide, title, hasNotes: hasNotes)
      } else {
        slides.append(self.slide(slide, title, anchor(name), hasNotes: hasNotes))
      }
    }
    if medium == .office { return slides }
    return [
      header(deck),
      .element(
        "nav", [.named("contents"), .label("Slides")],
        [Self.heading(2, ["Slides"]), .element("ol", contents)]),
      .element("main", [.id("main")], slides), footer(),
    ]
  }

  /// The head of the page; the authors named are the report's, because they did not write the talk.
  private func header(_ deck: Deck) -> HTMLNode {
    let dossier = catalogue.dossier
    var nodes = [Self.heading(1, [.text(deck.title)])]
    if !dossier.title.isEmpty {
      let authors = dossier.authors.joined(separator: ", ")
      let report = "On the report “\(dossier.title)”" + (authors.isEmpty ? "" : ", by \(authors)")
      nodes.append(.element("p", [.named("subtitle")], [.text(report)]))
    }
    let imprint = [dossier.publisher, dossier.date?.title ?? ""].filter { !$0.isEmpty }
    if !imprint.isEmpty {
      let text = imprint.joined(separator: " · ")
      nodes.append(.element("p", [.named("imprint")], [.text(text)]))
    }
    return .element("header", nodes)
  }

  private mutating func slide(
    _ slide: Slide, _ title: String, _ anchor: [HTMLAttribute], hasNotes: Bool
  ) -> HTMLNode {
    let heading = slide.heading.isEmpty ? [.text(title)] : inline(slide.heading)
    var nodes = [Self.heading(2, slide.heading.isEmpty ? [.named("hidden")] : [], heading)]
    nodes += elements(slide.elements)
    if hasNotes, !slide.notes.isEmpty {
      var notes: [HTMLNode] = [Self.heading(3, ["For the speaker"])]
      for note in slide.notes { notes += prose(note.text) }
      nodes.append(.element("aside", [.named("speaker")], notes))
    }
    let name: StaticString = slide.isTitle ? "slide title" : "slide"
    return .element("section", anchor + [.named(name)], nodes)
  }

  /// A slide for a presentation program, which begins a slide with each heading.
  private mutating func plain(_ slide: Slide, _ title: String, hasNotes: Bool) -> [HTMLNode] {
    var nodes = [Self.heading(2, slide.heading.isEmpty ? [.text(title)] : inline(slide.heading))]
    // A picture fills what its text leaves, so the text comes first.
    let isChart = { (element: SlideElement) in
      switch element.content {
      case .inclusion(.chart), .inclusion(.picture): true
      default: false
      }
    }
    nodes += elements(slide.elements.filter { !isChart($0) })
    nodes += elements(slide.elements.filter(isChart))
    if hasNotes, !slide.notes.isEmpty {
      nodes.append(.element("div", [.named("notes")], slide.notes.flatMap { prose($0.text) }))
    }
    return nodes
  }

  private mutating func elements(_ elements: [SlideElement]) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    for element in elements {
      switch element.content {
      case .block(let block): nodes += prose([block])
      case .inclusion(let inclusion): nodes += self.inclusion(inclusion)
      case .columns(let columns):
        var boxes: [HTMLNode] = []
        for column in columns {
          boxes.append(.element("div", [.named("column")], self.elements(column)))
        }
        nodes.append(.element("div", [.named("columns")], boxes))
      }
    }
    return nodes
  }

  private mutating func inclusion(_ inclusion: Inclusion) -> [HTMLNode] {
    switch inclusion {
    case .chart(let id): return record(Reference(.indicator, id))
    case .record(let reference): return record(reference)
    case .picture(let picture):
      guard let file = photographs[picture.path] else { return [missing(picture.title)] }
      let image = HTMLNode.element("img", [.data(file), .alternative(picture.text)], [])
      // An office program takes a picture in a paragraph of its own.
      return medium == .office
        ? [.element("p", [image])] : [.element("figure", [.named("photograph")], [image])]
    case .matrix:
      // Counted as on the slide.
      let query = RecommendationQuery(standing: .recommendation)
      let remark = "Counts recommendations only, not proposals."
      return [matrix(query), .element("p", [.named("remark")], [.text(remark)])]
    case .timeline(let years):
      let events = catalogue.dossier.events.filter {
        $0.source.isEmpty
          && years.overlaps(
            Int($0.date.first.year)...max(Int($0.date.first.year), Int($0.date.last.year)))
      }
      return events.isEmpty ? [missing("No events in these years.")] : [timeline(events)]
    case .outcomes(let extract):
      return prose(extract.blocks(outcomes, on: day, in: catalogue))
    case .recommendations(let category):
      let dossier = catalogue.dossier
      var query = RecommendationQuery()
      if catalogue.chapter(category) != nil {
        query.chapters = [category]
      } else if dossier.addressees.contains(where: { $0.id == category }) {
        query.addressees = [category]
      } else {
        query.themes = [category]
      }
      let items = query.recommendations(in: catalogue).foremost
      return items.isEmpty
        ? [missing("Nothing is recommended under “\(category)”.")] : [overview(items)]
    }
  }

  private func missing(_ text: String) -> HTMLNode {
    .element("p", [.named("remark")], [.text(text)])
  }

  /// A record in short.
  private mutating func record(_ reference: Reference) -> [HTMLNode] {
    guard let record = catalogue[reference] else {
      return [missing("The dossier has no record “\(reference)”.")]
    }
    switch record {
    case .indicator(let indicator):
      return medium == .office ? slidePicture(indicator) : [figure(indicator, level: 3)]
    case .recommendation(let item):
      let number = HTMLNode.element("span", [.named("number")], [.text(catalogue.number(item))])
      var nodes = [Self.heading(3, [number, " ", .text(item.title)])]
      nodes.append(.element("p", [.named("asked")], asked(item)))
      nodes += prose(item.text)
      return [.element("article", anchor(reference) + [.named("ask")], nodes)]
    case .chapter, .section, .event, .entity, .note, .source:
      var nodes: [HTMLNode] = [Self.heading(3, [.text(record.title)])]
      if !record.subtitle.isEmpty, reference.kind != .note {
        nodes.append(.element("p", [.named("fact")], [.text(record.subtitle)]))
      }
      nodes += text(record) + Self.place(record.locators)
      return [.element("article", anchor(reference), nodes)]
    }
  }

  private mutating func text(_ record: Record) -> [HTMLNode] {
    switch record {
    case .chapter(let chapter):
      return (chapter.summary.isEmpty ? [] : [.element("p", [.text(chapter.summary)])])
        + (chapter.keyMessages.isEmpty
          ? [] : prose([.list(start: nil, items: chapter.keyMessages.map { [.paragraph($0)] })]))
    case .section(let section): return prose(section.blocks)
    case .entity(let entity):
      return entity.description.isEmpty ? [] : [.element("p", [.text(entity.description)])]
    case .note(let note): return [.element("p", inline(note.statement))]
    case .source(let source):
      return source.note.isEmpty ? [] : [.element("p", [.text(source.note)])]
    case .recommendation, .indicator, .event: return []
    }
  }
}
