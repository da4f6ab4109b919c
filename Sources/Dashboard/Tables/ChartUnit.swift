package import Records
import Text

/// A unit in the words of a command line or of a table's cells.
package enum ChartUnit {
  /// Signs with the names that an axis shows for them.
  private static let names = [
    "%": "percent", "$": "dollars", "US$": "U.S. dollars", "USD": "U.S. dollars", "€": "euros",
    "EUR": "euros", "£": "pounds", "GBP": "pounds", "‰": "per mille", "MX$": "Mexican pesos",
    "MXN": "Mexican pesos", "C$": "Canadian dollars", "CAD": "Canadian dollars",
    "°C": "degrees Celsius", "°F": "degrees Fahrenheit",
  ]
  private static let magnitudes: [(words: [String], factor: Double)] = [
    (["thousand", "thousands"], 1e3), (["million", "millions", "mn"], 1e6),
    (["billion", "billions", "bn"], 1e9), (["trillion", "trillions", "tn"], 1e12),
  ]

  /// Calendar years as values.
  package static let year = Unit(id: "year", title: "year")
  /// Values without a unit.
  package static let none = Unit(id: "", title: "number")

  /// The unit of a text such as `%`, `million persons` or `US$ billion`.
  ///
  /// A magnitude becomes the multiplier, so that an axis can show another magnitude.
  package static func unit(_ text: String) -> Unit {
    var words = CleanText.line(text).split(separator: " ").map(String.init)
    var multiplier = 1.0
    for (names, factor) in magnitudes {
      guard multiplier == 1,
        let place = words.firstIndex(where: { names.contains($0.lowercased()) })
      else { continue }
      words.remove(at: place)
      multiplier = factor
    }
    let title = words.joined(separator: " ")
    var unit = signed(title) ?? Unit(id: title, title: title.isEmpty ? "number" : title)
    unit.multiplier = multiplier
    return unit
  }

  /// The unit of a sign next to numbers; nil for a word.
  static func signed(_ sign: String) -> Unit? {
    let stands = sign.utf8.count <= 4 && !sign.allSatisfy { $0.isASCII && $0.isLetter }
    guard let title = names[sign] ?? (stands && !sign.isEmpty ? sign : nil) else { return nil }
    let isBefore = sign.hasSuffix("$") || ["€", "£", "¥", "₹", "₩", "₱"].contains(sign)
    if isBefore { return Unit(id: sign, title: title, prefix: sign) }
    return Unit(
      id: sign == "%" ? "percent" : sign, title: title,
      suffix: sign == "%" || sign == "‰" || sign.hasPrefix("°") ? sign : " \(sign)")
  }
}
