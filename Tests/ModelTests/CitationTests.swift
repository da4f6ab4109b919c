import BuiltIn
import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records

@Suite struct CitationTests {
  let catalogue = Catalogue(sampleDossier())

  private func citation(_ reference: String) throws -> Citation {
    Citation(of: try #require(catalogue.record(named: reference)), in: catalogue)
  }

  @Test func theReportIsABook() {
    let citation = Citation(of: catalogue.dossier)
    #expect(
      citation.plain
        == "Ana Peña and Bo Li, Roads & Rivers: A Sample (Example House, May 2013), "
        + "ISBN 978-0-00-000000-0.")
    #expect(
      citation.bibtex == """
        @book{sample,
          author = {Ana Peña and Bo Li},
          title = {{Roads \\& Rivers: A Sample}},
          publisher = {{Example House}},
          year = {2013},
          month = may,
          isbn = {978-0-00-000000-0},
        }

        """)
  }

  @Test func aRecommendationIsPartOfItsChapterAndSaysItIsRestated() throws {
    let citation = try citation("rec:roads-1")
    #expect(
      citation.plain
        == "Ana Peña, “Roads to Market”, in Roads & Rivers: A Sample (Example House, May 2013), "
        + "lines 7–8 of its plain text. "
        + "Recommendation 1.1, restated in the dossier sample: Widen the roads.")
    #expect(citation.bibtex.hasPrefix("@incollection{sample-roads-1,\n  author = {Ana Peña},"))
    #expect(citation.bibtex.contains("  booktitle = {{Roads \\& Rivers: A Sample}},\n"))
    #expect(citation.bibtex.contains("note = {Lines 7–8 of its plain text. Recomm"))
  }

  @Test func otherInstitutionsFiguresAreTheirs() throws {
    let citation = try citation("indicator:length")
    #expect(
      citation.plain
        == "Office of Roads, “Road_lengths {all}”, 2012, https://example.org/roads?a=1&b=2. "
        + "Shown in the dossier sample as “Length of roads”.")
    #expect(citation.bibtex.contains("author = {{Office of Roads}}"))
    #expect(citation.bibtex.contains("{{Road\\_lengths \\textbraceleft{}all\\textbraceright{}}}"))
    #expect(citation.bibtex.contains("url = {https://example.org/roads?a=1&b=2}"))
  }

  @Test func aValueIsCitedFromItsOwnSource() throws {
    let share = try #require(catalogue.indicator("share"))
    let reported = try #require(Citation(of: share, series: 0, row: 0, in: catalogue))
    #expect(reported.plain.contains("“Roads to Market”"))
    #expect(
      reported.plain.hasSuffix("Figure of the report: Share of full roads, North, 2010: ≈ 40%."))
    #expect(reported.plain.contains("lines 3–4"))
    let office = try #require(Citation(of: share, series: 1, row: 0, in: catalogue))
    #expect(office.plain.hasPrefix("Office of Roads, "))
    #expect(Citation(of: share, series: 2, row: 0, in: catalogue) == nil)
    #expect(Citation(of: share, series: 0, row: -1, in: catalogue) == nil)
  }

  @Test func everyRecordOfTheBuiltInDossierHasABalancedEntry() throws {
    let catalogue = Catalogue(BuiltInDossier.reading().dossier)
    var keys: Set<String> = []
    for reference in catalogue.references {
      let record = try #require(catalogue[reference])
      let citation = Citation(of: record, in: catalogue)
      #expect(citation.plain.hasSuffix("."), "\(reference)")
      #expect(!citation.plain.contains(".."), "\(reference)")
      var depth = 0
      for character in citation.bibtex {
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
        #expect(depth >= 0)
      }
      #expect(depth == 0, "\(reference)")
      keys.insert(String(citation.bibtex.prefix { $0 != "," }))
    }
    #expect(!keys.isEmpty)
  }

  @Test func anEmptyDossierIsCitedWithoutATrap() {
    #expect(Citation(of: Dossier()).plain == "")
  }
}
