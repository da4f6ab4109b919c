import Query
import Records

extension HandoutPage {
  /// A chapter without its notes.
  mutating func chapter(_ chapter: Chapter) -> [HTMLNode] {
    var title: [HTMLNode] = [.text(chapter.title)]
    if chapter.number != 0 {
      title = [.element("span", [.named("number")], [.text("\(chapter.number)")]), " "] + title
    }
    var nodes = [Self.heading(2, title)]
    let authors = chapter.authors.joined(separator: ", ")
    if !authors.isEmpty { nodes.append(.element("p", [.named("authors")], [.text(authors)])) }
    if !chapter.summary.isEmpty {
      nodes.append(.element("p", [.named("summary")], [.text(chapter.summary)]))
    }
    if !chapter.keyMessages.isEmpty {
      var items: [HTMLNode] = []
      for message in chapter.keyMessages { items.append(.element("li", inline(message))) }
      nodes.append(.element("ul", [.named("messages"), .label("Key messages")], items))
    }
    nodes += Self.place(chapter.locator.map { [$0] } ?? [])
    nodes += sections(chapter)
    let asks = catalogue.recommendations(ofChapter: chapter.id)
    for standing in Recommendation.Standing.allCases {
      nodes += recommendations(asks.filter { $0.standing == standing })
    }
    nodes += figures(catalogue.indicators(ofChapter: chapter.id))
    return nodes
  }

  private mutating func sections(_ chapter: Chapter) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    var level = 2
    for section in chapter.sections {
      // Heading levels are never skipped.
      level = min(max(section.level, 1) + 2, level + 1, 5)
      var body = [Self.heading(level, [.text(section.title)])]
      body += prose(section.blocks)
      body += Self.place(section.locator.map { [$0] } ?? [])
      nodes.append(.element("section", anchor(section.reference), body))
    }
    return nodes
  }

  /// Recommendations of one standing.
  private mutating func recommendations(_ items: [Recommendation]) -> [HTMLNode] {
    guard let first = items.first else { return [] }
    let title = first.standing == .proposal ? "Proposals" : "Recommendations"
    var nodes = [Self.heading(3, [.text(title)])]
    for item in items { nodes.append(recommendation(item, level: 4)) }
    return [.element("section", [.named("asks")], nodes)]
  }

  /// Charts one after another, and single values in a table.
  private mutating func figures(_ indicators: [Indicator]) -> [HTMLNode] {
    guard !indicators.isEmpty else { return [] }
    var charts: [HTMLNode] = []
    var rows: [(attributes: [HTMLAttribute], cells: [[HTMLNode]])] = []
    for indicator in indicators {
      let count = indicator.series.lazy.flatMap(\.observations).filter { $0.value != nil }.count
      if count > 1 {
        charts.append(figure(indicator, level: 4))
        continue
      }
      var name: [HTMLNode] = [.text(indicator.title)]
      let notes = [indicator.note] + indicator.series.flatMap(\.observations).map(\.note)
      let note = notes.filter { !$0.isEmpty }.joined(separator: " ")
      if !note.isEmpty { name.append(.element("small", [.text(note)])) }
      let values = catalogue.keyValues(of: indicator)
      let observed = indicator.series.flatMap(\.observations).flatMap(\.locators)
      let places = Locator.places(observed.isEmpty ? indicator.locators : observed)
      rows.append(
        (
          anchor(indicator.reference),
          [
            name, [.text(values.isEmpty ? ValueFormat.missing : values)],
            Array(source(indicator).dropFirst()), [.text(places)],
          ]
        ))
    }
    var nodes = [Self.heading(3, ["Figures"])] + charts
    if !rows.isEmpty {
      let heading: [[HTMLNode]] = [["Single figures"], ["Value"], ["Source"], ["In the report"]]
      nodes.append(Self.table("singles", heading: heading, rows: rows))
    }
    return [.element("section", [.named("figures")], nodes)]
  }

  private var orphans: (items: [Recommendation], indicators: [Indicator]) {
    let dossier = catalogue.dossier
    let known = Set(dossier.chapters.map(\.id))
    return (
      dossier.recommendations.filter { !known.contains($0.chapter) },
      dossier.indicators.filter { !known.contains($0.chapter) }
    )
  }

  /// Whether some records belong to no chapter.
  var hasRest: Bool { !orphans.items.isEmpty || !orphans.indicators.isEmpty }

  /// What belongs to no chapter.
  mutating func rest() -> [HTMLNode] {
    let (items, indicators) = orphans
    guard hasRest else { return [] }
    let nodes =
      [Self.heading(2, ["Further records"])] + recommendations(items) + figures(indicators)
    return [.element("section", [.id("rest"), .named("chapter")], nodes)]
  }
}
