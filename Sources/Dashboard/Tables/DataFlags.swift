import Reading
import Records
import Text

/// A column of flags next to the values, which qualify the values of each row.
///
/// `Qualifiers(flag:)` has the known flags; others, for example for breaks, have no meaning here.
struct DataFlags {
  /// The index of the column.
  let column: Int

  /// The names that such columns have.
  private static let names: Set<String> = [
    "qualifier", "qualifiers", "flag", "flags", "obs_status", "obs status", "obs_flag", "obs flag",
    "observation status", "observation flag",
  ]

  /// The flags of a table; nil if no column has such a name or all that do are drawn.
  init?(_ table: DataTable, beside selection: DataSelection) {
    let drawn = Set(selection.y + [selection.x, selection.series].compactMap(\.self))
    let column = table.columns.indices.first { index in
      !drawn.contains(index) && Self.names.contains(Folding.fold(table.columns[index].name))
    }
    guard let column else { return nil }
    self.column = column
  }

  /// What a cell says; it may contain several words and letters.
  func qualifiers(_ cell: UnsafeBufferPointer<UInt8>) -> Qualifiers {
    guard !cell.isEmpty, cell.count <= 80 else { return [] }
    let text = Folding.fold(String(decoding: cell, as: UTF8.self))
    return text.split { ";,|/ ".contains($0) }.reduce(into: []) { found, word in
      if let known = Qualifiers(flag: String(word)) { found.formUnion(known) }
    }
  }
}
