import Text

extension DataTable {
  /// The column with a name, with a number from 1 if no name matches, or with the name in other
  /// case.
  ///
  /// - Throws: `DataFault` that lists the columns and the nearest name.
  package func column(_ name: String) throws(DataFault) -> Int {
    let names = columns.map(\.name)
    if let index = names.firstIndex(of: name) { return index }
    let small = Folding.fold(name)
    if let index = names.firstIndex(where: { Folding.fold($0) == small }) { return index }
    if let number = Int(name), columns.indices.contains(number - 1) { return number - 1 }
    let folded = names.map(Folding.fold)
    // Swapped letters are the commonest typing error, and two edits to `Spelling`.
    let letters = small.utf8.sorted()
    let near =
      folded.first { $0.utf8.sorted() == letters } ?? Spelling.nearest(to: small, in: folded)
    let meant = near.flatMap { near in folded.firstIndex(of: near) }.map { names[$0] }
    throw DataFault(
      "has no column '\(name)'" + (meant.map { " (did you mean '\($0)'?)" } ?? "")
        + "; its columns are \(DataFault.list(names))")
  }

  /// The columns of a list with commas; a name that contains commas is found as a whole.
  ///
  /// - Throws: `DataFault` for a name that does not exist.
  package func columnList(_ text: String) throws(DataFault) -> [Int] {
    if let index = columns.firstIndex(where: { $0.name == text }) { return [index] }
    var result: [Int] = []
    for part in text.split(separator: ",") {
      let index = try column(part.trimmed)
      if !result.contains(index) { result.append(index) }
    }
    if result.isEmpty { _ = try column(text) }
    return result
  }

  /// The column along the axis unless another is named; nil for row numbers.
  ///
  /// A column of periods if there is one, preferably one with a fitting name; otherwise the first
  /// of several columns.
  package func defaultX(values: [Int]?) -> Int? {
    let candidates = columns.indices.filter { !(values ?? []).contains($0) }
    let periods = candidates.filter { columns[$0].isPeriods }
    if let named = periods.first(where: { isNamedForTime($0) }) { return named }
    if let first = periods.first(where: { $0 == 0 || !columns[$0].isNumbers }) { return first }
    let numbers = columns.indices.count { columns[$0].isNumbers }
    if let year = periods.first, values != nil || numbers > 1 { return year }
    return columns.count > 1 ? candidates.first : nil
  }

  /// The columns of values unless others are named: all columns of numbers except the axis.
  ///
  /// - Throws: `DataFault` if no column holds numbers.
  package func defaultY(x: Int?, series: Int?) throws(DataFault) -> [Int] {
    let result = columns.indices.filter { index in
      index != x && index != series && columns[index].isNumbers
        && !(columns[index].isPeriods && isNamedForTime(index))
    }
    if !result.isEmpty { return result }
    // A column with some numbers is better than none; its other cells are gaps and are reported.
    let partly = columns.indices.filter { index in
      index != x && index != series && columns[index].hasNumber && !columns[index].isPeriods
    }
    if !partly.isEmpty { return partly }
    throw DataFault(
      "has no number in any column"
        + (columns.count > 1
          ? " but the axis's; its columns are \(DataFault.list(columns.map(\.name)))" : ""))
  }

  /// The first column of words that distinguishes rows at the same place on the axis; nil if there
  /// is none.
  package func defaultSeries(x: Int?, y: [Int]) -> Int? {
    guard let x, columns[x].hasRepeats else { return nil }
    return columns.indices.first { index in
      index != x && !y.contains(index) && !columns[index].isNumbers && !columns[index].isPeriods
        && columns[index].hasRepeats && isKey([x, index])
    }
  }

  /// Whether no two of the first rows have the same cells in some columns.
  private func isKey(_ key: [Int]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let rows = TableGuess.sample(bytes, delimiter: delimiter).dropFirst(hasHeading ? 1 : 0)
      var seen: Set<[String]> = []
      return rows.allSatisfy { row in
        seen.insert(
          key.map { $0 < row.count ? String(decoding: row[$0], as: UTF8.self) : "" }
        ).inserted
      }
    }
  }

  private func isNamedForTime(_ index: Int) -> Bool {
    let name = Folding.fold(columns[index].name)
    return ["year", "date", "month", "period", "quarter", "time", "yr", "fiscal", "fy"]
      .contains { name.hasPrefix($0) || name.hasSuffix($0) }
  }
}
