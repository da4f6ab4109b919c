import BuiltIn
import TestSupport
import Testing

@testable import Reading
@testable import Records
@testable import Text

/// The sentences that lead figures, checked against the observations.
@Suite struct FindingTests {
  private static let persons = Unit(id: "persons", title: "persons")
  private static let percent = Unit(id: "percent", title: "percent", suffix: "%")
  private static let millions = Unit(
    id: "usd-million", title: "U.S. dollars", prefix: "$", multiplier: 1_000_000)

  private func faults(
    _ finding: String, _ series: [(String, [(String?, Double)])], _ unit: Unit = persons,
    _ kind: Indicator.Kind = .count, title: String = "Measure"
  ) -> [String] {
    let indicator = Indicator(
      id: "i", title: title, unit: unit.id, kind: kind, finding: finding,
      series: series.map { name, values in
        Series(
          name: name,
          observations: values.map {
            Observation(period: $0.0.flatMap { Period($0) }, value: $0.1, decimals: 4)
          })
      })
    return FindingCheck(indicator, unit: unit).faults.map(\.message)
  }

  private let course: [(String, [(String?, Double)])] = [
    ("", [("FY2000", 1_676_438), ("FY2006", 1_089_092), ("FY2011", 340_252)])
  ]

  @Test(arguments: [
    "Apprehensions fell to 340,252 in FY 2011", "Apprehensions fell to 340,000 in 2011",
    "Some 1.68 million were caught in FY2000", "Nearly 1.7 million were caught in FY2000",
    "More than 340,000 were caught in 2011", "Over 1 million were caught in 2006",
    "They fell by 69 percent from 2006 to 2011", "They fell by 748,840 from 2006 to 2011",
    "In 2011 a fifth as many were caught as in 2000", "From 2011 to 2006 it is more than tripled",
  ])
  func whatTheValuesSay(_ finding: String) { #expect(faults(finding, course) == []) }

  @Test(arguments: [
    "Apprehensions fell to 340,352 in FY 2011", "Apprehensions fell to 350,000 in 2011",
    "Some 1.67 million were caught in FY2000", "Nearly 1.6 million were caught in FY2000",
    "More than 350,000 were caught in 2011", "Over 2 million were caught in 2006",
    "They fell by 70 percent from 2006 to 2011", "They rose by 69 percent from 2006 to 2011",
    "In 2011 a third as many were caught as in 2000", "Some 300,000 were caught in 2011",
    // The value of another year.
    "Some 1.68 million were caught in FY2006",
    // No year at all.
    "Some 340,252 were caught",
  ])
  func whatTheyDoNotSay(_ finding: String) {
    let found = faults(finding, course)
    #expect(found.count == 1)
    #expect(found.first?.contains("its observations do not") == true, "\(found)")
  }

  @Test func aYearWithoutAValue() {
    #expect(
      faults("There were 340,252 in 2011, fewer than in 2009", course)
        == ["the finding names 2009, for which the indicator has no value"])
    let titled = faults(
      "There were 340,252 in 2011, fewer than in 2009", course, title: "Caught, 2009-2011")
    #expect(titled == [])
  }

  @Test func percentagesChangeByPoints() {
    let shares: [(String, [(String?, Double)])] = [("", [("2000", 40), ("2010", 46)])]
    func share(_ finding: String) -> [String] {
      faults(finding, shares, Self.percent, .share)
    }
    #expect(share("The share rose by 6 points from 2000 to 2010") == [])
    #expect(share("The share rose 6 percentage points from 2000 to 2010") == [])
    #expect(!share("The share rose by 15 percent from 2000 to 2010").isEmpty)
    #expect(!share("The share rose by 6 from 2000 to 2010").isEmpty)
    #expect(share("In 2010 about 46 cents of a dollar were spent at home") == [])
  }

