import Reading
import Records
import Text

/// Finds what each column of a table is for, by its name and by all of its cells.
///
/// The rules are tried in the order of `rules`; the first that applies decides, and gives the
/// reason.
struct ColumnSniffer {
  private let grid: TableGrid
  private let bytes: UnsafeBufferPointer<UInt8>
  private let rows: [Int]
  private(set) var columns: [DataColumn]
  /// The column of the axis; nil if there is none of periods.
  private(set) var time: Int?

  /// Examines columns with their names and facts.
  init(
    _ columns: [DataColumn], rows: [Int], of grid: TableGrid, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.columns = columns
    self.grid = grid
    self.bytes = bytes
    self.rows = rows
    time = findTime()
    for index in columns.indices {
      for rule in rules {
        guard let (role, reason) = rule(index) else { continue }
        (self.columns[index].role, self.columns[index].reason) = (role, reason)
        break
      }
    }
    findMirrors()
  }

  private typealias Rule = (Int) -> (DataColumn.Role, String)?

  private var rules: [Rule] {
    [
      attribute, empty, flag, note, timeOrPart, rowNumber, heading, code, measure, constant,
      category,
    ]
  }

  private func name(_ index: Int) -> String { Folding.fold(columns[index].name) }

  /// The name in words, where capitals begin them: `refYear` is `ref year`.
  private func words(_ index: Int) -> String {
    var text = ""
    for character in columns[index].name {
      if character.isUppercase, text.last?.isLowercase ?? false { text.append(" ") }
      text.append(character)
    }
    return Folding.fold(text)
  }

  // MARK: Time

  /// The column of periods for the axis: one with a fitting name, else the first that is not a
  /// column of amounts.
  private func findTime() -> Int? {
    let periods = columns.indices.filter {
      columns[$0].isPeriods && columns[$0].period == nil && columns[$0].part == nil
    }
    if let named = periods.first(where: { DataColumn.isNamedForTime(words($0)) }) { return named }
    // Where headings are the periods, years in another column say something else of the rows.
    let isWide = columns.count { $0.period != nil } > 1
    if isWide { return periods.first { $0 == 0 } }
    // Words and dates are never amounts; years are if nothing says otherwise.
    if let first = periods.first(where: { $0 == 0 || !columns[$0].isNumbers }) { return first }
    let isNumbered = columns.first.map { $0.facts.countsUp && $0.label.isEmpty } ?? false
    if isNumbered, let second = periods.first(where: { $0 == 1 }) { return second }
    let numbers = columns.count { $0.isNumbers && $0.period == nil }
    return numbers > 1 ? periods.first : nil
  }

  private static let partNames: [(words: [String], months: Int)] = [
    (["month", "mes", "mois", "monat", "mese", "mth"], 1),
    (["quarter", "trimestre", "quartal", "qtr", "trim"], 3),
    (["half", "semester", "semestre", "halbjahr"], 6),
  ]

  /// How many months a number of a column counts, by the column's name; nil for other columns.
  static func partLength(_ name: String) -> Int? {
    let words = name.split { !$0.isLetter }.map(String.init)
    return partNames.first { names, _ in
      words.contains { word in names.contains { word == $0 || word == $0 + "s" } }
    }?.months
  }

  private func timeOrPart(_ index: Int) -> (DataColumn.Role, String)? {
    let column = columns[index]
    if index == time {
      return (
        .time,
        DataColumn.isNamedForTime(name(index))
          ? "its name and its cells say so" : "its cells are periods"
      )
    }
    guard column.period == nil, column.part == nil else { return nil }
    let length = Self.partLength(words(index))
    let parts = rows.prefix(2000).lazy.filter { !grid.cell($0, index, bytes).isEmpty }
    let isPart =
      (length != nil || name(index) == "period" || column.facts.numbers == 0)
      && column.facts.known > 0
      && parts.count(where: { YearPart(grid.cell($0, index, bytes), numbers: length) != nil }) * 5
        >= parts.count * 4
      && !parts.isEmpty
    if isPart {
      return (.part, "its cells are months, quarters or halves")
    }
    // Numbers of days beside a year and a month.
    let isDay = ["day", "dia", "jour", "tag", "giorno"].contains(name(index))
    if time != nil, isDay, column.facts.wholes == column.facts.known, column.facts.longest <= 2 {
      return (.part, "its cells are days of a month")
    }
    // A second column of periods beside the axis, such as a date of release.
    if time != nil, column.isPeriods, DataColumn.isNamedForTime(words(index)) {
      return (.code, "the time is in column '\(columns[time ?? 0].name)'")
    }
    if length != nil, column.facts.distinct == 1, rows.count > 1 {
      return (.constant, "it has '\(grid.text(rows[0], index))' in every row")
    }
    return nil
  }

  // MARK: Names

