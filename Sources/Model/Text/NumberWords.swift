/// The English words of numbers.
enum NumberWords {
  /// Zero to nineteen.
  static let small: [String: Double] = table([
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ])

  /// Twenty to ninety.
  static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]

  /// `first` to `tenth`, including `second`.
  static let ordinals: [String: Double] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
  ]

  /// Words after a count or an article: `two thirds`, `a quarter`.
  static let fractions: [String: Double] = [
    "half": 0.5, "halves": 0.5, "third": 1.0 / 3, "thirds": 1.0 / 3, "quarter": 0.25,
    "quarters": 0.25, "fourth": 0.25, "fourths": 0.25, "fifth": 0.2, "fifths": 0.2,
    "sixth": 1.0 / 6, "sixths": 1.0 / 6, "eighth": 0.125, "eighths": 0.125, "tenth": 0.1,
    "tenths": 0.1,
  ]

  /// Words that multiply.
  static let magnitudes: [String: Double] = [
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]

  /// Letters that multiply the number before them.
  static let abbreviations: [String: Double] = [
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
  ]

  /// Words that mean a multiple on their own.
  static let multiples: [String: Double] = [
    "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "twice": 2, "twofold": 2,
    "triple": 3, "tripled": 3, "tripling": 3, "threefold": 3, "thrice": 3, "quadruple": 4,
    "quadrupled": 4, "fourfold": 4, "fivefold": 5, "sixfold": 6, "tenfold": 10, "halved": 0.5,
    "halving": 0.5,
  ]

  private static func table(_ words: [String]) -> [String: Double] {
    Dictionary(
      words.enumerated().map { ($1, Double($0)) }, uniquingKeysWith: { first, _ in first })
  }
}
