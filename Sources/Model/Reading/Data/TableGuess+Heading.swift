extension TableGuess {
  /// Whether the first row names the columns.
  ///
  /// It does where it holds words above numbers or periods, years above
  /// numbers that are no years, and where the whole table is words.
  ///
  /// - Parameter contents: What the columns hold below the first row.
  func hasHeading(
    _ rows: [[UnsafeBufferPointer<UInt8>]], _ contents: [DataColumn.Content]
  ) -> Bool {
    guard let first = rows.first else { return false }
    let rest = rows.dropFirst()
    let typed = contents.indices.filter { contents[$0].isNumbers || contents[$0].isPeriods }
    if rest.isEmpty { return first.allSatisfy { DataNumber($0, mark: mark) == nil } }
    let reader = DataPeriod()
    let isWord = typed.contains { column in
      let cell = first[column]
      return !DataCell.isGap(cell) && DataNumber(cell, mark: mark) == nil
        && reader.period(cell) == nil
    }
    if isWord { return true }
    if typed.isEmpty {
      return first.allSatisfy { !$0.isEmpty && DataNumber($0, mark: mark) == nil }
    }
    let years = typed.map { column in
      DataColumn.isYear(first[column]) ? reader.period(first[column]) : nil
    }
    let known = years.compactMap(\.self)
    guard known.count == typed.count, known.count > 1,
      zip(known, known.dropFirst()).allSatisfy({ $0 < $1 })
    else { return false }
    return typed.contains { column in
      rest.contains { column < $0.count && !DataColumn.isYear($0[column]) }
    }
  }
}
