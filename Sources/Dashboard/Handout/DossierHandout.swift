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
        "Counts recommendations and proposals; one with several themes or addressees counts in each of "
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

extension HandoutPage {
  /// What happened when.
  mutating func timeline() -> [HTMLNode] {
    let events = catalogue.dossier.events
    guard !events.isEmpty else { return [] }
    return [
      .element(
        "section", [.id("timeline"), .named("register")],
        [Self.heading(2, ["Timeline"]), timeline(events)])
    ]
  }

  /// Events in a table.
  mutating func timeline(_ events: [Event]) -> HTMLNode {
    var rows: [(attributes: [HTMLAttribute], cells: [[HTMLNode]])] = []
    for event in events {
      let chapter = catalogue.chapter(event.chapter)
      let place = Locator.places(event.locators)
      rows.append(
        (
          anchor(event.reference),
          [
            [.text(event.date.title)], [.text(event.title)],
            chapter.map { link([.text($0.shortTitle)], to: $0.reference) } ?? [],
            [.text(event.theme.isEmpty ? "" : catalogue.theme(event.theme))], [.text(place)],
          ]
        ))
    }
    let heading: [[HTMLNode]] = [["When"], ["What"], ["Chapter"], ["Theme"], ["In the report"]]
    return Self.table("events", heading: heading, rows: rows)
  }

  /// The most places of a name that are listed.
  private static let placeLimit = 12

  /// The people and things that are named.
  package mutating func names() -> [HTMLNode] {
    let entities = catalogue.dossier.entities
    guard !entities.isEmpty else { return [] }
    var rows: [(attributes: [HTMLAttribute], cells: [[HTMLNode]])] = []
    for entity in entities {
      var name: [HTMLNode] = [.text(entity.name)]
      let others = ([entity.acronym] + entity.aliases).filter { !$0.isEmpty }
      if !others.isEmpty {
        name += [" ", .element("small", [.text(others.joined(separator: ", "))])]
      }
      // A name on every other page needs no list of its places.
      let more = entity.locators.count - Self.placeLimit
      let place =
        Locator.places(entity.locators.prefix(Self.placeLimit))
        + (more > 0 ? " and \(more) more" : "")
      let what = entity.description.isEmpty ? "" : "\(entity.description)"
      rows.append(
        (
          anchor(entity.reference),
          [name, [.text(entity.kind.rawValue)], [.text(what)], [.text(place)]]
        ))
    }
    let heading: [[HTMLNode]] = [["Name"], ["Kind"], ["What it is"], ["In the report"]]
    return [
      .element(
        "section", [.id("names"), .named("register")],
        [Self.heading(2, ["Names"]), Self.table("names", heading: heading, rows: rows)])
    ]
  }

  /// What is connected across chapters.
  func links() -> [HTMLNode] {
    let all = catalogue.dossier.links.filter {
      catalogue[$0.from] != nil && catalogue[$0.to] != nil
    }
    guard !all.isEmpty else { return [] }
    let rows = all.map { row in
      (
        attributes: [HTMLAttribute](),
        cells: [
          [HTMLNode.text(row.topic)], link(to: row.from), link(to: row.to),
          [HTMLNode.text(row.note)],
        ]
      )
    }
    let heading: [[HTMLNode]] = [["On"], ["This"], ["and this"], ["What connects them"]]
    return [
      .element(
        "section", [.id("links"), .named("register")],
        [Self.heading(2, ["Connections"]), Self.table("links", heading: heading, rows: rows)])
    ]
  }

  /// Who produced the values.
  mutating func sources() -> [HTMLNode] {
    let sources = catalogue.dossier.sources
    guard !sources.isEmpty else { return [] }
    var items: [HTMLNode] = []
    for source in sources {
      var line: [HTMLNode] = [
        .element("b", [.text(source.producer)]), ", ", .element("cite", [.text(source.title)]),
      ]
      if !source.date.isEmpty { line.append(.text(", \(source.date)")) }
      if let address = HTMLAttribute.web(source.url) {
        line += [", ", .element("a", address, [.text(source.url)])]
      } else if !source.url.isEmpty {
        line.append(.text(", \(source.url)"))
      }
      if !source.licence.isEmpty { line.append(.text(". Terms: \(source.licence)")) }
      if !source.note.isEmpty { line.append(.text(". \(source.note)")) }
      items.append(.element("li", anchor(source.reference), line))
    }
    return [
      .element(
        "section", [.id("sources"), .named("register")],
        [Self.heading(2, ["Sources"]), .element("ul", items)])
    ]
  }
}
