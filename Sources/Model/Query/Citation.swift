import Reading
package import Records

/// How to cite a record: plain text for a footnote, and an entry for BibTeX.
///
/// Only what the dossier states is named, so there is no place of publication.
/// A citation distinguishes what the dossier restates from what is the report's own.
package struct Citation: Hashable, Sendable {
  /// A sentence for a footnote.
  package var plain: String
  /// An entry for a bibliography.
  package var bibtex: String

  /// How to cite the report as a whole.
  package init(of dossier: Dossier) {
    let work = CitedWork(dossier)
    plain = work.sentence([work.authors, work.title + work.imprint, work.isbn])
    bibtex = work.entry(
      "book", key: "",
      [("author", BibTeX.names(dossier.authors)), ("title", BibTeX.title(work.title))]
        + work.imprintFields)
  }

  /// How to cite a record.
  ///
  /// Values that another institution produced are cited from that institution,
  /// everything else from the report, by its chapter if it has one.
  package init(of record: Record, in catalogue: Catalogue) {
    switch record {
    case .source(let source):
      self.init(source, note: "", key: source.id, in: catalogue)
      return
    case .indicator(let indicator):
      let name = "“\(indicator.title)”"
      let shares = indicator.sourceShares
      if shares.count > 1 {
        self.init(indicator, shares, in: catalogue)
        return
      }
      let id = catalogue.dossier.id
      let isComputed = shares[0].isComputed
      if let source = catalogue.source(shares[0].source), !catalogue.isReport(source) {
        let standing = isComputed ? "Computed and shown" : "Shown"
        self.init(
          source, note: "\(standing) in the dossier \(id) as \(name)", key: indicator.id,
          in: catalogue)
      } else {
        let note =
          isComputed
          ? "Computed in the dossier \(id) from figures of the report, named here \(name)"
          : "Figures of the report, named here \(name)"
        self.init(record, note: note, in: catalogue)
      }
      if isComputed { plain = Self.computed(plain, in: catalogue).capitalizedFirst }
    case .chapter: self.init(record, note: "", in: catalogue)
    case .section(let section):
      self.init(
        record,
        note:
          "\(Self.verb(catalogue)) in the dossier \(catalogue.dossier.id) under “\(section.title)”",
        in: catalogue)
    case .recommendation(let recommendation):
      self.init(
        record,
        note: "\(catalogue.kind(of: record)), \(Self.verb(catalogue).lowercased()) in the dossier "
          + "\(catalogue.dossier.id): "
          + recommendation.title, in: catalogue)
    case .event(let event):
      self.init(
        record,
        note: "\(Self.verb(catalogue)) in the dossier \(catalogue.dossier.id): "
          + "\(event.date.title), \(event.title)", in: catalogue)
    case .entity(let entity):
      self.init(record, note: "On \(entity.name)", in: catalogue)
    case .note(let note): self.init(record, note: "Note \(note.number)", in: catalogue)
    }
  }

  /// What the dossier does with the report's words.
  private static func verb(_ catalogue: Catalogue) -> String {
    catalogue.dossier.wording == .verbatim ? "Quoted" : "Restated"
  }

  /// Values from several sources: each work with its periods, and an entry for each.
  private init(_ indicator: Indicator, _ shares: [SourceShare], in catalogue: Catalogue) {
    let name = "“\(indicator.title)”"
    var works: [String] = []
    bibtex = ""
    for share in shares {
      let values = share.title.isEmpty ? "undated values" : share.title
      let standing = share.isComputed ? "computed and shown" : "shown"
      let note = "For \(values): \(standing) in the dossier \(catalogue.dossier.id) as \(name)"
      var work: Citation
      if let source = catalogue.source(share.source), !catalogue.isReport(source) {
        let key = works.isEmpty ? indicator.id : "\(indicator.id)-\(share.source)"
        work = Citation(source, note: "", key: key, in: catalogue)
        bibtex += Citation(source, note: note, key: key, in: catalogue).bibtex
      } else {
        work = Citation(.indicator(indicator), note: "", in: catalogue)
        bibtex += Citation(.indicator(indicator), note: note, in: catalogue).bibtex
      }
      if work.plain.hasSuffix(".") { work.plain.removeLast() }
      if share.isComputed { work.plain = Self.computed(work.plain, in: catalogue) }
      works.append("\(works.isEmpty ? "For" : "for") \(values): \(work.plain)")
    }
    plain =
      works.joined(separator: "; ")
      + ". Shown in the dossier \(catalogue.dossier.id) as \(name)."
  }

  /// How to cite one value of an indicator; nil if there is no such value.
  ///
  /// - Parameters:
  ///   - series: The series, counted from 0.
  ///   - row: The observation in it, counted from 0.
  package init?(of indicator: Indicator, series: Int, row: Int, in catalogue: Catalogue) {
    guard indicator.series.indices.contains(series),
      indicator.series[series].observations.indices.contains(row)
    else { return nil }
    let observation = indicator.series[series].observations[row]
    let format = ValueFormat(
      catalogue.unit(indicator.unit) ?? Unit(id: indicator.unit, title: indicator.unit))
    let name = [indicator.title, indicator.series[series].name, observation.period?.title ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    let figure = "\(name): \(format.text(observation, namesUnit: true))"
    let id = observation.source.isEmpty ? indicator.source : observation.source
    if let derivation = observation.derivation {
      self.init(of: figure, derivation, from: id, indicator, in: catalogue)
      return
    }
    if let source = catalogue.source(id), !catalogue.isReport(source) {
      self.init(source, note: "Figure: \(figure)", key: indicator.id, in: catalogue)
      return
    }
    var place = indicator
    if !observation.locators.isEmpty { place.locators = observation.locators }
    self.init(.indicator(place), note: "Figure of the report: \(figure)", in: catalogue)
  }

  /// One computed value: how it was computed, and the work that its inputs are from.
  private init(
    of figure: String, _ derivation: Derivation, from id: String, _ indicator: Indicator,
    in catalogue: Catalogue
  ) {
    let how = derivation.title.isEmpty ? "" : " (\(derivation.title))"
    let note = "Figure computed in the dossier \(catalogue.dossier.id)\(how): \(figure)"
    if let source = catalogue.source(id), !catalogue.isReport(source) {
      self.init(source, note: note, key: indicator.id, in: catalogue)
    } else {
      self.init(.indicator(indicator), note: note, in: catalogue)
    }
    plain = Self.computed(plain, in: catalogue).capitalizedFirst
  }

  /// A citation of the work from which values were computed, which does not state them.
  private static func computed(_ plain: String, in catalogue: Catalogue) -> String {
    "computed in the dossier \(catalogue.dossier.id) from: \(plain)"
  }

  /// A part of the report, by its chapter if it has one.
  private init(_ record: Record, note: String, in catalogue: Catalogue) {
    let work = CitedWork(catalogue.dossier)
    let chapter = catalogue.chapter(record.chapter)
    let locators = Self.locators(of: record)
    let places = locators.map(\.title).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let isText = locators.contains { $0.lines != nil }
    let place = places.joined(separator: "; ") + (isText ? " of its plain text" : "")
    let notes = [place, note].filter { !$0.isEmpty }
    let noteField = notes.map { $0.capitalizedFirst }.joined(separator: ". ")
    let key = CitedWork.key(record)
    if let chapter {
      let authors = CitedWork.list(chapter.authors)
      plain = work.sentence([
        authors, "“\(chapter.title)”", "in \(work.title)\(work.imprint)", place,
      ])
      bibtex = work.entry(
        "incollection", key: key,
        [
          ("author", BibTeX.names(chapter.authors)), ("title", BibTeX.title(chapter.title)),
          ("booktitle", BibTeX.title(work.title)),
        ] + work.imprintFields + [("note", BibTeX.escaped(noteField))])
    } else {
      plain = work.sentence([work.authors, work.title + work.imprint, place])
      bibtex = work.entry(
        "book", key: key,
        [
          ("author", BibTeX.names(catalogue.dossier.authors)), ("title", BibTeX.title(work.title)),
        ] + work.imprintFields + [("note", BibTeX.escaped(noteField))])
    }
    if !note.isEmpty { plain += " " + work.sentence([note]) }
  }

  /// The places to cite; a recommendation's place in the summary list is outside its chapter.
  private static func locators(of record: Record) -> [Locator] {
    guard case .recommendation = record else { return record.locators }
    return Array(record.locators.prefix(1))
  }

  /// Something that another institution produced.
  private init(_ source: Source, note: String, key: String, in catalogue: Catalogue) {
    let work = CitedWork(catalogue.dossier)
    plain = work.sentence([source.producer, "“\(source.title)”", source.date, source.url])
    if !note.isEmpty { plain += " " + work.sentence([note]) }
    bibtex = work.entry(
      "misc", key: key,
      [
        ("author", BibTeX.institution(source.producer)), ("title", BibTeX.title(source.title)),
      ] + BibTeX.date(Period(source.date), else: source.date) + [
        ("url", BibTeX.address(source.url)), ("note", BibTeX.escaped(note)),
      ])
  }
}

extension Catalogue {
  /// Whether a source is the report itself rather than another institution's figures.
  ///
  /// It is if its id is `report` or if it has the report's title.
  package func isReport(_ source: Source) -> Bool {
    source.id == "report" || (!dossier.title.isEmpty && source.title.hasPrefix(dossier.title))
  }
}
