import Canvas
import Query
import Records

/// One recommendation or proposal: text, reasons, who is asked, evidence and connections.
enum RecommendationScreen {
  package static func content(_ id: String, _ state: State, _ library: Library) -> ScreenContent {
    guard let item = library.catalogue.recommendation(id) else {
      return .missing("recommendation \(id)", library)
    }
    let accent = library.accent(item.chapter)
    let evidence = EvidenceText.panel(item, library)
    let others = ConnectedText.panel(of: item.reference, library)
    let chart = EvidenceText.chart(item, at: state.visit[panel: 1], library)
    var panels = [
      Panel(
        title: library.catalogue.number(item), name: "Text", note: asked(item, library),
        accent: accent, content: text(item, library)),
      Panel(
        title: "Evidence", note: item.evidence.isEmpty ? "" : "\(item.evidence.count)",
        accent: accent, content: evidence),
      Panel(title: "Connected to", accent: accent, content: others),
    ]
    if let chart { panels.append(chart) }
    let day = state.day(library)
    let outcome = library.outcomes.outcome(of: item.id, on: day)
    let hasOutcome = !library.outcomes.judgements(of: item.id, on: library.latestDay).isEmpty
    let followed = panels.count
    if hasOutcome {
      panels.append(
        Panel(
          title: "Outcome: \(outcome.status.title.lowercased())", name: "What became of it",
          accent: accent,
          content: OutcomesScreen.text(item, on: day, library)))
    }
    var slots: [ScreenContent.Slot] =
      chart == nil
      ? [.init(.fit(60), 1), .init(.share(1), 2)]
      : [.init(.fit(35), 1), .init(.fit(35), 2), .init(.share(1), 3)]
    if hasOutcome {
      slots = [
        .init(.fit(40), followed), .init(.fit(35), 1),
        .init(.share(1), chart == nil ? [2] : [2, 3]),
      ]
    }
    return ScreenContent(
      panels: panels,
      medium: [
        .init(.share(4), .init(.share(1), 0)),
        .init(
          .share(3), .init(.fit(50), hasOutcome ? followed : 1),
          .init(.share(1), Array((hasOutcome ? 1 : 2)..<followed))),
      ],
      wide: [.init(.prose(leaving: 42), .init(.share(1), 0)), .init(.share(1), slots)],
      broad: chart.map { _ in
        [
          .init(.prose(leaving: 84), .init(.share(1), 0)),
          .init(.share(1), .init(.fit(50), 1), .init(.share(1), 2)),
          .init(.share(1), (hasOutcome ? [.init(.fit(60), followed)] : []) + [.init(.share(1), 3)]),
        ]
      },
      trail: [
        library.catalogue.chapter(item.chapter)?.shortTitle ?? "", "Recommendations",
      ])
  }

  /// Who is asked, and whether the report says so.
  private static func asked(_ item: Recommendation, _ library: Library) -> String {
    let names = item.addressees.map(library.catalogue.addressee).joined(separator: ", ")
    let basis = item.addresseeBasis == .stated ? "stated" : "inferred"
    return names.isEmpty ? "" : "asked of \(names) (\(basis))"
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
