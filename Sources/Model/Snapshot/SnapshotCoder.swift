/// What the fields of a record pass through, one by one: a writer or a reader.
///
/// Each function takes the value as it is. A writer writes it down and gives
/// it back; a reader gives back what stands in the snapshot. So each record
/// lists its fields once, for both directions.
protocol SnapshotCoder {
  /// A number in groups of six bits.
  mutating func unsigned(_ value: UInt64) throws(SnapshotFault) -> UInt64
  /// A text, or the number of an equal one before it.
  mutating func text(_ value: String) throws(SnapshotFault) -> String
  /// Goes one level deeper into values that hold values of their own kind.
  mutating func descend() throws(SnapshotFault)
  /// Comes back from a deeper level.
  mutating func ascend()
}

/// A value that stands in a snapshot.
protocol SnapshotValue {
  /// A value that reading overwrites.
  static var blank: Self { get }
  /// Passes the value, field by field, through a writer or a reader.
  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault)
}

extension SnapshotCoder {
  mutating func code<A: SnapshotValue>(_ a: inout A) throws(SnapshotFault) {
    try a.code(with: &self)
  }

  mutating func code<A: SnapshotValue, B: SnapshotValue>(
    _ a: inout A, _ b: inout B
  ) throws(SnapshotFault) {
    try a.code(with: &self)
    try b.code(with: &self)
  }

  mutating func code<A: SnapshotValue, B: SnapshotValue, C: SnapshotValue>(
    _ a: inout A, _ b: inout B, _ c: inout C
  ) throws(SnapshotFault) {
    try code(&a, &b)
    try c.code(with: &self)
  }

  mutating func code<A: SnapshotValue, B: SnapshotValue, C: SnapshotValue, D: SnapshotValue>(
    _ a: inout A, _ b: inout B, _ c: inout C, _ d: inout D
  ) throws(SnapshotFault) {
    try code(&a, &b)
    try code(&c, &d)
  }

  /// A number that says which of a few cases follows.
  mutating func tag(_ value: UInt64, below limit: UInt64) throws(SnapshotFault) -> UInt64 {
    let value = try unsigned(value)
    guard value < limit else { throw .damaged }
    return value
  }
}
