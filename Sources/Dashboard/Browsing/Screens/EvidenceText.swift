import Canvas
import Charts
import Query
import Records

/// What a recommendation rests on: figures with their values, sections and notes with their words.
enum EvidenceText {
  static func panel(_ item: Recommendation, _ library: Library) -> DocumentPanel {
    var blocks = item.evidence.compactMap { library.catalogue[$0] }.map { block($0, library) }
    if blocks.isEmpty {
      blocks = [.remark([Span("The dossier names no evidence for it.")], .faint)]
    }
    return DocumentPanel(blocks, id: item.id, glyphs: library.glyphs)
  }

  /// The chart of the figure at the selected link, otherwise of the first one; nil without figures.
  ///
  /// What decided what became of the recommendation is marked before other events.
  static func chart(
    _ item: Recommendation, at place: PanelState, _ told: DayOutcomes, _ library: Library
  ) -> Panel? {
    let evidence = item.evidence.filter { library.catalogue[$0] != nil }
    let selected =
      evidence.indices.contains(place.selection - 1) ? evidence[place.selection - 1] : nil
    let figures = evidence.filter { $0.kind == .indicator }
    guard let shown = selected?.kind == .indicator ? selected : figures.first else { return nil }
    var panel = Preview.panel(shown, library)
    if var content = panel.content as? ChartPanel, let marks = content.chart?.marks {
      let own = decisive(item, told, library)
      content.chart?.marks = own + marks.filter { !own.contains($0) }
      panel.content = content
    }
    return panel
  }

  /// The events that the current judgements name; without one, when the state was reached.
  private static func decisive(
    _ item: Recommendation, _ told: DayOutcomes, _ library: Library
  ) -> [Chart.Mark] {
    let outcome = told.outcomes.outcome(of: item.id, on: told.day)
    let named = Set(outcome.judgements.flatMap(\.events))
    let events = library.dossier.events.filter { named.contains($0.id) && !$0.mark.isEmpty }
    if events.isEmpty, let since = outcome.headline?.since {
      return [Chart.Mark(since, outcome.status.shortTitle)]
    }
    return events.map { Chart.Mark($0.date, $0.mark) }
  }

  /// A record as a link, and what it contributes.
  private static func block(_ record: Record, _ library: Library) -> DocumentBlock {
    let link = Span(record.title, target: .record(record.reference))
    let words =
      switch record {
      case .indicator(let indicator): library.catalogue.keyValues(of: indicator, limit: 4)
      case .section(let section):
        section.blocks.lazy.flatMap(\.paragraphs).first?.plainText ?? ""
      case .note(let note): note.statement.plainText
      case .event(let event): event.date.title
      case .entity(let entity): entity.description
      case .chapter(let chapter): chapter.summary.firstSentence
      case .recommendation, .source: ""
      }
    let isFigure = record.reference.kind == .indicator
    return .prose(.paragraph([link, Span(": "), Span(words, isFigure ? .strong : [])]))
  }
}
