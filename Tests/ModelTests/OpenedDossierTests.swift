import Model
import TestSupport
import Testing

/// A large dossier that is opened to be shown soon is the one that is read in full.
@Suite struct OpenedDossierTests {
  private static func folder(
    _ count: Int = 400, _ change: (Int, inout String) -> Void = { _, _ in }
  ) throws -> MemoryFolder {
    var folder = MemoryFolder.small
    let text = try #require(folder["recommendations/springs-2.md"])
    for number in 3...count {
      var copy = text
      replace("id: springs-2", by: "id: springs-\(number)", in: &copy)
      replace("number: 2", by: "number: \(number)", in: &copy)
      change(number, &copy)
      folder["recommendations/springs-\(number).md"] = copy
    }
    return folder
  }

  private static func replace(_ part: String, by other: String, in text: inout String) {
    if let range = text.firstRange(of: part) { text.replaceSubrange(range, with: other) }
  }

  @Test func withoutFaults() throws {
    let folder = try Self.folder()
    let (opened, whole) = (DossierReader.open(folder), DossierReader.read(folder))
    #expect(!opened.isWhole)
    #expect(whole.isWhole)
    #expect(opened.diagnostics.isEmpty)
    #expect("\(opened.dossier.recommendations)" == "\(whole.dossier.recommendations)")
    #expect(opened.readRest())
  }

  @Test func aSmallOneIsWhole() {
    #expect(DossierReader.open(MemoryFolder.small).isWhole)
    #expect(DossierReader.open(MemoryFolder.small).readRest())
  }

  /// What leads nowhere is plain text at once, and told by the full reading.
  @Test(arguments: [
    "See [nothing](rec:nowhere).", "See <b>this</b>.", "## What\n\nElse.",
    "<!-- locator: L999999 -->\n\nText.", "See [this](elsewhere).",
  ])
  func aFaultInProse(_ text: String) throws {
    let folder = try Self.folder { number, file in if number == 300 { file += "\n\(text)\n" } }
    let (opened, whole) = (DossierReader.open(folder), DossierReader.read(folder))
    #expect(opened.diagnostics.isEmpty)
    #expect(!whole.diagnostics.isEmpty)
    #expect("\(opened.dossier.recommendations)" == "\(whole.dossier.recommendations)")
    #expect(!opened.readRest())
  }

  /// Faults outside the prose are told at once.
  @Test func aFaultInFrontMatter() throws {
    let folder = try Self.folder { number, file in
      if number == 300 { Self.replace("number: 300", by: "number: many", in: &file) }
    }
    let (opened, whole) = (DossierReader.open(folder), DossierReader.read(folder))
    #expect(opened.diagnostics == whole.diagnostics)
    #expect(opened.diagnostics.count == 1)
    #expect(opened.readRest())
  }

  /// A fault in a table that others name is told with those that follow from it, in order.
  @Test func aFaultInATable() throws {
    var folder = try Self.folder()
    folder["data/units.csv"] = nil
    let (opened, whole) = (DossierReader.open(folder), DossierReader.read(folder))
    #expect(opened.diagnostics == whole.diagnostics)
    #expect(!opened.diagnostics.isEmpty)
  }
}
