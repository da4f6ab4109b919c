import Canvas
import Query
import Records

/// What the selection of the overview is about: a text, and a chart where there is one.
struct OverviewPreview {
  /// Key messages and asks of a chapter, what is asked of an addressee, the facts of a figure.
  var text: Panel
  /// The main chart of a chapter, or the chart of a figure; nil if there is none.
  var chart: Panel?
  /// Whether the chart comes before the text.
  var startsWithChart = false

  /// The preview of a row.
  init(_ row: ListPanel.Row?, _ library: Library) {
    switch row?.destination {
    case .route(.chapter(let id)):
      let chapter = library.catalogue.chapter(id)
      text = chapter.map { Self.chapter($0, library) } ?? Preview.panel(nil, library)
      chart = chapter.flatMap { Self.chart(of: $0, library) }
    case .record(let reference):
      text = Self.figure(reference, library)
      chart = Preview.panel(reference, library)
      startsWithChart = true
    case .query(let query): text = Self.asks(query, row?.text(0) ?? "", library)
    case .route(.matrix):
      text = Panel(
        title: "Recommendations by theme and addressee", part: .preview,
        content: MatrixScreen.matrix(library))
    case .route(.links):
      text = Panel(
        title: "Links between chapters", part: .preview, content: LinksScreen.matrix(library))
    case .route(.outcomes):
      text = Panel(
        title: "What became of it, by \(library.latestDay.title)", part: .preview,
        content: OutcomesScreen.counts(on: library.latestDay, library))
    default: text = Preview.panel(nil, library)
    }
  }

  private static func chapter(_ chapter: Chapter, _ library: Library) -> Panel {
    let accent = Role.accent(chapter.number)
    var blocks: [DocumentBlock] = [
      .heading(chapter.title, level: 0, role: accent, anchor: chapter.reference), .gap,
    ]
    if chapter.keyMessages.isEmpty {
      blocks.append(.prose(.paragraph([Span(chapter.summary)])))
    }
    blocks += chapter.keyMessages.map { .message($0, accent) }
    let asks = library.catalogue.recommendations(ofChapter: chapter.id)
      .filter { $0.standing == .recommendation }
    if !asks.isEmpty {
      blocks += [.heading("What it asks", level: 1, role: .heading, anchor: nil)]
      blocks.append(list(asks, library))
    }
    let figures = library.catalogue.indicators(ofChapter: chapter.id)
    if !figures.isEmpty {
      blocks.append(.heading("Figures", level: 1, role: .heading, anchor: nil))
      blocks.append(list(figures.prefix(figureLimit), library))
    }
    return Panel(
      title: chapter.listName, part: .preview, accent: accent,
      content: DocumentPanel(blocks, id: chapter.id, glyphs: library.glyphs))
  }

  /// Recommendations as a list: the number, the title as a link, and who is asked.
  private static func list(_ items: [Recommendation], _ library: Library) -> DocumentBlock {
    .prose(
      .list(
        start: nil,
        items: items.map { item in
          [
            .paragraph([
              Span("\(library.catalogue.number(item)) ", .strong),
              Span(item.title, target: .record(item.reference)),
              Span("  \(Rows.addressees(item, library))"),
            ])
          ]
        }))
  }

  /// The most figures of a chapter that are listed; the chapter has the rest.
  private static let figureLimit = 12

  /// Figures as a list: the title as a link, and the last value.
  private static func list(
    _ figures: ArraySlice<Indicator>, _ library: Library
  ) -> DocumentBlock {
    .prose(
      .list(
        start: nil,
        items: figures.map { figure in
          [
            .paragraph([
              Span(figure.title, target: .record(figure.reference)), Span(": "),
              Span(library.catalogue.valueLine(of: figure), .strong),
            ])
          ]
        }))
  }

  private static func asks(
    _ query: RecommendationQuery, _ title: String, _ library: Library
  ) -> Panel {
    var blocks: [DocumentBlock] = []
    for group in query.groups(in: library.catalogue) where !group.recommendations.isEmpty {
      if !group.title.isEmpty {
        blocks += [
          .gap, .heading(group.title, level: 1, role: library.accent(group.id), anchor: nil),
        ]
      }
      blocks.append(list(group.recommendations, library))
    }
    return Panel(
      title: title, part: .preview,
      content: DocumentPanel(blocks, id: title, glyphs: library.glyphs))
  }

  /// The chart that says most about a chapter: a headline before other figures, values over time
  /// before others.
  private static func chart(of chapter: Chapter, _ library: Library) -> Panel? {
    let own = library.catalogue.indicators(ofChapter: chapter.id)
    let headlines = own.filter { library.dossier.headlines.contains($0.id) }
    func isSeries(_ indicator: Indicator) -> Bool {
      indicator.series.contains { $0.observations.count { $0.period != nil } > 2 }
    }
    // A chapter without values over time shows what the whole dossier puts first.
    let best =
      headlines.first(where: isSeries) ?? own.first(where: isSeries)
      ?? library.dossier.headlines.lazy.compactMap(library.catalogue.indicator)
      .first(where: isSeries)
    return (best ?? own.first).map { Preview.panel($0.reference, library) }
  }

  /// What a figure says beside its chart: its values, what rests on it and where it is from.
  private static func figure(_ reference: Reference, _ library: Library) -> Panel {
    guard let indicator = library.catalogue.indicator(reference.id) else {
      return Preview.panel(reference, library)
    }
    let asks = library.backlinks.connections(to: reference).filter { $0.origin == .evidence }
      .compactMap { library.catalogue.recommendation($0.reference.id) }
    var blocks: [DocumentBlock] = [
      .prose(.paragraph([Span(library.catalogue.keyValues(of: indicator))]))
    ]
    if !indicator.note.isEmpty { blocks.append(.prose(.paragraph([Span(indicator.note)]))) }
    if !asks.isEmpty {
      blocks.append(.heading("Evidence for", level: 1, role: .heading, anchor: nil))
      blocks.append(list(asks, library))
    }
    if let place = Fields.place("Original", indicator.locators) { blocks += [.gap, place] }
    return Panel(
      title: "What it says", part: .preview, accent: library.accent(indicator.chapter),
      content: DocumentPanel(blocks, id: indicator.id, glyphs: library.glyphs))
  }
}
