/// The names of months in English, Spanish, Portuguese, French, German and Italian.
///
/// The words are those of the Unicode Common Locale Data Repository: the wide and the abbreviated
/// names, for dates and standing alone, with accents folded. No word is a different month in two
/// of the languages, so that a table's language need not be known.
enum MonthNames {
  private static let wide: [String] = [
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  ]
  private static let abbreviated: [String] = [
    "jan feb mar apr may jun jul aug sept oct nov dec",
    "ene feb mar abr may jun jul ago sept oct nov dic",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "janv fevr mars avr mai juin juil aout sept oct nov dec",
    "jan feb marz apr mai juni juli aug sept okt nov dez",
    "gen feb mar apr mag giu lug ago set ott nov dic",
  ]
  /// Names of some regions and older forms, which the repository has as variants.
  private static let others: [(String, Int)] = [
    ("janner", 1), ("feber", 2), ("maerz", 3), ("mrz", 3), ("sep", 9), ("setiembre", 9),
    ("sepbre", 9), ("juill", 7), ("fevrier", 2),
  ]

  private static let numbers: [String: Int] = {
    var result: [String: Int] = [:]
    for names in wide + abbreviated {
      for (index, name) in names.split(separator: " ").enumerated() {
        result[String(name)] = index + 1
      }
    }
    for (name, number) in others { result[name] = number }
    return result
  }()

  /// The number of a month from 1 by its name; nil for any other word.
  ///
  /// - Parameter word: Letters in lower case without accents.
  static func number(_ word: String) -> Int? { numbers[word] }
}
