/// One column of somebody's table: its name, and what its first rows hold.
public struct DataColumn: Sendable {
  /// Its name; its number where the table has no names.
  public var name: String
  /// Whether it holds periods.
  public var isPeriods: Bool { content.isPeriods }
  /// Whether it holds numbers; years are both.
  public var isNumbers: Bool { content.isNumbers }
  /// The sign of the unit that all its numbers carry: `%`, `$`; nil for none.
  public var sign: String? { content.sign.map { DataNumber.signs[$0] } }
  /// Whether a value stands in it twice.
  public var hasRepeats: Bool { content.hasRepeats }

  let content: Content

  /// Whether a cell is a period; a bare year only from 1500 to 2200, since most others are amounts.
  static func isYear(_ cell: UnsafeBufferPointer<UInt8>, _ reader: DataPeriod = .init()) -> Bool {
    guard let period = reader.period(cell) else { return false }
    guard cell.count == 4, period.kind == .year else { return true }
    return (1500...2200).contains(period.first.year)
  }

  /// What the cells of a column are.
  struct Content: Sendable {
    /// Whether nearly all are periods.
    var isPeriods = false
    /// Whether half of them or more are numbers.
    var isNumbers = false
    /// How its periods are written.
    var reader = DataPeriod()
    /// Whether nothing tells days from months in its dates.
    var isOrderDoubtful = false
    /// The place of the unit's sign in `DataNumber.signs`.
    var sign: Int?
    /// Whether a cell stands in it twice.
    var hasRepeats = false

    /// Looks at the first cells of a column; nil is no cell.
    init(_ cells: some Sequence<UnsafeBufferPointer<UInt8>?>, _ mark: UInt8) {
      var known: [UnsafeBufferPointer<UInt8>] = []
      for case let cell? in cells where !DataCell.isGap(cell) { known.append(cell) }
      guard !known.isEmpty else { return }
      readNumbers(known, mark)
      readPeriods(known)
      let texts = Set(known.map { String(decoding: $0.prefix(200), as: UTF8.self) })
      hasRepeats = texts.count < known.count
    }

    private mutating func readNumbers(_ cells: [UnsafeBufferPointer<UInt8>], _ mark: UInt8) {
      var signs: Set<Int?> = []
      var count = 0
      for cell in cells {
        guard let number = DataNumber(cell, mark: mark) else { continue }
        count += 1
        signs.insert(number.sign)
      }
      isNumbers = count > 0 && count * 2 >= cells.count
      if signs.count == 1, let only = signs.first { sign = only }
    }

    private mutating func readPeriods(_ cells: [UnsafeBufferPointer<UInt8>]) {
      func count(_ reader: DataPeriod) -> Int { cells.count { DataColumn.isYear($0, reader) } }
      func days(_ reader: DataPeriod) -> Set<UInt8> {
        Set(cells.compactMap { reader.period($0)?.first.day })
      }
      let monthFirst = DataPeriod(isDayFirst: false)
      var (most, other) = (count(reader), count(monthFirst))
      if most == other, most > 0,
        cells.contains(where: { reader.period($0) != monthFirst.period($0) })
      {
        // Values of every month stand at its first day; a row of second days is a wrong reading.
        let (own, others) = (days(reader), days(monthFirst))
        let isMonthFirst = others == [1] || (own.count == 1 && others.count > 1 && own != [1])
        if isMonthFirst { other += 1 }
        isOrderDoubtful = own.count > 1 && others.count > 1
      }
      if other > most { (reader, most) = (monthFirst, other) }
      let pairs = cells.count { DataPeriod.fiscalYear($0) != nil }
      if pairs == cells.count, pairs > 1 {
        reader.isFiscal = true
        most = pairs
      }
      isPeriods = most * 5 >= cells.count * 4
    }
  }
}
