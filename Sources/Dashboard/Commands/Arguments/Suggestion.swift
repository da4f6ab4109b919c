import Text

/// The word that was probably meant, as the end of a message.
enum Suggestion {
  /// ` (did you mean 'show'?)`; empty if no word is similar.
  package static func text(for word: String, in known: [String], prefix: String = "") -> String {
    nearest(to: word, in: known).map { " (did you mean '\(prefix)\($0)'?)" } ?? ""
  }

  /// ` (did you mean 'a', 'b' or 'c'?)`: the three nearest words, or nothing.
  ///
  /// Words with the same beginning, or of which one contains the other, are near too.
  package static func texts(for word: String, in known: [String], prefix: String = "") -> String {
    let isBegun = { (known: String) in word.utf8.count > 2 && known.hasPrefix(word) }
    var found = Array(known.filter(isBegun).prefix(3))
    var rest = known.filter { !isBegun($0) }
    while found.count < 3, let next = nearest(to: word, in: rest) {
      found.append(next)
      rest.removeAll { $0 == next }
    }
    let near = word.utf8.count > 2 ? rest.filter { isNear($0, word) } : []
    found += near.sorted { $0.utf8.count < $1.utf8.count }.prefix(3 - found.count)
    let quoted = found.map { "'\(prefix)\($0)'" }
    guard let last = quoted.last else { return "" }
    let lead = quoted.dropLast().joined(separator: ", ")
    return " (did you mean \(lead.isEmpty ? last : "\(lead) or \(last)")?)"
  }

  private static func isNear(_ candidate: String, _ word: String) -> Bool {
    if candidate.hasPrefix(word) || candidate.contains("-\(word)") { return true }
    let stem = word.prefix { $0 != "-" && $0 != "#" }
    return stem.utf8.count > 3 && stem.utf8.count < word.utf8.count && candidate.hasPrefix(stem)
  }

  private static func nearest(to word: String, in known: [String]) -> String? {
    guard word.count > 1 else { return nil }
    let begun = known.filter { $0.hasPrefix(word) }
    if begun.count == 1 { return begun[0] }
    // An abbreviation with the plural's s: `recs`.
    if word.hasSuffix("s"), word.utf8.count > 3, begun.isEmpty {
      let long = known.filter { $0.hasPrefix(word.dropLast()) }
      if long.count == 1 { return long[0] }
    }
    // Swapped letters are the most common mistake, but `Spelling` counts them as two edits.
    let letters = word.utf8.sorted()
    return known.first { $0.utf8.sorted() == letters } ?? Spelling.nearest(to: word, in: known)
  }
}