  private static let attributes: Set<String> = [
    "dataflow", "last update", "structure", "structure_id", "structure_name", "action",
    "unit_mult", "decimals", "conf_status", "time_format", "obs_conf", "collection", "dguid",
    "uom_id", "scalar_id", "scalar_factor", "vector", "coordinate", "terminated", "title_compl",
    "source_agency", "unit multiplier", "powercode code", "powercode", "reference period code",
    "reference period", "title", "breaks", "compilation", "publ_public", "publ_mu", "publ_ecb",
    "unit_index_base", "base_per", "precision", "decimal", "scale", "typecode", "freqcode",
  ]
  private static let flags: Set<String> = [
    "qualifier", "qualifiers", "flag", "flags", "obs_status", "obs status", "obs_flag", "obs flag",
    "observation status", "observation flag", "status", "flag codes", "flag code", "symbol",
    "estado", "simbolo", "value flags", "value footnotes", "observation status (flag)",
    "flag description", "obs_pre_break", "footnote_codes", "footnote codes",
  ]
  private static let notes: Set<String> = [
    "note", "notes", "footnote", "footnotes", "comment", "comments", "remark", "remarks",
    "nota", "notas", "observaciones", "comentarios", "anmerkung", "anmerkungen", "bemerkung",
    "remarque", "remarques", "commento", "osservazioni", "obs_comment", "comment_obs",
    "comment_ts", "source", "sources", "fuente", "quelle", "fonte", "url",
  ]

  private func attribute(_ index: Int) -> (DataColumn.Role, String)? {
    guard Self.attributes.contains(name(index)), columns.count > 2 else { return nil }
    // A title is no attribute where nothing else names the rows.
    if name(index) == "title", !columns.contains(where: { name0($0) == "obs_value" }) { return nil }
    if name(index) == "scale", columns[index].facts.numbers > 0 { return nil }
    if ["action", "decimals", "decimal", "collection"].contains(name(index)),
      !columns.contains(where: { name0($0) == "obs_value" || name0($0) == "value" })
    {
      return nil
    }
    return (.attribute, "its name is that of an attribute")
  }

  private func name0(_ column: DataColumn) -> String { Folding.fold(column.name) }

  private func empty(_ index: Int) -> (DataColumn.Role, String)? {
    let facts = columns[index].facts
    guard facts.known == 0, columns[index].period == nil, columns[index].part == nil else {
      return nil
    }
    if Self.flags.contains(name(index)) { return nil }
    return facts.gaps == 0
      ? (.empty, "all its cells are empty") : (.empty, "it has no values")
  }

  private func flag(_ index: Int) -> (DataColumn.Role, String)? {
    let facts = columns[index].facts
    guard facts.numbers == 0 || facts.longest <= 2 else { return nil }
    let words = name(index)
    if Self.flags.contains(words) || words.hasSuffix("_flag") || words.hasSuffix("_status")
      || words.hasSuffix(" flag") || words.hasSuffix(" flags") || words.hasPrefix("flag")
    {
      // A status of people is a category.
      guard
        facts.flags == facts.known || facts.longest <= 40 && facts.flags * 2 >= facts.texts
          || Self.flags.contains(words) && words != "status" || facts.known == 0
      else { return nil }
      return (.flag, "its name is that of flags")
    }
    let isNameless = columns[index].label.isEmpty && index > 0
    if isNameless, facts.known > 0, facts.texts == facts.known, facts.flags == facts.known,
      facts.longest <= 3, columns[index - 1].isNumbers
    {
      return (.flag, "it has no name, and flags beside the values on its left")
    }
    return nil
  }

  private func note(_ index: Int) -> (DataColumn.Role, String)? {
    let facts = columns[index].facts
    guard facts.numbers == 0 else { return nil }
    if Self.notes.contains(name(index)) { return (.note, "its name is that of notes") }
    if facts.longest > 80, facts.distinct > 1 { return (.note, "its cells are sentences") }
    return nil
  }

  private func heading(_ index: Int) -> (DataColumn.Role, String)? {
    guard let period = columns[index].period?.title ?? columns[index].part.map({ _ in "part" })
    else { return nil }
    return (
      .measure, period == "part" ? "its heading is a part of a year" : "its heading is a period"
    )
  }

  // MARK: Numbers

  private static let rowNumberNames: Set<String> = [
    "", "unnamed: 0", "rownames", "row", "index", "#", "no.", "no", "nr", "nr.", "row number",
    "rowid", "row_id", "n°", "num", "x",
  ]

  private func rowNumber(_ index: Int) -> (DataColumn.Role, String)? {
    let raw = columns[index].label.isEmpty ? "" : name(index)
    guard index == 0, columns[index].facts.countsUp, Self.rowNumberNames.contains(raw),
      columns.indices.contains(where: { $0 != index && columns[$0].isNumbers })
    else { return nil }
    // The numbers of a table of two columns may be its axis.
    if columns.count == 2, time == nil, raw == "x" || raw == "index" { return nil }
    if !columns.contains(where: { !$0.label.isEmpty }) { return nil }
    return (
      .rowNumber, "it counts the rows, under \(raw.isEmpty ? "no name" : "the name '\(raw)'")"
    )
  }

