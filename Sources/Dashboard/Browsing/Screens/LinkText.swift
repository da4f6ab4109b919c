import Canvas
import Query
package import Records

/// The dossier's links as text: where each leads, on what topic, and why.
package enum LinkText {
  /// The links of a record, those that lead furthest first: to other chapters, then within its own.
  static func blocks(of reference: Reference, _ library: Library) -> [DocumentBlock] {
    let own = library.catalogue.chapter(of: reference)?.id
    let all = library.backlinks.links(of: reference)
    let (within, outside) = (
      all.filter { library.catalogue.chapter(of: $0.reference)?.id == own },
      all.filter { library.catalogue.chapter(of: $0.reference)?.id != own }
    )
    return (outside + within).compactMap { connection in
      guard case .link(let topic, let note) = connection.origin else { return nil }
      return block(connection.reference, topic, note, library)
    }
  }

  /// The links of a chapter by the chapter that they lead to, those of one of its sections first.
  static func panel(
    of chapter: Chapter, at section: Reference?, _ library: Library
  ) -> DocumentPanel {
    var blocks: [DocumentBlock] = []
    if let section, section != chapter.reference {
      let own = Self.blocks(of: section, library)
      if !own.isEmpty {
        blocks.append(
          .heading(
            library.catalogue.title(of: section), level: 1, role: library.accent(chapter.id),
            anchor: nil))
        blocks += own + [.gap]
      }
    }
    for other in library.dossier.chapters where other.id != chapter.id {
      blocks += between(chapter, other, library)
    }
    blocks += between(chapter, chapter, library)
    if blocks.isEmpty {
      blocks = [.remark([Span("This chapter has no links.")], .faint)]
    }
    return DocumentPanel(blocks, id: section?.description ?? "", glyphs: library.glyphs)
  }

  /// The links between two chapters under a heading, as seen from the first one.
  package static func between(
    _ chapter: Chapter, _ other: Chapter, _ library: Library
  ) -> [DocumentBlock] {
    let links = library.linkedChapters.links(chapter.id, other.id)
    guard !links.isEmpty else { return [] }
    let title = chapter.id == other.id ? "Within \(chapter.listName)" : "With \(other.listName)"
    let heading = DocumentBlock.heading(
      "\(title) (\(links.count))", level: 1, role: library.accent(other.id), anchor: nil)
    return [.gap, heading] + links.map { block($0, from: chapter, library) }
  }

  /// A link with both ends, the one in the chapter first.
  private static func block(
    _ link: Link, from chapter: Chapter, _ library: Library
  ) -> DocumentBlock {
    let isTurned = library.catalogue.chapter(of: link.from)?.id != chapter.id
    let (here, there) = isTurned ? (link.to, link.from) : (link.from, link.to)
    return .prose(
      .paragraph(
        [
          Span("\(link.topic.capitalizedFirst): ", .strong),
          Span(name(here, library), target: .record(here)), Span(" and "),
          Span(name(there, library), target: .record(there)), Span(". \(link.note)"),
        ]))
  }

  /// A link as seen from one end.
  private static func block(
    _ reference: Reference, _ topic: String, _ note: String, _ library: Library
  ) -> DocumentBlock {
    .prose(
      .paragraph(
        [
          Span("\(topic.capitalizedFirst): ", .strong), span(reference, library),
          Span(note.isEmpty ? "." : ". \(note)"),
        ]))
  }

  /// A record with its chapter, as a link.
  static func span(_ reference: Reference, _ library: Library) -> Span {
    let chapter = library.catalogue.chapter(of: reference)
    let place = chapter.map { $0.reference == reference ? "" : "\($0.shortTitle), " } ?? ""
    return Span(place + name(reference, library), target: .record(reference))
  }

  /// A record in running text: a recommendation with its number.
  private static func name(_ reference: Reference, _ library: Library) -> String {
    guard case .recommendation(let item)? = library.catalogue[reference] else {
      return library.catalogue.title(of: reference)
    }
    return "\(library.catalogue.number(item)) \(item.title)"
  }
}
