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
      var name: [HTMLNode] = [.text(indicator.titleLine)]
      let measure = catalogue.measureLine(of: indicator)
      let notes =
        [measure.isEmpty ? "" : "\(measure).", indicator.note]
        + indicator.series.flatMap(\.observations).map(\.note)
      let note = notes.filter { !$0.isEmpty }.joined(separator: " ")
      if !note.isEmpty { name.append(.element("small", [.text(note)])) }
      let values = catalogue.keyValues(of: indicator)
      let observations = indicator.series.flatMap(\.observations)
      let observed = observations.flatMap(\.locators)
      // The report does not state what the dossier computed.
      let isStated = observed.isEmpty && !observations.contains(where: \.isComputed)
      let places = Locator.places(isStated ? indicator.locators : observed)
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
    let outcome = outcomes.outcome(of: item.id, on: day).blocks(in: catalogue)
    if !outcome.isEmpty {
      nodes.append(Self.heading(level + 1, ["What became of it"]))
      nodes += prose(outcome)
    }
    nodes += Self.fact("Themes", item.themes.map(catalogue.theme).joined(separator: ", "))
    var related: [HTMLNode] = []
    for reference in item.related where catalogue[reference] != nil {
      if !related.isEmpty { related.append("; ") }
      related += link(to: reference)
    }
    nodes += Self.fact("See also", related)
    nodes += Self.fact("Wordings", item.differences)
    nodes += Self.fact("Label", item.label)
    nodes += Self.fact("Confirmed", item.isConfirmed ? "" : "no, found by a rule")
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
    let rows = matrix.rows.map { row in
      let counts = columns.map { column -> [HTMLNode] in
        let count = matrix.count(row, column)
        return [.text(count == 0 ? "–" : "\(count)")]
      }
      return (attributes: [HTMLAttribute](), cells: [[.text(matrix.title(of: row))]] + counts)
    }
    return Self.table("matrix", heading: heading, rows: rows)
  }
}
