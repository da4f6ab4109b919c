import Model

/// A chapter: its outline, its text, and what belongs to it.
enum ChapterScreen {
  static let outlinePanel = 0
  static let textPanel = 1

  static func content(_ id: String, _ library: Library) -> ScreenContent {
    guard let chapter = library.catalogue.chapter(id) else {
      return .missing("chapter \(id)")
    }
    let accent = Role.accent(chapter.number)
    func list(_ panel: Int, _ make: (Chapter, Library) -> ListContent) -> ListContent {
      library.list(.init(route: .chapter(id), panel: panel)) { make(chapter, library) }
    }
    var panels = [
      Panel(title: "Outline", accent: accent, content: .list(outline(chapter))),
      Panel(
        title: "\(chapter.number) \(chapter.shortTitle)", accent: accent,
        content: .document(text(chapter, accent))),
      Panel(
        title: "Recommendations", accent: accent, content: .list(list(2, recommendations))),
      Panel(title: "Indicators", accent: accent, content: .list(list(3, indicators))),
    ]
    let hasNotes = !chapter.notes.isEmpty
    if hasNotes {
      panels.append(
        Panel(title: "Notes", accent: accent, content: .list(notes(chapter))))
    }
    return ScreenContent(
      panels: panels,
      medium: [
        .init(.cells(27), .init(.share(1), 0)),
        .init(.share(1), hasNotes ? .init(.share(1), 1, 2, 3, 4) : .init(.share(1), 1, 2, 3)),
      ],
      wide: [
        .init(.cells(28), .init(.share(1), 0)),
        .init(.share(2), .init(.share(1), 1)),
        .init(
          .share(1), .init(.fit(50), 2), hasNotes ? .init(.share(1), 3, 4) : .init(.share(1), 3)),
      ],
      trail: [chapter.shortTitle])
  }

  private static func outline(_ chapter: Chapter) -> ListContent {
    let top = ListContent.Row(
      cells: [.text("Key messages", Style(.text, .italic))],
      destination: .panel(textPanel), reference: chapter.reference)
    let rows = chapter.sections.map { section in
      ListContent.Row(
        cells: [.text(String(repeating: " ", count: 2 * (section.level - 1)) + section.title)],
        destination: .panel(textPanel), reference: section.reference)
    }
    return ListContent(columns: [.init(width: .flexible)], rows: [top] + rows)
  }

  private static func text(_ chapter: Chapter, _ accent: Role) -> DocumentContent {
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
    return DocumentContent(blocks)
  }

  private static func recommendations(_ chapter: Chapter, _ library: Library) -> ListContent {
    let all = library.catalogue.recommendations(ofChapter: chapter.id)
    let items = all.filter { $0.standing == .recommendation }
    let proposals = all.filter { $0.standing == .proposal }
    var groups: [(heading: ListContent.Row?, items: [Recommendation])] = [(nil, items)]
    if !proposals.isEmpty { groups.append((.heading("Proposals in the body", .faint), proposals)) }
    let (rows, widths) = Rows.recommendations(groups, library)
    return ListContent(
      columns: Rows.recommendationColumns, rows: rows, widths: widths,
      emptyText: "This chapter makes no recommendation.")
  }

  private static func indicators(_ chapter: Chapter, _ library: Library) -> ListContent {
    let own = library.catalogue.indicators(ofChapter: chapter.id)
    let (rows, widths) = Rows.indicators([(nil, own)], library)
    return ListContent(
      columns: Rows.indicatorColumns, rows: rows, widths: widths,
      emptyText: "This chapter has no indicator.")
  }

  private static func notes(_ chapter: Chapter) -> ListContent {
    ListContent(
      columns: [.init(width: .cells(3), alignment: .right), .init(width: .flexible)],
      rows: chapter.notes.map { note in
        ListContent.Row(
          cells: [
            .text("\(note.number)", .faint),
            .text(note.statement.plainText, note.isLost ? Style(.caution) : .text),
          ],
          destination: .record(note.reference), reference: note.reference)
      })
  }
}
