internal import Model

extension HandoutPage {
  /// The body of the page on a memo.
  func memo(_ memo: Memo) -> [HTMLNode] {
    var main: [HTMLNode] = []
    for part in memo.parts {
      var nodes = [Self.heading(2, [.text(part.heading)])]
      for item in part.items { nodes.append(self.item(item)) }
      main.append(.element("section", nodes))
    }
    if memo.parts.isEmpty { main.append(.element("p", ["Nothing is asked."])) }
    let subtitle = HTMLNode.element("p", [.named("imprint")], [.text(memo.subtitle)])
    return [
      .element("header", [Self.heading(1, [.text(memo.title)]), subtitle]),
      .element("main", [.id("main")], main), footer(),
    ]
  }

  private func item(_ item: Memo.Item) -> HTMLNode {
    let number = HTMLNode.element("span", [.named("number")], [.text(item.number)])
    var nodes = [Self.heading(3, [number, " ", .text(item.title)])]
    if !item.text.isEmpty { nodes.append(.element("p", [.text(item.text)])) }
    nodes += Self.fact("Asked of", "\(item.asked) (\(item.basis))")
    nodes += Self.fact("Why", item.reason)
    if !item.evidence.isEmpty {
      let lines = item.evidence.map { HTMLNode.element("li", [.text($0)]) }
      nodes.append(.element("ul", [.named("evidence"), .label("Evidence")], lines))
    }
    nodes += Self.fact("In the report", item.place)
    return .element("article", [.named("ask")], nodes)
  }
}
