import TestSupport
import Testing

@testable import Reading
@testable import Records

/// Random damage to the built-in files never traps, hangs or lets a control character through.
@Suite struct MutationTests {
  @Test(arguments: Trials.seeds(24))
  func damagedFiles(seed: UInt64) throws {
    var random = SeededRandom(seed)
    var folder = try MemoryFolder(copying: DiskFolder(Files.builtInDossier))
    for path in folder.files.keys.sorted() where random.int(0...2) == 0 {
      for _ in 0..<random.int(1...12) {
        random.damage(&folder.files[path, default: []], with: Self.signs)
      }
    }
    let start = ContinuousClock.now
    let reading = DossierReader.check(folder)
    #expect(start.duration(to: .now) < .seconds(30), "seed \(seed)")
    #expect(controls(in: reading) == [], "seed \(seed)")
    #expect(!reading.dossier.title.isEmpty, "seed \(seed)")
    #expect(!reading.diagnostics.isEmpty, "seed \(seed)")
  }

  /// Signs that mean something to one of the formats or to a terminal.
  private static let signs = "\"',;:-#[]{}()<>|*_`&!\n\t\r\u{1b}\u{0}\u{7f}\u{9b}\u{202e}\u{feff}"
    .unicodeScalars.map { String($0) }
}
