/// A bitmap typeface of one size: Helvetica Bold, whose stems are two dots wide or more.
struct Typeface: Sendable {
  /// A letter as dots.
  struct Letter: Hashable, Sendable {
    /// The dots from this letter's start to the next one's.
    package var advance = 0
    /// The dots before the first column; negative if it reaches into the letter before.
    var left = 0
    /// The columns of dots.
    var width = 0
    /// The rows above the base line.
    var top = 0
    /// The rows below the base line.
    var depth: Int { rows.count - top }
    /// The rows from the top; the highest of `width` bits is the first column.
    package var rows: [UInt64] = []

    /// Whether there is a dot in a column, counted from the letter's start, and a row above the
    /// base line; row -1 is the first below it.
    func hasDot(_ x: Int, _ y: Int) -> Bool {
      let (column, row) = (x - left, top - 1 - y)
      guard column >= 0, column < width, rows.indices.contains(row) else { return false }
      return rows[row] & (1 << UInt64(width - 1 - column)) != 0
    }

    /// The letter with a stem of two dots: in the smallest size some letters are only a stem of one.
    func stemmed(_ character: Character) -> Letter {
      let narrowest = rows.filter { $0 != 0 }.map(\.nonzeroBitCount).min() ?? 2
      guard narrowest == 1, width <= 2 || character == "1" else { return self }
      var letter = self
      letter.rows = rows.map { $0 << 1 | $0 }
      letter.width += 1
      letter.advance += 1
      return letter
    }
  }

  /// The rows of a capital.
  let capHeight: Int
  /// The rows below the base line that small letters need.
  let descent: Int
  /// The letters by character.
  let letters: [Character: Letter]

  /// All sizes, the smallest first; read when big letters are first needed.
  static let all: [Typeface] = embeddedFiles.map { Typeface(bdf: $0.text) }

  /// Reads a file in the Bitmap Distribution Format.
  ///
  /// The files are the program's own, so that what is unknown is skipped without a word.
  init(bdf text: StaticString) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var letters: [Character: Letter] = [:]
    var letter = Letter()
    var character: Character?
    var isBitmap = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      // A row of dots may begin with the digit E, but not with EN.
      if isBitmap, line.dropFirst().first != UInt8(ascii: "N") {
        let padding = line.count * 4 - letter.width
        letter.rows.append(Self.number(line, radix: 16) >> UInt64(max(0, padding)))
        continue
      }
      let words = line.split(separator: UInt8(ascii: " "))
      guard let keyword = words.first else { continue }
      let values = words.dropFirst().map(Self.signed)
      switch String(decoding: keyword, as: UTF8.self) {
      case "ENCODING":
        letter = Letter()
        character = values.first.flatMap { Unicode.Scalar(UInt32($0)) }.map { Character($0) }
      case "DWIDTH": letter.advance = values[0]
      case "BBX":
        (letter.width, letter.left, letter.top) = (values[0], values[2], values[1] + values[3])
      case "BITMAP": isBitmap = true
      case "ENDCHAR":
        isBitmap = false
        if let character { letters[character] = letter.stemmed(character) }
      default: break
      }
    }
    capHeight = letters["H"]?.top ?? 0
    descent = "gjpqy,;".compactMap { letters[$0]?.depth }.max() ?? 0
    for (character, other) in Self.substitutes where letters[character] == nil {
      letters[character] = letters[other]
    }
    self.letters = letters
  }

  /// What the typeface lacks and slides may have.
  private static let substitutes: [Character: Character] = [
    "●": "•", "▪": "•", "◆": "•", "≈": "~", "→": "›", "\u{202f}": "\u{a0}", "′": "'", "″": "\"",
  ]

  private static func number(_ digits: some Sequence<UInt8>, radix: UInt64) -> UInt64 {
    digits.reduce(0) { value, byte in
      let digit =
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        default: UInt8(0)
        }
      return value &* radix &+ UInt64(digit)
    }
  }

  private static func signed(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let isNegative = word.first == UInt8(ascii: "-")
    let value = Int(truncatingIfNeeded: number(word.dropFirst(isNegative ? 1 : 0), radix: 10))
    return isNegative ? -value : value
  }
}
