import Reading
import Records
import Text

/// A column of flags beside the values: what qualifies the values of each row.
///
/// Which flags are known is in `Qualifiers(flag:)`; others, as of breaks, say nothing here.
struct DataFlags {
  /// The place of the column.
  let column: Int

  /// The names that such columns have.
  private static let names: Set<String> = [
    "qualifier", "qualifiers", "flag", "flags", "obs_status", "obs status", "obs_flag", "obs flag",
    "observation status", "observation flag",
  ]

  /// The flags of a table; nil where no column that is not drawn is named so.
  init?(_ table: DataTable, beside selection: DataSelection) {
    let drawn = Set(selection.y + [selection.x, selection.series].compactMap(\.self))
    let column = table.columns.indices.first { index in
      !drawn.contains(index) && Self.names.contains(Folding.fold(table.columns[index].name))
    }
    guard let column else { return nil }
    self.column = column
  }

  /// What a cell says, of which words and letters may be several.
  func qualifiers(_ cell: UnsafeBufferPointer<UInt8>) -> Qualifiers {
    guard !cell.isEmpty, cell.count <= 80 else { return [] }
    let text = Folding.fold(String(decoding: cell, as: UTF8.self))
    return text.split { ";,|/ ".contains($0) }.reduce(into: []) { found, word in
      if let known = Qualifiers(flag: String(word)) { found.formUnion(known) }
    }
  }
}
