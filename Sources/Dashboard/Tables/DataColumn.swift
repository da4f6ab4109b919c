import Reading
package import Records
import Text

/// One column of a user's table: its name, what it holds and what it is for.
package struct DataColumn: Sendable {
  /// What a column is for.
  package enum Role: String, Sendable {
    /// Periods along the axis.
    case time
    /// Months, quarters, halves or days beside a column of years.
    case part = "part of the time"
    /// Names that tell rows apart.
    case category
    /// Names or numbers that stand for a category.
    case code
    /// Values.
    case measure
    /// Flags of the values.
    case flag
    /// Remarks on the values.
    case note
    /// The rows' own numbers.
    case rowNumber = "row number"
    /// The same in every row.
    case constant
    /// What describes the file or the values and is not one: `UNIT_MULT`, `LAST UPDATE`.
    case attribute
    /// Nothing.
    case empty
  }

  /// Its name, or its number if the table has no names.
  package var name: String
  /// The heading above its own that it shares with neighbours; empty if there is none.
  var group = ""
  /// The lowest heading; empty if there is none.
  var label = ""
  /// The period that its heading is; nil for any other heading.
  package var period: Period?
  /// What its heading says of its values beside the period: `2023 Estimate`; nil if nothing.
  var flags: StatusFlags?
  /// The month, quarter or half that its heading is.
  var part: YearPart?
  /// In what its values count, if a row below the heading says so.
  package var unit: String?
  /// What it is for.
  package var role = Role.category
  /// Why it is taken for that.
  package var reason = ""
  /// What its cells are.
  package var facts: ColumnFacts

  /// Whether it holds periods.
  package var isPeriods: Bool { facts.isPeriods }
  /// Whether it holds numbers; years are both.
  package var isNumbers: Bool { facts.isNumbers }
  /// The unit sign that all its numbers have: `%`, `$`; nil if there is none.
  package var sign: String? {
    facts.signs.count == 1 && !facts.signs[0].isEmpty ? facts.signs[0] : nil
  }

  /// Whether a year is a year and not an amount: from 1500 to 2200.
  static func isYear(_ period: Period) -> Bool {
    (1500...2200).contains(period.first.year)
  }

  /// Whether a name in small letters without accents says that a column is the time.
  static func isNamedForTime(_ name: String) -> Bool {
    let words: Set<String> = [
      "year", "years", "date", "month", "period", "quarter", "time", "yr", "fiscal", "fy", "ano",
      "anio", "fecha", "mes", "periodo", "trimestre", "annee", "mois", "jahr", "monat", "quartal",
      "datum", "zeit", "anno", "mese", "data", "week", "semana", "ejercicio", "observation_date",
      "time_period", "day", "dia", "ref_date", "timestamp", "datetime", "semestre", "decade",
    ]
    return words.contains(name)
      || name.split { !$0.isLetter }.contains { words.contains(String($0)) && $0 != "data" }
  }
}
