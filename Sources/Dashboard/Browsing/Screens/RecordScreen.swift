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
    return ScreenContent(
      panels: [
        Panel(
          title: record.kindTitle, name: "Text", accent: accent,
          content: Preview.text(record, library)),
        Panel(
          title: reference.kind == .entity ? "Mentions" : "Connections", accent: accent,
          content: connections),
      ],
      medium: [.init(.share(1), .init(.share(1), 0)), .init(.share(1), .init(.share(1), 1))],
      wide: [.init(.share(1), .init(.share(1), 0)), .init(.share(1), .init(.share(1), 1))],
      trail: [reference.kind.pluralTitle, record.title])
  }
}
