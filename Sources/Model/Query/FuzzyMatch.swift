/// How well the letters typed into the palette stand, in order, in a name.
///
/// Case and accents do not matter; spaces in the pattern are ignored.
/// The scoring follows fzy (J. Hawthorn, ALGORITHM.md): a letter at the start
/// of a word and letters in a row count more, gaps count against it, those
/// at the ends less than those between letters.
public struct FuzzyMatch: Hashable, Sendable {
  /// The higher the better; comparable for one pattern only.
  public var score: Int
  /// Which characters of the name were matched, counted from 0.
  public var positions: [Int]

  /// A pattern's letters as they are compared.
  public struct Pattern: Sendable {
    var letters: [UInt32]

    /// The letters of a text without its spaces; more than 64 are not read.
    public init(_ text: String) {
      letters = text.lazy.filter { !$0.isWhitespace }.prefix(64).map(FuzzyMatch.fold)
    }
  }

  /// A name prepared for many patterns; only its first 128 characters are matched.
  public struct Name: Sendable {
    var letters: [UInt32] = []
    var bonuses: [Int] = []

    /// A name with its word starts found.
    public init(_ text: String) {
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

    /// Takes a name of ASCII, as most are, without looking for its characters; false where it is
    /// another.
    private mutating func addPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      let bytes = bytes.prefix(128)
      letters.reserveCapacity(bytes.count)
      bonuses.reserveCapacity(bytes.count)
      var (wasWord, wasSmall) = (false, false)
      for byte in bytes {
        // A line feed may be half of a character.
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

  /// Matches a pattern with a name; nil when a letter is missing.
  ///
  /// An empty pattern matches everything with score 0.
  public init?(_ pattern: Pattern, in name: Name) {
    let (letters, count, length) = (name.letters, pattern.letters.count, name.letters.count)
    guard count > 0 else {
      self.init(score: 0, positions: [])
      return
    }
    var next = 0
    for letter in letters where next < count && pattern.letters[next] == letter { next += 1 }
    guard next == count else { return nil }

    // ends[i][j]: the best score with letter i at j; best[i][j]: with letter i at or before j.
    let never = Int.min / 4
    var ends = [Int](repeating: never, count: count * length)
    var best = ends
    for i in 0..<count {
      var running = never
      let gap = i == count - 1 ? -1 : -2
      for j in 0..<length {
        if pattern.letters[i] == letters[j] {
          var score = never
          if i == 0 {
            score = -j + name.bonuses[j]
          } else if j > 0 {
            let before = (i - 1) * length + j - 1
            score = max(best[before] + name.bonuses[j], ends[before] + 100)
          }
          ends[i * length + j] = score
          running = max(score, running + gap)
        } else {
          running += gap
        }
        running = max(running, never)
        best[i * length + j] = running
      }
    }
    self.init(
      score: best[count * length - 1], positions: Self.positions(pattern, name, ends, best))
  }

  private init(score: Int, positions: [Int]) {
    self.score = score
    self.positions = positions
  }

  /// Walks back from the best end.
  private static func positions(
    _ pattern: Pattern, _ name: Name, _ ends: [Int], _ best: [Int]
  ) -> [Int] {
    let length = name.letters.count
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
  /// The names that a pattern matches, best first; of equal ones the shorter, then the earlier.
  public static func ranked(
    _ pattern: String, in names: [Name]
  ) -> [(index: Int, match: FuzzyMatch)] {
    let pattern = Pattern(pattern)
    var result: [(index: Int, match: FuzzyMatch)] = []
    for (index, name) in names.enumerated() {
      if let match = FuzzyMatch(pattern, in: name) { result.append((index, match)) }
    }
    guard !pattern.letters.isEmpty else { return result }
    return result.sorted {
      let (left, right) = (names[$0.index].letters.count, names[$1.index].letters.count)
      return ($1.match.score, left, $0.index) < ($0.match.score, right, $1.index)
    }
  }
}
