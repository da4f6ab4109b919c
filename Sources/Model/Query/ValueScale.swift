package import Records
import Text

/// One magnitude for the values of an axis or a column, stated once in its heading.
package struct ValueScale: Sendable {
  /// What the values are counted in.
  package let unit: Unit
  /// What they are divided by, beyond the unit's multiplier.
  package let magnitude: Magnitude
  /// The most decimals that the column shows.
  package let decimals: Int

  /// The scale that suits the largest of some values.
  ///
  /// - Parameters:
  ///   - values: Raw values in the unit; values that are not finite are ignored.
  ///   - decimals: The most decimals that the source gives.
  package init(_ values: some Sequence<Double>, unit: Unit, decimals: Int = 2) {
    self.unit = unit
    let size = values.reduce(0) { size, value in
      let full = (value * unit.multiplier).magnitude
      return full.isFinite ? max(size, full) : size
    }
    magnitude = unit.id == "rank" ? .one : .common(size)
    let available = ValueFormat(unit).available(decimals, dividedBy: magnitude.factor)
    let largest = size / magnitude.factor
    let sensible =
      magnitude == .one ? ValueFormat.sensibleDecimals(largest) : largest < 10 ? 2 : 1
    self.decimals = min(available, sensible)
  }

  /// What the numbers are, for a heading or an axis: `million persons`, `percent`.
  package var heading: String {
    guard !magnitude.word.isEmpty else { return unit.title }
    return unit.title == "number" ? "\(magnitude.word)s" : "\(magnitude.word) \(unit.title)"
  }

  /// A raw value in the scale: 461164.3 is 461.1643 in billions.
  package func scaled(_ value: Double) -> Double { value * unit.multiplier / magnitude.factor }

  /// A raw value as digits only, with the scale's decimals or the given ones.
  package func text(_ value: Double, decimals: Int? = nil) -> String {
    DecimalText.text(scaled(value), decimals: decimals ?? self.decimals)
  }

  /// The cells of a table column: equally wide, aligned on the decimal point.
  ///
  /// A missing value is a dash. Each value keeps the decimals its source gives,
  /// so 4 and 4.5 are ` 4  ` and ` 4.5`.
  package func column(_ observations: [Observation]) -> [String] {
    let format = ValueFormat(unit)
    let parts = observations.map { observation -> (whole: String, fraction: String) in
      guard let value = observation.value, scaled(value).isFinite else { return ("–", "") }
      let places = min(
        decimals, format.available(Int(observation.decimals), dividedBy: magnitude.factor))
      let text = text(value, decimals: places)
      guard let point = text.firstIndex(of: ".") else { return (text, "") }
      return (String(text[..<point]), String(text[point...]))
    }
    let wholes = parts.reduce(0) { max($0, $1.whole.count) }
    let fractions = parts.reduce(0) { max($0, $1.fraction.count) }
    return parts.map { part in
      String(repeating: " ", count: wholes - part.whole.count) + part.whole + part.fraction
        + String(repeating: " ", count: fractions - part.fraction.count)
    }
  }
}
