import Canvas
import Query
import Records

/// What a record is connected to, each with the reason: links with topic and note first, then
/// related records and those that name it.
enum ConnectedText {
  static func panel(of reference: Reference, _ library: Library) -> DocumentPanel {
    var blocks = LinkText.blocks(of: reference, library)
    let outgoing = library.backlinks.connections(from: reference)
    let incoming = library.backlinks.connections(to: reference)
    var seen = Set(library.backlinks.links(of: reference).map(\.reference))
    seen.formUnion([reference] + outgoing.filter { $0.origin == .evidence }.map(\.reference))
    func add(_ title: String, _ connections: [Connection]) {
      let records = connections.map(\.reference).filter { seen.insert($0).inserted }
      guard !records.isEmpty else { return }
      blocks += [
        .heading(title, level: 1, role: .heading, anchor: nil),
        .prose(
          .list(start: nil, items: records.map { [.paragraph([LinkText.span($0, library)])] })),
      ]
    }
    add("Related", (outgoing + incoming).filter { $0.origin == .related })
    add("Evidence for", incoming.filter { $0.origin == .evidence })
    add("Named in the text", outgoing.filter { $0.origin == .prose })
    add("Named by", incoming.filter { $0.origin == .prose })
    if blocks.isEmpty { blocks = [.remark([Span("Nothing refers to it.")], .faint)] }
    return DocumentPanel(blocks, id: reference.description, glyphs: library.glyphs)
  }
}
