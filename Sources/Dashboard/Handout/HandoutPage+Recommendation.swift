import Query
import Records

extension HandoutPage {
  /// A recommendation with its addressees, reasons and evidence.
  mutating func recommendation(_ item: Recommendation, level: Int) -> HTMLNode {
    let number = HTMLNode.element("span", [.named("number")], [.text(catalogue.number(item))])
    var nodes = [Self.heading(level, [number, " ", .text(item.title)])]
    nodes.append(.element("p", [.named("asked")], asked(item)))
    nodes += prose(item.text)
    if !item.why.isEmpty {
      nodes.append(Self.heading(level + 1, ["Why"]))
      nodes += prose(item.why)
    }
    nodes += evidence(item)
    nodes += Self.fact("Themes", item.themes.map(catalogue.theme).joined(separator: ", "))
    var related: [HTMLNode] = []
    for reference in item.related where catalogue[reference] != nil {
      if !related.isEmpty { related.append("; ") }
      related += link(to: reference)
    }
    nodes += Self.fact("See also", related)
    nodes += Self.fact("Wordings", item.differences)
    nodes += Self.place([item.locator, item.atAGlance].compactMap(\.self))
    let kind: StaticString = item.standing == .proposal ? "ask proposal" : "ask"
    return .element("article", anchor(item.reference) + [.named(kind)], nodes)
  }

  /// The addressees, and how they are known.
  func asked(_ item: Recommendation) -> [HTMLNode] {
    let names = item.addressees.map(catalogue.addressee).joined(separator: ", ")
    let standing = item.standing == .proposal ? "Proposed to" : "Asked of"
    var nodes: [HTMLNode] = [
      .element("b", [.text(standing)]),
      .text(" \(names.isEmpty ? "nobody in particular" : names) "),
      .element("span", [.named("basis")], [.text(item.addresseeBasis.rawValue)]),
    ]
    if !item.addresseeReason.isEmpty {
      nodes += [" ", .element("small", [.text(item.addresseeReason)])]
    }
    return nodes
  }

  /// The evidence of a recommendation; figures with their values.
  private func evidence(_ item: Recommendation) -> [HTMLNode] {
    var items: [HTMLNode] = []
    for reference in item.evidence {
      guard let record = catalogue[reference] else { continue }
      var line = link(to: reference)
      switch record {
      case .indicator(let indicator):
        let values = catalogue.keyValues(of: indicator)
        if !values.isEmpty { line.append(.text(": \(values)")) }
      case .note(let note): line.append(.text(": \(note.statement.plainText)"))
      case .section: line = ["Section “"] + line + ["”"]
      default: break
      }
      items.append(.element("li", line))
    }
    guard !items.isEmpty else { return [] }
    return [
      .element("p", [.named("fact")], [.element("b", ["Evidence"])]),
      .element("ul", [.named("evidence")], items),
    ]
  }

  /// Recommendations in a table: number, title, addressees.
  func overview(_ items: [Recommendation]) -> HTMLNode {
    let rows = items.map { item in
      let names = item.addressees.map(catalogue.addressee).joined(separator: ", ")
      let basis = item.addresseeBasis == .inferred ? " (inferred)" : ""
      return (
        attributes: [HTMLAttribute](),
        cells: [
          [HTMLNode.text(catalogue.number(item))], link(to: item.reference),
          [HTMLNode.text(names + basis)],
        ]
      )
    }
    return Self.table("asks", heading: [["No."], ["What is asked"], ["Of whom"]], rows: rows)
  }

  /// How many recommendations ask whom about what.
  func matrix(_ query: RecommendationQuery = RecommendationQuery()) -> HTMLNode {
    let matrix = RecommendationMatrix(query, in: catalogue)
    let columns = matrix.columns
    let heading: [[HTMLNode]] = [["Theme"]] + columns.map { [.text(matrix.title(of: $0))] }
    func row(_ name: String, _ theme: String?) -> (attributes: [HTMLAttribute], cells: [[HTMLNode]])
    {
      let counts = columns.map { column -> [HTMLNode] in
        let count = matrix.count(theme: theme, column)
        return [.text(count == 0 ? "–" : "\(count)")]
      }
      return ([], [[.text(name)]] + counts)
    }
    let rows = matrix.themes.map { row($0.name, $0.id) } + [row("All", nil)]
    return Self.table("matrix", heading: heading, rows: rows)
  }
}
