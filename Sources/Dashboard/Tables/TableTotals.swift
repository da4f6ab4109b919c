import Records
import Text

extension DataSeries {
  /// Names of totals in six languages, in small letters without accents.
  private static let totals: Set<String> = [
    "total", "totals", "all", "sum", "overall", "grand total", "total general", "subtotal",
    "gesamt", "insgesamt", "summe", "ensemble", "totale", "suma", "todos", "todas", "both sexes",
    "ambos sexos", "all persons", "all items", "all industries", "total, all", "t", "_t",
  ]

  /// Whether a name is that of a total.
  private static func isTotal(_ name: String) -> Bool {
    let small = Folding.fold(name)
    return totals.contains(small) || small.hasPrefix("total ") || small.hasSuffix(" total")
      || small.hasPrefix("total,") || small.hasSuffix(", total")
  }

  /// Removes the name or series that is the sum of the others, and says so; nil if there is none.
  mutating func removeTotals() -> String? {
    if !categories.isEmpty {
      let values = categories.indices.map { place in series.map { $0.observations[place].value } }
      guard let total = total(categories, values) else {
        // The measures of a place may be parts of it, with their sum beside them.
        return removeTotalSeries()
      }
      keepCategories(categories.indices.filter { $0 != total.index })
      return total.note
    }
    return removeTotalSeries()
  }

  private mutating func removeTotalSeries() -> String? {
    guard series.count > 2 else { return nil }
    let isTimed = series.allSatisfy { $0.observations.allSatisfy { $0.period != nil } }
    let periods =
      isTimed
      ? Array(Set(series.flatMap { $0.observations.compactMap(\.period) })).sorted() : []
    let values = series.map { line -> [Double?] in
      guard isTimed else { return line.observations.map(\.value) }
      var found: [Period: Double] = [:]
      for item in line.observations {
        if let period = item.period, let value = item.value { found[period] = value }
      }
      return periods.map { found[$0] }
    }
    guard let total = total(series.map(\.name), values) else { return nil }
    keep(series.indices.filter { $0 != total.index })
    return total.note
  }

  /// The one of several rows of values that is the sum of the others, by its name and its values.
  private func total(
    _ names: [String], _ values: [[Double?]]
  ) -> (index: Int, note: String)? {
    guard names.count > 2 else { return nil }
    for index in names.indices where Self.isTotal(names[index]) || index == names.count - 1 {
      var (equal, compared) = (0, 0)
      for place in values[index].indices {
        let others = names.indices.filter { $0 != index }.map { other in
          values[other].indices.contains(place) ? values[other][place] : nil
        }
        guard let value = values[index][place], !others.contains(where: { $0 == nil }) else {
          continue
        }
        let sum = others.compactMap(\.self).reduce(0, +)
        compared += 1
        if (value - sum).magnitude <= max(sum.magnitude * 0.01, 1e-9), value != 0 { equal += 1 }
      }
      let isNamed = Self.isTotal(names[index])
      let isSum = compared > 0 && equal == compared
      guard isNamed || isSum && names.count > 3 else { continue }
      return (
        index,
        "has '\(names[index])', which \(isSum ? "is the sum of the others" : "is called a total") "
          + "and no part of them, left out"
      )
    }
    return nil
  }
}
