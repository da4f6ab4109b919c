import Canvas
import Query
import Records

/// The panel that shows the record selected in a list beside it.
enum Preview {
  /// An indicator as its chart, anything else as its text.
  static func panel(
    _ reference: Reference?, _ library: Library, _ told: DayOutcomes? = nil
  ) -> Panel {
    guard let reference, let record = library.catalogue[reference] else {
      return Panel(title: "Preview", part: .preview, content: none(library))
    }
    let accent = library.accent(record.chapter)
    if case .indicator(let indicator) = record {
      return Panel(
        title: "Chart", part: .preview, accent: accent, content: ChartPanel(indicator, library))
    }
    return Panel(
      title: library.catalogue.kind(of: record), part: .preview, accent: accent,
      content: text(record, library, told))
  }

  /// The text shown if no record is selected.
  static func none(_ library: Library) -> DocumentPanel {
    DocumentPanel([.remark([Span("Nothing is selected.")], .faint)], glyphs: library.glyphs)
  }

  /// A record as a document.
  ///
  /// - Parameter told: What became of recommendations; by the latest day if nil.
  package static func text(
    _ record: Record, _ library: Library, _ told: DayOutcomes? = nil
  ) -> DocumentPanel {
    if case .recommendation(let item) = record {
      return RecommendationScreen.text(item, library, told)
    }
    var blocks = Fields.title(record, library)
    switch record {
    case .section(let section): blocks += section.blocks.map(DocumentBlock.prose)
    case .chapter(let chapter):
      blocks.append(.prose(.paragraph([Span(chapter.summary)])))
      blocks += chapter.keyMessages.map { .message($0, library.accent(chapter.id)) }
    case .note(let note):
      if note.isLost {
        blocks.append(
          .remark(
            [Span("The original refers to this note but no longer contains it.")], .caution
          ))
      }
      blocks.append(.prose(.paragraph(note.statement)))
    case .event(let event):
      blocks += [
        Fields.text("When", event.date.title),
        Fields.text("Theme", event.theme.isEmpty ? "" : library.catalogue.theme(event.theme)),
      ].compactMap(\.self)
      if let source = library.catalogue.source(event.source) {
        let title = "\(source.producer), \(source.title)"
        blocks.append(.field("Source", [Span(title, target: .record(source.reference))]))
      }
    case .entity(let entity):
      blocks.append(.prose(.paragraph([Span(entity.description)])))
      blocks += [
        Fields.text("Acronym", entity.acronym),
        Fields.text("Also", entity.aliases.joined(separator: "; ")),
      ].compactMap(\.self)
    case .source(let source):
      blocks += [
        Fields.text("Producer", source.producer), Fields.text("Title", source.title),
        Fields.text("Date", source.date), Fields.text("Licence", source.licence),
      ].compactMap(\.self)
      if !source.url.isEmpty {
        blocks.append(.field("Address", [Span(source.url, target: .address(source.url))]))
      }
      if !source.note.isEmpty { blocks += [.gap, .prose(.paragraph([Span(source.note)]))] }
    case .recommendation, .indicator: break
    }
    if let place = Fields.place("Original", record.locators) { blocks += [.gap, place] }
    return DocumentPanel(blocks, id: record.reference.description, glyphs: library.glyphs)
  }
}
