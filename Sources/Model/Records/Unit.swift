/// The unit of a value.
package struct Unit: Hashable, Sendable, Identifiable {
  /// The id that indicators name.
  package var id: String
  /// Its name on an axis: `U.S. dollars`, `percent`.
  package var title: String
  /// The sign before a value: `$`.
  package var prefix: String
  /// The sign after a value: `%`, ` GWh`.
  package var suffix: String
  /// What a value of 1 means.
  package var multiplier: Double

  /// Whether its values are calendar years, which have no comma between their digits.
  package var isYear: Bool { id == "year" }

  /// Whether its values are percentages, which change by points.
  package var isPercent: Bool {
    suffix.contains("%") || title.contains("%") || title.lowercased().contains("percent")
  }

  /// A unit with its signs.
  package init(
    id: String, title: String, prefix: String = "", suffix: String = "", multiplier: Double = 1
  ) {
    self.id = id
    self.title = title
    self.prefix = prefix
    self.suffix = suffix
    self.multiplier = multiplier
  }
}
