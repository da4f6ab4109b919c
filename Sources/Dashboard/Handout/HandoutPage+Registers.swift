import Records

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
