import Model

/// The word that somebody probably meant, as the end of a message.
enum Suggestion {
  /// ` (did you mean 'show'?)`, or nothing when no word is near.
  static func text(for word: String, in known: [String], prefix: String = "") -> String {
    nearest(to: word, in: known).map { " (did you mean '\(prefix)\($0)'?)" } ?? ""
  }

  private static func nearest(to word: String, in known: [String]) -> String? {
    guard word.count > 1 else { return nil }
    let begun = known.filter { $0.hasPrefix(word) }
    if begun.count == 1 { return begun[0] }
    // Letters in the wrong order are the commonest slip, and two edits to `Spelling`.
    let letters = word.utf8.sorted()
    return known.first { $0.utf8.sorted() == letters } ?? Spelling.nearest(to: word, in: known)
  }
}
