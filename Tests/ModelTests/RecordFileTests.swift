import Reading
import Records
import TestSupport
import Testing

/// Records are found in the files of a folder.
@Suite struct RecordFileTests {
  @Test func everyRecordOfTheBuiltInDossierHasALine() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = DiskFolder("/\(root)/assets/dossiers/us-mexico-2013")
    #expect(folder.fault == nil)
    func line(_ reference: Reference) throws -> String {
      let file = try #require(RecordFile(reference, in: folder), "\(reference)")
      let text = try folder.withBytes(of: file.path) { String(decoding: $0, as: UTF8.self) }
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)[file.line - 1]
    }
    #expect(try line(Reference(.section, "security#the-context")) == "## The Context")
    #expect(try line(Reference(.note, "security-2")).hasPrefix("[^2]:"))
    #expect(try line(Reference(.indicator, "us-content")).hasPrefix("us-content,"))
    #expect(try line(Reference(.entity, "287g")).hasPrefix("287g,"))
    #expect(RecordFile(Reference(.recommendation, "energy-1"), in: folder)?.line == 1)
    #expect(RecordFile(Reference(.recommendation, "energy-99"), in: folder) == nil)
    #expect(RecordFile(Reference(.chapter, "../x"), in: folder) == nil)
  }
}
