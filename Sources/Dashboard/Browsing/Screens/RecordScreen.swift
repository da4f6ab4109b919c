import Query
import Records

/// An event, entity, note or source on its own.
enum RecordScreen {
  package static func content(_ reference: Reference, _ library: Library) -> ScreenContent {
    guard let record = library.catalogue[reference] else {
      return .missing(reference.description, library)
    }
    let accent = library.accent(record.chapter)
    let connections =
      if case .entity(let entity) = record {
        IndexScreen.mentions(of: entity, library)
      } else {
        Connections.list(of: reference, library)
      }
    var panels = [
      Panel(
        title: library.catalogue.kind(of: record), name: "Text", accent: accent,
        content: Preview.text(record, library)),
      Panel(
        title: reference.kind == .entity ? "Mentions" : "Connected to", accent: accent,
        content: connections),
    ]
    var beside: [ScreenContent.Slot] = [.init(.share(1), 1)]
    let links = LinkText.blocks(of: reference, library)
    if !links.isEmpty {
      panels.append(
        Panel(
          title: "Links", note: "\(links.count)", accent: accent,
          content: DocumentPanel(links, id: reference.description, glyphs: library.glyphs)))
      beside = [.init(.fit(50), 1), .init(.share(1), 2)]
    }
    return ScreenContent(
      panels: panels,
      medium: [.init(.share(1), .init(.share(1), 0)), .init(.share(1), beside)],
      wide: [.init(.prose(leaving: 44), .init(.share(1), 0)), .init(.share(1), beside)],
      trail: [reference.kind.pluralTitle])
  }
}
