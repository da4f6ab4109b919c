/// How well a name contains the letters typed into the palette, in order.
///
/// Case and accents do not matter; spaces in the pattern are ignored. The scoring follows fzy (J.
/// Hawthorn, ALGORITHM.md): a letter at the start of a word and letters in a row count more, gaps
/// count against it, those at the ends less than those between letters. A part of a name that is
/// exactly what was typed, from the start of a word, counts most, and all typed words in another
/// order count more than scattered letters.
package struct FuzzyMatch: Hashable, Sendable {
  /// The higher the better; comparable for one pattern only.
  package var score: Int
  /// Which characters of the name were matched, counted from 0.
  package var positions: [Int]

  /// The letters of a pattern, prepared for comparison.
  package struct Pattern: Sendable {
    var letters: [UInt32]
    /// The letters with the spaces between them.
    var phrase: [UInt32]

    /// The letters of a text without its spaces; more than 64 are not read.
    package init(_ text: String) {
      letters = text.lazy.filter { !$0.isWhitespace }.prefix(64).map(FuzzyMatch.fold)
      phrase = Array(
        text.split(whereSeparator: \.isWhitespace).map { $0.map(FuzzyMatch.fold) }
          .joined(separator: CollectionOfOne(FuzzyMatch.space)))
    }
  }

  /// A name prepared for many patterns; only its first 128 characters are matched.
  package struct Name: Sendable {
    var letters: [UInt32] = []
    var bonuses: [Int] = []

    /// A name with its word starts found.
    package init(_ text: String) {
      var text = text
      if text.withUTF8({ addPlain($0) }) { return }
      (letters, bonuses) = ([], [])
      var previous: Character = " "
      for character in text.prefix(128) {
        letters.append(FuzzyMatch.fold(character))
        let startsWord = Self.isWord(character) && !Self.isWord(previous)
        let startsHump =
          !startsWord && character.isUppercase && previous.isLowercase
        bonuses.append(startsWord ? 80 : startsHump ? 60 : 0)
        previous = character
      }
    }

    /// Takes an ASCII name, as most names are, without splitting it into characters; false for
    /// other names.
    private mutating func addPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      let bytes = bytes.prefix(128)
      letters.reserveCapacity(bytes.count)
      bonuses.reserveCapacity(bytes.count)
      var (wasWord, wasSmall) = (false, false)
      for byte in bytes {
        // A line feed may be half of a character (CR LF).
        guard byte >= 0x20, byte < 0x80 else { return false }
        let isSmall = (0x61...0x7a).contains(byte)
        let isCapital = (0x41...0x5a).contains(byte)
        let isWord = isSmall || isCapital || (0x30...0x39).contains(byte)
        letters.append(UInt32(isCapital ? byte + 32 : byte))
        bonuses.append(isWord && !wasWord ? 80 : isCapital && wasSmall ? 60 : 0)
        (wasWord, wasSmall) = (isWord, isSmall)
      }
      return true
    }

    private static func isWord(_ character: Character) -> Bool {
      guard let ascii = character.asciiValue else {
        return character.isLetter || character.isNumber
      }
      switch ascii {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: return true
      default: return false
      }
    }
  }

  /// Whether the name has what was typed as words, not only as scattered letters.
  package var isOfWords: Bool { score >= Self.wordsBonus / 2 }

  /// Matches a pattern with a name; nil if a letter is missing.
  ///
  /// An empty pattern matches everything with score 0.
  package init?(_ pattern: Pattern, in name: Name) {
    guard !pattern.letters.isEmpty else {
      self.init(score: 0, positions: [])
      return
    }
    var scores: [Int] = []
    guard let score = Self.score(pattern, in: name, &scores) else { return nil }
    let whole = Self.start(of: pattern.phrase, in: name).map { start in
      pattern.phrase.indices.filter { pattern.phrase[$0] != Self.space }.map { start + $0 }
    }
    self.init(
      score: score,
      positions: whole ?? Self.words(pattern, in: name) ?? Self.positions(pattern, name, scores))
  }

  private static let space: UInt32 = 0x20
  /// A score that scattered letters cannot reach.
  private static let wholeBonus = 1_000_000
  private static let wordsBonus = 500_000

  /// The letters of all typed words, each from the start of a word of the name, in any order; nil if
  /// one is missing or only one was typed.
  private static func words(_ pattern: Pattern, in name: Name) -> [Int]? {
    let words = pattern.phrase.split(separator: space)
    guard words.count > 1 else { return nil }
    var positions: Set<Int> = []
    for word in words {
      guard let start = start(of: Array(word), in: name) else { return nil }
      positions.formUnion(start..<start + word.count)
    }
    return positions.sorted()
  }

  /// Where a name contains a phrase, letter by letter from the start of a word; nil if it does not.
  private static func start(of phrase: [UInt32], in name: Name) -> Int? {
    guard let first = phrase.first, phrase.count <= name.letters.count else { return nil }
    return (0...(name.letters.count - phrase.count)).first { start in
      name.letters[start] == first && (start == 0 || name.bonuses[start] > 0)
        && name.letters[start...].starts(with: phrase)
    }
  }

  /// The score of the best match; nil if a letter is missing.
  ///
  /// - Parameter scores: Takes, for letter `i` of the pattern and `j` of the name, the best score
  ///   with `i` at `j`, and after all of those the best with `i` at or before `j`.
  private static func score(_ pattern: Pattern, in name: Name, _ scores: inout [Int]) -> Int? {
    let (letters, count, length) = (name.letters, pattern.letters.count, name.letters.count)
    var next = 0
    for letter in letters where next < count && pattern.letters[next] == letter { next += 1 }
    guard next == count else { return words(pattern, in: name) == nil ? nil : wordsBonus - length }
    let size = count * length
    if scores.count < 2 * size {
      scores += [Int](repeating: 0, count: 2 * size - scores.count)
    }
    let never = Int.min / 4
    for i in 0..<count {
      var running = never
      let gap = i == count - 1 ? -1 : -2
      for j in 0..<length {
        var end = never
        if pattern.letters[i] == letters[j] {
          if i == 0 {
            end = -j + name.bonuses[j]
          } else if j > 0 {
            let before = (i - 1) * length + j - 1
            end = max(scores[size + before] + name.bonuses[j], scores[before] + 100)
          }
          running = max(end, running + gap)
        } else {
          running += gap
        }
        running = max(running, never)
        scores[i * length + j] = end
        scores[size + i * length + j] = running
      }
    }
    if start(of: pattern.phrase, in: name) != nil { return scores[2 * size - 1] + wholeBonus }
    return scores[2 * size - 1] + (words(pattern, in: name) == nil ? 0 : wordsBonus)
  }

  private init(score: Int, positions: [Int]) {
    self.score = score
    self.positions = positions
  }

  /// Walks back from the best end.
  private static func positions(_ pattern: Pattern, _ name: Name, _ scores: [Int]) -> [Int] {
    let length = name.letters.count
    let ends = scores[..<(pattern.letters.count * length)]
    let best = Array(scores[ends.endIndex...])
    var result: [Int] = []
    var j = length - 1
    var mustTouch = false
    for i in stride(from: pattern.letters.count - 1, through: 0, by: -1) {
      while j > 0, !mustTouch, ends[i * length + j] != best[i * length + j] { j -= 1 }
      result.append(j)
      guard i > 0, j > 0 else { break }
      let before = (i - 1) * length + j - 1
      mustTouch = ends[i * length + j] == ends[before] + 100
      j -= 1
    }
    return result.reversed()
  }

  private static func fold(_ character: Character) -> UInt32 {
    if let ascii = character.asciiValue {
      return UInt32((0x41...0x5a).contains(ascii) ? ascii + 32 : ascii)
    }
    var folded = String.UnicodeScalarView()
    Folding.fold(character, into: &folded)
    return folded.first?.value ?? 0
  }
}

extension FuzzyMatch {
  /// The names that a pattern matches, best first; of equal scores the shorter name, then the
  /// earlier.
  ///
  /// Sorts indexes; the matched characters are found only for names that are shown.
  package static func ranked(_ pattern: Pattern, in names: [Name]) -> [Int] {
    guard !pattern.letters.isEmpty else { return Array(names.indices) }
    var scratch: [Int] = []
    var found: [(score: Int, length: Int, index: Int)] = []
    for (index, name) in names.enumerated() {
      if let score = score(pattern, in: name, &scratch) {
        found.append((score, name.letters.count, index))
      }
    }
    found.sort { ($1.score, $0.length, $0.index) < ($0.score, $1.length, $1.index) }
    return found.map(\.index)
  }
}
