/// Finds the word that was probably meant.
package enum Spelling {
  /// The known word with the fewest edits from `word`; nil if none is similar.
  package static func nearest(to word: String, in known: [String]) -> String? {
    let letters = Array(word.utf8)
    // Long words are not typing errors, and comparing them is slow.
    guard letters.count <= 64, known.count <= 10_000 else { return nil }
    var best: (word: String, distance: Int)?
    let limit = max(1, letters.count / 3)
    for candidate in known where abs(candidate.utf8.count - letters.count) <= limit {
      let distance = distance(letters, Array(candidate.utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// The least number of insertions, deletions, replacements and swaps of neighbours (optimal
  /// string alignment, after Damerau and Levenshtein).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var row = [index + 1]
      row.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        var least = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1)
        least = min(least, row[column] + 1)
        if index > 0, column > 0, letter == right[column - 1], left[index - 1] == other {
          least = min(least, before[column - 1] + 1)
        }
        row.append(least)
      }
      before = last
      last = row
    }
    return last[right.count]
  }
}
