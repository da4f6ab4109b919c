import Text

extension WrittenPeriod {
  /// The numbers and words of a cell, at most twelve.
  struct Tokens {
    private struct Token {
      var number = 0
      var digits = 0
      var word = ""
      /// The sign before it; 0 if there is none, a blank if only blanks are there.
      var separator: UInt8 = 0
    }

    private var tokens: [Token] = []
    /// Whether there are words.
    private(set) var hasWords = false

    private static let most = 12

    /// Splits a cell; nil if it has other signs than those between dates.
    init?(_ cell: UnsafeBufferPointer<UInt8>) {
      tokens.reserveCapacity(4)
      var rest = cell[...]
      var separator: UInt8 = 0
      while let byte = rest.first {
        if byte.isDigit {
          guard tokens.count < Self.most else { return nil }
          var token = Token(separator: separator)
          while let digit = rest.first, digit.isDigit {
            guard token.digits < 9 else { return nil }
            token.number = token.number * 10 + Int(digit - 0x30)
            token.digits += 1
            rest.removeFirst()
          }
          tokens.append(token)
          separator = 0
        } else if (0x61...0x7a).contains(byte | 0x20) || Self.isLetter(rest) {
          guard tokens.count < Self.most else { return nil }
          let letters = rest.prefix { (0x61...0x7a).contains($0 | 0x20) || $0 >= 0x80 }
          var word = String(decoding: letters, as: UTF8.self)
          // A dash of typesetters between words is a sign.
          if let dash = word.firstIndex(where: { "–—−’".contains($0) }) {
            word = String(word[..<dash])
          }
          rest.removeFirst(word.utf8.count)
          tokens.append(
            Token(word: Folding.fold(word).filter { $0 != "º" && $0 != "ª" }, separator: separator))
          hasWords = true
          separator = 0
        } else {
          guard let sign = Self.takeSign(&rest) else { return nil }
          if separator == 0 || separator == 0x20 { separator = sign }
        }
      }
      guard !tokens.isEmpty, separator == 0 || separator == UInt8(ascii: ".") else { return nil }
    }

    private init(_ tokens: [Token]) { self.tokens = tokens }

    private static func isLetter(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
      guard let first = rest.first, first >= 0x80 else { return false }
      // Letters of Latin-1 and Latin Extended-A are two bytes from C3 to C5.
      return (0xc3...0xc5).contains(first)
    }

    /// Takes a sign between tokens; the dashes of typesetters count as hyphens.
    private static func takeSign(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
      guard let first = rest.first else { return nil }
      if first < 0x80 {
        guard " -/.,:'".utf8.contains(first) else { return nil }
        rest.removeFirst()
        return first
      }
      for (sign, plain) in signs where rest.starts(with: sign) {
        rest.removeFirst(sign.count)
        return plain
      }
      return nil
    }

    private static let signs: [([UInt8], UInt8)] = [
      ("–", "-"), ("—", "-"), ("−", "-"), ("‐", "-"), ("‑", "-"), ("’", "'"), ("\u{a0}", " "),
      ("\u{202f}", " "), ("º", " "), ("ª", " "), ("°", " "),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

    /// How many there are.
    var count: Int { tokens.count }
    /// Whether a token is a number.
    func isNumber(_ index: Int) -> Bool { tokens[index].digits > 0 }
    /// The value of a number.
    func number(_ index: Int) -> Int { tokens[index].number }
    /// How many digits a number has; 0 for a word.
    func digits(_ index: Int) -> Int { tokens[index].digits }
    /// A word in lower case without accents.
    func word(_ index: Int) -> String { tokens[index].word }
    /// The sign before a token.
    func separator(_ index: Int) -> UInt8 { tokens[index].separator }

    /// The first tokens; nil if there are fewer.
    func prefix(_ count: Int) -> Tokens? {
      tokens.count >= count ? Tokens(Array(tokens.prefix(count))) : nil
    }

    /// The two years of `2011-12` in full.
    var pair: (first: Int, last: Int)? {
      guard tokens.count == 2, tokens[0].digits == 4, tokens[1].digits == 2 else { return nil }
      let (first, end) = (tokens[0].number, tokens[1].number)
      return (first, first - first % 100 + end + (end <= first % 100 ? 100 : 0))
    }
  }
}
