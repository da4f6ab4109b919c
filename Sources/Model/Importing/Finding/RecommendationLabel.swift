import Text

/// The label of a recommendation at a text's start or end.
struct RecommendationLabel {
  /// The label as printed, without punctuation.
  let label: String
  /// The text without it.
  let rest: String

  private static let words = ["recommendation", "recomendacion", "recommendations"]

  /// A label at the start: `Recommendation 4: …`, `Recommendation: …`, `R4. …`.
  init?(start text: String) {
    var rest = text[...]
    let word = rest.prefix { $0.isLetter }
    let bare = Phrases.bare(String(word))
    rest = rest.dropFirst(word.count)
    let isWord = Self.words.contains(bare)
    if !isWord {
      // Only a number makes R or Rec a label.
      guard bare == "r" || bare == "rec" else { return nil }
      if rest.first == "." { rest = rest.dropFirst() }
      if bare == "r", rest.first?.isNumber != true { return nil }
    }
    while rest.first == " " { rest = rest.dropFirst() }
    for sign in ["No.", "no.", "nº", "Nº", "n.º", "N.º", "#"] where rest.hasPrefix(sign) {
      rest = rest.dropFirst(sign.count)
      while rest.first == " " { rest = rest.dropFirst() }
    }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "." || $0 == "-" }
    let number = Self.number(name)
    if let number { rest = rest.dropFirst(number.count) }
    guard isWord || number?.first?.isNumber == true else { return nil }
    let signs = rest.prefix { ":.)–—-]".contains($0) || $0 == " " }
    let hasSign = signs.contains { ":.)–—-]".contains($0) }
    let after = rest.dropFirst(signs.count)
    if after.isEmpty {
      // The label alone, as in a heading: a number is needed.
      guard number != nil else { return nil }
    } else if !hasSign {
      return nil
    } else if number == nil, !signs.contains(":") {
      return nil
    }
    let printed = text.prefix(upTo: rest.startIndex)
    self.init(label: printed.trimmed, rest: String(after))
  }

  /// A label in brackets at the end: `… (Recommendation 4)`.
  init?(end text: String) {
    var body = text[...]
    while let last = body.last, ".; ".contains(last) { body = body.dropLast() }
    guard body.last == ")", let open = body.lastIndex(of: "(") else { return nil }
    let inside = body[open...].dropFirst().dropLast()
    let words = inside.split(separator: " ")
    guard words.count == 2, Self.words.contains(Phrases.bare(String(words[0]))),
      Self.number(words[1]) != nil
    else { return nil }
    self.init(label: String(inside), rest: body[..<open].trimmed)
  }

  private init(label: String, rest: String) {
    self.label = label
    self.rest = rest
  }

  /// A number, a number with a letter or parts, a letter or a Roman number at a text's start.
  private static func number(_ text: Substring) -> Substring? {
    var name = text
    while let last = name.last, ".-".contains(last) { name = name.dropLast() }
    guard !name.isEmpty, name.count <= 7 else { return nil }
    let digits = name.prefix { $0.isNumber }
    if !digits.isEmpty {
      let rest = name.dropFirst(digits.count)
      let isPart = rest.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" }
      return isPart || rest.count == 1 ? name : nil
    }
    guard let first = name.first else { return nil }
    if name.count == 1, first.isUppercase { return name }
    if first.isUppercase, name.dropFirst().allSatisfy({ $0.isNumber || ".-".contains($0) }) {
      return name
    }
    return name.allSatisfy { "IVXLC".contains($0) } ? name : nil
  }

  /// The label's number alone, by which copies are known: `Recommendation 4` is `4`; empty for a
  /// label without a number.
  static func key(_ label: String) -> String {
    let key = Phrases.bare(String(label.split(separator: " ").last ?? ""))
    return words.contains(key) ? "" : key
  }
}
