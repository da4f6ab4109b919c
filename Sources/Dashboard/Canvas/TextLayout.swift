/// Text fitted into columns: wrapped, truncated, padded.
///
/// All widths are columns of a terminal, so a wide character counts as 2 and a combining accent as
/// 0.
package enum TextLayout {
  /// Where a text is placed in a wider field.
  package enum Alignment: Sendable {
    case left, right, center
  }

  /// The text cut to a width, with `…` at its end if something is missing.
  ///
  /// Empty for a width of 0 or less.
  package static func truncate(_ text: some StringProtocol, to width: Int) -> String {
    if width <= 0 { return "" }
    var column = 0
    var room = text.startIndex
    for index in text.indices {
      let next = column + text[index].columns
      if next > width {
        var kept = text[..<room]
        while kept.last == " " { kept = kept.dropLast() }
        return String(kept) + "…"
      }
      column = next
      if column < width { room = text.index(after: index) }
    }
    return String(text)
  }

  /// The text in a field of exactly a width: padded with spaces, or truncated.
  package static func pad(
    _ text: some StringProtocol, to width: Int, _ alignment: Alignment = .left
  ) -> String {
    let shown = truncate(text, to: width)
    let free = max(0, width - shown.columns)
    let before =
      switch alignment {
      case .left: 0
      case .right: free
      case .center: free / 2
      }
    return String(repeating: " ", count: before) + shown
      + String(repeating: " ", count: free - before)
  }

  /// The text in lines of at most a width, broken between words.
  ///
  /// Breaks after spaces, hyphens and dashes, and anywhere between wide letters; a word that is
  /// longer than a line is broken where necessary. Returns at least one line, except for a width of
  /// 0 or less.
  package static func wrap(_ text: some StringProtocol, to width: Int) -> [String] {
    let characters = fitted(Array(text), to: width)
    return LineBreaks.ranges(characters, width: width).map { String(characters[$0]) }
  }

  /// The text in lines of at most a width; a word that is longer than a line is broken with a
  /// hyphen.
  ///
  /// An empty text has no lines. Below two columns nothing can be hyphenated.
  package static func hyphenate(_ text: some StringProtocol, to width: Int) -> [String] {
    guard width > 0, !text.isEmpty else { return [] }
    let characters = Array(text)
    let ranges = LineBreaks.ranges(characters, width: width, hyphenates: width > 1)
    var lines: [String] = []
    lines.reserveCapacity(ranges.count)
    for (number, range) in ranges.enumerated() {
      var line = String(characters[range])
      if width > 1, number + 1 < ranges.count, !range.isEmpty,
        ranges[number + 1].lowerBound == range.upperBound,
        LineBreaks.needsHyphen(
          after: characters[range.upperBound - 1], before: characters[range.upperBound])
      {
        line += "-"
      }
      lines.append(line)
    }
    return lines
  }

  /// A single column has no room for a wide character, so a mark replaces it.
  static func fitted(_ characters: [Character], to width: Int) -> [Character] {
    width == 1 ? characters.map { $0.columns > 1 ? "…" : $0 } : characters
  }
}

extension String {
  /// The text without spaces at its end.
  package var trimmingEnd: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  /// The first letters of a name of several words, else its first three: `US`, `Mex`.
  package var initials: String {
    let words = split(separator: " ")
    return words.count > 1 ? String(words.compactMap(\.first)) : String(prefix(3))
  }
}

extension TextLayout {
  /// Where a text is broken into lines.
  enum LineBreaks {
    /// The characters of each line, without the spaces at its end.
    ///
    /// - Parameters:
    ///   - hyphenates: Whether a column is reserved for a hyphen where a word must be broken.
    ///   - measuring: How wide a character is; nil for its columns.
    static func ranges(
      _ characters: [Character], width: Int, hyphenates: Bool = false,
      measuring: ((Character) -> Int)? = nil
    ) -> [Range<Int>] {
      guard width > 0 else { return [] }
      var lines: [Range<Int>] = []
      var start = 0
      var column = 0
      var index = 0
      // Where the next line would start if the line had to end; 0 before the first such place.
      var next = 0
      // An option such as `--full` is not broken at its hyphens.
      var isOption = false

      func end(at end: Int) {
        var last = end
        while last > start, characters[last - 1] == " " { last -= 1 }
        lines.append(start..<last)
      }

      while index < characters.count {
        let character = characters[index]
        if !isPlain(character), character.isNewline {
          end(at: index)
          index += 1
          (start, column, next) = (index, 0, 0)
          continue
        }
        if character == " " {
          column += measuring?(character) ?? 1
          index += 1
          next = index
          continue
        }
        if index == start || characters[index - 1] == " " { isOption = character == "-" }
        let columns = measuring?(character) ?? character.columns
        if column + columns > width, index > start {
          var place = next > start ? next : index
          if hyphenates, place == index, column == width, place > start + 1,
            needsHyphen(after: characters[place - 1], before: character)
          {
            place -= 1
          }
          end(at: place)
          (start, index, column, next) = (place, place, 0, 0)
          continue
        }
        column += columns
        index += 1
        if index < characters.count, !isOption,
          canBreak(after: character, before: characters[index])
        {
          next = index
        }
      }
      end(at: characters.count)
      return lines
    }

    /// Whether a line that ends between two characters breaks a word, which a hyphen says.
    static func needsHyphen(after left: Character, before right: Character) -> Bool {
      (left.isLetter || left.isNumber) && (right.isLetter || right.isNumber)
        && !canBreak(after: left, before: right)
    }

    private static func canBreak(after left: Character, before right: Character) -> Bool {
      // Between most characters: two letters or digits of one word.
      if isPlain(left), isPlain(right) { return false }
      if right == " " || right.columns == 0 { return false }
      if closing.contains(right) || opening.contains(left) { return false }
      if isIdeographic(left) || isIdeographic(right) { return true }
      if left == "—" || left == "–" { return !right.isNumber }
      return (left == "-" || left == "/") && right.isLetter
    }

    /// Whether it is a letter or digit of ASCII, which needs no special treatment.
    private static func isPlain(_ character: Character) -> Bool {
      switch character.unicodeScalars.first?.value ?? 0 {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
      default: false
      }
    }

    private static func isIdeographic(_ character: Character) -> Bool {
      guard let value = character.unicodeScalars.first?.value, value >= 0x2e80 else { return false }
      return value < 0x1f000 || value >= 0x20000 ? character.columns == 2 : false
    }

    // What must not start or end a line in East Asian text.
    private static let closing = Set<Character>("、。，．）」』】〕！？：；ー々’”)]}.,;:!?»")
    private static let opening = Set<Character>("（「『【〔‘“([{«")
  }
}