  @Test func wordsForPartsAndMultiples() {
    let parts: [(String, [(String?, Double)])] = [("Mexico", [(nil, 66)]), ("Canada", [(nil, 22)])]
    func part(_ finding: String) -> [String] { faults(finding, parts, Self.percent, .share) }
    #expect(part("Two thirds came from Mexico") == [])
    #expect(part("Two out of three came from Mexico") == [])
    #expect(part("Mexico's share is three times that of Canada") == [])
    #expect(part("More than a fifth came from Canada") == [])
    #expect(!part("Three quarters came from Mexico").isEmpty)
    #expect(!part("Mexico's share is twice that of Canada").isEmpty)
  }

  @Test func valuesAreTakenInFull() {
    let trade: [(String, [(String?, Double)])] = [("", [("2011", 461_164.3), ("2012", 493_468.7)])]
    func told(_ finding: String) -> [String] { faults(finding, trade, Self.millions, .amount) }
    #expect(told("Trade came to $461 billion in 2011") == [])
    #expect(told("Trade came to $461.2 billion in 2011 and $493 billion in 2012") == [])
    #expect(!told("Trade came to $461.2 million in 2011").isEmpty)
    #expect(told("Trade grew by 7 percent from 2011 to 2012") == [])
  }

  @Test func numbersOfNamesAndOne() {
    let rate: [(String, [(String?, Double)])] = [("", [("2011", 23.6)])]
    let title = "Homicides per 100,000 people aged 15 and over"
    #expect(faults("One of the worst: 23.6 per 100,000 aged 15", rate, title: title) == [])
    #expect(!faults("One of the worst: 23.6 per 10,000", rate, title: title).isEmpty)
  }

  @Test func itsForm() {
    let one: [(String, [(String?, Double)])] = [("", [("2011", 5)])]
    #expect(faults("There were 5", one) == [])
    #expect(faults("There were 5 in the U.S.", one) == [])
    #expect(faults("There were 5.", one) == ["the finding ends with a full stop"])
    #expect(faults("There were some", one) == ["the finding has no number of its observations"])
    #expect(faults("No values survive", []) == [])
    let long = "There were 5 " + String(repeating: "and ", count: 22)
    #expect(faults(long + "more", one) == ["the finding has 105 letters"])
  }

  @Test func aFaultIsAWarningOfItsRow() {
    let reading = checkSmall { folder in
      let path = "data/indicators.csv"
      let lines = (folder[path] ?? "").split(separator: "\n").map(String.init)
      let table =
        [lines[0] + ",finding"]
        + lines.dropFirst().map { $0 + ($0.hasPrefix("flow,") ? ",There were 99" : ",") }
      folder[path] = table.map { $0 + "\n" }.joined()
    }
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.severity == .warning)
    #expect(reading.diagnostics.first?.message.contains("\"99\"") == true)
  }

  /// Each number of each finding, changed in its last digit, has to be found.
  @Test func aWrongNumberIsFound() {
    let dossier = BuiltInDossier.reading().dossier
    let units = Dictionary(uniqueKeysWithValues: dossier.units.map { ($0.id, $0) })
    var (changed, missed) = (0, [String]())
    for indicator in dossier.indicators where !indicator.finding.isEmpty {
      guard let unit = units[indicator.unit] else { continue }
      for number in NumberReader.numbers(in: indicator.finding) where !number.isWeak {
        let digits = indicator.finding[number.range].prefix { $0.isNumber || ".,".contains($0) }
        guard let last = digits.lastIndex(where: { $0.isNumber && $0 != "0" }),
          let digit = digits[last].wholeNumberValue, !Self.names(indicator, number.value)
        else { continue }
        for step in [3, 5] {
          var wrong = indicator
          let other = "\((digit + step) % 9 + 1)"
          if other == "\(digit)" { continue }
          wrong.finding.replaceSubrange(last...last, with: other)
          changed += 1
          if FindingCheck(wrong, unit: unit).faults.isEmpty { missed.append(wrong.finding) }
        }
      }
    }
    #expect(missed.count * 40 <= changed, "\(missed)")
  }

  /// Whether a number stands in a name, where it is not checked.
  private static func names(_ indicator: Indicator, _ value: Double) -> Bool {
    ([indicator.title] + indicator.series.map(\.name)).contains { name in
      NumberReader.numbers(in: name).contains { $0.value == value }
    }
  }
}
