import Text

/// What a reader typed into a search, split into clauses.
///
/// Words are separated by spaces; words in double quotes, and words joined by other signs such as
/// `U.S.`, must follow one another. While the last word is being typed, it also finds words that
/// start with it. All clauses must be found.
struct SearchQuery: Sendable {
  /// Words that must follow one another; usually one.
  struct Clause: Hashable, Sendable {
    var words: [[UInt8]]
    /// Whether the last word may be the start of a longer one.
    var isPrefix: Bool
  }

  var clauses: [Clause] = []

  /// The most that is read, so that a pasted page cannot stall the search.
  private static let longest = 400
  private static let mostClauses = 16

  init(_ text: String) {
    var pieces: [(text: String, isQuoted: Bool)] = [("", false)]
    for character in text.prefix(Self.longest) {
      switch character {
      case "\"", "“", "”":
        let isQuoted = pieces.last?.isQuoted ?? false
        pieces.append(("", !isQuoted))
      case " ", "\t", "\n", "\u{a0}":
        if pieces.last?.isQuoted ?? false {
          pieces[pieces.count - 1].text.append(" ")
        } else {
          pieces.append(("", false))
        }
      default: pieces[pieces.count - 1].text.append(character)
      }
    }
    for (index, piece) in pieces.enumerated() {
      let words = Words.split(piece.text)
      guard !words.isEmpty, clauses.count < Self.mostClauses else { continue }
      let endsInWord = piece.text.last.map { $0.isLetter || $0.isNumber } ?? false
      let clause = Clause(words: words, isPrefix: index == pieces.count - 1 && endsInWord)
      if !clauses.contains(clause) { clauses.append(clause) }
    }
  }
}

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
