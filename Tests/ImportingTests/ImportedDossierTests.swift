import Query
import Reading
import Records
import TestSupport
import Testing

@testable import Importing

/// The folder that is made of a report.
struct ImportedDossierTests {
  private static func reading(_ report: SourceReport, upTo tier: Candidate.Tier = .sure) -> Reading
  {
    let dossier = ImportedDossier(report, id: "made", fileName: "report", upTo: tier)
    let files = dossier.files.map { ($0.path, $0.text) }
    return DossierReader.check(MemoryFolder(Dictionary(uniqueKeysWithValues: files)))
  }

  @Test(arguments: SmallReport.all.map(\.name), Candidate.Tier.allCases)
  func theFolderIsSoundAndEveryPlaceHolds(_ name: String, _ tier: Candidate.Tier) throws {
    let small = try #require(SmallReport.all.first { $0.name == name })
    let bytes = Array(small.text.utf8)
    let form = try #require(ReportReader.form(of: bytes, name: name))
    let report = try ReportReader.read(bytes, form: form)
    let reading = Self.reading(report, upTo: tier)
    #expect(reading.diagnostics.map { "\($0)" } == [])
    #expect(reading.dossier.wording == .verbatim)
    #expect(!reading.dossier.isConfirmed)
    #expect(reading.dossier.recommendations.allSatisfy { !$0.isConfirmed })
    #expect(reading.dossier.recommendations.allSatisfy { $0.addresseeBasis == .inferred })
    let check = Verification(reading.dossier, in: OriginalText(Array(report.text.utf8)))
    #expect(check.checked > 3)
    #expect(check.findings.map { "\($0)" } == [])
    #expect(check.copy == .same)
  }

  @Test func titlePageAndNotesAreFound() throws {
    let report = try ReportReader.read(Array(SmallReport.informe.text.utf8), form: .markdown)
    let dossier = Self.reading(report).dossier
    #expect(dossier.title == "El agua de los barrios altos")
    #expect(dossier.authors == ["Ana Quispe", "Tomás Rey"])
    #expect(dossier.date == Period("2021-08-05"))
    #expect(dossier.language == "es")
    #expect(dossier.chapters[0].number == 0)
    #expect(dossier.chapters[0].notes.map(\.number) == [1])
    let audit = try ReportReader.read(Array(SmallReport.audit.text.utf8), form: .markdown)
    let second = Self.reading(audit).dossier
    #expect(second.chapters[1].notes.map(\.number) == [1, 2])
    #expect(second.chapters[2].notes.map(\.number) == [3])
    #expect(second.recommendations.map(\.label) == ["Recommendation 1", "Recommendation 2"])
  }

  @Test func aCopyInTheSummaryIsTheSameRecommendation() throws {
    let report = try ReportReader.read(Array(SmallReport.commission.text.utf8), form: .text)
    let dossier = Self.reading(report).dossier
    #expect(dossier.recommendations.count == 3)
    let first = try #require(dossier.recommendations.first)
    #expect(first.locator?.lines?.lowerBound == 24)
    #expect(first.atAGlance?.lines?.lowerBound == 9)
    // The hyphen of a word that occurs nowhere else stays.
    let prose = dossier.chapters.flatMap(\.sections).flatMap(\.blocks).flatMap(\.paragraphs)
    #expect(prose.contains { $0.plainText.contains("aero-plane") })
  }

  @Test func likelyOnesAreListedAndMadeWhenAskedFor() throws {
    let text =
      "# Short\n\n## Context\n\nWords.\n\n## Recommendations\n\n- Plant trees in the square.\n"
      + "- The mayor should plant more.\n"
    let report = try ReportReader.read(Array(text.utf8), form: .markdown)
    let made = ImportedDossier(report, id: "made", fileName: "report")
    #expect(made.candidates.map(\.tier) == [.likely, .likely])
    #expect(made.recordCount == 0)
    #expect(made.table.rows.count == 2)
    #expect(Self.reading(report, upTo: .likely).dossier.recommendations.count == 2)
  }

  @Test(arguments: Trials.seeds(200))
  func damagedReportsMakeFoldersWithoutErrors(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    for small in SmallReport.all {
      var bytes = Array(small.text.utf8)
      random.damage(
        &bytes,
        with: ["\n", "#", "## ", "|", "[^1]", "---\n", "1. ", "- ", "    ", "`", "\u{1b}[2J"])
      guard let form = ReportReader.form(of: bytes, name: small.name) else { continue }
      let report: SourceReport
      do { report = try ReportReader.read(bytes, form: form) } catch { continue }
      for tier in Candidate.Tier.allCases {
        let reading = Self.reading(report, upTo: tier)
        let errors = reading.diagnostics.filter { $0.severity == .error }
        #expect(errors.map { "\($0)" } == [], "seed \(seed), \(small.name)")
        let check = Verification(reading.dossier, in: OriginalText(Array(report.text.utf8)))
        #expect(check.findings.map { "\($0)" } == [], "seed \(seed), \(small.name)")
      }
    }
  }
}
