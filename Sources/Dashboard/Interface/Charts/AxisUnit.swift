internal import Model

/// How an axis says what its numbers are: signs beside them, and a label at its top.
struct AxisUnit {
  /// What stands before each number: `$`.
  var prefix = ""
  /// What stands after each number: `%`.
  var suffix = ""
  /// What stands at the axis' top, where signs do not say all: `$ billion`, `million persons`.
  var label = ""

  /// Whether its numbers are years, which have no comma between their digits.
  private var isYear = false

  /// The unit of a scale; its magnitude is always told by the label.
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

  /// Whether a text is short enough to stand beside every number.
  private static func isSign(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    return !first.isLetter && first != " " && text.columns <= 2
  }

  /// A number with its signs; the minus stays in front.
  func text(_ number: String) -> String {
    if isYear { return number.filter { $0 != "," } }
    if prefix.isEmpty, suffix.isEmpty { return number }
    guard number.hasPrefix("−") else { return prefix + number + suffix }
    return "−" + prefix + number.dropFirst() + suffix
  }
}