  private static let codeNames: Set<String> = [
    "code", "codes", "id", "fips", "geoid", "iso", "iso2", "iso3", "zip", "zipcode", "naics",
    "sic", "isic", "hs", "hs6", "hs4", "hs2", "sitc", "cvegeo", "clave", "cve", "codigo", "cpc",
    "ine", "nuts", "isco", "coicop", "wkn", "uuid", "cod", "msa", "cbsa", "m49", "ccode",
  ]

  private func code(_ index: Int) -> (DataColumn.Role, String)? {
    let facts = columns[index].facts
    guard facts.known > 0, facts.numbers > 0, facts.wholes == facts.known else { return nil }
    if facts.leadingZeros > 0, facts.longest > 1 {
      return (.code, "its numbers begin with zeros")
    }
    let words = words(index).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.contains(where: { Self.codeNames.contains($0) }),
      columns.indices.contains(where: { $0 != index && columns[$0].hasNumbersBeside(time, $0) })
    {
      return (.code, "its name is that of codes")
    }
    return nil
  }

  private func measure(_ index: Int) -> (DataColumn.Role, String)? {
    let facts = columns[index].facts
    if facts.isNumbers { return (.measure, "\(facts.numbers) of its cells are numbers") }
    // A column with some numbers is better than none; its other cells are gaps and are reported.
    guard facts.hasNumber, !facts.isPeriods,
      !columns.indices.contains(where: { $0 != time && columns[$0].isNumbers })
    else { return nil }
    return (.measure, "it alone has numbers, \(facts.numbers) of them")
  }

  /// Names of columns that say how values are counted and never whose they are.
  private static let controls: Set<String> = [
    "freq", "frequency", "unit", "s_adj", "adjustment", "seasonal adjustment",
  ]

  private func constant(_ index: Int) -> (DataColumn.Role, String)? {
    guard columns[index].facts.distinct == 1, columns[index].facts.known == rows.count,
      rows.count > 1 || Self.controls.contains(name(index))
    else { return nil }
    return (.constant, "it has '\(grid.text(rows[0], index))' in every row")
  }

  private func category(_ index: Int) -> (DataColumn.Role, String)? {
    (.category, "its cells are words")
  }

  // MARK: Codes of categories

  /// Finds columns that say the same as a category before or after them, in other words.
  private mutating func findMirrors() {
    let categories = columns.indices.filter { columns[$0].role == .category }
    guard let first = categories.first else { return }
    for index in columns.indices {
      let column = columns[index]
      let isWhole =
        column.role == .measure && column.facts.wholes == column.facts.known
        && column.period == nil && column.part == nil && column.facts.hasRepeats
      guard column.role == .category && index != first || isWhole else { continue }
      guard
        let other = categories.first(where: { other in
          other != index && columns[other].role == .category
            && columns[other].facts.distinct == column.facts.distinct
            && columns[other].facts.distinct > 1 && mirrors(other, index)
        })
      else { continue }
      if isWhole {
        guard columns[other].facts.hasRepeats,
          columns.indices.contains(where: {
            $0 != index && columns[$0].role == .measure
          })
        else { continue }
        columns[index].role = .code
        columns[index].reason = "it has one number for each '\(columns[other].name)'"
      } else if column.facts.longest < columns[other].facts.longest
        || index > other && columns[other].facts.longest == column.facts.longest
        || index > other && !Self.isCodeName(name(other))
      {
        columns[index].role = .code
        columns[index].reason = "it says the same as '\(columns[other].name)'"
      }
    }
  }

  private static func isCodeName(_ name: String) -> Bool {
    name.split { !$0.isLetter && !$0.isNumber }.contains { codeNames.contains(String($0)) }
  }

  /// Whether two columns tell the same rows apart.
  private func mirrors(_ one: Int, _ other: Int) -> Bool {
    var forth: [Int: Int] = [:]
    var back: [Int: Int] = [:]
    for row in rows.prefix(20_000) {
      let (left, right) = (hash(row, one), hash(row, other))
      if forth.updateValue(right, forKey: left).map({ $0 != right }) ?? false { return false }
      if back.updateValue(left, forKey: right).map({ $0 != left }) ?? false { return false }
    }
    return true
  }

  private func hash(_ row: Int, _ column: Int) -> Int {
    CellBytes(bytes: grid.cell(row, column, bytes)).hashValue
  }
}

extension DataColumn {
  /// Whether it has numbers and is neither the time nor a column of whole numbers alone like codes.
  fileprivate func hasNumbersBeside(_ time: Int?, _ index: Int) -> Bool {
    index != time && isNumbers
  }
}
