import Query
import Records

/// A page while it is made: its content, and what was counted so far.
struct HandoutPage {
  /// The records that the page may name.
  let catalogue: Catalogue
  /// What became of the recommendations, told by `day`.
  let outcomes: Outcomes
  /// The last day on which the dossier knows something.
  let day: Period.Point
  /// The records that the page shows, to which links can lead.
  let holds: Set<Reference>
  /// What the page is made for.
  let medium: HandoutMedium
  /// The pictures beside the page so far.
  var files: [(name: String, svg: String)] = []
  /// The files of pictures that slides show, by their paths.
  var photographs: [String: PictureFile] = [:]
  /// How often each note has been cited so far.
  var citations: [Reference: Int] = [:]
  /// How many pictures there are so far.
  var pictures = 0
  private var anchors: Set<String> = []

  /// An empty page that will show some of a dossier's records.
  init(_ catalogue: Catalogue, holds: Set<Reference>, medium: HandoutMedium = .browser) {
    self.catalogue = catalogue
    outcomes = Outcomes(catalogue.dossier)
    day = outcomes.lastDay
    self.medium = medium
    self.holds = holds
  }

  /// The name of an element that shows a record; none if the page has used it before.
  mutating func anchor(_ name: String) -> [HTMLAttribute] {
    anchors.insert(name).inserted ? [.id(name)] : []
  }

  /// The name of the element that shows a record.
  mutating func anchor(_ reference: Reference) -> [HTMLAttribute] {
    holds.contains(reference) ? anchor(Anchor.name(reference)) : []
  }

  /// A text that links to a record if the page shows it.
  func link(_ children: [HTMLNode], to reference: Reference) -> [HTMLNode] {
    guard holds.contains(reference) else { return children }
    return [.element("a", [.link(to: Anchor.name(reference))], children)]
  }

  /// The title of a record, which links to it if the page shows it.
  func link(to reference: Reference) -> [HTMLNode] {
    link([.text(catalogue.title(of: reference))], to: reference)
  }

  /// The body, with a link that skips the contents for keyboard users.
  func styled(_ body: [HTMLNode]) -> [HTMLNode] {
    [.element("a", [.named("skip"), .link(to: "main")], ["Skip to the text"])] + body
  }

  /// A heading of a level from 1 to 6, which is never empty.
  static func heading(
    _ level: Int, _ attributes: [HTMLAttribute], _ children: [HTMLNode]
  ) -> HTMLNode {
    let children = children.allSatisfy(\.isBlank) ? ["Untitled"] : children
    return switch level {
    case ...1: .element("h1", attributes, children)
    case 2: .element("h2", attributes, children)
    case 3: .element("h3", attributes, children)
    case 4: .element("h4", attributes, children)
    case 5: .element("h5", attributes, children)
    default: .element("h6", attributes, children)
    }
  }

  /// A heading of a level from 1 to 6.
  static func heading(_ level: Int, _ children: [HTMLNode]) -> HTMLNode {
    heading(level, [], children)
  }

  /// A paragraph that starts with a label; none if there is no text.
  static func fact(_ label: String, _ children: [HTMLNode]) -> [HTMLNode] {
    guard !children.isEmpty else { return [] }
    let name = HTMLNode.element("b", [.text(label)])
    return [.element("p", [.named("fact")], [name, " "] + children)]
  }

  /// The same for a text, which may be empty.
  static func fact(_ label: String, _ text: String) -> [HTMLNode] {
    text.isEmpty ? [] : fact(label, [.text(text)])
  }

  /// A table whose columns have headings and whose rows start with theirs.
  ///
  /// It may be wider than a phone, so it scrolls in its own box.
  static func table(
    _ name: StaticString, heading: [[HTMLNode]],
    rows: [(attributes: [HTMLAttribute], cells: [[HTMLNode]])], alignments: [CellAlignment] = []
  ) -> HTMLNode {
    let sides = alignments.map(\.attributes)
    func side(_ column: Int) -> [HTMLAttribute] {
      sides.indices.contains(column) ? sides[column] : []
    }
    let head = heading.enumerated().map { column, cell in
      HTMLNode.element("th", [.scope("col")] + side(column), cell)
    }
    let body = rows.map { row in
      let cells = row.cells.enumerated().map { column, cell in
        column == 0
          ? HTMLNode.element("th", [.scope("row")] + side(column), cell)
          : HTMLNode.element("td", side(column), cell)
      }
      return HTMLNode.element("tr", row.attributes, cells)
    }
    let table = HTMLNode.element(
      "table", [.named(name)],
      [.element("thead", [.element("tr", head)]), .element("tbody", body)])
    return .element("div", [.named("scroll")], [table])
  }

  /// How a place in the report is written: `In the report: lines 105–108 of its plain text`.
  package static func place(_ locators: [Locator], label: String = "In the report") -> [HTMLNode] {
    let places = Locator.places(locators)
    let isText = locators.contains { $0.page == nil }
    return fact(label, places + (isText ? " of its plain text" : ""))
  }
}

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
    case .table(let header, let rows, let alignments):
      var heading: [[HTMLNode]] = []
      for cell in header { heading.append(inline(cell)) }
      var body: [(attributes: [HTMLAttribute], cells: [[HTMLNode]])] = []
      for row in rows {
        var cells: [[HTMLNode]] = []
        for cell in row { cells.append(inline(cell)) }
        body.append(([], cells))
      }
      return Self.table("prose", heading: heading, rows: body, alignments: alignments)
    }
  }

  /// Runs of text with their links; marks of notes lead to the note and back.
  mutating func inline(_ spans: [Span]) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    for span in spans { nodes += inline(span) }
    return nodes
  }

  private mutating func inline(_ span: Span) -> [HTMLNode] {
    if span.isLineBreak { return [.element("br", [])] }
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

extension CellAlignment {
  /// What a cell says of its side.
  fileprivate var attributes: [HTMLAttribute] {
    switch self {
    case .natural: []
    case .left: [.named("left")]
    case .right: [.named("right")]
    case .center: [.named("center")]
    }
  }
}
