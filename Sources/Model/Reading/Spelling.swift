/// Finds the word that somebody probably meant.
public enum Spelling {
  /// The known word with the fewest edits from `word`; nil when none is near.
  public static func nearest(to word: String, in known: [String]) -> String? {
    let letters = Array(word.utf8)
    // Long words are no slips of the pen, and comparing them is slow.
    guard letters.count <= 64, known.count <= 10_000 else { return nil }
    var best: (word: String, distance: Int)?
    let limit = max(1, letters.count / 3)
    for candidate in known where abs(candidate.utf8.count - letters.count) <= limit {
      let distance = distance(letters, Array(candidate.utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// The least number of insertions, deletions and replacements (Levenshtein's distance).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let replaced = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
