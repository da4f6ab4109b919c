extension Period {
  /// Reads a period as it is written in a dossier; nil when it is not one.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let period = text.withUTF8({ Period(utf8: $0) }) else { return nil }
    self = period
  }

  /// Reads a period from the bytes of a cell, without a copy.
  init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    guard let (kind, first) = Self.readPoint(bytes, &place) else { return nil }
    if place == bytes.count {
      self.init(kind: kind, first: first)
      return
    }
    guard Self.take("/", bytes, &place), let (endKind, last) = Self.readPoint(bytes, &place),
      place == bytes.count, endKind == kind, first <= last
    else { return nil }
    self.init(kind: kind, first: first, last: last)
  }

  @inline(__always)
  private static func readPoint(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> (Kind, Point)? {
    let isFiscal = take("F", bytes, &place)
    if isFiscal, !take("Y", bytes, &place) { return nil }
    guard let year = readDigits(4, bytes, &place) else { return nil }
    if isFiscal { return (.fiscalYear, Point(year: Int16(year))) }
    guard take("-", bytes, &place) else { return (.year, Point(year: Int16(year))) }
    guard let month = readDigits(2, bytes, &place), (1...12).contains(month) else { return nil }
    guard take("-", bytes, &place) else {
      return (.month, Point(year: Int16(year), month: UInt8(month)))
    }
    guard let day = readDigits(2, bytes, &place), (1...daysInMonth(month, year)).contains(day)
    else { return nil }
    return (.day, Point(year: Int16(year), month: UInt8(month), day: UInt8(day)))
  }

  /// Steps over a character if it is at a place.
  @inline(__always)
  private static func take(
    _ sign: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> Bool {
    guard place < bytes.count, UInt32(bytes[place]) == sign.value else { return false }
    place += 1
    return true
  }

  @inline(__always)
  private static func readDigits(
    _ count: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> Int? {
    guard bytes.count - place >= count else { return nil }
    var value = 0
    for index in place..<(place + count) {
      guard bytes[index].isDigit else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    place += count
    return value
  }

  /// The period as readers see it: `2011`, `FY2011`, `Dec 2012`, `12 Jan 2013`, `2006–2012`,
  /// `Q1 2012`, `H2 2012`, `W5 2012`.
  public var title: String {
    guard isRange else { return Self.title(first, kind) }
    if let quarter { return "Q\(quarter) \(first.year)" }
    if let halfYear { return "H\(halfYear) \(first.year)" }
    if let (week, year) = week { return "W\(week) \(year)" }
    if kind == .year, first.year % 10 == 0, last.year == first.year + 9 { return "\(first.year)s" }
    return "\(Self.title(first, kind))–\(Self.title(last, kind))"
  }

  private static func title(_ point: Point, _ kind: Kind) -> String {
    switch kind {
    case .year: "\(point.year)"
    case .fiscalYear: "FY\(point.year)"
    case .month: "\(monthNames[Int(point.month) - 1]) \(point.year)"
    case .day: "\(point.day) \(monthNames[Int(point.month) - 1]) \(point.year)"
    }
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Period: CustomStringConvertible {
  /// The period as it is written in a dossier.
  public var description: String {
    isRange ? "\(written(first))/\(written(last))" : written(first)
  }

  private func written(_ point: Point) -> String {
    func two(_ number: UInt8) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let digits = String(point.year)
    let year = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    switch kind {
    case .year: return year
    case .fiscalYear: return "FY\(year)"
    case .month: return "\(year)-\(two(point.month))"
    case .day: return "\(year)-\(two(point.month))-\(two(point.day))"
    }
  }
}
