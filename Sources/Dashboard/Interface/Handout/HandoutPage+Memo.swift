internal import Model

extension HandoutPage {
  /// The body of the page on a memo.
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

  private func item(_ item: Memo.Item) -> HTMLNode {
    let number = HTMLNode.element("span", [.named("number")], [.text(item.number)])
    var nodes = [Self.heading(3, [number, " ", .text(item.title)])]
    if !item.text.isEmpty { nodes.append(.element("p", [.text(item.text)])) }
    nodes += Self.fact("Asked of", "\(item.asked) (\(item.basis))")
    nodes += Self.fact("Why", item.reason)
    nodes += Self.fact("Evidence", item.evidence)
    nodes += Self.fact("In the report", item.place)
    return .element("article", [.named("ask")], nodes)
  }
}
