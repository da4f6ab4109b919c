import Query

extension HandoutPage {
  /// The body of the page on a whole memo.
  func memo(_ memo: Memo) -> [HTMLNode] {
    var main: [HTMLNode] = []
    if !memo.listed.isEmpty {
      let titles = memo.listed.map { HTMLNode.element("li", [.text("\($0.number) \($0.title)")]) }
      let nodes = [Self.heading(2, ["What is asked, by title"]), .element("ul", titles)]
      main.append(.element("section", nodes))
    }
    for part in memo.parts {
      var nodes = [Self.heading(2, [.text(part.heading)])]
      for item in part.items { nodes.append(self.item(item)) }
      main.append(.element("section", nodes))
    }
    if memo.parts.isEmpty { main.append(.element("p", ["Nothing is asked."])) }
    let subtitle = HTMLNode.element("p", [.named("imprint")], [.text(memo.subtitle)])
    let wording = HTMLNode.element("p", [.named("remark")], [.text(memo.wording)])
    return [
      .element("header", [Self.heading(1, [.text(memo.title)]), subtitle, wording]),
      .element("main", [.id("main")], main), footer(),
    ]
  }

  /// The body of the page on a memo's one page.
  func memo(_ page: MemoPage) -> [HTMLNode] {
    var main: [HTMLNode] = []
    var whole: [HTMLNode] = []
    for item in page.whole {
      let number = HTMLNode.element("span", [.named("number")], [.text(item.number)])
      var nodes = [Self.heading(2, [number, " ", .text(item.title)])]
      if !item.text.isEmpty { nodes.append(.element("p", [.text(item.text)])) }
      let facts = page.facts(item).map { fact -> [HTMLNode] in
        [.element("b", [.text(fact.label)]), .text(" \(fact.text)")]
      }
      nodes.append(.element("p", [.named("fact")], Array(facts.joined(separator: [" "]))))
      whole.append(.element("article", [.named("ask")], nodes))
    }
    if !whole.isEmpty { main.append(.element("section", whole)) }
    if !page.rest.isEmpty {
      let items = page.rest.map { part in
        HTMLNode.element("li", [.element("b", [.text(part.heading)]), .text(": \(part.text)")])
      }
      let nodes = [Self.heading(2, [.text(page.restHeading)]), .element("ul", items)]
      main.append(.element("section", [.named("rest")], nodes))
    }
    if page.memo.parts.isEmpty { main.append(.element("p", ["Nothing is asked."])) }
    let foot = Self.fact("Cite the report as", page.citation) + Self.fact("Terms", page.terms)
    return [
      .element(
        "header",
        [
          Self.heading(1, [.text(page.title)]),
          .element("p", [.named("imprint")], [.text(page.subtitle)]),
          .element("p", [.named("remark")], [.text(page.wording)]),
        ]),
      .element("main", [.id("main")], main), .element("footer", foot),
    ]
  }

  private func item(_ item: Memo.Item) -> HTMLNode {
    let number = HTMLNode.element("span", [.named("number")], [.text(item.number)])
    var nodes = [Self.heading(3, [number, " ", .text(item.title)])]
    if !item.text.isEmpty { nodes.append(.element("p", [.text(item.text)])) }
    nodes += Self.fact("Asked of", "\(item.asked) (\(item.basis))")
    nodes += Self.fact("Why", item.reason)
    nodes += Self.fact("Evidence", item.evidence)
    nodes += Self.fact("What became of it", item.outcome)
    nodes += Self.fact("In the report", item.place)
    return .element("article", [.named("ask")], nodes)
  }
}
