package import Records
import Text

/// Makes a deck from a dossier.
///
/// It has a title, the chapters at a glance, who is asked about what; then for each chapter its
/// finding with the chart that shows it, and what is asked of whom; and a close. What a dossier does
/// not have is left out.
package struct DeckMaker {
  private let dossier: Dossier
  private var names = SlideNames()
  private var slugs: Set<String> = []
  private var slides: [Slide] = []
  /// The numbers of the slides with which chapters begin, by the chapters' ids.
  private var openings: [String: Int] = [:]

  /// The longest finding that is a heading; a longer one is below its chapter's name.
  static let headingLimit = 110

  /// The deck of a dossier, with a minute for each slide; the findings and what is asked are its
  /// must-show slides.
  package static func deck(of dossier: Dossier) -> Deck {
    let maker = made(of: dossier)
    let title = dossier.title.isEmpty ? "Untitled" : dossier.title
    return Deck(
      id: "briefing", title: title, minutes: Double(maker.slides.count), slides: maker.slides)
  }

  /// The number, counted from 0, of the slide of that deck that is about a record: the first that
  /// shows it, otherwise the one with which its chapter begins; nil for a record without a chapter.
  package static func slide(about record: Record, in dossier: Dossier) -> Int? {
    let maker = made(of: dossier)
    let shown = maker.slides.firstIndex { slide in
      slide.elements.contains { isShown(record, $0.content) }
    }
    return shown ?? maker.openings[record.chapter]
  }

  private static func isShown(_ record: Record, _ content: SlideContent) -> Bool {
    switch (content, record) {
    case (.inclusion(.chart(let id)), .indicator(let indicator)): id == indicator.id
    case (.inclusion(.recommendations(let category)), .recommendation(let item)):
      category == item.chapter
    default: false
    }
  }

  private static func made(of dossier: Dossier) -> DeckMaker {
    var maker = DeckMaker(dossier: dossier)
    maker.addOpening()
    for chapter in dossier.chapters {
      maker.openings[chapter.id] = maker.slides.count
      maker.add(chapter)
    }
    maker.addClose()
    return maker
  }

  private init(dossier: Dossier) { self.dossier = dossier }

  private mutating func add(
    _ heading: String, in chapter: Chapter? = nil, isTitle: Bool = false, isMust: Bool = false,
    _ contents: [SlideContent] = [], notes: [String] = []
  ) {
    var heading = heading
    // Two slides with the same name are hard to tell apart in a list.
    if slugs.contains(Identifier.slug(heading)), let chapter {
      heading = "\(chapter.shortTitle): \(heading)"
    }
    slugs.insert(Identifier.slug(heading))
    let said = notes.filter { !$0.isEmpty }.map { Block.paragraph([Span($0)]) }
    slides.append(
      Slide(
        id: names.name(heading), heading: [Span(heading)], isTitle: isTitle,
        elements: contents.map { SlideElement($0) },
        notes: said.isEmpty ? [] : [SpeakerNote(said)], isMust: isMust))
  }

  // MARK: Parts

  private mutating func addOpening() {
    let lines = [
      dossier.subtitle, CitedWork.list(dossier.authors),
      [dossier.publisher, dossier.date?.title ?? ""].filter { !$0.isEmpty }
        .joined(separator: ", "),
    ]
    add(
      dossier.title.isEmpty ? "Untitled" : dossier.title, isTitle: true, isMust: true,
      lines.filter { !$0.isEmpty }.map { .block(.paragraph([Span($0)])) })
    if !dossier.chapters.isEmpty {
      let items = dossier.chapters.map { chapter -> [Block] in
        let counts = Recommendation.Standing.allCases.map { ($0, asks(of: chapter, $0)) }
          .filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)\($0.1 == 1 ? "" : "s")" }
        let asked = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
        return [
          .paragraph(
            [Span(chapter.shortTitle, target: .record(chapter.reference)), Span(asked)]
              .filter { !$0.text.isEmpty })
        ]
      }
      add("At a glance", [.block(.list(start: nil, items: items))])
    }
    if !dossier.addressees.isEmpty, !dossier.themes.isEmpty, !dossier.recommendations.isEmpty {
      add("Who is asked about what", [.inclusion(.matrix)])
    }
  }

  private mutating func add(_ chapter: Chapter) {
    let message = chapter.keyMessages.first ?? []
    let lead = message.plainText.isEmpty ? [Span(chapter.summary)] : message
    let others = chapter.keyMessages.dropFirst().map(\.plainText)
    let finding = lead.plainText
    let isHeading = !finding.isEmpty && finding.count <= Self.headingLimit
    let chart = Self.chart(of: chapter, in: dossier)
    var contents: [SlideContent] = []
    if !isHeading, !finding.isEmpty { contents.append(.block(.paragraph(lead))) }
    if let chart { contents.append(.inclusion(.chart(indicator: chart.id))) }
    add(
      isHeading ? finding.trimmingFullStop : chapter.shortTitle, in: chapter, isMust: true,
      contents,
      notes: (message.plainText.isEmpty ? [] : [chapter.summary]) + others + [chart?.note ?? ""])
    if dossier.recommendations.contains(where: { $0.chapter == chapter.id }) {
      add(
        "\(chapter.shortTitle): what is asked", in: chapter, isMust: true,
        [.inclusion(.recommendations(category: chapter.id))])
    }
  }

  private mutating func addClose() {
    let citation = Citation(of: dossier).plain
    add(
      "Questions", isTitle: true,
      citation.isEmpty ? [] : [.block(.paragraph([Span(citation)]))])
  }

  private func asks(of chapter: Chapter, _ standing: Recommendation.Standing) -> Int {
    dossier.recommendations.count { $0.chapter == chapter.id && $0.standing == standing }
  }

  /// The most important chart of a chapter: a headline, by the index's order, otherwise the one with
  /// the most values; between equals the order of the table decides.
  static func chart(of chapter: Chapter, in dossier: Dossier) -> Indicator? {
    let headlines = Dictionary(
      dossier.headlines.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let candidates = dossier.indicators.enumerated().compactMap { number, indicator -> Candidate? in
      guard indicator.chapter == chapter.id, indicator.chart != .none else { return nil }
      let values = indicator.series.reduce(0) { $0 + $1.observations.count { $0.value != nil } }
      guard values > 0 else { return nil }
      return Candidate(
        indicator: indicator, headline: headlines[indicator.id] ?? .max, values: values,
        number: number)
    }
    return candidates.min { $0.rank < $1.rank }?.indicator
  }

  private struct Candidate {
    var indicator: Indicator
    var headline: Int
    var values: Int
    package var number: Int

    var rank: (Int, Int, Int) { (headline, -values, number) }
  }
}

extension String {
  /// A sentence as a heading: without its full stop.
  fileprivate var trimmingFullStop: String {
    last == "." && !hasSuffix("..") ? String(dropLast()) : self
  }
}
