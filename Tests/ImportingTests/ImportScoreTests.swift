import Glibc
import System
import Testing

@testable import Importing

/// How well the rules do: on small reports made for the tests, and on the reader's own.
///
/// `make bench-import` prints the table. With `DOSSIER_REPORTS` it also has a line for each report
/// of that folder that its `INDEX.json` describes.
struct ImportScoreTests {
  @Test(arguments: SmallReport.all.map(\.name))
  func smallReportsAreReadRight(_ name: String) throws {
    let report = try #require(SmallReport.all.first { $0.name == name })
    let (score, dossier) = try Self.score(report)
    print(ImportScore.heading)
    print(score.line(name))
    #expect(score.likely.right == report.asks.count, "recommendations found")
    #expect(score.likely.found == report.asks.count, "\(dossier.candidates.map(\.text))")
    #expect(score.headings.right == report.headings.count, "\(dossier.headings)")
    #expect(score.headings.found == report.headings.count, "\(dossier.headings)")
    #expect(score.levels.right == report.headings.count, "\(dossier.headings)")
    #expect(score.notes.right == report.notes)
    #expect(
      score.addressees.right == score.addressees.wanted, "\(dossier.candidates.map(\.addressee))")
    let labels = dossier.candidates.filter { $0.tier != .mentioned }.map(\.label)
    #expect(labels == report.asks.map(\.label))
  }

  @Test func nothingIsSureWhereNothingIsRecommended() throws {
    let (score, _) = try Self.score(.silent)
    #expect(score.sure.found == 0)
    #expect(score.all.found == 0)
  }

  private static func score(_ report: SmallReport) throws -> (ImportScore, ImportedDossier) {
    let bytes = Array(report.text.utf8)
    let form = try #require(ReportReader.form(of: bytes, name: report.name))
    let dossier = ImportedDossier(
      try ReportReader.read(bytes, form: form), id: "small", fileName: report.name)
    var score = ImportScore()
    score.count(dossier.candidates, asks: report.asks)
    score.count(headings: dossier.headings, wanted: report.headings)
    score.notes = .init(
      wanted: report.notes, found: dossier.noteCount, right: min(report.notes, dossier.noteCount))
    return (score, dossier)
  }

  @Test func ownReports() throws {
    guard let folder = getenv("DOSSIER_REPORTS").map({ String(cString: $0) }), !folder.isEmpty
    else {
      return
    }
    let index = try WholeFile.bytes(at: "\(folder)/INDEX.json", limit: 1 << 24)
    let documents = try #require(JSONReader.read(index)?["documents"]?.items)
    let names = try Self.names(folder)
    print(ImportScore.heading)
    var scored = 0
    for document in documents {
      let file = document["file"]?.text ?? ""
      let stem = file.prefix { $0 != "." }
      for name in names where name.prefix(while: { $0 != "." }) == stem {
        let bytes = try WholeFile.bytes(at: "\(folder)/\(name)", limit: ReportReader.sizeLimit)
        guard let form = ReportReader.form(of: bytes, name: name) else { continue }
        let report: SourceReport
        do {
          report = try ReportReader.read(bytes, form: form)
        } catch {
          print("\(name): \(error.message)")
          continue
        }
        print(Self.score(report, document).line(name))
        scored += 1
      }
    }
    #expect(scored > 0)
  }

  private static func score(_ report: SourceReport, _ document: JSONTree) -> ImportScore {
    let dossier = ImportedDossier(report, id: "own", fileName: "report")
    var score = ImportScore()
    let asks = (document["recommendation_lines"]?.items ?? []).map { line in
      (label: line["label"]?.text ?? "", words: line["starts_with"]?.text ?? "", addressee: "")
    }
    score.count(dossier.candidates, asks: asks)
    // The index names sections with their chapter before a colon, and cuts long ones.
    let wanted = (document["sections"]?.items ?? []).compactMap(\.text)
    let titles = dossier.headings.map { Phrases.bare($0.title) }
    score.headings = .init(
      wanted: wanted.count, found: dossier.headings.count,
      right: wanted.count { name in
        let own = Phrases.bare(name.split(separator: ": ").last.map(String.init) ?? name)
        return titles.contains { $0 == own || $0.hasPrefix(own) || $0.hasSuffix(own) }
      })
    let notes = document["endnotes"]?.number ?? 0
    score.notes = .init(
      wanted: notes, found: dossier.noteCount, right: min(notes, dossier.noteCount))
    return score
  }

  private static func names(_ folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw SystemError.last }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { !$0.hasPrefix(".") && $0 != "INDEX.json" }.sorted()
  }
}
