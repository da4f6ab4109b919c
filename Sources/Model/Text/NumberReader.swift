/// Reads the numbers stated in a few words: `1.7 million`, `two-thirds`, `17 percent`.
///
/// Digits and English words are read. What may be a number or something else, such as a year, an
/// ordinal or `one`, is marked as weak.
package struct NumberReader {
  /// A number that words state.
  package struct Number: Hashable {
    /// The kind of statement.
    package enum Form: Hashable {
      /// A plain number, an ordinal or a rank.
      case plain
      /// A part of a whole: `two-thirds`, `one in six`.
      case fraction
      /// A percentage.
      case percent
      /// A multiple: `twice`, `four times`.
      case times
    }

    package var value: Double
    package var form: Form
    /// Whether it may confirm a value but not contradict one.
    package var isWeak = false
    /// As it is written.
    package var text: String
    /// Where it stands in the whole text.
    package var range: Range<String.Index>
  }

  private enum Token: Equatable {
    case number(Double, isYear: Bool)
    case word(String)
    case stop
  }

  private var tokens: [(token: Token, range: Range<String.Index>)] = []
  private let text: String
  private var position = 0

  /// The numbers of a text, in order.
  package static func numbers(in text: String) -> [Number] {
    var reader = NumberReader(text)
    var result: [Number] = []
    while reader.position < reader.tokens.count {
      if let number = reader.next() { result.append(number) } else { reader.position += 1 }
    }
    return result
  }

  /// The words of a text in lower case, to find out how a number changed.
  package static func words(in text: String) -> Set<String> {
    Set(
      NumberReader(text).tokens.compactMap { item in
        if case .word(let word) = item.token { word } else { nil }
      })
  }

  private init(_ text: String) {
    self.text = text
    tokenize()
  }

  private mutating func tokenize() {
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      let character = text[index]
      if character.isASCII, character.isNumber {
        takeDigits(&index, start)
      } else if character.isLetter {
        while index < text.endIndex, text[index].isLetter || text[index].isNumber {
          index = text.index(after: index)
        }
        tokens.append((.word(text[start..<index].lowercased()), start..<index))
      } else {
        index = text.index(after: index)
        if character == "%" { tokens.append((.word("percent"), start..<index)) }
        if ",;:()".contains(character) { tokens.append((.stop, start..<index)) }
      }
    }
  }

  /// Digits with thousands separated by commas, and decimals; letters that follow are a word.
  private mutating func takeDigits(_ index: inout String.Index, _ start: String.Index) {
    var digits = ""
    func isDigit(_ at: String.Index) -> Bool {
      at < text.endIndex && text[at].isASCII && text[at].isNumber
    }
    while isDigit(index) {
      digits.append(text[index])
      index = text.index(after: index)
      guard index < text.endIndex, text[index] == "," else { continue }
      let group = text.index(after: index)
      guard let end = text.index(group, offsetBy: 3, limitedBy: text.endIndex), !isDigit(end),
        text[group..<end].allSatisfy({ $0.isASCII && $0.isNumber })
      else { continue }
      index = group
    }
    var isYear =
      digits.utf8.count == 4 && !text[start..<index].contains(",")
      && (digits.hasPrefix("19") || digits.hasPrefix("20"))
    if start > text.startIndex {
      let before = text[text.index(before: start)]
      if "$€£¥".contains(before) { isYear = false }
      if before == "−" || before == "-", isSpace(beforeSignAt: start) { digits = "-" + digits }
    }
    if index < text.endIndex, text[index] == ".", isDigit(text.index(after: index)) {
      isYear = false
      digits.append(".")
      index = text.index(after: index)
      while isDigit(index) {
        digits.append(text[index])
        index = text.index(after: index)
      }
    }
    guard let value = Double(digits), value.isFinite else { return }
    tokens.append((.number(value, isYear: isYear), start..<index))
  }

  private func isSpace(beforeSignAt start: String.Index) -> Bool {
    let sign = text.index(before: start)
    return sign == text.startIndex || text[text.index(before: sign)].isWhitespace
  }

  private func word(_ offset: Int = 0) -> String {
    guard tokens.indices.contains(position + offset),
      case .word(let word) = tokens[position + offset].token
    else { return "" }
    return word
  }

  /// The number that starts at the position, which moves past it; nil if there is none.
  private mutating func next() -> Number? {
    let first = position
    func made(_ value: Double, _ form: Number.Form, isWeak: Bool = false, to end: Int) -> Number {
      let range = tokens[first].range.lowerBound..<tokens[max(first, end - 1)].range.upperBound
      return Number(
        value: value, form: form, isWeak: isWeak, text: String(text[range]), range: range)
    }
    if let multiple = NumberWords.multiples[word()] {
      position += 1
      return made(multiple, multiple < 1 ? .fraction : .times, to: position)
    }
    if ["a", "an"].contains(word()) {
      // An article counts only before a fraction or a magnitude: "a half-trillion", "a billion".
      position += 1
      if NumberWords.fractions[word()] != nil || NumberWords.magnitudes[word()] != nil,
        let number = next()
      {
        return number
      }
      position = first
      return nil
    }
    guard var (value, isWeak) = cardinal() else { return nil }
    var form = Number.Form.plain
    if let part = NumberWords.fractions[word()], value > 0, value < 100,
      value.rounded() == value
    {
      value *= part
      form = .fraction
      isWeak = false
      position += 1
    }
    if form == .plain, value < 1 && word(-1) == "half" { form = .fraction }
    if let factor = takeMagnitude() {
      value *= factor
      form = .plain
      isWeak = false
    }
    switch word() {
    case "percent", "pct":
      position += 1
      return made(value, .percent, to: position)
    case "per" where word(1) == "cent":
      position += 2
      return made(value, .percent, to: position)
    case "times", "fold":
      position += 1
      return made(value, .times, to: position)
    case "decade", "decades":
      position += 1
      return made(value * 10, .plain, to: position)
    case "dozen":
      position += 1
      return made(value * 12, .plain, to: position)
    case "in", "of", "out":
      guard form == .plain, let whole = wholeBehind(value) else { break }
      return made(value / whole, .fraction, to: position)
    default: break
    }
    return value.isFinite ? made(value, form, isWeak: isWeak, to: position) : nil
  }

  /// A number in digits or in words, without its magnitude.
  private mutating func cardinal() -> (value: Double, isWeak: Bool)? {
    guard tokens.indices.contains(position) else { return nil }
    if case .number(let value, let isYear) = tokens[position].token {
      position += 1
      if ["st", "nd", "rd", "th"].contains(word()) {
        position += 1
        return (value, true)
      }
      return (value, isYear)
    }
    // "A third", "a billion": the word itself is read by the caller.
    if ["a", "an"].contains(word(-1)), word() != "half",
      NumberWords.magnitudes[word()] ?? NumberWords.fractions[word()] != nil
    {
      return (1, false)
    }
    if let ordinal = NumberWords.ordinals[word()] {
      position += 1
      return (ordinal, true)
    }
    if let part = NumberWords.fractions[word()], part == 0.5 {
      position += 1
      if ["a", "an"].contains(word()) { position += 1 }
      return (part, false)
    }
    var total = 0.0
    var count = 0
    while true {
      if let tens = NumberWords.tens[word()] {
        total += tens
      } else if let small = NumberWords.small[word()] {
        // "two three" are two numbers, "twenty three" is one.
        if count > 0, total.truncatingRemainder(dividingBy: 10) != 0 { break }
        total += small
      } else if word() == "hundred", count > 0, total < 100 {
        total *= 100
        if word(1) == "and", NumberWords.small[word(2)] != nil || NumberWords.tens[word(2)] != nil {
          position += 1
        }
      } else {
        break
      }
      count += 1
      position += 1
    }
    return count == 0 ? nil : (total, count == 1 && total == 1)
  }

  /// The factor of the words of magnitude at the position; abbreviations only after digits.
  private mutating func takeMagnitude() -> Double? {
    var factor: Double?
    while let next = NumberWords.magnitudes[word()], (factor ?? 1) < 1e12 {
      factor = (factor ?? 1) * next
      position += 1
    }
    if factor == nil, position > 0, tokens.indices.contains(position),
      case .number = tokens[position - 1].token, let short = NumberWords.abbreviations[word()],
      tokens[position - 1].range.upperBound == tokens[position].range.lowerBound || word().count > 1
    {
      factor = short
      position += 1
    }
    return factor
  }

  /// The denominator of `one in six` and `four out of ten`; moves past it, nil if there is none.
  private mutating func wholeBehind(_ part: Double) -> Double? {
    let start = position
    position += word() == "out" && word(1) == "of" ? 2 : 1
    if ["every"].contains(word()) { position += 1 }
    if let (whole, isWeak) = cardinal(), !isWeak, whole > part, whole <= 1000, part > 0 {
      return whole
    }
    position = start
    return nil
  }
}
