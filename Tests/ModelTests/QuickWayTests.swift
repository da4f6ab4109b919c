import TestSupport
import Testing

@testable import Reading
@testable import Text

/// What most texts are spared gives the same as what the others go through.
@Suite struct QuickWayTests {
  private static func text(of pieces: [String], _ random: inout SeededRandom) -> String {
    (0..<random.int(0...60)).map { _ in pieces[random.int(0...pieces.count - 1)] }.joined()
  }

  /// A name of ASCII is taken byte by byte, another by its characters.
  @Test(arguments: Trials.seeds(2))
  func namesForThePalette(seed: UInt64) {
    var random = SeededRandom(seed)
    let pieces = ["a", "Z", "7", " ", "-", "fooBar", "U.S.", "Word", "x", "_", "(", "B"]
    for _ in 0..<2000 {
      let text = Self.text(of: pieces, &random)
      let (plain, other) = (FuzzyMatch.Name(text), FuzzyMatch.Name(text + "é"))
      let count = min(plain.letters.count, 127)
      #expect(plain.letters.prefix(count) == other.letters.prefix(count))
      #expect(plain.bonuses.prefix(count) == other.bonuses.prefix(count))
    }
  }

  /// Line ends alone are mended at once, other faults character by character.
  @Test(arguments: Trials.seeds(2))
  func lineEnds(seed: UInt64) {
    var random = SeededRandom(seed)
    let pieces = ["\r\n", "\r", "\n", "word", ",", "é", "“", "\t", " ", "a longer run of words"]
    for _ in 0..<1000 {
      let text = "a" + Self.text(of: pieces, &random) + "\r\n"
      let (quick, other) = (mended(text), mended(text + "\u{7}"))
      #expect(quick.bytes + Array("␇".utf8) == other.bytes)
      #expect(quick.faults == Array(other.faults.dropLast()))
    }
  }

  private func mended(_ text: String) -> (bytes: [UInt8], faults: [Diagnostic]) {
    var log = DiagnosticLog()
    let file = Array(text.utf8).withUnsafeBufferPointer {
      SourceFile(path: "a.csv", raw: $0, log: &log)
    }
    return (file.bytes, log.diagnostics)
  }
}
