import Records

/// A record or an id of the index that something names.
struct Named: Hashable {
  /// A record's scheme, or `unit`, `theme`, `addressee`.
  var what: String
  var id: String
}

/// The misses of one target, gathered until it is known how many there are.
struct Misses {
  /// A place that names the target, by a reference where it wrote one.
  struct Mention {
    package var place: Place
    package var reference: Reference?
  }

  /// How many places name it.
  package var count = 0
  /// The first few of them.
  var first: [Mention] = []

  /// The most places that are named one by one.
  static let limit = 3
  /// The most targets that are gathered; those beyond are reported at once.
  static let targetLimit = 1000
}

/// A file that is missing or was not read, and what is named elsewhere and would stand in it.
struct Gap {
  /// What kinds of thing are named.
  var nouns: [String] = []
  /// How many places name one.
  package var count = 0
  /// The first of them.
  var first: Place
}
