import Canvas
import Query
import Records

/// The number of links between chapters, with the links behind each number.
enum LinksScreen {
  package static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    let matrix = matrix(library)
    let cell = matrix.cell(visit[panel: 0].selection)
    let chapters = library.dossier.chapters
    let text: DocumentPanel
    var topics = Preview.none(library)
    var title = "Links"
    if chapters.isEmpty {
      text = Preview.none(library)
    } else {
      let (one, other) = (chapters[cell.row], chapters[cell.column])
      let blocks = LinkText.between(one, other, library)
      let none = "The dossier has no links here."
      title = one.id == other.id ? one.shortTitle : "\(one.shortTitle) and \(other.shortTitle)"
      text = DocumentPanel(
        blocks.isEmpty ? [.remark([Span(none)], .faint)] : blocks, id: "\(one.id) \(other.id)",
        glyphs: library.glyphs)
      topics = Self.topics(of: library.linkedChapters.links(one.id, other.id), library)
    }
    var screen = ScreenContent(
      panels: [
        Panel(
          title: "Links between chapters", note: "\(library.dossier.links.count)", part: .main,
          content: matrix),
        Panel(title: title, part: .preview, content: text),
        Panel(title: "Topics", content: topics),
      ],
      medium: [.init(.share(1), .init(.fit(60), 0), .init(.share(1), 1, 2))],
      wide: [
        .init(.share(1), .init(.fit(60), 0), .init(.share(1), 2)),
        .init(.prose(leaving: 44), .init(.share(1), 1)),
      ],
      trail: ["Links"])
    screen.selection = matrix.greatest
    return screen
  }

  /// The topics of links, the most frequent first.
  private static func topics(of links: [Link], _ library: Library) -> DocumentPanel {
    let counts = Dictionary(grouping: links) { $0.topic.capitalizedFirst }.mapValues(\.count)
    let names = counts.keys.sorted { (counts[$1, default: 0], $0) < (counts[$0, default: 0], $1) }
    let items = names.map { name -> [Block] in
      let count = counts[name, default: 0]
      return [.paragraph([Span(name), Span(count > 1 ? "  (\(count))" : "")])]
    }
    return DocumentPanel(
      items.isEmpty ? [] : [.prose(.list(start: nil, items: items))],
      id: names.joined(separator: " "), glyphs: library.glyphs)
  }

  /// The counts; Enter leads to the links themselves.
  static func matrix(_ library: Library) -> MatrixPanel {
    let chapters = library.dossier.chapters
    return MatrixPanel(
      rows: chapters.map(\.listName), columns: chapters.map(\.shortTitle),
      counts: chapters.map { one in
        chapters.map { library.linkedChapters.links(one.id, $0.id).count }
      },
      destinations: chapters.map { _ in chapters.map { _ in .panel(.preview) } })
  }
}
