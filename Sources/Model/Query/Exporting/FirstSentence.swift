extension String {
  /// The text up to its first full stop that does not belong to an abbreviation or initial (`U.S.`,
  /// `Mr.`).
  package var firstSentence: String {
    let words = split(separator: " ")
    for (index, word) in words.dropLast().enumerated() {
      guard let end = word.lastIndex(where: { ".?!".contains($0) }) else { continue }
      let stem = word[..<end]
      let isWhole = stem.count > 2 || stem.allSatisfy(\.isNumber)
      let next = words[index + 1].first { $0.isLetter || $0.isNumber }
      let isClosed = word[end...].dropFirst().allSatisfy { "”’\"')".contains($0) }
      if isClosed, isWhole, !stem.isEmpty, !stem.contains("."),
        next.map({ !$0.isLowercase }) ?? true
      {
        return words[...index].joined(separator: " ")
      }
    }
    return self
  }
}
