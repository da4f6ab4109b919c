package import Records

/// A slice of a dossier's recommendations: what is asked of whom, on which evidence.
///
/// Everything in it is plain text, for an output format to lay out.
package struct Memo: Sendable {
  /// Which recommendations a memo is about.
  package enum Slice: Hashable, Sendable {
    /// Those of a chapter, by its id.
    case chapter(String)
    /// Those asked of an addressee, alone or with others, by its id.
    case addressee(String)
    /// Those on a theme, by its id.
    case theme(String)
  }

  /// One thing that is asked.
  package struct Item: Sendable {
    /// The recommendation.
    package var reference: Reference
    /// The number that lists show: `1.3`, `1.p2`.
    package var number: String
    /// What is asked, in a few words.
    package var title: String
    /// What is asked, in full; empty if the title says all.
    package var text: String
    /// Who is asked: `United States, Mexico`.
    package var asked: String
    /// `stated` or `inferred`.
    package var basis: String
    /// The reasoning in one sentence; empty if none is given.
    package var reason: String
    /// The strongest evidence, in one line: a figure with its values and source, otherwise a
    /// section or a note; empty if there is none.
    package var evidence: String
    /// The same in fewer words: fewer series, sources by their producers.
    var brief: String
    /// What became of it, by whom judged and when; empty if nobody has judged.
    package var outcome: String
    /// Its place in the report; empty if unknown.
    package var place: String
    /// The id of its chapter.
    package var chapter: String
    /// Whether the report asks for it in its body only.
    package var isProposal: Bool
    /// Its rank among similar items if not all fit; smaller ranks come first.
    package var rank: Int
  }

  /// Items under a heading: those of a chapter, or of a standing.
  package struct Part: Sendable {
    /// The heading.
    package var heading: String
    /// The heading in a few words: `2 Security`.
    var shortHeading: String
    /// The items, in the report's order.
    package var items: [Item]
  }

  /// `What is asked of Mexico`.
  package var title: String
  /// The report with its publisher and date, and how much is asked.
  package var subtitle: String
  /// The same in fewer words, for a page that cites the report below.
  var brief: String
  /// The report's language, as a BCP 47 code.
  package var language: String
  /// The items, chapter by chapter.
  package var parts: [Part]
  /// Whose words these are.
  let words: String
  /// Whose words these are, and what even the full memo leaves out.
  package var wording: String {
    words + " Each item gives its first reason and its most telling evidence; the whole dossier "
      + "has the rest."
  }
  /// The terms under which the text may be used; empty if unknown.
  package var terms: String
  /// How to cite the report.
  package var citation: String

  /// A memo on a slice; without items if nothing matches.
  package init(_ slice: Slice, in catalogue: Catalogue) { self.init([slice], in: catalogue) }

  /// A memo on what is in all of some slices; of those of one kind, in one of them.
  package init(_ slices: [Slice], in catalogue: Catalogue) {
    var query = RecommendationQuery()
    for slice in slices {
      switch slice {
      case .chapter(let id): query.chapters.insert(id)
      case .addressee(let id): query.addressees.insert(id)
      case .theme(let id): query.themes.insert(id)
      }
    }
    self.init(query, in: catalogue)
  }

  /// A memo on what a query finds; without items if nothing matches.
  ///
  /// - Parameter told: What became of it; by the dossier's last day if nil.
  package init(
    _ query: RecommendationQuery, in catalogue: Catalogue, _ told: DayOutcomes? = nil
  ) {
    let dossier = catalogue.dossier
    let told = told ?? DayOutcomes(dossier)
    let chapters = dossier.chapters.map(\.id).filter(query.chapters.contains)
    let addressees = dossier.addressees.map(\.id).filter(query.addressees.contains)
    let themes = dossier.themes.map(\.id).filter(query.themes.contains)
    func named(_ names: [String], _ word: String) -> String {
      names.isEmpty ? "" : " \(word) \(names.joined(separator: " or "))"
    }
    title =
      (query.isJoint == true ? "What is asked jointly" : "What is asked")
      + named(addressees.map(catalogue.addressee), "of") + named(themes.map(catalogue.theme), "on")
      + named(chapters.map { "“\(catalogue.chapter($0)?.title ?? $0)”" }, "in")
    let found = query.recommendations(in: catalogue, told)
    language = dossier.language
    citation = Citation(of: dossier).plain
    let unconfirmed = found.count { !$0.isConfirmed }
    words =
      (dossier.wording == .verbatim
        ? "The wording is the report’s own"
        : "The wording is this dossier’s own restatement, not the report’s")
      + "; lines are those of its plain text."
      + (unconfirmed == 0
        ? "" : " \(unconfirmed) of \(found.count) items were found by a rule and not confirmed.")
    terms = dossier.licence
    func count(_ standing: Recommendation.Standing) -> String {
      let count = found.filter { $0.standing == standing }.count
      return "\(count) \(standing.rawValue)\(count == 1 ? "" : "s")"
    }
    let report = [dossier.title, dossier.publisher, dossier.date?.title ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    let counts = "\(count(.recommendation)), \(count(.proposal))"
    subtitle = "\(report). \(counts)."
    brief =
      [dossier.title, dossier.date?.title ?? "", counts].filter { !$0.isEmpty }
      .joined(separator: ". ") + "."
    parts = []
    for item in found {
      let chapter = catalogue.chapter(item.chapter)
      let heading = chapter.map(Self.heading) ?? item.chapter
      if parts.last?.heading != heading {
        let number = chapter.map { $0.number == 0 ? "" : "\($0.number) " } ?? ""
        let short = number + (chapter?.shortTitle ?? heading)
        parts.append(Part(heading: heading, shortHeading: short, items: []))
      }
      parts[parts.count - 1].items.append(Item(item, told, in: catalogue))
    }
  }

  /// All items, if there are so many that a list of their titles helps; otherwise none.
  package var listed: [Item] {
    let items = parts.flatMap(\.items)
    return items.count > 6 ? items : []
  }

  private static func heading(_ chapter: Chapter) -> String {
    chapter.number == 0 ? chapter.title : "\(chapter.number) \(chapter.title)"
  }

  /// The whole memo as Markdown, however long; ``MemoPage`` has one page.
  package var markdown: String {
    func line(_ label: String, _ text: String) -> String {
      text.isEmpty ? "" : "**\(label):** \(ProseText.escaped(text))  \n"
    }
    var page = "# \(ProseText.escaped(title))\n\n\(ProseText.escaped(subtitle))\n"
    page += "\n\(ProseText.escaped(wording))\n"
    if !listed.isEmpty { page += "\n## What is asked, by title\n\n" }
    for item in listed {
      page += "- \(ProseText.escaped(item.number)) \(ProseText.escaped(item.title))\n"
    }
    for part in parts {
      page += "\n## \(ProseText.escaped(part.heading))\n"
      for item in part.items {
        page += "\n### \(ProseText.escaped(item.number)) \(ProseText.escaped(item.title))\n\n"
        if !item.text.isEmpty { page += ProseText.escaped(item.text) + "\n\n" }
        page += line("Asked of", "\(item.asked) (\(item.basis))")
        page += line("Why", item.reason)
        page += line("Evidence", item.evidence)
        page += line("What became of it", item.outcome)
        page += line("In the report", item.place)
        // Two spaces before a line's end would break the last line too.
        while page.last == "\n" || page.last == " " { page.removeLast() }
        page += "\n"
      }
    }
    if parts.isEmpty { page += "\nNothing is asked.\n" }
    page += "\n---\n\n\(ProseText.escaped(citation))\n"
    return terms.isEmpty ? page : page + "\nTerms: \(ProseText.escaped(terms))\n"
  }
}

extension Memo.Item {
  /// What a memo says about a recommendation.
  init(_ item: Recommendation, _ told: DayOutcomes, in catalogue: Catalogue) {
    reference = item.reference
    number = catalogue.number(item)
    title = item.title
    text = item.text.flatMap(\.paragraphs).map(\.plainText).filter { !$0.isEmpty }
      .joined(separator: " ")
    asked = item.addressees.map(catalogue.addressee).joined(separator: ", ")
    if asked.isEmpty { asked = "nobody in particular" }
    basis = item.addresseeBasis.rawValue
    reason = Self.sentence(item.why)
    let (record, strength) = Self.evidence(of: item, in: catalogue)
    evidence = record.map { Self.line(on: $0, in: catalogue) } ?? ""
    brief = record.map { Self.line(on: $0, in: catalogue, isBrief: true) } ?? ""
    let result = told.outcomes.outcome(of: item.id, on: told.day)
    outcome = result.headline == nil ? "" : result.summary(in: catalogue)
    place = Locator.places([item.locator, item.atAGlance].compactMap(\.self))
    chapter = item.chapter
    isProposal = item.standing == .proposal
    rank = strength + (item.atAGlance == nil ? 10 : 0)
    if item.addresseeBasis == .inferred { rank += 20 }
  }

  /// The strongest evidence and its rank, from 0 (strongest) to 6.
  ///
  /// Headline figures come first, then other figures, sections and notes, whose sources may be
  /// lost.
  /// Between equals the item's own order decides.
  private static func evidence(
    of item: Recommendation, in catalogue: Catalogue
  ) -> (record: Record?, rank: Int) {
    let headlines = Set(catalogue.dossier.headlines)
    func rank(_ record: Record) -> Int {
      switch record {
      case .indicator(let indicator):
        if catalogue.keyValues(of: indicator).isEmpty { return 3 }
        return headlines.contains(indicator.id) ? 0 : 1
      case .section: return 2
      case .note: return 4
      case .event, .chapter, .recommendation, .entity, .source: return 5
      }
    }
    let records = item.evidence.compactMap { catalogue[$0] }
    guard let best = records.min(by: { rank($0) < rank($1) }) else { return (nil, 6) }
    return (best, rank(best))
  }

  /// The most series whose values a line shows.
  private static let seriesLimit = 2

  /// The columns beyond which a brief line shows only one series' values.
  private static let briefLimit = 60

  /// A record as evidence, in one line; a brief one names sources by their producers.
  private static func line(
    on record: Record, in catalogue: Catalogue, isBrief: Bool = false
  ) -> String {
    let places = Locator.places(record.locators)
    switch record {
    case .indicator(let indicator):
      var values = catalogue.keyValues(of: indicator, limit: seriesLimit)
      if isBrief, values.count > briefLimit {
        values = catalogue.keyValues(of: indicator, limit: 1)
      }
      let shares = indicator.sourceShares
      let isReports = shares.allSatisfy { share in
        catalogue.source(share.source).map(catalogue.isReport) ?? share.source.isEmpty
      }
      var source = isReports ? "the report" : catalogue.dossier.sourceLine(of: indicator)
      if isBrief, !isReports { source = producers(of: shares.map(\.source), in: catalogue) }
      if isBrief || isReports, shares.contains(where: \.isComputed) {
        let part = shares.allSatisfy(\.isComputed) ? "" : "partly "
        source = "\(part)\(Derivation.standing) from \(source)"
      }
      let name =
        isBrief || indicator.finding.isEmpty
        ? indicator.title : "\(indicator.finding). \(indicator.title)"
      // A value of no period is as old as the report.
      let isUndated = indicator.series.flatMap(\.observations).allSatisfy { $0.period == nil }
      if isReports, isUndated, !values.isEmpty, let date = catalogue.dossier.date {
        values += " (reported in \(date.title))"
      }
      let line = values.isEmpty ? name : "\(name): \(values)"
      if places.isEmpty { return "\(line). Source: \(source)" }
      let refers = isReports ? ", \(places)" : " (the report refers to it, \(places))"
      return "\(line). Source: \(source)\(refers)"
    case .note(let note): return "Note \(note.number): \(note.statement.plainText.firstSentence)"
    case .section(let section):
      return "Section “\(section.title)”" + (places.isEmpty ? "" : " (\(places))")
    case .event(let event): return "\(event.date.title): \(event.title)"
    case .chapter, .recommendation, .entity, .source: return record.title
    }
  }

  /// Who produced values, without repetition; only the first two are named.
  private static func producers(of sources: [String], in catalogue: Catalogue) -> String {
    var names: [String] = []
    for id in sources {
      let source = catalogue.source(id)
      let name = source.map { catalogue.isReport($0) ? "the report" : $0.producer } ?? id
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    let rest = names.count > 2 ? " and \(names.count - 2) more" : ""
    return names.prefix(2).joined(separator: "; ") + rest
  }

  /// The first sentence of a text.
  static func sentence(_ blocks: [Block]) -> String {
    let paragraphs = blocks.lazy.flatMap(\.paragraphs).filter { !$0.isEmpty }.prefix(2)
    guard let first = paragraphs.first else { return "" }
    // A heading of the author's own says nothing without what is below it.
    if paragraphs.count > 1, first.allSatisfy({ $0.emphasis.contains(.strong) }),
      let next = paragraphs.last
    {
      return "\(first.plainText): \(next.plainText.firstSentence)"
    }
    return first.plainText.firstSentence
  }
}
