import Records
import Text

/// The years that a sentence names, and which of an indicator's observations are meant by them.
struct FindingDates {
  private var years: Set<Int> = []
  /// Where years stand, whose digits are no other number.
  private var ranges: [Range<String.Index>] = []
  /// Whether all dated observations have one period, which needs no mention.
  private let isOnePeriod: Bool
  /// The named years that belong to no observation.
  private(set) var unknown: [Int] = []

  init(_ sentence: String, _ indicator: Indicator) {
    let periods = Set(indicator.series.flatMap(\.observations).compactMap(\.period))
    isOnePeriod = periods.count == 1
    find(sentence)
    var title = self
    title.years = []
    title.find(indicator.title)
    unknown = years.subtracting(title.years).filter { year in
      !periods.isEmpty && !periods.contains { $0.first.year <= year && $0.last.year >= year }
    }.sorted()
  }

  /// Finds `2011`, `FY2011` and `1960s`, not `2,011`, `$2011` or `2011.5`.
  private mutating func find(_ text: String) {
    var index = text.startIndex
    while let start = text[index...].firstIndex(where: \.isDigit) {
      let end = text[start...].firstIndex { !$0.isDigit } ?? text.endIndex
      index = end
      guard text.distance(from: start, to: end) == 4, let year = Int(text[start..<end]),
        (1000...2999).contains(year), !isPart(text, start, end)
      else { continue }
      ranges.append(start..<end)
      years.insert(year)
      if text[end...].first == "s" { years.insert(year + 9) }
    }
  }

  /// Whether digits belong to a longer number or count something.
  private func isPart(_ text: String, _ start: String.Index, _ end: String.Index) -> Bool {
    if start > text.startIndex, "$€£¥.,".contains(text[text.index(before: start)]) { return true }
    let rest = text[end...]
    return rest.first == "%"
      || (rest.first == "." || rest.first == ",") && rest.dropFirst().first?.isDigit == true
  }

  /// Whether a number is the digits of a year.
  func covers(_ number: NumberReader.Number) -> Bool {
    ranges.contains { $0.overlaps(number.range) }
  }

  /// Whether a sentence means an observation: if it names both ends of its period, or if it has
  /// none or shares it with all others.
  func name(_ observation: Observation) -> Bool {
    guard let period = observation.period, !isOnePeriod else { return true }
    return years.contains(Int(period.first.year)) && years.contains(Int(period.last.year))
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
