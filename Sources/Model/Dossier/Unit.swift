/// The unit of a value.
public struct Unit: Hashable, Sendable, Identifiable {
  /// The id that indicators name.
  public var id: String
  /// Its name on an axis: `U.S. dollars`, `percent`.
  public var title: String
  /// The sign before a value: `$`.
  public var prefix: String
  /// The sign after a value: `%`, ` GWh`.
  public var suffix: String
  /// What a value of 1 means.
  public var multiplier: Double

  /// Whether its values are calendar years, which have no comma between their digits.
  public var isYear: Bool { id == "year" }

  /// A unit with its signs.
  public init(
    id: String, title: String, prefix: String = "", suffix: String = "", multiplier: Double = 1
  ) {
    self.id = id
    self.title = title
    self.prefix = prefix
    self.suffix = suffix
    self.multiplier = multiplier
  }
}
