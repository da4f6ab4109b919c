import Glibc
import TestSupport
import Testing

/// The inputs that the fuzzer starts from, and others made from them, break nothing.
///
/// What an input breaks ends the tests with it. The input that was read last lies in `.build/fuzz`
/// under the name of the one that it was made from, for `dossier-fuzz` to read it again.
@Suite(.serialized) struct CorpusTests {
  private static let folder = "\(Files.packageRoot)/Tests/Fuzz/Corpus"
  private static let names = Files.below(folder).map { String($0.dropFirst(folder.count + 1)) }

  @Test func thereIsAnInputForEveryTarget() {
    let targets = Self.names.compactMap { Self.input($0).first }.map(FuzzTarget.init(rawValue:))
    #expect(!targets.contains(nil), "an input names no target")
    #expect(Set(targets.compactMap(\.self)) == Set(FuzzTarget.allCases))
  }

  @Test(arguments: names) func nothingBreaks(_ name: String) throws {
    let input = Self.input(name)
    try #require(!input.isEmpty)
    Self.run(input, name)
    for seed in Trials.seeds(400) {
      var random = SeededRandom(seed)
      var damaged = Array(input.dropFirst())
      for _ in 0..<random.int(1...8) { random.damage(&damaged, with: Self.pieces) }
      Self.run([input[0]] + damaged, name)
    }
  }

  /// Pieces that mean something to one of the readers or to a terminal.
  private static let pieces = [
    "\u{1b}[", "\u{1b}[200~", "\u{1b}[201~", "\u{1b}]52;c;", "\u{9b}", "\u{202e}", "\u{0}", "\u{c}",
    "\n---\n", "<!-- ", " -->", "![](chart:", "\n| a |\n|---|\n", "99999999999999999999", "-1", "é",
    "漢", "e\u{301}", "\"", "'", "\t", ",", ";", "\\", ": ", "&a", "*a", "{", "[", "\r\n",
  ]

  private static func input(_ name: String) -> [UInt8] { Files.bytes("\(folder)/\(name)") ?? [] }

  private static func run(_ input: [UInt8], _ name: String) {
    let trace = "\(Files.packageRoot)/.build/fuzz"
    mkdir(trace, 0o755)
    #expect(Files.write(input, to: "\(trace)/\(name)"))
    input.withUnsafeBufferPointer(FuzzTarget.run)
  }
}
