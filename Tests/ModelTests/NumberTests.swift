import TestSupport
import Testing

@testable import Reading
@testable import Records

/// Numbers as a dossier and as people write them.
@Suite struct NumberTests {
  private func read(_ text: String, _ mark: Unicode.Scalar? = nil) -> Number? {
    Array(text.utf8).withUnsafeBufferPointer {
      Number($0, mark: mark.map { UInt8($0.value) })
    }
  }

  private func number(_ text: String, _ mark: Unicode.Scalar = ".") -> Double? {
    read(text, mark)?.value
  }

  @Test(
    arguments: [
      ("12", 12), ("-3.5", -3.5), ("−3.5", -3.5), ("1,234.5", 1234.5), ("$1,200", 1200),
      ("(20)", -20), ("($1,200.50)", -1200.5), ("45%", 45), ("45 %", 45), ("US$ 3", 3), ("3 €", 3),
      ("1 234 567", 1_234_567), ("1\u{202f}234", 1234), ("1'234'567.25", 1_234_567.25),
      ("1e5", 1e5),
      ("2.5E-3", 0.0025), ("+7", 7), ("-$5", -5), ("$-5", -5), ("≈ 11", 11), ("12e", 12),
      ("12 *", 12),
      ("12,34,567", 1_234_567), ("0.30000000000000004", 0.30000000000000004), (".5", 0.5),
      ("$714B", 714e9), ("1.2M", 1.2e6), ("3.4 billion", 3.4e9), ("US$ 2 million", 2e6),
      ("5k", 5000),
      ("(1.5 bn)", -1.5e9), ("$97.4B (estimated)", 97.4e9),
      ("12345678901234567890", 12_345_678_901_234_567_168),
      ("5-", -5), ("5 CR", -5), ("–5", -5), ("‑5", -5), ("△5", -5), ("125 2/", 125),
      ("123[1]", 123), ("118¹", 118), ("120 a", 120), ("130 (1)", 130), ("12.5 bp", 12.5),
    ] as [(String, Double)])
  func numbers(_ text: String, _ value: Double) {
    #expect(number(text) == value)
  }

  @Test(arguments: [("1,5", 1.5), ("1.234,5", 1234.5), ("1 234,5", 1234.5), ("-0,25 %", -0.25)])
  func decimalCommas(_ text: String, _ value: Double) { #expect(number(text, ",") == value) }

  @Test(arguments: [
    "", "abc", "1,5", "1.2.3", "--5", "5--", "1,23", "1,2345", "12 34", "1e999", "inf", "nan",
    "5 kg", "5 (kg)", "5 km", "5m", "5 Mexico", "5B2", "B", "5 B2 B", "7A", "5 Km",
    "(5", "5)", "2012-12", "$", "%", "-", "1,,234", "1'23", "e5", "1 000 00", ".", "((5))",
    String(repeating: "1", count: 65),
  ])
  func noNumbers(_ text: String) { #expect(number(text) == nil) }

  @Test func qualifiersStayWithTheirNumbers() {
    let cells: [(String, Qualifiers)] = [
      ("≈ 11", .about), ("<5", .under), (">5", .over), ("3.1e", .estimated),
      ("3.1 (f)", .projected), ("206.4 (projected)", .projected), ("5% (est.)", .estimated),
      ("7 (expected)", .expected), ("9 (revised)", []), ("9 (p)", .provisional),
      ("9p", .provisional),
      ("8 (preliminary)", .provisional), ("8 (planned)", .planned), ("8 (up-to)", .upTo),
    ]
    for (text, qualifiers) in cells {
      #expect(read(text, ".")?.qualifiers == qualifiers, "\(text)")
    }
  }

  @Test(arguments: [
    "+7", "1,234", "1 234", "−3", "1e5", "$5", "5%", "(5)", "≈ 5", "5e", "1.2M", " 5", "5 ", "NA",
    "", "-", ".", "1.2.3", "--5", String(repeating: "1", count: 65),
  ])
  func aDossierWritesPlainNumbersOnly(_ text: String) { #expect(read(text) == nil) }

  /// Plain digits are the same number for both, and the double nearest to them; a dossier has no
  /// more than 18.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func plainDigitsAreTheNearestDouble(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    var text = random.int(0...1) == 0 ? "" : "-"
    for _ in 0..<random.int(1...20) { text += String(random.int(0...9)) }
    if random.int(0...3) > 0 {
      text += "."
      for _ in 0..<random.int(1...20) { text += String(random.int(0...9)) }
    }
    let value = try #require(Double(text))
    let isShort = text.count { $0.isNumber } <= 18
    #expect(read(text)?.value == (isShort ? value : nil), "seed \(seed): \(text)")
    #expect(number(text) == value, "seed \(seed): \(text)")
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    #expect(read(text, ".")?.decimals == decimals, "seed \(seed): \(text)")
  }

  /// `0.07 million` is the double nearest to 70,000: nothing is added by multiplying.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func magnitudesAddNothing(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    let digits = "\(random.int(0...999)).\(random.int(0...99_999))"
    for (word, power) in [("K", 3), (" million", 6), ("B", 9), (" tn", 12)] {
      let value = try #require(Double("\(digits)e\(power)"))
      #expect(number(digits + word) == value, "seed \(seed): \(digits)\(word)")
    }
    #expect(number("0.07M") == 70_000)
  }
}
