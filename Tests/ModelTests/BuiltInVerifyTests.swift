import BuiltIn
import Glibc
import Testing

@testable import Query
@testable import Reading

/// Looks up every place of the built-in dossier in the original, where a copy is at hand.
@Suite struct BuiltInVerifyTests {
  /// The path of a copy of the original's plain text, from the environment.
  static let path = getenv("DOSSIER_SOURCE").map { String(cString: $0) }

  @Test(.enabled(if: path != nil)) func everyPlaceIsWhereTheDossierSays() throws {
    let file = try #require(fopen(Self.path ?? "", "rb"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    let dossier = BuiltInDossier.reading().dossier
    let verification = Verification(dossier, in: OriginalText(bytes))
    #expect(verification.copy == .same)
    #expect(verification.checked > 1000)
    #expect(verification.findings.map(\.description) == [])
  }
}
