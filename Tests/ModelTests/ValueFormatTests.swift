import Testing

@testable import Query
@testable import Records
@testable import Text

private let dollars = Unit(id: "usd", title: "U.S. dollars", prefix: "$")
private let millions = Unit(
  id: "usd-million", title: "U.S. dollars", prefix: "$", multiplier: 1_000_000)
private let percent = Unit(id: "percent", title: "percent", suffix: "%")
private let persons = Unit(id: "persons", title: "persons")
private let power = Unit(id: "gwh", title: "gigawatt hours", suffix: "GWh")
private let rank = Unit(id: "rank", title: "rank")
private let times = Unit(id: "times", title: "times")

@Suite struct ValueFormatTests {
  @Test(
    arguments: [
      (461164.3, 1, millions, "$461.2 billion"), (7721.0, 1, millions, "$7.72 billion"),
      (-5500, 1, millions, "−$5.5 billion"), (0.3, 1, millions, "$300,000"),
      (999_999.96, 2, millions, "$1 trillion"), (999.949999, 6, millions, "$999.9 million"),
      (1_700_000, 0, persons, "1.7 million"), (1_676_438, 0, persons, "1.68 million"),
      (999_999, 0, persons, "999,999"), (999_999.7, 1, persons, "1 million"),
      (55_000, 0, persons, "55,000"), (40, 0, percent, "40%"), (66.7, 1, percent, "66.7%"),
      (-17, 0, percent, "−17%"), (0.25, 2, times, "0.25"), (4, 1, percent, "4.0%"),
      (18.30486, 5, percent, "18.30%"), (0.000123, 6, times, "0.000123"),
      (-0.0, 1, percent, "0.0%"),
      (200_946, 0, power, "200,946 GWh"), (2, 0, rank, "no. 2"),
      (500_000_000_000, 0, dollars, "$500 billion"), (1234.5, 0, dollars, "$1,235"),
    ] as [(Double, Int, Unit, String)])
  func valuesReadAsAReaderWritesThem(_ value: Double, _ decimals: Int, _ unit: Unit, _ text: String)
  {
    #expect(ValueFormat(unit).text(value, decimals: decimals) == text)
  }

  @Test(
    arguments: [
      (11_000_000.0, Qualifiers.about, "≈ 11 million"), (6_000_000, .over, "> 6 million"),
      (55_000, .upTo, "up to 55,000"), (5_000_000, .nearly, "nearly 5 million"),
      (10, .under, "< 10"), (2015, .expected, "2,015, expected"),
      (60_000, [.upTo, .planned], "up to 60,000, planned"),
      (40_000_000, [.projected, .about], "≈ 40 million, projected"),
    ] as [(Double, Qualifiers, String)])
  func qualifiersAreBesideTheValue(_ value: Double, _ qualifiers: Qualifiers, _ text: String) {
    let observation = Observation(value: value, qualifiers: qualifiers)
    #expect(ValueFormat(persons).text(observation) == text)
  }

  @Test func theUnitIsNamedWhereItHasNoSign() {
    let format = ValueFormat(persons)
    #expect(format.text(Observation(value: 1_700_000), namesUnit: true) == "1.7 million persons")
    #expect(ValueFormat(percent).text(Observation(value: 4), namesUnit: true) == "4%")
    #expect(format.text(Observation(value: nil)) == "no value")
    #expect(format.text(.infinity) == "no value")
  }

  @Test func numbersOfAnySizeAreDigitsAlone() {
    var size = 1e-300
    while size < 1e300 {
      for value in [size, -size, size * 3.7] {
        let text = ValueFormat(persons).text(value, decimals: 12)
        let digits = text.filter { !"−.,0123456789 milbontr".contains($0) }
        #expect(digits.isEmpty, "\(value) reads \(text)")
      }
      size *= 31
    }
  }

  @Test func aColumnIsAlignedOnItsPoint() {
    let values = [(4, 0), (12.5, 1), (-0.25, 2)].map { value, decimals in
      Observation(value: value, decimals: UInt8(decimals))
    }
    let scale = ValueScale(values.compactMap(\.value), unit: percent, decimals: 2)
    #expect(
      scale.column(values + [Observation(value: nil)]) == [" 4   ", "12.5 ", "−0.25", " –   "])
    #expect(scale.heading == "percent")
    let people = ValueScale([1_700_000, 340_000], unit: persons, decimals: 0)
    #expect(people.heading == "million persons")
    #expect(people.text(340_000) == "0.34")
    #expect(ValueScale([461164.3], unit: millions).heading == "billion U.S. dollars")
  }
}

@Suite struct SmallNumberTests {
  private let grams = ValueFormat(Unit(id: "g", title: "g"))

  /// What is not zero is not told as zero, and small values are told apart.
  @Test func smallValuesKeepTheirDigits() {
    let texts = [1.7e-6, 1.87e-6, 0.000004, 0.0041, 1.5e-9].map { grams.text($0, decimals: 12) }
    #expect(texts == ["0.00000170", "0.00000187", "0.00000400", "0.00410", "0.00000000150"])
    #expect(DecimalText.telling(0.0017, decimals: 1) == "0.0017")
    #expect(DecimalText.telling(-0.004, decimals: 2) == "−0.0040")
    #expect(DecimalText.telling(0.004, decimals: 1, most: 3) == "0.004")
    #expect(DecimalText.telling(0, decimals: 1) == "0.0")
    #expect(DecimalText.telling(3.14159, decimals: 2) == "3.14")
    #expect(DecimalText.telling(1e-300, decimals: 2) == "0")
  }

  @Test func yearsHaveNoComma() {
    #expect(ValueFormat(Unit(id: "year", title: "year")).text(2011) == "2011")
  }
}
