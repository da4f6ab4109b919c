import Reading
import Text

/// What a cell of a user's table holds, judged by its bytes.
enum DataCell {
  /// The words and signs that mean a missing value, in lower case, with what they say of it.
  private static let gaps: [String: String] = [
    "na": "", "n/a": "", "n/e": "", "n.a.": "", "#n/a": "", "nan": "", "null": "", "nil": "",
    "none": "",
    "missing": "", "-": "", "--": "", "---": "", "–": "", "—": "", "−": "", "…": "", "...": "",
    "..": "", ".": "", ":": "", "*": "", "**": "", "?": "", "#": "", "\\n": "", "n.d.": "",
    "nd": "", "s/d": "", "s.d.": "", "k.a.": "", "n.s.": "", "not available": "", "no data": "",
    "#value!": "", "#div/0!": "", "#ref!": "", "#num!": "", "#name?": "", "(na)": "", "(-)": "",
    "(x)": "not applicable", "(d)": "withheld", "(s)": "withheld", "(w)": "withheld",
    "(z)": "less than half the unit shown", "(l)": "too small to show", "(*)": "too small to show",
    "x": "suppressed", "c": "confidential", "[x]": "not available", "[c]": "confidential",
    "[z]": "not applicable", "[w]": "not available", "[low]": "too small to show",
    "suppressed": "suppressed", "confidential": "confidential", "withheld": "withheld",
    "not applicable": "not applicable",
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
    // One letter may be a name or a heading; beside numbers it is no value.
    if bytes.count == 1, (0x61...0x7a).contains(first | 0x20) { return false }
    // Most words are longer than two letters and begin with another letter.
    if bytes.count > 3, (0x61...0x7a).contains(first | 0x20),
      ![0x6e, 0x6d, 0x73, 0x63, 0x77, 0x6b].contains(first | 0x20)
    {
      return false
    }
    return gap(bytes) != nil
  }

  /// What a cell says of the value that it lacks; empty if nothing, nil if it is no such cell.
  static func gap(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let first = bytes.first else { return "" }
    guard bytes.count <= longest, !first.isDigit else { return nil }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    if let reason = gaps[text] { return reason }
    // ": u", ":c": the flags say why there is none.
    for sign in [":", "..", "-"]
    where text.hasPrefix(sign) && text.utf8.count <= sign.utf8.count + 5 {
      let flags = text.dropFirst(sign.count).trimmed
      let isLetters = flags.utf8.allSatisfy { (0x61...0x7a).contains($0) || $0 == 0x20 }
      if isLetters, let known = StatusFlags(known: flags) { return known.note }
    }
    return nil
  }
}
