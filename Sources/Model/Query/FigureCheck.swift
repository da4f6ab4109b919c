import Records
import Text

/// Whether the words that a locator quotes can state the value that they are quoted for.
struct FigureCheck {
  private let unit: Unit
  private let kind: Indicator.Kind

  init(_ indicator: Indicator, unit: Unit) {
    self.unit = unit
    kind = indicator.kind
  }

  /// The result for one observation.
  enum Outcome {
    /// There is nothing to compare: no value, no number in the words, or a computed value.
    case uncompared
    /// One of the numbers can be the value.
    case agrees
    /// None can; the numbers, and the place that quotes the first one.
    case differs(words: String, Locator)
  }

  /// Compares an observation with the words of all its places.
  func outcome(of observation: Observation) -> Outcome {
    guard let value = observation.value, (value * unit.multiplier).isFinite,
      !observation.isComputed
    else { return .uncompared }
    var stated: [String] = []
    var place: Locator?
    for locator in observation.locators where !locator.words.isEmpty {
      let numbers = NumberReader.numbers(in: locator.words)
      if numbers.isEmpty { continue }
      let words = NumberReader.words(in: locator.words)
      for number in numbers {
        if agrees(number, with: observation, value, words) { return .agrees }
        if !number.isWeak || isRank { stated.append(number.text) }
      }
      if place == nil, !stated.isEmpty { place = locator }
    }
    guard let place else { return .uncompared }
    return .differs(words: stated.joined(separator: ", "), place)
  }

  private var isRank: Bool { kind == .rank || unit.id == "rank" }

  private var isPercent: Bool { unit.isPercent }

  private func agrees(
    _ number: NumberReader.Number, with observation: Observation, _ value: Double,
    _ words: Set<String>
  ) -> Bool {
    let full = value * unit.multiplier
    let exactly = full.magnitude * 1e-9
    // The table's value has been rounded to its decimals.
    let step = 0.5001 * unit.multiplier / DecimalText.power(Int(observation.decimals))
    func equals(_ candidate: Double, _ tolerance: Double) -> Bool {
      let distance = max(tolerance, candidate.magnitude * 1e-9)
      if (candidate - full).magnitude <= distance { return !contradicts(full, words) }
      // "A 23 percent decrease" is a value of -23.
      let mayFall = kind == .change || kind == .rate || !words.isDisjoint(with: ChangeWords.falls)
      return full < 0 && mayFall && (candidate + full).magnitude <= distance
        && words.isDisjoint(with: ChangeWords.rises)
    }
    let isLess = !words.isDisjoint(with: ChangeWords.less)
    switch number.form {
    case .plain: return equals(number.value, exactly)
    case .percent:
      if equals(number.value, exactly) { return true }
      guard !isPercent else { return false }
      let part = number.value / 100
      return equals(part, exactly) || equals(isLess ? 1 - part : 1 + part, exactly)
    case .fraction: return equals(isPercent ? number.value * 100 : number.value, step)
    case .times:
      if isLess, number.value > 0, equals(1 / number.value, step) { return true }
      if isPercent { return equals((number.value - 1) * 100, exactly) }
      return equals(number.value, exactly)
    }
  }

  /// Whether the value is a rise while the words only describe a fall.
  private func contradicts(_ value: Double, _ words: Set<String>) -> Bool {
    kind == .change && value > 0 && !words.isDisjoint(with: ChangeWords.falls)
      && words.isDisjoint(with: ChangeWords.rises)
  }
}
