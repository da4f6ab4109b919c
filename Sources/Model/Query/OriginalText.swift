import Text

/// A reader's own copy of the plain text of the original.
///
/// Nothing about it is trusted: invalid UTF-8 is repaired, and no control character is shown.
package struct OriginalText: Sendable {
  /// The SHA-256 of the bytes in lower-case hexadecimal.
  package let sha256: String
  /// The bytes, with a line end after the last line.
  private let bytes: [UInt8]
  /// Where each line starts, and where the last one ends.
  private let starts: [Int]
  /// The letters that are compared: no white space, hyphens or controls; plain quotes.
  let letters: [UInt8]
  /// Where each line's letters start in `letters`, and where the last one's end.
  let letterStarts: [Int]

  /// A copy from the bytes of its file.
  package init(_ bytes: [UInt8]) {
    sha256 = SHA256.hexadecimal(bytes)
    var bytes = bytes
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    var letters: [UInt8] = []
    letters.reserveCapacity(bytes.count)
    var letterStarts = [0]
    for line in starts.indices.dropLast() {
      Letters.append(bytes[starts[line]..<starts[line + 1]], to: &letters)
      letterStarts.append(letters.count)
    }
    self.bytes = bytes
    self.starts = starts
    self.letters = letters
    self.letterStarts = letterStarts
  }

  /// The number of lines; a last line without an end counts too.
  package var lineCount: Int { starts.count - 1 }

  /// A line's text, safe to show; empty for a number outside 1…`lineCount`.
  package func line(_ number: Int) -> String {
    guard number >= 1, number <= lineCount else { return "" }
    var slice = bytes[starts[number - 1]..<starts[number]].dropLast()
    if slice.last == UInt8(ascii: "\r") { slice = slice.dropLast() }
    return CleanText.line(String(decoding: slice, as: UTF8.self))
  }

  /// Whether all lines of a range are empty or white space, as lines outside the text are.
  package func isBlank(_ lines: ClosedRange<Int>) -> Bool {
    guard let range = letterRange(lines) else { return true }
    return range.isEmpty
  }

  /// Whether a range of lines lies within the text.
  package func contains(_ lines: ClosedRange<Int>) -> Bool {
    lines.lowerBound >= 1 && lines.upperBound <= lineCount
  }

  /// The part of `letters` that some lines cover; nil if none of them is in the text.
  private func letterRange(_ lines: ClosedRange<Int>) -> Range<Int>? {
    guard lines.lowerBound <= lineCount, lines.upperBound >= 1 else { return nil }
    return letterStarts[
      max(1, lines.lowerBound) - 1]..<letterStarts[min(lineCount, lines.upperBound)]
  }

  /// Whether words are within some lines.
  ///
  /// White space, line and page ends, hyphens and soft hyphens do not matter,
  /// and curly quotes are plain ones; case and accents do.
  package func contains(_ words: String, in lines: ClosedRange<Int>) -> Bool {
    let wanted = Letters.of(words)
    guard let range = letterRange(lines) else { return false }
    return find(wanted, in: range) != nil
  }

  /// The lines with some words that are nearest to a line; nil if there are none.
  package func nearest(_ words: String, to line: Int) -> ClosedRange<Int>? {
    let wanted = Letters.of(words)
    guard !wanted.isEmpty else { return nil }
    var best: ClosedRange<Int>?
    var start = 0
    while let found = find(wanted, in: start..<letters.count) {
      let lines = lineNumber(found)...lineNumber(found + wanted.count - 1)
      if best.map({ Self.distance(lines, line) < Self.distance($0, line) }) ?? true { best = lines }
      // Matches come in order, so once past the line none can be nearer.
      if lines.lowerBound >= line { break }
      start = found + 1
    }
    return best
  }

  /// The nearest lines that contain at least half of the words together; nil if there are none.
  ///
  /// At least two words and eight letters are required. Words are left out at the end first, then
  /// at the start.
  func nearestPart(of words: String, to line: Int) -> ClosedRange<Int>? {
    let words = words.split(separator: " ").prefix(12)
    guard words.count >= 3 else { return nil }
    for length in stride(from: words.count - 1, through: max(2, (words.count + 1) / 2), by: -1) {
      for part in [words.prefix(length), words.suffix(length)] {
        let part = part.joined(separator: " ")
        if Letters.of(part).count >= 8, let lines = nearest(part, to: line) { return lines }
      }
    }
    return nil
  }

  private static func distance(_ lines: ClosedRange<Int>, _ line: Int) -> UInt {
    if lines.contains(line) { return 0 }
    return (lines.lowerBound > line ? lines.lowerBound : lines.upperBound).magnitude(from: line)
  }

  private func lineNumber(_ position: Int) -> Int {
    var low = 0
    var high = letterStarts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if letterStarts[middle] <= position { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The first place of some bytes in a range of `letters`.
  private func find(_ wanted: [UInt8], in range: Range<Int>) -> Int? {
    guard let first = wanted.first else { return range.lowerBound }
    guard wanted.count <= range.count else { return nil }
    return letters.withUnsafeBufferPointer { letters in
      wanted.withUnsafeBufferPointer { wanted in
        for start in range.lowerBound...(range.upperBound - wanted.count)
        where letters[start] == first {
          var offset = 1
          while offset < wanted.count, letters[start + offset] == wanted[offset] { offset += 1 }
          if offset == wanted.count { return start }
        }
        return nil
      }
    }
  }
}

extension Int {
  fileprivate func magnitude(from other: Int) -> UInt {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? .max : difference.magnitude
  }
}
