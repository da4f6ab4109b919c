import Canvas
import Query
import Records

/// How an axis names its unit: signs beside the numbers, and a label at its top.
struct AxisUnit {
  /// The sign before each number: `$`.
  var prefix = ""
  /// The sign after each number: `%`.
  var suffix = ""
  /// The label at the axis' top, if the signs do not say everything: `$ billion`, `million
  /// persons`.
  var label = ""

  /// Whether its numbers are years, which have no comma between their digits.
  private var isYear = false

  /// The unit of a scale; the label always names its magnitude.
  init(_ scale: ValueScale) {
    let unit = scale.unit
    isYear = unit.isYear
    guard unit.id != "rank", !isYear else { return }
    let magnitude = scale.magnitude.word
    let isSuffix = Self.isSign(unit.suffix)
    if Self.isSign(unit.prefix), magnitude.isEmpty {
      prefix = unit.prefix
      if isSuffix { suffix = unit.suffix }
      return
    }
    if isSuffix, unit.prefix.isEmpty {
      suffix = unit.suffix
      label = magnitude
      return
    }
    let signs = [unit.prefix, magnitude, unit.suffix].filter { !$0.isEmpty }
    let isPlain = ["number", "ratio", "index", "rank", "times", ""].contains(unit.title)
    if !unit.prefix.isEmpty || !unit.suffix.isEmpty {
      label = signs.map { String($0.drop { $0 == " " }) }.joined(separator: " ")
    } else if isPlain {
      label = magnitude.isEmpty ? "" : "\(magnitude)s"
    } else {
      label = scale.heading
    }
  }

  /// Whether a text is short enough to go with every number.
  private static func isSign(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    return !first.isLetter && first != " " && text.columns <= 2
  }

  /// A number with its signs; the minus stays in front.
  package func text(_ number: String) -> String {
    if isYear { return number.filter { $0 != "," } }
    if prefix.isEmpty, suffix.isEmpty { return number }
    guard number.hasPrefix("−") else { return prefix + number + suffix }
    return "−" + prefix + number.dropFirst() + suffix
  }
}
