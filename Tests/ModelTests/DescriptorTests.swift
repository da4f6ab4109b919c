import TestSupport
import Testing

@testable import Reading

@Suite struct DescriptorTests {
  private let path = "datapackage.json"

  /// The small dossier with a descriptor that fits, after a change to both.
  private func check(_ change: (inout MemoryFolder) -> Void) -> [Diagnostic] {
    var folder = MemoryFolder.small
    var resources: [String] = []
    for table in folder.files.keys.sorted() where table.hasSuffix(".csv") {
      let heading = (folder[table] ?? "").prefix { $0 != "\n" }.split(separator: ",")
      let fields = heading.map { "{\"name\": \"\($0)\"}" }.joined(separator: ", ")
      resources.append("{\"path\": \"\(table)\", \"schema\": {\"fields\": [\(fields)]}}")
    }
    folder[path] =
      "{\n\"name\": \"rivers\",\n\"resources\": [\n\(resources.joined(separator: ",\n"))\n]}\n"
    change(&folder)
    return DossierReader.check(folder).diagnostics
  }

  private func expect(
    _ found: [Diagnostic], _ line: Int, _ words: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == 1, "\(found)", sourceLocation: location)
    #expect(found.first?.file == path, sourceLocation: location)
    #expect(found.first?.line == line, "\(found)", sourceLocation: location)
    #expect(found.first?.message.contains(words) == true, "\(found)", sourceLocation: location)
  }

  @Test func fits() { #expect(check { _ in } == []) }

  @Test func missing() { expect(check { $0[path] = nil }, 0, "no such file") }

  @Test func noJSON() {
    expect(check { $0[path] = "name: rivers\n" }, 1, "not a JSON object")
    #expect(check { $0[path] = "{\"name\": \"rivers\", \"resources\": [" }.first?.file == path)
  }

  @Test(arguments: ["../x.csv", "/etc/passwd", "https://example.org/x.csv", "data\\\\x.csv"])
  func pathOutOfTheFolder(_ target: String) {
    let found = check { replace("data/entities.csv", by: target, in: path, of: &$0) }
    #expect(found.contains { $0.line == 4 && $0.message.contains("leaves the folder") })
    #expect(found.contains { $0.message.contains("no resource describes data/entities.csv") })
  }

  @Test func missingFile() {
    expect(
      check { replace("]}\n", by: ",\n{\"path\": \"data/more.csv\"}]}\n", in: path, of: &$0) }, 12,
      "more.csv")
  }

  @Test func otherColumns() {
    expect(
      check { replace("{\"name\": \"topic\"}, ", by: "", in: path, of: &$0) }, 7,
      "\"topic\" that no field")
    expect(
      check {
        replace(
          "{\"name\": \"topic\"}, ", by: "{\"name\": \"topic\"}, {\"name\": \"x\"}, ", in: path,
          of: &$0)
      }, 7,
      "no column \"x\"")
    expect(
      check {
        replace(
          "{\"name\": \"from\"}, {\"name\": \"to\"}",
          by: "{\"name\": \"to\"}, {\"name\": \"from\"}", in: path, of: &$0)
      }, 7,
      "a different order")
  }

  @Test func deepNesting() {
    let found = check { $0[path] = "{\"a\": " + String(repeating: "[", count: 100_000) }
    #expect(found.contains { $0.message.contains("nested") })
  }

  @Test func builtInDescriptorFits() {
    let found = DossierReader.check(DiskFolder(Files.builtInDossier)).diagnostics
      .filter { $0.file == path }
    #expect(found.map(\.description) == [])
  }
}
