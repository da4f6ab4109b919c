import Canvas
import Query
import Records

/// A chapter: its outline, its text, and its records.
enum ChapterScreen {
  package static func content(_ id: String, _ state: State, _ library: Library) -> ScreenContent {
    guard let chapter = library.catalogue.chapter(id) else {
      return .missing("chapter \(id)", library)
    }
    let accent = Role.accent(chapter.number)
    func list(_ name: String, _ make: (Chapter, Library) -> ListPanel) -> ListPanel {
      library.cache.value(ListKey(.chapter(id), name)) { make(chapter, library) }
    }
    let (visit, told) = (state.visit, state.told(library))
    let outline = outline(chapter)
    let section = outline.selectedReference(visit[panel: 0])
    let asks = library.cache.value(ListKey(.chapter(id), "recommendations", by: told.day)) {
      recommendations(chapter, told, library)
    }
    let figures = list("indicators", indicators)
    let links = library.linkedChapters.count(of: id)
    var panels = [
      Panel(title: "Outline", part: .outline, accent: accent, content: outline),
      Panel(
        title: chapter.listName, name: "Text", part: .text, accent: accent,
        content: library.cache.value(chapter.reference) { text(chapter, accent, library) }),
      Panel(title: "Recommendations", accent: accent, content: asks),
      Panel(title: "Figures", accent: accent, content: figures),
    ]
    if links > 0 {
      panels.append(
        Panel(
          title: "Links to other chapters", name: "Links", note: "\(links)", part: .links,
          accent: accent,
          content: library.cache.value(ListKey(.chapter(id), section?.id ?? "")) {
            LinkText.panel(of: chapter, at: section, library)
          }))
    }
    if !chapter.notes.isEmpty {
      panels.append(
        Panel(
          title: "Notes", accent: accent,
          content: list("notes") { chapter, _ in notes(chapter) }))
    }
    let others = Array(4..<panels.count)
    return ScreenContent(
      panels: panels,
      medium: [
        .init(.cells(27), .init(.share(1), 0)),
        .init(.share(1), .init(.share(1), [1, 2, 3] + others)),
      ],
      wide: [
        .init(.prose(leaving: 38), .init(.share(1), 1)),
        .init(.share(1), .init(.fit(34), 0), .init(.fit(34), 2), .init(.share(1), [3] + others)),
      ],
      broad: [
        .init(.cells(42), .init(.fit(50), 0), .init(.share(1), 3)),
        .init(.prose(leaving: 80), .init(.share(1), 1)), .init(.share(1), .init(.share(1), 2)),
        others.isEmpty ? nil : .init(.share(1), .init(.share(1), others)),
      ].compactMap(\.self),
      trail: [chapter.shortTitle], start: 1)
  }

  private static func outline(_ chapter: Chapter) -> ListPanel {
    let top = ListPanel.Row(
      cells: [
        .text(chapter.keyMessages.isEmpty ? "Summary" : "Key messages", Style(.text, .italic))
      ],
      destination: .panel(.text), reference: chapter.reference)
    let rows = chapter.sections.map { section in
      ListPanel.Row(
        cells: [.text(String(repeating: " ", count: 2 * (section.level - 1)) + section.title)],
        destination: .panel(.text), reference: section.reference)
    }
    return ListPanel(columns: [.init(width: .flexible, lines: 4)], rows: [top] + rows)
  }

  private static func text(
    _ chapter: Chapter, _ accent: Role, _ library: Library
  ) -> DocumentPanel {
    var blocks: [DocumentBlock] = [
      .heading(chapter.title, level: 0, role: accent, anchor: chapter.reference)
    ]
    if !chapter.authors.isEmpty {
      blocks.append(.remark([Span(chapter.authors.joined(separator: ", "))], .faint))
    }
    if !chapter.summary.isEmpty {
      blocks.append(.prose(.paragraph([Span(chapter.summary, .stressed)])))
    }
    blocks += chapter.keyMessages.map { .message($0, accent) }
    for section in chapter.sections {
      blocks += [
        .gap,
        .heading(section.title, level: section.level, role: accent, anchor: section.reference),
        .gap,
      ]
      blocks += section.blocks.map(DocumentBlock.prose)
    }
    return DocumentPanel(blocks, glyphs: library.glyphs)
  }

  private static func recommendations(
    _ chapter: Chapter, _ told: DayOutcomes, _ library: Library
  ) -> ListPanel {
    let all = library.catalogue.recommendations(ofChapter: chapter.id)
    let items = all.filter { $0.standing == .recommendation }
    let proposals = all.filter { $0.standing == .proposal }
    var rows = items.map { Rows.recommendation($0, told, library) }
    if !proposals.isEmpty { rows.append(.heading("Proposals in the body", .faint)) }
    rows += proposals.map { Rows.recommendation($0, told, library) }
    return ListPanel(
      columns: Rows.recommendationColumns(library), rows: rows,
      emptyText: "This chapter makes no recommendation.")
  }

  private static func indicators(_ chapter: Chapter, _ library: Library) -> ListPanel {
    let own = library.catalogue.indicators(ofChapter: chapter.id)
    return ListPanel(
      columns: Rows.indicatorColumns, rows: own.map { Rows.indicator($0, library) },
      emptyText: "This chapter has no indicator.")
  }

  private static func notes(_ chapter: Chapter) -> ListPanel {
    ListPanel(
      columns: [.init(width: .cells(3), alignment: .right), .init(width: .flexible, lines: 3)],
      rows: chapter.notes.map { note in
        ListPanel.Row(
          cells: [
            .text("\(note.number)", .faint),
            .text(note.statement.plainText, note.isLost ? Style(.caution) : .text),
          ],
          destination: .record(note.reference), reference: note.reference)
      })
  }
}
