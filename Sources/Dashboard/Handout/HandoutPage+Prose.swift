import Records

extension HandoutPage {
  /// Passages of prose.
  mutating func prose(_ blocks: [Block]) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    for block in blocks { nodes.append(prose(block)) }
    return nodes
  }

  private mutating func prose(_ block: Block) -> HTMLNode {
    switch block {
    case .paragraph(let spans): return .element("p", inline(spans))
    case .quote(let blocks): return .element("blockquote", prose(blocks))
    case .code(let lines):
      // The page adds line ends itself; texts have none.
      var code: [HTMLNode] = []
      for line in lines { code.append(.element("span", [.text(line)])) }
      return .element("pre", [.element("code", code)])
    case .list(let start, let items):
      var list: [HTMLNode] = []
      for item in items { list.append(.element("li", prose(item))) }
      guard let start else { return .element("ul", list) }
      return .element("ol", start == 1 ? [] : [.start(start)], list)
    case .table(let header, let rows):
      var heading: [[HTMLNode]] = []
      for cell in header { heading.append(inline(cell)) }
      var body: [(attributes: [HTMLAttribute], cells: [[HTMLNode]])] = []
      for row in rows {
        var cells: [[HTMLNode]] = []
        for cell in row { cells.append(inline(cell)) }
        body.append(([], cells))
      }
      return Self.table("prose", heading: heading, rows: body)
    }
  }

  /// Runs of text with their links; marks of notes lead to the note and back.
  mutating func inline(_ spans: [Span]) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    for span in spans { nodes += inline(span) }
    return nodes
  }

  private mutating func inline(_ span: Span) -> [HTMLNode] {
    var nodes: [HTMLNode] = [.text(span.text)]
    if span.emphasis.contains(.code) { nodes = [.element("code", nodes)] }
    if span.emphasis.contains(.strong) { nodes = [.element("strong", nodes)] }
    if span.emphasis.contains(.stressed) { nodes = [.element("em", nodes)] }
    switch span.target {
    case .record(let note)? where note.kind == .note && span.text.hasPrefix("["):
      return mark(note)
    case .record(let reference)?: return link(nodes, to: reference)
    case .address(let address)?:
      return HTMLAttribute.web(address).map { [.element("a", $0, nodes)] } ?? nodes
    case nil: return nodes
    }
  }

  private mutating func mark(_ reference: Reference) -> [HTMLNode] {
    guard let note = catalogue.note(reference.id), holds.contains(reference) else { return [] }
    let number = citations[reference, default: 0] + 1
    citations[reference] = number
    let attributes: [HTMLAttribute] =
      anchor(Anchor.citation(reference, number)) + [
        .link(to: Anchor.name(reference)), .role("doc-noteref"),
        .label(note.isLost ? "Note \(note.number), lost" : "Note \(note.number)"),
      ]
    return [.element("sup", [.element("a", attributes, [.text("\(note.number)")])])]
  }

  /// The notes of a chapter, each with ways back to where it is cited.
  mutating func notes(_ chapter: Chapter, level: Int) -> [HTMLNode] {
    guard !chapter.notes.isEmpty else { return [] }
    var items: [HTMLNode] = []
    for note in chapter.notes {
      var text = inline(note.statement)
      let count = citations[note.reference, default: 0]
      for number in 0..<count {
        let attributes: [HTMLAttribute] = [
          .link(to: Anchor.citation(note.reference, number + 1)), .role("doc-backlink"),
          .label("Back to where note \(note.number) is cited, place \(number + 1) of \(count)"),
        ]
        let sign = count == 1 ? "↩" : "↩\(number + 1)"
        text += [" ", .element("a", attributes, [.text(sign)])]
      }
      items.append(
        .element("li", anchor(note.reference) + [.number(note.number)], [.element("p", text)]))
    }
    let heading = Self.heading(level, ["Notes"])
    return [
      .element(
        "section", [.named("notes"), .role("doc-endnotes")], [heading, .element("ol", items)])
    ]
  }
}
