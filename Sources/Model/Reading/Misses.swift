import Records

/// A record or an id of the index that something names.
struct Named: Hashable {
  /// A record's scheme, or `unit`, `theme`, `addressee`.
  var what: String
  var id: String
}

/// The misses of one target, collected until their number is known.
struct Misses {
  /// A place that names the target, with the reference if it wrote one.
  struct Mention {
    package var place: Place
    package var reference: Reference?
  }

  /// How many places name it.
  package var count = 0
  /// The first few of them.
  var first: [Mention] = []

  /// The most places that are reported one by one.
  static let limit = 3
  /// The most targets that are collected; further ones are reported at once.
  static let targetLimit = 1000
}

/// A missing or unread file, and what other files name that belongs in it.
struct Gap {
  /// Which kinds of thing are named.
  var nouns: [String] = []
  /// How many places name something in it.
  package var count = 0
  /// The first of those places.
  var first: Place
}
