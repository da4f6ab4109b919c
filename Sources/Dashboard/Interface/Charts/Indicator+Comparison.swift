public import Model

extension Indicator {
  /// Whether it has values and all of them have periods, so that they can be drawn over time.
  private var isOverTime: Bool {
    var hasValues = false
    for line in series {
      // Without copies, because one key press may ask hundreds of indicators.
      let isDated = line.observations.withUnsafeBufferPointer { observations in
        observations.indices.allSatisfy { index in
          guard observations[index].value != nil else { return true }
          hasValues = true
          return observations[index].period != nil
        }
      }
      if !isDated { return false }
    }
    return hasValues
  }

  /// The names of its values if each has one and none has a period; otherwise empty.
  private var names: Set<String> {
    var names: Set<String> = []
    for line in series where line.observations.contains(where: { $0.value != nil }) {
      guard line.isOneOfNames else { return [] }
      names.insert(line.name)
    }
    return names
  }

  /// Why it cannot be combined with another indicator in one chart; nil if it can.
  ///
  /// Indicators can if both have periods, or names in common and the same unit.
  public func obstacle(beside other: Indicator) -> String? {
    if id == other.id { return "'\(id)' is the indicator itself; compare it with another" }
    let timeless = [self, other].filter { !$0.isOverTime }
    guard let first = timeless.first else { return nil }
    guard timeless.count == 2 else {
      return "'\(first.id)' has values without periods, and the other has values over time"
    }
    if names.isDisjoint(with: other.names) {
      return "'\(id)' and '\(other.id)' have neither periods nor names in common"
    }
    return unit == other.unit
      ? nil : "'\(id)' and '\(other.id)' have no periods and are in two units"
  }
}

extension Series {
  /// Whether it is a single value that has a name in place of a period.
  var isOneOfNames: Bool {
    observations.count == 1 && observations[0].period == nil && !name.isEmpty
  }
}
