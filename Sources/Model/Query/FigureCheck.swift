import Records
import Text

/// Whether the words that a locator quotes can state the value that they are quoted for.
struct FigureCheck {
  private let unit: Unit
  private let kind: Indicator.Kind
  private let original: OriginalText

  /// A check of an indicator's values.
  ///
  /// - Parameter original: The text whose headings say in what a table counts.
  init(_ indicator: Indicator, unit: Unit, in original: OriginalText) {
    self.unit = unit
    kind = indicator.kind
    self.original = original
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
        if isBare(number), value.magnitude > 0 {
          for factor in magnitudes(above: locator) {
            var whole = number
            whole.value *= factor
            if agrees(whole, with: observation, value, words) { return .agrees }
          }
        }
        if !number.isWeak || isRank { stated.append(number.text) }
      }
      if place == nil, !stated.isEmpty { place = locator }
    }
    guard let place else { return .uncompared }
    return .differs(words: stated.joined(separator: ", "), place)
  }

  /// The farthest line above a row in which a table's heading may say in what it counts.
  private static let headingReach = 60

  /// Whether a number is written in digits alone, so that a heading may say what they count.
  private func isBare(_ number: NumberReader.Number) -> Bool {
    number.text.utf8.allSatisfy { $0 < 0x80 && !($0 | 0x20).isSmallLetter }
  }

  /// What the lines above a place say that numbers count: `Number of calls in millions`.
  private func magnitudes(above locator: Locator) -> [Double] {
    guard let lines = locator.lines else { return [] }
    var factors: [Double] = []
    for line in max(1, lines.lowerBound - Self.headingReach)..<max(1, lines.lowerBound) {
      let words = original.line(line).lowercased().split { !$0.isLetter }.map(String.init)
      for (name, factor) in [("thousand", 1e3), ("million", 1e6), ("billion", 1e9)] {
        let isNamed = words.indices.contains { index in
          words[index] == name + "s"
            || words[index] == name && index > 0 && ["in", "us", "usd"].contains(words[index - 1])
        }
        if isNamed, !factors.contains(factor) { factors.append(factor) }
      }
    }
    return factors
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

extension UInt8 {
  fileprivate var isSmallLetter: Bool { (0x61...0x7a).contains(self) }
}
