import Glibc

/// What the rows of a long table of observations have in common: all but period and value.
///
/// A row that starts and ends with the same bytes as one that was read means the same, so that only
/// the two cells between have to be looked at.
struct RepeatedRow {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// From the start of the row to the comma before its period.
  private let head: Range<Int>
  /// From the comma behind its value to its line feed.
  private let tail: Range<Int>
  /// The places of its indicator and series.
  let indicator, series: Int
  /// What the row gave that was read last.
  private(set) var observation: Observation

  private static let comma = UInt8(ascii: ",")

  /// The row that a table read last, from a byte on; nil where others cannot be told by it.
  ///
  /// - Parameter observation: What it gave.
  init?(
    _ table: Table, from start: Int, indicator: Int, series: Int, observation: Observation
  ) {
    let bytes = table.bytes
    guard table.isInOrder, let name = table.range(1), let value = table.range(3),
      let base = bytes.baseAddress, bytes[start] != 0x0a, bytes[table.position - 1] == 0x0a
    else { return nil }
    func comma(behind cell: Range<Int>) -> Int {
      cell.upperBound + (bytes[cell.upperBound] == Self.comma ? 0 : 1)
    }
    self.bytes = base
    count = bytes.count
    self.indicator = indicator
    self.series = series
    self.observation = observation
    head = start..<comma(behind: name) + 1
    tail = comma(behind: value)..<table.position
  }

  /// Reads rows from a position to an end as long as they differ in period and value alone; false
  /// where the first one does not.
  ///
  /// - Parameter swap: Puts the series' values in place of some others.
  mutating func read(
    at position: inout Int, to end: Int, swap: (RepeatedRow, inout [Observation]) -> Void
  ) -> Bool {
    guard position < end, read(at: &position) else { return false }
    // Taken out and put back: growing where they lie, they would be looked up for each.
    var observations: [Observation] = []
    swap(self, &observations)
    repeat { observations.append(observation) } while position < end && read(at: &position)
    swap(self, &observations)
    return true
  }

  /// Reads the row at a position if it differs in period and value alone, and steps over it.
  private mutating func read(at position: inout Int) -> Bool {
    guard position + head.count + tail.count <= count,
      memcmp(bytes + position, bytes + head.lowerBound, head.count) == 0
    else { return false }
    var start = position + head.count
    guard let period = cell(from: &start), let value = cell(from: &start) else { return false }
    let end = start - 1
    guard end + tail.count <= count, memcmp(bytes + end, bytes + tail.lowerBound, tail.count) == 0
    else { return false }
    if period.isEmpty {
      observation.period = nil
    } else {
      guard let known = Period(utf8: period) else { return false }
      observation.period = known
    }
    if value.isEmpty {
      (observation.value, observation.decimals) = (nil, 0)
    } else {
      guard let number = Number(value) else { return false }
      observation.value = number.value
      observation.decimals = UInt8(clamping: number.decimals)
    }
    position = end + tail.count
    return true
  }

  /// The bytes up to a comma, which is stepped over; nil where a quote or a line feed comes before.
  @inline(__always)
  private func cell(from start: inout Int) -> UnsafeBufferPointer<UInt8>? {
    var end = start
    while end < count, bytes[end] != Self.comma {
      if bytes[end] == UInt8(ascii: "\"") || bytes[end] == 0x0a { return nil }
      end += 1
    }
    guard end < count else { return nil }
    defer { start = end + 1 }
    return UnsafeBufferPointer(start: bytes + start, count: end - start)
  }
}
