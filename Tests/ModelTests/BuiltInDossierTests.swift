import BuiltIn
import Model
import Testing

@Suite struct BuiltInDossierTests {
  let reading = DossierReader.read(BuiltInDossier())

  @Test func readsWithoutDiagnostics() {
    #expect(reading.diagnostics.map(\.description) == [])
  }
}
