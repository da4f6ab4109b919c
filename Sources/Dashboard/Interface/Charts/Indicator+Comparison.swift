public import Model

extension Indicator {
  /// Whether it has values and all of them have periods, so that they stand in a picture over time.
  var isOverTime: Bool {
    var hasValue = false
    for line in series {
      for observation in line.observations where observation.value != nil {
        if observation.period == nil { return false }
        hasValue = true
      }
    }
    return hasValue
  }

  /// Why it cannot stand beside another indicator in one chart; nil where it can.
  ///
  /// Indicators have time in common, or nothing along an axis.
  public func obstacle(beside other: Indicator) -> String? {
    if id == other.id { return "'\(id)' is the indicator itself; compare it with another" }
    guard let timeless = [self, other].first(where: { !$0.isOverTime }) else { return nil }
    return "'\(timeless.id)' has values without periods, and a comparison is drawn over time"
  }
}
