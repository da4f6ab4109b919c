package import Records
import Text

/// Values with their unit, as readers see them.
///
/// A value is shown in full, so 461164.3 in a unit with multiplier
/// 1000000 and prefix `$` reads *$461.2 billion*. There is no e-notation at any
/// size, the minus sign is U+2212, and thousands are set off by commas.
package struct ValueFormat: Sendable {
  /// What the values are counted in.
  package let unit: Unit

  /// A format for values in a unit.
  package init(_ unit: Unit) { self.unit = unit }

  /// A value with the unit's signs; `no value` if it is not finite.
  ///
  /// - Parameter decimals: How many decimals the source gives. Fewer are shown if they would say
  ///   nothing: two below 10 million, one above.
  package func text(_ value: Double, decimals: Int = 2) -> String {
    let full = value * unit.multiplier
    guard full.isFinite else { return Self.missing }
    if unit.id == "rank" { return "no. \(DecimalText.text(full, decimals: 0))" }
    let size = full.magnitude
    if unit.isYear { return DecimalText.text(full, decimals: 0, groups: false) }
    guard let scale = Magnitude.shown(size) else {
      let most = available(decimals, dividedBy: 1)
      let places = min(Self.sensibleDecimals(size), most)
      return withSigns(DecimalText.telling(full, decimals: places, most: most))
    }
    let scaled = full / scale.factor
    let places = min(
      scaled.magnitude < 9.995 ? 2 : scaled.magnitude < 999.95 ? 1 : 0,
      available(decimals, dividedBy: scale.factor))
    let number = DecimalText.trimmed(DecimalText.text(scaled, decimals: places))
    return withSigns("\(number) \(scale.word)")
  }

  /// An observation's value with its qualifiers: `≈ 11 million`, `$72 billion, expected`; one that
  /// the dossier computed says so: `3.9, computed`.
  ///
  /// - Parameter namesUnit: Whether the unit's name follows if it has no sign: `1.7 million
  ///   persons`.
  package func text(_ observation: Observation, namesUnit: Bool = false) -> String {
    guard let value = observation.value, (value * unit.multiplier).isFinite else {
      return Self.missing
    }
    var text = text(value, decimals: Int(observation.decimals))
    if namesUnit, hasName { text += " \(unit.title)" }
    return Self.qualified(text, observation.qualifiers)
  }

  /// What is shown for a missing value.
  package static let missing = "no value"

  /// Whether the unit's name says more than its signs.
  private var hasName: Bool {
    unit.prefix.isEmpty && unit.suffix.isEmpty
      && !["number", "ratio", "index", "rank", ""].contains(unit.title)
      && !unit.title.hasPrefix("index,")
  }

  private func withSigns(_ text: String) -> String {
    var number = Substring(text)
    var sign = ""
    if number.hasPrefix("−") {
      sign = "−"
      number.removeFirst()
    }
    let suffix = unit.suffix
    let isWord = suffix.first?.isLetter ?? false
    return sign + unit.prefix + number + (isWord ? " " : "") + suffix
  }

  /// The decimals that remain of the source's decimals after a division.
  func available(_ decimals: Int, dividedBy factor: Double) -> Int {
    var places = min(max(decimals, 0), 12)
    var ratio = factor / max(unit.multiplier, .leastNormalMagnitude)
    while ratio >= 9.99, places < 12 {
      ratio /= 10
      places += 1
    }
    while ratio <= 0.101, places > 0 {
      ratio *= 10
      places -= 1
    }
    return places
  }

  /// How many decimals are meaningful for a value of a size.
  package static func sensibleDecimals(_ size: Double) -> Int {
    switch size {
    case 10_000...: 0
    case 100...: 1
    case 1...: 2
    case 0.01...: 3
    case 0: 2
    // Three digits that are not zero.
    default: (4..<12).first { size * DecimalText.power($0) >= 99.5 } ?? 12
    }
  }
}

extension ValueFormat {
  /// A length of time: `5 minutes`, `2.5 minutes`.
  package static func minutes(_ minutes: Double) -> String {
    minutes == 1
      ? "1 minute" : "\(DecimalText.trimmed(DecimalText.text(minutes, decimals: 1))) minutes"
  }
  /// A text with its qualifiers before and after it.
  ///
  /// Exactness comes first (`≈`, `>`, `<`, `up to`, `nearly`), the status after a comma
  /// (`estimated`, `projected`, `expected`, `planned`, `average`, `reported`, `provisional`,
  /// `computed`).
  package static func qualified(_ text: String, _ qualifiers: Qualifiers) -> String {
    if qualifiers.isEmpty { return text }
    return sign(qualifiers) + text + standing(qualifiers).reduce(into: "") { $0 += ", \($1)" }
  }

  /// What precedes a value, with the space after it; empty if there is nothing.
  package static func sign(_ qualifiers: Qualifiers) -> String {
    var text = ""
    if qualifiers.contains(.about) { text += "≈ " }
    if qualifiers.contains(.nearly) { text += "nearly " }
    if qualifiers.contains(.upTo) { text += "up to " }
    if qualifiers.contains(.over) { text += "> " }
    if qualifiers.contains(.under) { text += "< " }
    return text
  }

  /// A value as text with short words, for lists: `$839.6 bn`, `+2 pts`.
  package static func short(_ text: String) -> String {
    text.replacing(" trillion", with: " trn").replacing(" billion", with: " bn")
      .replacing(" million", with: " m").replacing(" points", with: " pts")
  }

  /// The words that follow a value.
  package static func standing(_ qualifiers: Qualifiers) -> [String] {
    qualifiers.subtracting([.about, .nearly, .upTo, .over, .under]).told
  }
}
