import BuiltIn
import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records
@testable import Text

/// Numbers in a place's words are compared with the value that they are quoted for.
@Suite struct FigureTests {
  private func findings(
    _ words: String, _ value: Double, decimals: UInt8 = 0, kind: Indicator.Kind = .amount,
    unit: Unit = Unit(id: "count", title: "number"), derivation: Derivation? = nil
  ) -> [String] {
    var dossier = Dossier()
    dossier.units = [unit]
    dossier.indicators = [
      Indicator(
        id: "x", title: "X", unit: unit.id, kind: kind,
        series: [
          Series(observations: [
            Observation(
              value: value, decimals: decimals, locators: [Locator(lines: 1...1, words: words)],
              derivation: derivation)
          ])
        ])
    ]
    let text = OriginalText(Array(words.utf8))
    return Verification(dossier, in: text).findings.map(\.description)
  }

  private static let percent = Unit(id: "percent", title: "percent", suffix: "%")
  private static let millions = Unit(id: "m", title: "dollars", prefix: "$", multiplier: 1e6)

  @Test(
    arguments: [
      ("once every twelve years", 12), ("over five", 5), ("1.7 million", 1_700_000),
      ("more than six million jobs", 6_000_000), ("roughly 340,000 people", 340_000),
      ("1.2m new jobs", 1_200_000), ("a billion crossings", 1e9), ("over 23 thousand", 23_000),
      ("157,204 GWh in 2001", 157_204), ("150MW", 150), ("a half-trillion", 5e11),
      ("twenty-five plants", 25), ("two hundred and six", 206), ("for two decades", 20),
      ("fifty-plus nations", 50), ("from 1.7 to 3.8", 3.8), ("four times less", 0.25),
      ("likely double", 2), ("net zero in May 2012", 0), ("25 percent higher", 1.25),
      ("two dozen", 24), ("three-year $1.4 billion", 1_400_000_000),
    ] as [(String, Double)])
  func wordsThatStateTheValueAgree(_ words: String, _ value: Double) {
    #expect(findings(words, value, decimals: 2) == [])
    #expect(findings(words, value * 2 + 7, decimals: 2).count == 1, "\(words)")
  }

  @Test(
    arguments: [
      ("roughly 40 percent", 40), ("5.3% of the price", 5.3), ("only half of those", 50),
      ("two-thirds of global GDP", 66.7), ("one in six", 16.7), ("four out of ten", 40),
      ("a third", 33.3), ("three quarters", 75), ("seventeen per cent", 17),
    ] as [(String, Double)])
  func sharesAreReadInEveryWording(_ words: String, _ value: Double) {
    #expect(findings(words, value, decimals: 1, kind: .share, unit: Self.percent) == [])
    #expect(
      findings(words, value + 5, decimals: 1, kind: .share, unit: Self.percent).count == 1,
      "\(words)")
  }

  @Test func aFallIsNegative() {
    #expect(findings("fell by 17 percent", -17, kind: .change, unit: Self.percent) == [])
    #expect(findings("a 23 percent decrease", -23, kind: .change, unit: Self.percent) == [])
    #expect(findings("fell by 17 percent", 17, kind: .change, unit: Self.percent).count == 1)
    #expect(findings("rose by 17 percent", -17, kind: .change, unit: Self.percent).count == 1)
    #expect(findings("40 percent", -40, kind: .share, unit: Self.percent).count == 1)
  }

  @Test func valuesAreComparedInBaseUnits() {
    #expect(findings("$500 billion in 2011", 500_000, unit: Self.millions) == [])
    #expect(
      findings("$500 billion in 2011", 500, unit: Self.millions) == [
        "indicator:x (value): L1 \"$500 billion in 2011\": the words say 500 billion, "
          + "the value is $500 million"
      ])
    #expect(
      findings("40", 45) == [
        "indicator:x (value): L1 \"40\": the words say 40, the value is 45"
      ])
  }

  @Test func ranksAreReadFromOrdinals() {
    let rank = Unit(id: "rank", title: "rank")
    #expect(findings("second largest", 2, kind: .rank, unit: rank) == [])
    #expect(findings("second largest", 3, kind: .rank, unit: rank).count == 1)
    #expect(findings("the largest", 1, kind: .rank, unit: rank) == [])
  }

  @Test func whatStatesNoNumberIsNotCompared() {
    #expect(findings("nearly equal", 1) == [])
    #expect(findings("at the peak in FY 2000", 1_700_000) == [])
    #expect(findings("one of the first in 2012", 8) == [])
    let derivation = Derivation(written: "68 percent of 1.4 million")
    #expect(findings("68 percent", 952_000, derivation: derivation) == [])
  }

  @Test func oneTamperedValueOfTheBuiltInDossierIsFound() throws {
    var dossier = BuiltInDossier.reading().dossier
    let text = OriginalText(Array("nothing".utf8))
    func figures() -> [Verification.Finding] {
      Verification(dossier, in: text).findings.filter {
        if case .figure = $0.problem { true } else { false }
      }
    }
    #expect(figures().map(\.description) == [])
    #expect(Verification(dossier, in: text).compared > 100)
    let index = try #require(dossier.indicators.firstIndex { $0.id == "us-content" })
    dossier.indicators[index].series[0].observations[0].value = 45
    #expect(figures().map(\.part) == ["Mexico"])
  }

  @Test func anyWordsAreReadWithoutATrap() {
    let seed = Trials.seed(11)
    var random = SeededRandom(seed)
    let parts = [
      "a", "half", "9", "99,999", ",", "1.", "percent", "million", "trillion", "in", "out of",
      "one", "hundred", "and", "−", "-7", "third", "%", "é", "1e9", "times less", "٣",
    ]
    for _ in 0..<2000 {
      var words = ""
      for _ in 0..<8 {
        words += parts[random.int(0...parts.count - 1)] + (random.int(0...1) == 0 ? " " : "")
      }
      for number in NumberReader.numbers(in: words) {
        #expect(!number.value.isNaN, "seed \(seed): \(words)")
      }
    }
    #expect(NumberReader.numbers(in: String(repeating: "9", count: 5000)) == [])
  }
}
