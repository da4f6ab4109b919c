import Reading
import Records
import Text

/// What columns of attributes say of a row's values: what they are multiplied by, their decimals,
/// and whether the row deletes a value.
struct TableAttributes {
  private let multiplier: Int?
  private let decimals: Int?
  private let mark: UInt8
  /// The column that says what the row does.
  let action: Int?

  /// Words for powers of ten, as the IMF and national offices have them.
  private static let powers = [
    ("unit", 0), ("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12),
  ]

  /// Finds the columns of a table.
  init(_ table: DataTable) {
    func column(_ names: [String]) -> Int? {
      table.columns.firstIndex {
        $0.role == .attribute && names.contains(Folding.fold($0.name))
      }
    }
    mark = table.decimalMark
    // A code counts before its label beside it.
    multiplier =
      column(["unit_mult", "powercode code", "scalar_id"])
      ?? column(["unit multiplier", "scalar_factor", "powercode", "scale"])
    decimals = column(["decimals"])
    action = column(["action"])
  }

  /// Applies a row's multiplier and decimals to one of its values.
  ///
  /// - Parameter cell: The row's cell in a column.
  func scale(
    _ observation: inout Observation, _ cell: (Int) -> UnsafeBufferPointer<UInt8>
  ) {
    if let decimals, let count = Number(cell(decimals), mark: mark)?.value, count >= 0, count <= 12
    {
      observation.decimals = max(observation.decimals, UInt8(count))
    }
    guard let multiplier, let value = observation.value, let power = power(cell(multiplier)),
      power != 0, (-12...15).contains(power)
    else { return }
    let size = Int(power.magnitude)
    let factor = DecimalText.power(min(size, 12)) * DecimalText.power(max(0, size - 12))
    observation.value = power > 0 ? value * factor : value / factor
    observation.decimals = UInt8(clamping: Int(observation.decimals) - power)
  }

  /// The power of ten that a cell means: `6`, `6: Millions`, `Millions`.
  private func power(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    if cell.isEmpty { return nil }
    if let number = Number(cell, mark: mark)?.value { return Int(exactly: number) }
    let text = String(decoding: cell, as: UTF8.self).lowercased()
    if let colon = text.firstIndex(of: ":") { return Int(text[..<colon].trimmed) }
    return Self.powers.first { text.hasPrefix($0.0) }?.1
  }
}
