package import Records
import Text

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

extension CellAlignment {
  /// Where a cell stands in its column; nil if its content decides.
  package var alignment: TextLayout.Alignment? {
    switch self {
    case .natural: nil
    case .left: .left
    case .right: .right
    case .center: .center
    }
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
