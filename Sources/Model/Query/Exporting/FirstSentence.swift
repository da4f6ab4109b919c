extension String {
  /// The text up to its first full stop that does not belong to an abbreviation or initial (`U.S.`,
  /// `Mr.`).
  package var firstSentence: String {
    let words = split(separator: " ")
    for index in words.indices.dropLast() where Self.ends(words[index], before: words[index + 1]) {
      return words[...index].joined(separator: " ")
    }
    return self
  }

  /// The UTF-8 offsets of the sentence that holds an offset.
  package func sentence(around offset: Int) -> Range<Int> {
    let words = split(separator: " ")
    var start = 0
    for (word, next) in zip(words, words.dropFirst()) where Self.ends(word, before: next) {
      let end = utf8.distance(from: startIndex, to: word.endIndex)
      if end > offset { return start..<end }
      start = utf8.distance(from: startIndex, to: next.startIndex)
    }
    return start..<utf8.count
  }

  /// Whether a sentence ends with a word.
  private static func ends(_ word: Substring, before next: Substring) -> Bool {
    guard let end = word.lastIndex(where: { ".?!".contains($0) }) else { return false }
    let stem = word[..<end]
    let isWhole = stem.count > 2 || stem.allSatisfy(\.isNumber)
    let first = next.first { $0.isLetter || $0.isNumber }
    // A closing mark or the number of a note may follow.
    let isClosed = word[end...].dropFirst().allSatisfy {
      "”’\"')[]".contains($0) || $0.isNumber && word.last == "]"
    }
    return isClosed && isWhole && !stem.isEmpty && !stem.contains(".")
      && first.map { !$0.isLowercase } ?? true
  }
}
