/// The rule for ids: lower-case ASCII letters and digits in words joined by hyphens.
package enum Identifier {
  package static let remedy = "use lower-case letters, digits and hyphens"

  package static func isValid(_ id: some StringProtocol) -> Bool {
    var wasHyphen = true
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        wasHyphen = false
      case UInt8(ascii: "-"):
        if wasHyphen { return false }
        wasHyphen = true
      default: return false
      }
    }
    return !wasHyphen
  }

  /// The slug of a heading: lower case, accents folded, other runs turned into one hyphen.
  package static func slug(_ heading: String) -> String {
    var result = ""
    var needsHyphen = false
    for scalar in Folding.fold(heading).unicodeScalars {
      let isWord = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isWord {
        if needsHyphen, !result.isEmpty { result += "-" }
        result.unicodeScalars.append(scalar)
      }
      needsHyphen = !isWord
    }
    return result
  }
}
