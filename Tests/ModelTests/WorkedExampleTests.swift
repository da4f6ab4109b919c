import TestSupport
import Testing

@testable import Reading
@testable import Records

/// The example that `docs/format.md` shows is the dossier among the fixtures, and has no fault.
@Suite struct WorkedExampleTests {
  private let folder = Files.packageRoot + "/Tests/ModelTests/Fixtures/lorne-ferry"

  @Test func readsWithoutDiagnostics() {
    let reading = DossierReader.check(DiskFolder(folder))
    #expect(reading.diagnostics.map(\.description) == [])
    let dossier = reading.dossier
    #expect(dossier.chapters.map(\.sections.count) == [3])
    #expect(dossier.recommendations.map(\.id) == ["ferry-1", "ferry-p1"])
    #expect(dossier.indicators.count == 3)
    let observations = dossier.indicators.flatMap { $0.series.flatMap(\.observations) }
    #expect(observations.count == 10)
    #expect(observations.count(where: \.isComputed) == 1)
    #expect(observations.filter { $0.value == nil }.count == 1)
    #expect([dossier.events.count, dossier.entities.count, dossier.links.count] == [2, 2, 1])
  }

  @Test func manualShowsItsFiles() throws {
    let manual = try #require(Files.read(Files.packageRoot + "/docs/format.md"))
    let paths = try DiskFolder(folder).paths()
    #expect(paths.count == 12)
    for path in paths {
      let content = try #require(Files.read(folder + "/" + path))
      let shown = try #require(example(path, in: manual), "docs/format.md lacks \(path)")
      #expect(shown == content, "\(path) differs from docs/format.md")
    }
  }

  /// The block of code below the heading of a file of the example.
  private func example(_ path: String, in manual: String) -> Substring? {
    guard let heading = manual.firstRange(of: "### `\(path)` of the example\n\n```") else {
      return nil
    }
    let rest = manual[heading.upperBound...]
    guard let start = rest.firstIndex(of: "\n"), let end = rest.firstRange(of: "\n```\n") else {
      return nil
    }
    // The line feed before the fence belongs to the file.
    return rest[rest.index(after: start)...end.lowerBound]
  }
}
