import Canvas
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
  static func chart(_ item: Recommendation, at place: PanelState, _ library: Library) -> Panel? {
    let evidence = item.evidence.filter { library.catalogue[$0] != nil }
    let selected =
      evidence.indices.contains(place.selection - 1) ? evidence[place.selection - 1] : nil
    let figures = evidence.filter { $0.kind == .indicator }
    guard let shown = selected?.kind == .indicator ? selected : figures.first else { return nil }
    return Preview.panel(shown, library)
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
