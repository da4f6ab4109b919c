import Records

extension Qualifiers {
  /// What a flag next to a value says about its exactness; nil if the flag is not known.
  ///
  /// Flags are the names of qualifiers, other words for them, and the letters of statistical
  /// offices (SDMX code list of observation status). Known flags that say nothing about exactness,
  /// for example about a revision, give the empty set.
  ///
  /// - Parameter flag: A word in small letters.
  package init?(flag: String) {
    guard let known = Qualifiers(name: flag) ?? Self.flags[flag] else { return nil }
    self = known
  }

  private static let flags: [String: Qualifiers] = [
    "e": .estimated, "estimate": .estimated, "est.": .estimated,
    "f": .projected, "forecast": .projected, "projection": .projected, "proj.": .projected,
    "p": .provisional, "preliminary": .provisional,
    "r": [], "revised": [],
    "approx.": .about,
    "computed": .computed,
  ]
}
