extension TableGuess {
  /// The most rows that may stand above a table.
  private static let preambleLimit = 5

  /// How many rows stand above the heading: titles and remarks, as spreadsheets export them.
  ///
  /// Such a row has one cell, or another number of cells than the table; the first of the table's
  /// width must name columns. Where that is not so the rows are left to be complained of.
  func preamble(_ rows: [[UnsafeBufferPointer<UInt8>]]) -> Int {
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.count, default: 0] += 1 }
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    func isAbove(_ row: [UnsafeBufferPointer<UInt8>]) -> Bool {
      row.count != usual || row.count { !$0.isEmpty } <= 1
    }
    guard usual > 1,
      let heading = rows.prefix(Self.preambleLimit + 1).firstIndex(where: {
        !isAbove($0)
      }), heading > 0, rows.count > heading + 1
    else { return 0 }
    let below = rows[(heading + 1)...]
    guard below.prefix(20).allSatisfy({ $0.count == usual }) else { return 0 }
    let contents = (0..<usual).map { column in
      DataColumn.Content(below.lazy.map { column < $0.count ? $0[column] : nil }, mark)
    }
    return hasHeading(Array(rows[heading...]), contents) ? heading : 0
  }
}
