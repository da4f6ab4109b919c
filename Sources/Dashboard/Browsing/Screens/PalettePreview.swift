import Canvas
import Query
import Records

/// What is behind an entry of the palette.
enum PalettePreview {
  /// The record of an entry, the slides of a talk, or the keys of a command.
  static func panel(_ entry: Palette.Entry, _ library: Library) -> Panel {
    switch entry.choice {
    case .record(let reference): return Preview.panel(reference, library)
    case .deck(let id):
      let deck = library.dossier.decks.first { $0.id == id } ?? DeckMaker.deck(of: library.dossier)
      let titles = deck.named(in: library.catalogue).slides.map(\.heading)
        .filter { !$0.isEmpty }
      return panel(
        entry,
        [.prose(.list(start: 1, items: titles.map { [.paragraph($0)] }))], library)
    case .action(let action):
      let keys = library.keys.binding(for: action)?.keyNames ?? []
      return panel(entry, [.field("Keys", [Span(keys.joined(separator: " "))])], library)
    case .theme:
      return panel(
        entry, [.remark([Span("Other colours, until the next start.")], .faint)], library)
    case .day:
      return panel(
        entry,
        [.remark([Span("Each recommendation as judged by that day.")], .faint)], library)
    case .more(let kind):
      return panel(
        entry, [.remark([Span("All \(kind.lowercased()) that match.")], .faint)], library)
    }
  }

  private static func panel(
    _ entry: Palette.Entry, _ blocks: [DocumentBlock], _ library: Library
  ) -> Panel {
    let heading: [DocumentBlock] = [
      .heading(entry.title.capitalizedFirst, level: 0, role: .heading, anchor: nil),
      .remark([Span(entry.detail)], .faint),
    ]
    return Panel(
      title: entry.choice.kind, content: DocumentPanel(heading + blocks, glyphs: library.glyphs))
  }
}
