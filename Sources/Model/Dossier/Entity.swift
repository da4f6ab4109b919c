/// An organisation, programme, agreement, law, place or person that the report names.
public struct Entity: Hashable, Sendable, Identifiable {
  /// Its kind.
  public enum Kind: String, CaseIterable, Sendable {
    case organisation, programme, agreement, law, place, person, project, publication
  }

  /// The id, as in `entity:dea`.
  public var id: String
  /// The full name.
  public var name: String
  /// The acronym, empty when it has none.
  public var acronym: String
  /// Its kind.
  public var kind: Kind
  /// What it is, in a sentence.
  public var description: String
  /// Its other names.
  public var aliases: [String]
  /// Where the original mentions it.
  public var locators: [Locator]

  /// An entity; only id, name and kind are required.
  public init(
    id: String, name: String, acronym: String = "", kind: Kind, description: String = "",
    aliases: [String] = [], locators: [Locator] = []
  ) {
    self.id = id
    self.name = name
    self.acronym = acronym
    self.kind = kind
    self.description = description
    self.aliases = aliases
    self.locators = locators
  }

  /// The reference that names this entity.
  public var reference: Reference { Reference(.entity, id) }
}
