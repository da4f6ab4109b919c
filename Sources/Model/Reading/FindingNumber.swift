import Text

/// A number in a sentence, with how exact its form says that it is.
struct FindingNumber {
  private enum Hedge { case none, over, under }

  private let value: Double
  private var hedge = Hedge.none
  /// What half of may be lost by rounding; nil for words, which may be off by a share.
  private var step: Double?
  /// The place of the last digit that is not zero.
  private var lastDigit = 0.0
  /// Whether percentage points follow.
  private(set) var isInPoints = false

  /// How far words may be off: a third of a percent more than "two thirds" of 66 percent is.
  private static let tolerance = 0.03
  /// How far a value may be beyond words such as "more than half".
  private static let leeway = 0.25

  init(_ number: NumberReader.Number, in sentence: String) {
    value = number.value
    var before = sentence[..<number.range.lowerBound].lowercased()
      .split { !$0.isLetter }.suffix(3).map(String.init)
    // "More than a fifth".
    if before.last == "a" || before.last == "an" { before.removeLast() }
    before = Array(before.suffix(2))
    let after = sentence[number.range.upperBound...].lowercased()
      .split { !$0.isLetter && !$0.isNumber }.prefix(2)
    isInPoints =
      after.first?.hasPrefix("point") ?? false
      || after.first == "percentage" && after.last?.hasPrefix("point") ?? false
    if Self.overs.contains(before.last ?? "")
      || before.last == "than" && ["more", "greater", "higher"].contains(before.first)
      || before == ["at", "least"]
    {
      hedge = .over
    } else if Self.unders.contains(before.last ?? "")
      || before.last == "than" && ["less", "fewer", "lower"].contains(before.first)
      || before == ["up", "to"]
    {
      hedge = .under
    }
    if number.form != .fraction { readDigits(number.text) }
  }

  private static let overs: Set<String> = ["over", "above", "exceeded", "exceeds"]
  private static let unders: Set<String> = ["nearly", "almost", "under", "below"]

  /// Finds out what the written digits leave open.
  private mutating func readDigits(_ text: String) {
    let digits = text.filter { $0.isASCII && $0.isNumber || $0 == "." }
    guard let written = Double(digits), written != 0 else { return }
    // "1.7 million" leaves open a hundred thousand.
    let factor = (value / written).magnitude
    let parts = digits.split(separator: ".")
    if parts.count > 1 {
      step = factor / DecimalText.power(parts[1].count)
      lastDigit = factor / DecimalText.power(parts[1].count)
      return
    }
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    lastDigit = factor * DecimalText.power(zeros)
    step = digits.count - zeros > 1 ? lastDigit : factor
  }

  /// Whether a number is what these words or digits say; a sign is told by other words.
  func fits(_ amount: Double) -> Bool {
    let size = amount.magnitude
    let noise = size * 1e-9
    let away = size - value.magnitude
    let reach = step == nil ? value.magnitude * Self.leeway : lastDigit
    switch hedge {
    case .over where away > -noise && away < reach: return true
    case .under where away < noise && away > -reach: return true
    case .over, .under: return false
    case .none: break
    }
    let half = step.map { $0 * 0.5 } ?? value.magnitude * Self.tolerance
    return away.magnitude <= half + noise
  }
}
