import TestSupport
import Testing

@testable import Reading
@testable import Records

@Suite struct SmallDossierTests {
  let whole = DossierReader.read(MemoryFolder.small)

  @Test func readsEveryRecord() {
    #expect(whole.diagnostics.map(\.description) == [])
    #expect(whole.counts == wholeCounts)
    #expect(whole.dossier.title == "Rivers")
    #expect(whole.dossier.headlines == ["flow"])
    #expect(whole.dossier.addressees.map(\.name) == ["The North", "The South"])
  }

  @Test func readsProse() {
    let chapter = whole.dossier.chapters[0]
    #expect(chapter.keyMessages.map(\.plainText) == ["Springs matter."])
    #expect(chapter.sections[0].id == "springs#where-they-rise")
    #expect(chapter.sections[0].locator == Locator(lines: 10...20))
    #expect(
      chapter.sections[0].blocks == [
        .paragraph([
          Span("They rise at "),
          Span("12 places", target: .record(Reference(.indicator, "flow"))),
          Span("."),
          Span("[1]", target: .record(Reference(.note, "springs-1"))),
        ])
      ])
    #expect(chapter.notes.map(\.text.plainText) == ["A survey."])
    let item = whole.dossier.recommendations[0]
    #expect(item.why == [.paragraph([Span("Nobody knows.")])])
    #expect(item.evidence.count == 3)
  }

  /// The report's own numbers are taken only if they tell all of its recommendations apart.
  @Test func numbersAreThoseOfTheReportIfItNumbersAll() {
    func numbers(_ labels: [String]) -> [String] {
      var folder = MemoryFolder.small
      for path in Array(folder.files.keys) where path.hasPrefix("recommendations/") {
        folder[path] = nil
      }
      for (index, label) in labels.enumerated() {
        folder["recommendations/r\(index).md"] = """
          ---
          id: r\(index)
          chapter: springs
          number: \(index + 1)
          title: Do it
          label: "\(label)"
          ---
          Do it.

          """
      }
      let dossier = DossierReader.read(folder).dossier
      return dossier.recommendations.map { $0.number(chapter: 1) }
    }
    #expect(numbers(["Recommendation 3a", "Recommendation 4:"]) == ["3a", "4"])
    #expect(numbers(["R1", "(R2)"]) == ["R1", "R2"])
    #expect(numbers(["Recommendation 1", "Recommendation 1"]) == ["1.1", "1.2"])
    #expect(numbers(["Recommendation 1", ""]) == ["1.1", "1.2"])
    #expect(numbers(["Recommendation", "Recommendation 2"]) == ["1.1", "1.2"])
  }

  @Test func readsTables() {
    let flow = whole.dossier.indicators[0]
    #expect(flow.overlays == [Overlay(indicator: "stock", series: "Trout")])
    let first = flow.series[0].observations[0]
    #expect(first.value == 10.5)
    #expect(first.decimals == 1)
    #expect(first.qualifiers == .about)
    #expect(
      first.locators == [Locator(lines: 11...11, words: "ten; or so"), Locator(lines: 12...12)])
    #expect(whole.dossier.indicators[1].series.map(\.name) == ["Trout", "Salmon"])
    #expect(whole.dossier.events.map(\.id) == ["dam", "flood"])
    #expect(whole.dossier.entities[0].aliases == ["Office", "The Office"])
  }

  @Test func opensWithoutIndex() {
    var folder = MemoryFolder.small
    folder["index.md"] = nil
    folder.name = "Great Rivers"
    let named = DossierReader.read(folder)
    #expect(named.dossier.title == "Great Rivers")
    #expect(named.dossier.id == "great-rivers")
    #expect(named.dossier.chapters.count == 2)
    folder.name = ""
    #expect(DossierReader.read(folder).dossier.title == "Springs")
    #expect(named.diagnostics.contains { $0.file == "index.md" && $0.severity == .error })
  }
}
