/// Where a text is broken into lines.
package enum LineBreaks {
  /// The characters of each line, without the spaces at its end.
  ///
  /// - Parameters:
  ///   - breaksWords: Whether a word is broken where it is longer than a line, or has a hyphen or a
  ///     slash; otherwise lines end only at spaces and between wide letters.
  ///   - hyphenates: Whether a column is reserved for a hyphen where a word must be broken.
  ///   - measuring: How wide a character is; nil for its columns.
  package static func ranges(
    _ characters: [Character], width: Int, hyphenates: Bool = false, breaksWords: Bool = true,
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
      let columns = measuring?(character) ?? TextWidth.columns(of: character)
      if column + columns > width, index > start, breaksWords || next > start {
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
        breaksWords || isIdeographic(character) || isIdeographic(characters[index]),
        canBreak(after: character, before: characters[index])
      {
        next = index
      }
    }
    end(at: characters.count)
    return lines
  }

  /// Whether a line that ends between two characters breaks a word, which a hyphen says.
  package static func needsHyphen(after left: Character, before right: Character) -> Bool {
    (left.isLetter || left.isNumber) && (right.isLetter || right.isNumber)
      && !canBreak(after: left, before: right)
  }

  private static func canBreak(after left: Character, before right: Character) -> Bool {
    // Between most characters: two letters or digits of one word.
    if isPlain(left), isPlain(right) { return false }
    if right == " " || TextWidth.columns(of: right) == 0 { return false }
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
    return value < 0x1f000 || value >= 0x20000 ? TextWidth.columns(of: character) == 2 : false
  }

  // What must not start or end a line in East Asian text.
  private static let closing = Set<Character>("、。，．）」』】〕！？：；ー々’”)]}.,;:!?»")
  private static let opening = Set<Character>("（「『【〔‘“([{«")
}
