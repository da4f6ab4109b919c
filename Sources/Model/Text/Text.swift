// The standard library's text works with characters. The input is separated by ASCII bytes, and
// comparing bytes is many times faster.

/// The parts of a text separated by semicolons, without white space around them.
package func splitList(_ text: String) -> [String] {
  text.utf8.split(separator: UInt8(ascii: ";")).map { Substring($0).trimmed }
    .filter { !$0.isEmpty }
}

extension String {
  /// Whether the text may contain the mark of a note.
  package var mentionsNote: Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(UInt8(ascii: "^")) } ?? true
  }

  /// The text without leading and trailing spaces, tabs and line ends.
  package var trimmed: String {
    // Most texts have none and need no copy.
    utf8.first?.isBlank ?? false || utf8.last?.isBlank ?? false ? self[...].trimmed : self
  }
}

extension Substring {
  /// The text without leading and trailing spaces, tabs and line ends.
  package var trimmed: String {
    var rest = utf8
    while let first = rest.first, first.isBlank { rest.removeFirst() }
    while let last = rest.last, last.isBlank { rest.removeLast() }
    return String(Substring(rest))
  }
}

extension UInt8 {
  /// Whether the byte is a digit from 0 to 9.
  package var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether the byte is a space, a tab or a line end.
  package var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0a || self == 0x0d }
}
