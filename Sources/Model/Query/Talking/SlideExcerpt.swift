package import Records

/// The part of a dossier that a slide shows, as a dossier of its own.
///
/// Records that a slide only names come without their content: they give it its colour and its
/// numbers. What readers of a slide never see, such as the evidence of judgements, stays behind.
package struct SlideExcerpt {
  private let catalogue: Catalogue
  private var shown: Set<Reference> = []
  private var named: Set<Reference> = []
  private var showsOutcomes = false

  /// The part that the elements of a slide show, and the record shown as an answer if there is
  /// one.
  package static func dossier(
    of elements: [SlideElement], answer: Reference? = nil, in catalogue: Catalogue
  ) -> Dossier {
    var excerpt = SlideExcerpt(catalogue: catalogue)
    excerpt.add(elements)
    if let answer { excerpt.add(answer: answer) }
    return excerpt.dossier
  }

  private init(catalogue: Catalogue) { self.catalogue = catalogue }

  // MARK: What is shown

  private mutating func add(_ elements: [SlideElement]) {
    for element in elements {
      switch element.content {
      case .block(let block): mention([block])
      case .columns(let columns): for column in columns { add(column) }
      case .inclusion(let inclusion): add(inclusion)
      }
    }
  }

  private mutating func add(_ inclusion: Inclusion) {
    let all = catalogue.dossier.recommendations
    switch inclusion {
    case .chart(let id): show(Reference(.indicator, id))
    case .record(let reference): show(reference)
    case .recommendations(let category):
      let query = RecommendationQuery(category: category, in: catalogue.dossier)
      named.formUnion((query?.recommendations(in: catalogue) ?? []).map(\.reference))
    case .matrix: named.formUnion(all.map(\.reference))
    case .timeline(let years):
      let events = catalogue.dossier.events.filter {
        Int($0.date.first.year) <= years.upperBound && Int($0.date.last.year) >= years.lowerBound
      }
      named.formUnion(events.map(\.reference))
    case .picture: break
    case .outcomes:
      showsOutcomes = true
      named.formUnion(all.map(\.reference))
    }
  }

  /// A recommendation as an answer is shown with the charts that it rests on.
  private mutating func add(answer reference: Reference) {
    show(reference)
    guard case .recommendation(let item)? = catalogue[reference] else { return }
    for evidence in item.evidence where evidence.kind == .indicator { show(evidence) }
  }

  private mutating func show(_ reference: Reference) {
    guard let record = catalogue[reference], shown.insert(reference).inserted else { return }
    switch record {
    case .recommendation(let item): mention(item.text)
    case .section(let section): mention(section.blocks)
    case .chapter(let chapter): mention(chapter.keyMessages.map { .paragraph($0) })
    case .note(let note): mention([.paragraph(note.text)])
    case .indicator(let indicator):
      let others = (indicator.overlays + [indicator.since].compactMap { $0 }).map(\.indicator)
      shown.formUnion(others.map { Reference(.indicator, $0) })
      let asks = catalogue.dossier.recommendations.filter { $0.evidence.contains(reference) }
      named.formUnion(asks.map(\.reference))
    case .event, .entity, .source: break
    }
  }

  private mutating func mention(_ blocks: [Block]) {
    for span in blocks.flatMap(\.paragraphs).joined() {
      if case .record(let reference)? = span.target { named.insert(reference) }
    }
  }

  private func has(_ reference: Reference) -> Bool {
    shown.contains(reference) || named.contains(reference)
  }

  // MARK: The dossier

  private var dossier: Dossier {
    var dossier = catalogue.dossier
    dossier.about = []
    dossier.headlines = []
    dossier.sourceText = nil
    dossier.links = []
    dossier.decks = []
    dossier.chapters = dossier.chapters.map(part)
    dossier.recommendations = dossier.recommendations.filter { has($0.reference) }.map(part)
    dossier.indicators = dossier.indicators.filter { has($0.reference) }.map(part)
    let hasCharts = shown.contains { $0.kind == .indicator }
    dossier.events.removeAll { !has($0.reference) && ($0.mark.isEmpty || !hasCharts) }
    dossier.entities.removeAll { !shown.contains($0.reference) }
    dossier.followUp = followUp
    let units = Set(dossier.indicators.map(\.unit))
    dossier.units.removeAll { !units.contains($0.id) }
    let sources = usedSources(dossier)
    dossier.sources.removeAll { !sources.contains($0.id) && !shown.contains($0.reference) }
    return dossier
  }

  private func part(_ chapter: Chapter) -> Chapter {
    var chapter = chapter
    if !shown.contains(chapter.reference) {
      chapter.summary = ""
      chapter.keyMessages = []
      chapter.locator = nil
      chapter.authors = []
    }
    // All headings, because a section's name may depend on those before it.
    let hasSections = chapter.sections.contains { has($0.reference) }
    chapter.sections =
      !hasSections
      ? []
      : chapter.sections.map { section in
        var section = section
        if !shown.contains(section.reference) { section.blocks = [] }
        return section
      }
    chapter.notes.removeAll { !has($0.reference) }
    return chapter
  }

  private func part(_ item: Recommendation) -> Recommendation {
    var item = item
    item.why = []
    item.related = []
    item.addresseeReason = ""
    item.differences = ""
    item.evidence.removeAll { $0.kind != .indicator || !shown.contains($0) }
    if !shown.contains(item.reference) { item.text = [] }
    return item
  }

  private func part(_ indicator: Indicator) -> Indicator {
    var indicator = indicator
    indicator.note = ""
    if !shown.contains(indicator.reference) {
      indicator.overlays = []
      indicator.since = nil
      indicator.series = []
    }
    for series in indicator.series.indices {
      for index in indicator.series[series].observations.indices {
        let before = indicator.series[series].observations[index]
        guard !before.locators.isEmpty || !before.note.isEmpty else { continue }
        indicator.series[series].observations[index].locators = []
        indicator.series[series].observations[index].note = ""
      }
    }
    return indicator
  }

  private var followUp: FollowUp {
    guard showsOutcomes else { return FollowUp() }
    var followUp = catalogue.dossier.followUp
    for index in followUp.assessments.indices {
      followUp.assessments[index].evidence = ""
      followUp.assessments[index].note = ""
      followUp.assessments[index].sources = []
      followUp.assessments[index].events = []
      followUp.assessments[index].indicators = []
    }
    for index in followUp.responses.indices {
      followUp.responses[index].statement = ""
      followUp.responses[index].note = ""
      followUp.responses[index].sources = []
    }
    for index in followUp.deadlines.indices { followUp.deadlines[index].sources = [] }
    return followUp
  }

  private func usedSources(_ dossier: Dossier) -> Set<String> {
    var used = Set(dossier.events.map(\.source))
    for indicator in dossier.indicators where !indicator.series.isEmpty {
      used.insert(indicator.source)
      for series in indicator.series { used.formUnion(series.observations.map(\.source)) }
    }
    return used
  }
}
