import Browsing
import Records

/// A record as a slide, to show it in the middle of a talk.
enum AnswerSlide {
  /// The slide of a record; if there is no such record, the slide says so.
  static func slide(_ reference: Reference, _ library: Library) -> Slide {
    guard let record = library.catalogue[reference] else {
      return Slide(
        id: "answer", heading: [Span(reference.description)],
        elements: [SlideElement(.inclusion(.record(reference)))])
    }
    var elements: [SlideElement] = []
    switch record {
    case .recommendation(let item):
      elements = recommendation(item, library)
    case .indicator(let indicator):
      // The chart has the title.
      return Slide(
        id: "answer", elements: [SlideElement(.inclusion(.chart(indicator: indicator.id)))])
    case .chapter(let chapter):
      if !chapter.summary.isEmpty {
        elements.append(SlideElement(.block(.paragraph([Span(chapter.summary)]))))
      }
      elements += chapter.keyMessages.map { SlideElement(.block(.quote([.paragraph($0)]))) }
    case .section(let section): elements = section.blocks.map { SlideElement(.block($0)) }
    case .entity(let entity):
      let names = [entity.acronym] + entity.aliases
      let also = names.filter { !$0.isEmpty }.joined(separator: ", ")
      if !also.isEmpty { elements.append(SlideElement(.block(.paragraph([Span(also, .strong)])))) }
      elements.append(SlideElement(.block(.paragraph([Span(entity.description)]))))
    case .event(let event):
      elements = [SlideElement(.block(.paragraph([Span(event.date.title)])))]
    case .note(let note): elements = [SlideElement(.block(.paragraph(note.statement)))]
    case .source(let source):
      let texts = [source.date, source.url, source.licence, source.note].filter { !$0.isEmpty }
      elements = texts.map { SlideElement(.block(.paragraph([Span($0)]))) }
    }
    return Slide(id: "answer", heading: [Span(record.title)], elements: elements)
  }

  /// What an answer is and what it rests on; empty if there is no such record.
  ///
  /// `Recommendation 1.3 · 1 Economics · lines 105–108 of the report`
  static func basis(_ reference: Reference, _ library: Library) -> String {
    guard let record = library.catalogue[reference] else { return "" }
    // The chapter comes first, because little may fit, and the number already identifies a
    // recommendation.
    var parts: [String] = []
    if case .recommendation = record { parts = [library.catalogue.kind(of: record)] }
    if let chapter = library.catalogue.chapter(record.chapter), chapter.reference != reference {
      parts.append("\(chapter.number) \(chapter.shortTitle)")
    }
    if parts.isEmpty { parts = [library.catalogue.kind(of: record)] }
    let places = Locator.places(record.locators.prefix(2))
    if !places.isEmpty { parts.append(places + " of the report") }
    return parts.joined(separator: " · ")
  }

  private static func recommendation(_ item: Recommendation, _ library: Library) -> [SlideElement] {
    var blocks = item.text
    let names = item.addressees.map(library.catalogue.addressee).joined(separator: ", ")
    let basis = item.addresseeBasis == .inferred ? " (inferred)" : ""
    let number = library.catalogue.number(item)
    blocks.append(
      .paragraph([
        Span("Recommendation \(number). Asked of: ", .strong),
        Span((names.isEmpty ? "nobody named" : names) + basis),
      ]))
    // The reasons are for readers: a room sees what is asked, of whom, and on which figures.
    var elements = blocks.map { SlideElement(.block($0)) }
    // The evidence that can be seen.
    for reference in item.evidence where reference.kind == .indicator {
      elements.append(SlideElement(.inclusion(.chart(indicator: reference.id))))
    }
    return elements
  }
}
