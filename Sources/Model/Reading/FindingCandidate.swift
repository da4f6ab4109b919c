import Records
import Text

/// A number that a finding may tell: a value, or what two values have between them.
struct FindingCandidate {
  /// What the number is, which decides how a sentence can put it.
  private enum Form { case value, difference, ratio, change }

  private let form: Form
  /// In base units; a change in percent.
  private let amount: Double
  private let unit: Unit
  private let kind: Indicator.Kind

  /// Every number that the observations of an indicator allow on some dates.
  static func all(
    of indicator: Indicator, unit: Unit, on dates: FindingDates
  ) -> [FindingCandidate] {
    typealias Value = (amount: Double, period: Period?)
    let series = indicator.series.map { series in
      series.observations.compactMap { observation -> Value? in
        guard let value = observation.value, dates.name(observation) else { return nil }
        return (value * unit.multiplier, observation.period)
      }
    }
    var result: [FindingCandidate] = []
    func add(_ form: Form, _ amount: Double) {
      guard amount.isFinite else { return }
      result.append(
        FindingCandidate(form: form, amount: amount, unit: unit, kind: indicator.kind))
    }
    func add(from one: Value, to other: Value, isChange: Bool) {
      add(.difference, other.amount - one.amount)
      guard one.amount > 0, other.amount >= 0 else { return }
      add(.ratio, other.amount / one.amount)
      if isChange || one.period == other.period {
        add(.change, 100 * (other.amount / one.amount - 1))
      }
    }
    // A sentence names a few observations; a sentence that names hundreds tells nothing.
    let most = 40
    for (index, values) in series.enumerated() {
      for value in values { add(.value, value.amount) }
      for (place, one) in values.prefix(most).enumerated() {
        for other in values.prefix(most).dropFirst(place + 1) {
          add(from: one, to: other, isChange: true)
          if one.amount > 0, other.amount > 0 { add(.ratio, one.amount / other.amount) }
        }
        for rest in series.prefix(most).dropFirst(index + 1) {
          for other in rest.prefix(most) where other.period == one.period {
            add(from: one, to: other, isChange: false)
            add(from: other, to: one, isChange: false)
          }
        }
      }
    }
    return result
  }

  private init(form: Form, amount: Double, unit: Unit, kind: Indicator.Kind) {
    self.form = form
    self.amount = amount
    self.unit = unit
    self.kind = kind
  }

  private var isPercent: Bool { unit.isPercent }

  /// Whether a number of a sentence tells this one.
  func isTold(by number: NumberReader.Number, in sentence: String) -> Bool {
    let told = FindingNumber(number, in: sentence)
    // A rate or a share changes in points; percent of percent would be misread.
    let isRate = isPercent || kind == .rate
    switch (form, number.form) {
    case (.value, .plain): return !told.isInPoints && told.fits(amount) && agrees(sentence)
    case (.value, .percent):
      if isPercent { return told.fits(amount) && agrees(sentence) }
      return unit.isRatio && (told.fits((amount - 1) * 100) || told.fits((1 - amount) * 100))
    case (.value, .fraction):
      return told.fits(isPercent ? amount / 100 : amount) && (isPercent || unit.isRatio)
    // "Entered 7.6 million times" is a count.
    case (.value, .times): return (unit.isRatio || kind == .count) && told.fits(amount)
    case (.difference, .plain):
      return (isPercent ? told.isInPoints : !told.isInPoints) && told.fits(amount)
        && agrees(sentence)
    case (.change, .percent): return !isRate && told.fits(amount) && agrees(sentence)
    case (.change, .fraction):
      return !isRate && told.fits(amount / 100) && agrees(sentence)
    case (.ratio, .times), (.ratio, .fraction): return told.fits(amount)
    default: return false
    }
  }

  /// Whether the sentence tells no rise of a number below zero, and no fall of one above.
  private func agrees(_ sentence: String) -> Bool {
    guard form != .value || kind == .change else { return true }
    let words = NumberReader.words(in: sentence)
    let rises = !words.isDisjoint(with: ChangeWords.rises)
    let falls = !words.isDisjoint(with: ChangeWords.falls)
    return rises == falls || amount == 0 || (amount > 0) == rises
  }
}

extension Unit {
  /// Whether its values are multiples of something.
  var isRatio: Bool { ["times", "ratio"].contains(id) || ["times", "ratio"].contains(title) }
}
