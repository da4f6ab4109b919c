import TestSupport
import Testing

@testable import Query
@testable import Records
@testable import Text

@Suite struct VerifyTests {
  /// Twenty lines in which everything stands where the sample dossier says.
  static let lines = [
    "Roads", "Trucks", "wait; about 40", "per\u{ad}cent of them", "long", "six", "Widen the",
    "\u{c}roads now", "nine", "ten", "Rivers", "dams", "thirteen", "14", "15", "16", "17",
    "Widen roads", "19", "20",
  ]

  private func original(_ lines: [String] = lines, end: String = "\n") -> OriginalText {
    OriginalText(Array((lines.joined(separator: end) + end).utf8))
  }

  private func dossier() -> Dossier {
    var dossier = sampleDossier()
    dossier.entities[1].locators = []
    return dossier
  }

  @Test func digestsAreThoseOfTheStandard() {
    #expect(
      SHA256.hexadecimal([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hexadecimal(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexadecimal(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hexadecimal([UInt8](repeating: UInt8(ascii: "a"), count: 100_000))
        == "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee")
  }

  @Test(arguments: ["\n", "\r\n", " \n\u{c}"]) func brokenWordsAreWhereTheyShouldBe(end: String) {
    let verification = Verification(dossier(), in: original(end: end))
    #expect(verification.findings.map(\.description) == [])
    #expect(verification.checked == 10)
    #expect(verification.copy == .unstated)
  }

  @Test func theCopyIsComparedByItsDigest() {
    var dossier = dossier()
    let text = original()
    dossier.sourceText = SourceText(sha256: text.sha256, lines: 20)
    #expect(Verification(dossier, in: text).copy == .same)
    #expect(
      Verification(dossier, in: original(["x"])).copy == .different(sha256: original(["x"]).sha256))
  }

  @Test func movedWordsAreFoundNearest() {
    let shifted = original(["new", "lines"] + Self.lines)
    let findings = Verification(dossier(), in: shifted).findings
    #expect(
      findings.map(\.description) == [
        "rec:roads-1: L7-L8 \"Widen the roads\": is at L9-L10 instead",
        "rec:roads-1 (at a glance): L18 \"Widen roads\": is at L20 instead",
        "indicator:share (North, 2010): L3-L4 \"40 percent\": is at L5-L6 instead",
      ])
    let locator = Locator(lines: 10...10, words: "same")
    let twice = original(Array(repeating: "x", count: 7) + ["same", "x", "y", "same", "same"])
    #expect(twice.nearest(locator.words, to: 10) == 11...11)
    #expect(twice.nearest(locator.words, to: 9) == 8...8)
  }

  @Test func missingBlankAndOutsideAreToldApart() {
    var lines = Self.lines
    lines[4] = " \u{c}"
    lines[17] = "nothing of the kind"
    lines[6] = "Widen all"
    lines.removeLast()
    let findings = Verification(dossier(), in: original(lines)).findings
    let problems = Dictionary(
      findings.map { ("\($0.reference) \($0.part)", $0.problem) }, uniquingKeysWith: { $1 })
    #expect(problems["event:opening "] == .blank)
    #expect(problems["rec:roads-1 at a glance"] == .missing)
    #expect(problems["chapter:rivers "] == .outside(lineCount: 19))
    #expect(findings.count == 4)
  }

  @Test func otherwiseWordedPassagesAreSimilar() {
    let text = original(["a", "b", "Open the services trade", "within the continent"])
    let locator = Locator(lines: 1...1, words: "Open the services trade within North America")
    let passage = text.passage(locator, context: 1)
    #expect(passage.standing == .similar)
    #expect(passage.text.map(\.number) == [2, 3, 4])
    #expect(text.nearest(locator.words, to: 1) == nil)
  }

  @Test func passagesHaveTheirLinesAndSomeAround() {
    let text = original()
    let passage = text.passage(Locator(lines: 7...8, words: "Widen the roads"), context: 2)
    #expect(passage.standing == .inPlace)
    #expect(passage.text.map(\.number) == Array(5...10))
    #expect(passage.text.filter(\.isNamed).map(\.text) == ["Widen the", "␌roads now"])
    #expect(text.passage(Locator(lines: 30...31)).standing == .outside)
    #expect(text.passage(Locator(lines: 20...20), context: .max).text.count == 20)
    let moved = text.passage(Locator(lines: 1...2, words: "Widen the roads"), context: 0)
    #expect(moved.standing == .moved)
    #expect(moved.lines == 7...8)
    #expect(text.passage(Locator(lines: 1...1, words: "absent")).standing == .unconfirmed)
  }

  @Test func anyBytesAreReadWithoutATrap() {
    let seed = Trials.seed(7)
    var random = SeededRandom(seed)
    for round in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<(round % 40) {
        let byte = UInt8(random.int(0...255))
        bytes.append(byte % 5 == 0 ? 10 : byte)
      }
      let text = OriginalText(bytes)
      _ = Verification(sampleDossier(), in: text)
      for number in -1...text.lineCount + 1 {
        #expect(
          text.line(number).unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f },
          "seed \(seed)")
      }
      _ = text.passage(Locator(lines: 1...Int.max, words: "Widen the roads"))
      _ = text.passage(Locator(lines: Int.max...Int.max))
    }
    #expect(OriginalText([]).lineCount == 0)
    #expect(OriginalText([10]).lineCount == 1)
    #expect(OriginalText([97]).lineCount == 1)
  }
}
