import Query
import Records

extension HandoutPage {
  /// The body of the page on the whole dossier.
  mutating func dossier() -> [HTMLNode] {
    let dossier = catalogue.dossier
    // Notes name the places that cite them, so all prose comes before the first note.
    let about = prose(dossier.about)
    var chapters: [[HTMLNode]] = []
    for chapter in dossier.chapters { chapters.append(self.chapter(chapter)) }
    let rest = self.rest()
    var main: [HTMLNode] = [glance()]
    for (chapter, body) in zip(dossier.chapters, chapters) {
      let attributes = anchor(chapter.reference) + [.named("chapter", accent: chapter.number)]
      main.append(.element("section", attributes, body + notes(chapter, level: 3)))
    }
    main += rest + [timeline(), names(), links(), sources()].flatMap(\.self)
    return [
      header(dossier.title, dossier.subtitle, about: about),
      .element("nav", [.named("contents"), .label("Contents")], contents()),
      .element("main", [.id("main")], main), footer(),
    ]
  }

  /// The head of a page: the report, its authors and its date.
  func header(_ title: String, _ subtitle: String, about: [HTMLNode] = []) -> HTMLNode {
    let dossier = catalogue.dossier
    var nodes = [Self.heading(1, [.text(title)])]
    if !subtitle.isEmpty { nodes.append(.element("p", [.named("subtitle")], [.text(subtitle)])) }
    let authors = dossier.authors.joined(separator: ", ")
    if !authors.isEmpty { nodes.append(.element("p", [.named("authors")], [.text(authors)])) }
    let imprint = [dossier.publisher, dossier.date?.title ?? ""].filter { !$0.isEmpty }
    if !imprint.isEmpty {
      let text = imprint.joined(separator: " · ")
      nodes.append(.element("p", [.named("imprint")], [.text(text)]))
    }
    if !about.isEmpty { nodes.append(.element("div", [.named("about")], about)) }
    return .element("header", nodes)
  }

  /// The foot of a page: how to cite it, and its terms of use.
  func footer() -> HTMLNode {
    let dossier = catalogue.dossier
    var nodes = Self.fact("Cite the report as", Citation(of: dossier).plain)
    nodes += Self.fact("Terms", dossier.licence)
    if let text = dossier.sourceText {
      nodes += Self.fact(
        "Lines", "counted in a plain text of \(text.lines) lines, SHA-256 \(text.sha256)")
    }
    return .element("footer", nodes)
  }

  /// What is asked and of whom, on one sheet.
  private func glance() -> HTMLNode {
    let items = catalogue.dossier.recommendations.filter { $0.standing == .recommendation }
    var nodes: [HTMLNode] = [Self.heading(2, ["At a glance"])]
    if !items.isEmpty {
      nodes += [Self.heading(3, ["What the report recommends"]), overview(items)]
    }
    if !catalogue.dossier.recommendations.isEmpty {
      let remark =
        "Counts recommendations and proposals; one with several themes or addressees stands in each of "
        + "its cells."
      nodes += [Self.heading(3, ["Who is asked about what"]), matrix()]
      nodes.append(.element("p", [.named("remark")], [.text(remark)]))
    }
    return .element("section", [.id("glance"), .named("glance")], nodes)
  }

  private func contents() -> [HTMLNode] {
    func item(_ anchor: String, _ title: String, _ remark: String = "") -> HTMLNode {
      var nodes: [HTMLNode] = [.element("a", [.link(to: anchor)], [.text(title)])]
      if !remark.isEmpty { nodes += [" ", .element("small", [.text(remark)])] }
      return .element("li", nodes)
    }
    let dossier = catalogue.dossier
    var items = [item("glance", "At a glance")]
    for chapter in dossier.chapters {
      let asks = catalogue.recommendations(ofChapter: chapter.id)
      let own = asks.filter { $0.standing == .recommendation }.count
      let counts = [(own, "recommendation"), (asks.count - own, "proposal")]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
      let title = Self.title(chapter)
      items.append(
        item(Anchor.name(chapter.reference), title, counts.joined(separator: ", ")))
    }
    if hasRest { items.append(item("rest", "Further records")) }
    if !dossier.events.isEmpty { items.append(item("timeline", "Timeline")) }
    if !dossier.entities.isEmpty { items.append(item("names", "Names")) }
    if !dossier.links.isEmpty { items.append(item("links", "Connections")) }
    if !dossier.sources.isEmpty { items.append(item("sources", "Sources")) }
    return [Self.heading(2, ["Contents"]), .element("ul", items)]
  }

  /// A chapter's number and title.
  package static func title(_ chapter: Chapter) -> String {
    chapter.number == 0 ? chapter.title : "\(chapter.number) \(chapter.title)"
  }
}
