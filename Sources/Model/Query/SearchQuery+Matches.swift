import Text

extension SearchQuery {
  /// Where the searched words are in a text, as ascending ranges of UTF-8 offsets.
  func matches(in text: String) -> [Range<Int>] {
    var words: [[UInt8]] = []
    var ranges: [Range<Int>] = []
    Words.forEach(in: text) { word, range in
      words.append(word)
      ranges.append(range)
    }
    var result: [Range<Int>] = []
    var index = 0
    while index < words.count {
      let length = clauses.lazy.map { Self.length(of: $0, in: words, at: index) }.max() ?? 0
      if length > 0 {
        result.append(ranges[index].lowerBound..<ranges[index + length - 1].upperBound)
      }
      index += max(1, length)
    }
    return result
  }

  /// How many words a clause covers from a position; 0 if it is not there.
  private static func length(of clause: Clause, in words: [[UInt8]], at index: Int) -> Int {
    guard index + clause.words.count <= words.count else { return 0 }
    for (offset, word) in clause.words.enumerated() {
      let candidate = words[index + offset]
      let mayBeLonger = clause.isPrefix && offset == clause.words.count - 1
      guard mayBeLonger ? candidate.starts(with: word) : candidate == word else { return 0 }
    }
    return clause.words.count
  }
}
