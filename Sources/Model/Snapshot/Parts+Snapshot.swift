// The parts of records that are not plain lists of fields.

extension Span: SnapshotValue {
  static var blank: Span { Span("") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&text, &emphasis, &target)
  }
}

extension Target: SnapshotValue {
  static var blank: Target { .address("") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    var (number, reference, address): (UInt64, Reference, String) =
      switch self {
      case .record(let reference): (0, reference, "")
      case .address(let address): (1, .blank, address)
      }
    number = try coder.tag(number, below: 2)
    if number == 0 {
      try coder.code(&reference)
      self = .record(reference)
    } else {
      try coder.code(&address)
      self = .address(address)
    }
  }
}

extension Block: SnapshotValue {
  static var blank: Block { .paragraph([]) }

  private var number: UInt64 {
    switch self {
    case .paragraph: 0
    case .list: 1
    case .quote: 2
    case .table: 3
    case .code: 4
    }
  }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.descend()
    switch try coder.tag(number, below: 5) {
    case 0:
      var spans: [Span] = []
      if case .paragraph(let old) = self { spans = old }
      try coder.code(&spans)
      self = .paragraph(spans)
    case 1:
      var (start, items): (Int?, [[Block]]) = (nil, [])
      if case .list(let from, let old) = self { (start, items) = (from, old) }
      try coder.code(&start, &items)
      self = .list(start: start, items: items)
    case 2:
      var blocks: [Block] = []
      if case .quote(let old) = self { blocks = old }
      try coder.code(&blocks)
      self = .quote(blocks)
    case 3:
      var (header, rows): ([[Span]], [[[Span]]]) = ([], [])
      if case .table(let top, let old) = self { (header, rows) = (top, old) }
      try coder.code(&header, &rows)
      self = .table(header: header, rows: rows)
    default:
      var lines: [String] = []
      if case .code(let old) = self { lines = old }
      try coder.code(&lines)
      self = .code(lines)
    }
    coder.ascend()
  }
}

extension Locator: SnapshotValue {
  static var blank: Locator { Locator(lines: 1...1) }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    var first = lines.lowerBound
    var more = lines.upperBound - first
    try coder.code(&first, &more)
    guard more >= 0 else { throw .damaged }
    lines = first...first + more
    try coder.code(&page, &words)
  }
}

extension Period: SnapshotValue {
  static var blank: Period { .year(0) }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    let number = try coder.tag(UInt64(kind.rawValue), below: 4)
    guard let kind = Kind(rawValue: UInt8(number)) else { throw .damaged }
    self.kind = kind
    try coder.code(&first)
    var end = isRange ? last : nil
    try coder.code(&end)
    last = end ?? first
  }
}

extension Period.Point: SnapshotValue {
  static var blank: Self { Self(year: 0) }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    var number = Int(year)
    try coder.code(&number)
    guard (-9999...9999).contains(number) else { throw .damaged }
    year = Int16(number)
    month = UInt8(try coder.tag(UInt64(month), below: 13))
    day = UInt8(try coder.tag(UInt64(day), below: 32))
  }
}

extension Emphasis: SnapshotFlags {
  static var limit: UInt64 { 8 }
}

extension Qualifiers: SnapshotFlags {
  static var limit: UInt64 { 1 << 11 }
}

extension RecordKind: SnapshotCase {
  static var blank: Self { .chapter }
}

extension Recommendation.Standing: SnapshotCase {
  static var blank: Self { .recommendation }
}

extension Recommendation.AddresseeBasis: SnapshotCase {
  static var blank: Self { .stated }
}

extension Indicator.Kind: SnapshotCase {
  static var blank: Self { .amount }
}

extension Indicator.ChartKind: SnapshotCase {
  static var blank: Self { .line }
}

extension Indicator.Direction: SnapshotCase {
  static var blank: Self { .up }
}

extension Entity.Kind: SnapshotCase {
  static var blank: Self { .organisation }
}
