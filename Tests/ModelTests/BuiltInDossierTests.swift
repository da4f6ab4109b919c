import BuiltIn
import TestSupport
import Testing

@testable import Reading
@testable import Records

/// What holds of the dossier that ships inside the program.
@Suite struct BuiltInDossierTests {
  static let reading = BuiltInDossier.reading()
  let dossier = Self.reading.dossier

  @Test func readsWithoutDiagnostics() {
    let folder = DossierReader.check(DiskFolder(Files.builtInDossier))
    #expect(folder.diagnostics.map(\.description) == [])
    #expect(Self.reading.diagnostics.map(\.description) == [])
  }

  @Test func holdsTheWholeReport() {
    #expect(dossier.id == "us-mexico-2013")
    #expect(dossier.chapters.map(\.number) == [0, 1, 2, 3, 4, 5])
    let standings = dossier.recommendations.map(\.standing)
    #expect(standings.count { $0 == .recommendation } == 30)
    #expect(standings.count { $0 == .proposal } >= 4)
    #expect(sections.count >= 60)
    #expect(dossier.indicators.count >= 100)
    #expect(dossier.addressees.count == 3)
    #expect(!dossier.headlines.isEmpty)
  }

  @Test func everySectionHasItsPlace() {
    for section in sections {
      #expect(section.locator != nil, "\(section.id)")
      #expect(!section.title.isEmpty)
      let lines = dossier.sourceText?.lines ?? 0
      #expect((section.locator?.lines?.upperBound ?? 0) <= lines, "\(section.id)")
    }
  }

  @Test func everyObservationHasASource() {
    let sources = Set(dossier.sources.map(\.id))
    for indicator in dossier.indicators {
      for observation in indicator.series.flatMap(\.observations) {
        let source = observation.source.isEmpty ? indicator.source : observation.source
        #expect(sources.contains(source), "\(indicator.id)")
      }
    }
  }

  @Test func everyReferenceResolves() {
    let known = records
    for reference in mentions {
      #expect(known.contains(reference), "\(reference)")
    }
    let units = Set(dossier.units.map(\.id))
    let chapters = Set(dossier.chapters.map(\.id))
    let themes = Set(dossier.themes.map(\.id))
    let addressees = Set(dossier.addressees.map(\.id))
    for indicator in dossier.indicators {
      #expect(units.contains(indicator.unit), "\(indicator.id)")
      #expect(chapters.contains(indicator.chapter), "\(indicator.id)")
    }
    for item in dossier.recommendations {
      #expect(chapters.contains(item.chapter), "\(item.id)")
      #expect(!item.addressees.isEmpty && addressees.isSuperset(of: item.addressees), "\(item.id)")
      #expect(!item.themes.isEmpty && themes.isSuperset(of: item.themes), "\(item.id)")
      #expect(!item.evidence.isEmpty && item.locator != nil, "\(item.id)")
      #expect(item.addresseeBasis == .stated || !item.addresseeReason.isEmpty, "\(item.id)")
    }
  }

  @Test func idsAreUniqueAndWellFormed() {
    let word = #/[a-z0-9]+(-[a-z0-9]+)*/#
    let section = #/[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*/#
    var seen: Set<Reference> = []
    for reference in recordList {
      #expect(seen.insert(reference).inserted, "\(reference)")
      let isWord = reference.id.wholeMatch(of: word) != nil
      let isSection = reference.id.wholeMatch(of: section) != nil
      #expect(reference.kind == .section ? isSection : isWord, "\(reference)")
    }
  }

  @Test func holdsNoControlCharacter() { #expect(controls(in: Self.reading) == []) }

  // MARK: Gathering

  private var sections: [Section] { dossier.chapters.flatMap(\.sections) }

  private var records: Set<Reference> { Set(recordList) }

  private var recordList: [Reference] {
    dossier.chapters.map(\.reference) + sections.map(\.reference)
      + dossier.chapters.flatMap { $0.notes.map(\.reference) }
      + dossier.recommendations.map(\.reference) + dossier.indicators.map(\.reference)
      + dossier.events.map(\.reference) + dossier.entities.map(\.reference)
      + dossier.sources.map(\.reference)
  }

  private var mentions: [Reference] {
    let blocks =
      dossier.about + sections.flatMap(\.blocks)
      + dossier.recommendations.flatMap { $0.text + $0.why }
    let paragraphs =
      blocks.flatMap(\.paragraphs)
      + dossier.chapters.flatMap { $0.keyMessages + $0.notes.map(\.text) }
    let targets = paragraphs.flatMap { $0 }.compactMap { span -> Reference? in
      if case .record(let reference) = span.target { reference } else { nil }
    }
    return targets + dossier.recommendations.flatMap { $0.evidence + $0.related }
      + dossier.links.flatMap { [$0.from, $0.to] }
      + dossier.headlines.map { Reference(.indicator, $0) }
      + dossier.indicators.flatMap { $0.overlays.map { Reference(.indicator, $0.indicator) } }
  }
}
