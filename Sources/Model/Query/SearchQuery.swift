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
