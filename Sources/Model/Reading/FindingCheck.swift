import Records
import Text

/// Whether the sentence of an indicator says what its observations say.
struct FindingCheck {
  /// A fault of the sentence.
  struct Fault: Hashable {
    var message: String
    var remedy: String
  }

  /// The most letters of a finding, two lines of a narrow chart.
  static let limit = 100

  private let indicator: Indicator
  private let sentence: String
  private let candidates: [FindingCandidate]
  private let dates: FindingDates

  init(_ indicator: Indicator, unit: Unit) {
    self.indicator = indicator
    sentence = indicator.finding
    dates = FindingDates(sentence, indicator)
    candidates = FindingCandidate.all(of: indicator, unit: unit, on: dates)
    exempt = Self.plainNumbers([indicator.title, unit.title] + indicator.series.map(\.name))
  }

  /// The numbers that are part of a name: the 65 of "aged 65 and over".
  private let exempt: Set<Double>

  private static func plainNumbers(_ names: [String]) -> Set<Double> {
    Set(names.flatMap { NumberReader.numbers(in: $0) }.filter { $0.form == .plain }.map(\.value))
  }

  /// What is wrong with the sentence.
  var faults: [Fault] {
    var faults: [Fault] = []
    if sentence.count > Self.limit {
      faults.append(
        Fault(
          message: "the finding has \(sentence.count) letters",
          remedy: "a title has at most \(Self.limit)"))
    }
    // "U.S." may end a title.
    let lastWord = sentence.split(separator: " ").last ?? ""
    if lastWord.hasSuffix("."), !lastWord.dropLast().contains(".") {
      faults.append(
        Fault(message: "the finding ends with a full stop", remedy: "a title has none"))
    }
    for year in dates.unknown {
      faults.append(
        Fault(
          message: "the finding names \(year), for which the indicator has no value",
          remedy: "name a period of its observations"))
    }
    var isProved = false
    for number in NumberReader.numbers(in: sentence) where !dates.covers(number) {
      if candidates.contains(where: { $0.isTold(by: number, in: sentence) }) {
        isProved = true
      } else if !number.isWeak, !(number.form == .plain && exempt.contains(number.value)) {
        faults.append(
          Fault(
            message: "the finding says \"\(number.text)\", which its observations do not",
            remedy: "name the period of a value, and round it as the dossier's format allows"))
      }
    }
    let hasValues = indicator.series.contains { $0.observations.contains { $0.value != nil } }
    if !isProved, faults.isEmpty, hasValues {
      faults.append(
        Fault(
          message: "the finding has no number of its observations",
          remedy: "say what the figure shows with one of them"))
    }
    return faults
  }
}

extension Draft {
  /// Warns of each finding that its indicator's observations do not prove.
  mutating func checkFindings() {
    let units = Dictionary(
      dossier.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for indicator in dossier.indicators where !indicator.finding.isEmpty {
      // Without its unit, which has been reported, numbers cannot be compared.
      guard let unit = units[indicator.unit] else { continue }
      for fault in FindingCheck(indicator, unit: unit).faults {
        log.warning(place(of: indicator.reference), fault.message, remedy: fault.remedy)
      }
    }
  }
}
