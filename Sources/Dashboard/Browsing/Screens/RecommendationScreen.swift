import Canvas
import Records

/// One recommendation or proposal: text, reasons, who is asked, evidence and connections.
enum RecommendationScreen {
  package static func content(_ id: String, _ state: State, _ library: Library) -> ScreenContent {
    guard let item = library.catalogue.recommendation(id) else {
      return .missing("recommendation \(id)", library)
    }
    let accent = library.accent(item.chapter)
    let connections = Connections.list(of: item.reference, library)
    let selected = connections.selectedReference(state.visit[panel: 1])
    return ScreenContent(
      panels: [
        Panel(
          title: library.catalogue.number(item), name: "Text", accent: accent,
          content: text(item, library)),
        Panel(title: "Evidence and links", accent: accent, content: connections),
        Preview.panel(selected, library),
      ],
      medium: [
        .init(.share(3), .init(.share(1), 0)), .init(.share(2), .init(.share(1), 1, 2)),
      ],
      wide: [
        .init(.share(1), .init(.share(1), 0)),
        .init(.share(1), .init(.fit(45), 1), .init(.share(1), 2)),
      ],
      trail: [
        library.catalogue.chapter(item.chapter)?.shortTitle ?? "", library.catalogue.number(item),
      ])
  }

  /// The recommendation as a document.
  package static func text(_ item: Recommendation, _ library: Library) -> DocumentPanel {
    var blocks = Fields.title(.recommendation(item), library)
    blocks += item.text.map(DocumentBlock.prose)
    blocks += Fields.addressees(item, library)
    blocks += [Fields.themes(item.themes, library)].compactMap(\.self)
    if !item.why.isEmpty {
      blocks += [.gap, .heading("Why", level: 1, role: .heading, anchor: nil), .gap]
      blocks += item.why.map(DocumentBlock.prose)
    }
    blocks += [
      Fields.place("Original", [item.locator].compactMap(\.self)),
      Fields.place("At a glance", [item.atAGlance].compactMap(\.self)),
      Fields.text("Differs", item.differences),
      Fields.text("Label", item.label),
      Fields.text("Confirmed", item.isConfirmed ? "" : "no, found by a rule"),
    ].compactMap(\.self)
    blocks += Fields.citation(.recommendation(item), library)
    return DocumentPanel(blocks, id: item.id, glyphs: library.glyphs)
  }
}
