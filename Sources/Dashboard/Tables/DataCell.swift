import Text

/// What a cell of a user's table holds, judged by its bytes.
enum DataCell {
  /// The words and signs that mean a missing value, in lower case.
  private static let gaps: Set<String> = [
    "na", "n/a", "n.a.", "#n/a", "nan", "null", "nil", "none", "missing", "-", "--", "–", "—", "…",
    "...", "..", ".", ":", "*", "?", "#", "\\n", "not available", "no data",
  ]
  private static let longest = 16

  /// The bytes without surrounding blanks.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = bytes.first, let last = bytes.last, first.isBlank || last.isBlank else {
      return bytes
    }
    var rest = bytes[...]
    while let first = rest.first, first.isBlank { rest.removeFirst() }
    while let last = rest.last, last.isBlank { rest.removeLast() }
    return UnsafeBufferPointer(rebasing: rest)
  }

  /// Whether a cell without surrounding blanks says that there is no value.
  static func isGap(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    guard bytes.count <= longest, !first.isDigit else { return false }
    return gaps.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }
}
