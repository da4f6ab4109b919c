import TestSupport

@testable import Records

/// A table of random kinds from a seed, with the values that a reader must find in it.
struct TableMaker {
  /// The table as text.
  private(set) var text = ""
  /// The values of each series by their periods, in a dossier's form.
  private(set) var truth: [String: [String: Double]] = [:]
  /// The series that is the sum of the others; nil if there is none.
  private(set) var total: String?
  /// Which kinds were combined, for messages.
  private(set) var kinds: [String] = []

  private var random: SeededRandom
  /// How many rows precede the values.
  private var headings = 1

  private static let months: [[String]] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
    [
      "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
      "outubro", "novembro", "dezembro",
    ],
    [
      "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
      "déc.",
    ],
    [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ],
    ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
  ]

  /// How the time is written.
  private enum Time: CaseIterable {
    case years, fiscal, months, isoMonths, compactMonths, quarters, days, shortDays, yearAndMonth
  }

  private enum Shape: CaseIterable { case narrow, wide, long, matrix }

  init(_ seed: UInt64) {
    random = SeededRandom(seed)
    let shape = pick(Shape.allCases)
    var time = pick(Time.allCases)
    if shape == .wide, [.shortDays, .yearAndMonth, .compactMonths, .days].contains(time) {
      time = .years
    }
    let delimiter = pick([",", ";", "\t"])
    let comma = delimiter != "," && random.int(0...1) == 0
    kinds = [
      "\(shape)", "\(time)", delimiter == "\t" ? "tab" : delimiter, comma ? "comma" : "point",
    ]
    var rows: [[String]]
    switch shape {
    case .matrix: rows = matrix(comma)
    case .narrow: rows = narrow(time, comma)
    case .wide: rows = wide(time, comma)
    case .long: rows = long(time, comma)
    }
    if headings > 1 {
      kinds.append("\(headings) rows of headings or units")
    } else if shape != .wide, shape != .matrix, random.int(0...3) == 0 {
      number(&rows)
    }
    write(rows, delimiter, preamble: random.int(0...2) == 0, footer: random.int(0...2) == 0)
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[random.int(0...items.count - 1)]
  }

  // MARK: Cells

  /// A value and how it is written: plain, grouped, with a flag or a note mark, or missing.
  private mutating func cell(_ comma: Bool) -> (text: String, value: Double?) {
    let whole = random.int(0...9) == 0 ? random.int(1000...999_999) : random.int(1...999)
    let tenths = random.int(1...9)
    let value = Double("\(whole).\(tenths)") ?? 0
    let mark = comma ? "," : "."
    let plain = "\(whole)\(mark)\(tenths)"
    switch random.int(0...19) {
    case 0:
      kinds.append("gap")
      return (pick(["", "..", ":", "n/a", "–"]), nil)
    case 1:
      kinds.append("flag")
      return (plain + pick([" p", " b", " e", " u", " (p)", " bp"]), value)
    case 2:
      kinds.append("mark")
      return (plain + pick(["*", " [1]", "¹", " 2/", " (1)"]), value)
    case 3:
      kinds.append("minus")
      return (pick(["−", "-", "–"]) + plain, -value)
    case 4:
      kinds.append("brackets")
      return ("(\(plain))", -value)
    case 5 where whole >= 1000:
      kinds.append("groups")
      let group = comma ? pick([".", " "]) : pick([",", " "])
      let tail = whole % 1000
      let digits = tail < 10 ? "00\(tail)" : tail < 100 ? "0\(tail)" : "\(tail)"
      return ("\(whole / 1000)\(group)\(digits)\(mark)\(tenths)", value)
    default: return (plain, value)
    }
  }

  // MARK: Time

  /// The periods of a table: how each is written, and a dossier's form.
  private mutating func times(_ time: Time) -> [(written: String, period: String)] {
    let first = random.int(1960...2015)
    let count = random.int(3...9)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let months = pick(Self.months)
    let form = random.int(0...3)
    return (0..<count).map { index in
      let (year, month) = (first + index / 12, index % 12 + 1)
      switch time {
      case .years: return ("\(first + index)", "\(first + index)")
      case .fiscal:
        let year = first + index
        return ("\(year)/\(two((year + 1) % 100))", "FY\(year + 1)")
      case .months:
        let written = form < 2 ? "\(months[month - 1]) \(year)" : "\(year) \(months[month - 1])"
        return (written, "\(year)-\(two(month))")
      case .isoMonths: return ("\(year)-\(two(month))", "\(year)-\(two(month))")
      case .compactMonths: return ("\(year)\(two(month))", "\(year)-\(two(month))")
      case .quarters:
        let (year, quarter) = (first + index / 4, index % 4 + 1)
        let written = [
          "Q\(quarter) \(year)", "\(year)-Q\(quarter)", "\(quarter)T \(year)",
          "Q\(quarter)'\(two(year % 100))",
        ][form]
        // Years of two digits are from 1969 to 2068.
        let full = form == 3 && year < 1969 ? year + 100 : year
        return (
          written, "\(full)-\(two(quarter * 3 - 2))/\(full)-\(two(quarter * 3))"
        )
      case .days:
        let written =
          form < 2
          ? "\(25 + index % 4).\(two(month)).\(year)"
          : "\(year)-\(two(month))-\(25 + index % 4)"
        return (written, "\(year)-\(two(month))-\(25 + index % 4)")
      case .shortDays:
        let year = year < 1969 ? year + 30 : year
        let day = 20 + index % 8
        let written =
          form < 2
          ? "\(day)/\(two(month))/\(two(year % 100))"
          : "\(month)/\(day)/\(two(year % 100))"
        return (written, "\(year)-\(two(month))-\(day)")
      case .yearAndMonth: return ("\(year)|\(month)", "\(year)-\(two(month))")
      }
    }
  }

  private func split(_ written: String) -> [String] {
    written.split(separator: "|").map(String.init)
  }

  private func timeHeading(_ time: Time) -> [String] {
    switch time {
    case .yearAndMonth: ["Year", "Month"]
    case .years, .fiscal: ["Year"]
    case .quarters: ["Quarter"]
    case .months, .isoMonths, .compactMonths: ["Month"]
    case .days, .shortDays: ["Date"]
    }
  }

  // MARK: Shapes

  private mutating func narrow(_ time: Time, _ comma: Bool) -> [[String]] {
    if random.int(0...3) == 0 { return grouped(time, comma) }
    let names = Array(["Alpha", "Beta", "Gamma", "Delta"].prefix(random.int(1...4)))
    let hasTotal = names.count > 1 && random.int(0...2) == 0
    if hasTotal { total = pick(["Total", "All", "Insgesamt", "Ensemble", "Grand total"]) }
    let all = names + (total.map { [$0] } ?? [])
    var rows = [timeHeading(time) + all]
    if random.int(0...3) == 0 {
      let unit = pick(["million", "%", "(thousands)", "USD million", "Index", "Personas"])
      rows.append(timeHeading(time).map { _ in "" } + all.map { _ in unit })
      headings = 2
    }
    let times = times(time)
    for (written, period) in times {
      var row = split(written)
      for name in names { row.append(put(names.count == 1 ? "" : name, period, comma)) }
      if let total {
        // Known values only: the sum of those that the row has.
        let sum = names.compactMap { truth[$0]?[period] }.reduce(0, +)
        row.append(digits(sum, comma))
        truth[total, default: [:]][period] = rounded(sum)
      }
      rows.append(row)
    }
    if time == .months || time == .quarters, times.count > 3, random.int(0...2) == 0 {
      annual(&rows, times, all.count, comma)
    }
    return rows
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private func digits(_ value: Double, _ comma: Bool) -> String {
    let text = "\(rounded(value))"
    return comma ? text.replacing(".", with: ",") : text
  }

  /// A row of the whole year below those of its parts, which is no part of their series.
  private mutating func annual(
    _ rows: inout [[String]], _ times: [(written: String, period: String)], _ count: Int,
    _ comma: Bool
  ) {
    kinds.append("annual")
    let year = String(times[0].period.prefix(4))
    let row = [year] + (0..<count).map { _ in digits(Double(random.int(1...9999)) / 10, comma) }
    rows.insert(row, at: pick([rows.count, min(rows.count, headings + 2)]))
  }

  /// Two rows of headings, the upper one above the first of its columns only or above each.
  private mutating func grouped(_ time: Time, _ comma: Bool) -> [[String]] {
    headings = 2
    let groups = Array(["Men", "Women", "Both"].prefix(random.int(2...3)))
    let parts = Array(["Urban", "Rural", "Coast"].prefix(random.int(2...3)))
    let repeats = random.int(0...1) == 0
    let heading = timeHeading(time)
    let isUpper = random.int(0...1) == 0
    let blank = heading.map { _ in "" }
    let upper = groups.flatMap { group in
      parts.indices.map { $0 == 0 || repeats ? group : "" }
    }
    var rows = [
      (isUpper ? heading : blank) + upper,
      (isUpper ? blank : heading) + groups.flatMap { _ in parts },
    ]
    for (written, period) in times(time) {
      var row = split(written)
      for group in groups {
        for part in parts { row.append(put("\(group), \(part)", period, comma)) }
      }
      rows.append(row)
    }
    return rows
  }

  private mutating func put(_ series: String, _ period: String, _ comma: Bool) -> String {
    let (text, value) = cell(comma)
    if let value { truth[series, default: [:]][period] = value }
    return text
  }

  private mutating func wide(_ time: Time, _ comma: Bool) -> [[String]] {
    let times = times(time)
    let hasCodes = random.int(0...1) == 0
    var rows = [["Country"] + (hasCodes ? ["Code"] : []) + times.map(\.written)]
    for (index, name) in ["Arcadia", "Borduria", "Carpania"].enumerated() {
      var row = [name] + (hasCodes ? ["A0\(index)"] : [])
      for item in times { row.append(put(name, item.period, comma)) }
      rows.append(row)
    }
    return rows
  }

  private mutating func long(_ time: Time, _ comma: Bool) -> [[String]] {
    let times = times(time)
    let hasUnits = random.int(0...1) == 0
    var rows = [["Place"] + (hasUnits ? ["Sex"] : []) + timeHeading(time) + ["Value"]]
    for place in ["Arcadia", "Borduria"] {
      for sex in hasUnits ? ["Women", "Men"] : [""] {
        for (written, period) in times {
          let name = [place, sex].filter { !$0.isEmpty }.joined(separator: ", ")
          rows.append(
            [place] + (hasUnits ? [sex] : []) + split(written) + [put(name, period, comma)])
        }
      }
    }
    return rows
  }

  private mutating func matrix(_ comma: Bool) -> [[String]] {
    let names = pick(Self.months)
    let first = random.int(1960...2015)
    var rows = [["Year"] + names]
    for year in first..<first + random.int(2...5) {
      var row = ["\(year)"]
      for month in 1...12 { row.append(put("", "\(year)-\(month < 10 ? "0" : "")\(month)", comma)) }
      rows.append(row)
    }
    return rows
  }

  /// Puts the rows' numbers in front, as programs do.
  private mutating func number(_ rows: inout [[String]]) {
    kinds.append("numbered")
    let start = random.int(0...1)
    for index in rows.indices {
      rows[index].insert(index == 0 ? "" : "\(index - 1 + start)", at: 0)
    }
  }

  private mutating func write(
    _ rows: [[String]], _ delimiter: String, preamble: Bool, footer: Bool
  ) {
    let end = pick(["\n", "\r\n"])
    if preamble {
      kinds.append("preamble")
      text += pick(["Table 3. Things that were counted", "Annual survey of harbours"]) + end
      if random.int(0...1) == 0 { text += end }
    }
    for row in rows {
      text +=
        row.map { cell in
          cell.contains(delimiter) || cell.contains("\"") ? "\"\(cell)\"" : cell
        }.joined(separator: delimiter) + end
    }
    guard footer else { return }
    kinds.append("footer")
    if random.int(0...1) == 0 { text += end }
    text +=
      pick([
        "Source: Harbour Office", "Note: figures are provisional", "1/ Provisional", "* Estimated",
      ]) + end
  }
}
