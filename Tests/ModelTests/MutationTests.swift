import Model
import TestSupport
import Testing

/// Random damage to the built-in files never traps, hangs or lets a control character through.
@Suite struct MutationTests {
  @Test(arguments: Trials.seeds(24))
  func damagedFiles(seed: UInt64) throws {
    var random = SeededRandom(seed)
    var folder = try MemoryFolder(copying: DiskFolder(Files.builtInDossier))
    for path in folder.files.keys.sorted() where Int.random(in: 0..<3, using: &random) == 0 {
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        damage(&folder.files[path, default: []], using: &random)
      }
    }
    let start = ContinuousClock.now
    let reading = DossierReader.check(folder)
    #expect(start.duration(to: .now) < .seconds(30), "seed \(seed)")
    #expect(controls(in: reading) == [], "seed \(seed)")
    #expect(!reading.dossier.title.isEmpty, "seed \(seed)")
    #expect(!reading.diagnostics.isEmpty, "seed \(seed)")
  }

  private func damage(_ bytes: inout [UInt8], using random: inout SeededRandom) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...200, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 3:
      // Bytes that mean something to one of the formats or to a terminal.
      let signs = Array("\"',;:-#[]{}()<>|*_`&!\n\t\r\u{1b}\u{0}\u{7f}\u{9b}\u{202e}\u{feff}".utf8)
      bytes.insert(signs.randomElement(using: &random) ?? 0, at: place)
    default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
    }
  }
}
