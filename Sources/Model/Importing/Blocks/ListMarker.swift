import Text

/// The marker at the start of a list's item or a numbered heading: `1.`, `a)`, `(iv)`, `2.1`, `•`.
struct ListMarker: Hashable {
  /// The marker without its punctuation, as printed: `1`, `a`, `2.1`; empty for a bullet.
  let label: String
  /// The marker with its punctuation.
  let marker: String
  /// The text after it.
  let rest: String

  private static let bullets: Set<Character> = [
    "•", "▪", "●", "■", "◦", "–", "—", "*", "-", "\u{f0b7}", "➢",
  ]

  /// The marker of a text; nil if it has none or nothing follows it.
  init?(_ text: String) {
    guard let first = text.first else { return nil }
    if Self.bullets.contains(first) {
      // A font's bullet may come out as several.
      let signs = text.prefix { $0 == first }
      let rest = text.dropFirst(signs.count)
      guard signs.count <= 3, rest.first?.isWhitespace == true else { return nil }
      self.init(label: "", marker: String(first), rest: rest.trimmed)
      return
    }
    let isOpen = first == "("
    let body = isOpen ? text.dropFirst() : text[...]
    let label = body.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
    let after = body.dropFirst(label.count)
    var name = label
    let hasDot = name.last == "."
    if hasDot { name = name.dropLast() }
    guard Self.isLabel(name) else { return nil }
    let isClosed = after.first == ")"
    let isDeep = name.contains(".") && !name.contains(where: \.isLetter)
    guard isClosed || hasDot && !isOpen || isDeep && !isOpen else { return nil }
    let rest = isClosed ? after.dropFirst() : after
    guard rest.first?.isWhitespace == true else { return nil }
    let marker = (isOpen ? "(" : "") + label + (isClosed ? ")" : "")
    self.init(label: String(name), marker: marker, rest: rest.trimmed)
  }

  private init?(label: String, marker: String, rest: String) {
    guard !rest.isEmpty else { return nil }
    self.label = label
    self.marker = marker
    self.rest = rest
  }

  /// Whether it is a number, a number with parts, a letter or a small Roman number.
  private static func isLabel(_ name: Substring) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 5, !parts.contains(where: \.isEmpty) else { return false }
    if parts.allSatisfy({ $0.count <= 3 && $0.allSatisfy(\.isNumber) }) { return true }
    guard let first = parts.first, parts.dropFirst().allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return false }
    if first.count == 1 { return true }
    if parts.count == 1, first.allSatisfy({ "ivxIVX".contains($0) }) { return true }
    // A number with a letter: 3a.
    return first.count <= 3 && first.dropLast().allSatisfy(\.isNumber)
      && first.last?.isLetter == true
  }

  /// How deep a numbered heading is: 1 for `2`, 2 for `2.1`.
  var depth: Int { label.count { $0 == "." } + 1 }

  /// Whether it is a number, perhaps with parts.
  var isNumber: Bool { label.first?.isNumber ?? false }
}
