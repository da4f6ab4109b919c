import Importing
import Reading
import Records
import TestSupport
import Testing

/// The starter folder of `dossier new`.
struct StarterDossierTests {
  @Test func hasNoFaultAndOneOfEverything() {
    let files = StarterDossier.files(id: "my-report", date: "2025")
    let folder = MemoryFolder(
      Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) }))
    let reading = DossierReader.check(folder)
    #expect(reading.diagnostics.map { "\($0)" } == [])
    let dossier = reading.dossier
    #expect(dossier.id == "my-report")
    #expect(dossier.chapters.map(\.notes.count) == [1])
    #expect(dossier.recommendations.count == 1)
    #expect(dossier.indicators.flatMap(\.series).flatMap(\.observations).count == 3)
    #expect(dossier.events.count == 1)
    #expect(dossier.decks.map(\.slides.count) == [3])
  }
}
