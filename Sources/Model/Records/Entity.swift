/// An organisation, programme, agreement, law, place or person that the report names.
package struct Entity: Hashable, Sendable, Identifiable {
  /// Its kind.
  package enum Kind: String, CaseIterable, Sendable {
    case organisation, programme, agreement, law, place, person, project, publication
  }

  /// The id, as in `entity:dea`.
  package var id: String
  /// The full name.
  package var name: String
  /// The acronym, empty if it has none.
  package var acronym: String
  /// Its kind.
  package var kind: Kind
  /// What it is, in a sentence.
  package var description: String
  /// Its other names.
  package var aliases: [String]
  /// Where the original mentions it.
  package var locators: [Locator]

  /// An entity; only id, name and kind are required.
  package init(
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
  package var reference: Reference { Reference(.entity, id) }
}
