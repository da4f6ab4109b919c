internal import Model

extension Chart {
  /// A series over names or numbers in words: its lowest and highest value; nil without values.
  func extremes(_ index: Int, _ format: ValueFormat) -> String? {
    let line = series[index]
    let name = line.name.isEmpty ? "" : "\(line.name) "
    let known = line.observations.indices.filter { line.observations[$0].value != nil }
    func value(_ place: Int) -> Double { line.observations[place].value ?? 0 }
    guard let low = known.min(by: { value($0) < value($1) }),
      let high = known.max(by: { value($0) < value($1) })
    else { return nil }
    func told(_ place: Int) -> String {
      let text = format.text(line.observations[place], namesUnit: true)
      if categories.indices.contains(place) { return "\(text) (\(categories[place]))" }
      guard index < positions.count, positions[index].indices.contains(place) else { return text }
      let title = positionTitle.isEmpty ? "" : "\(positionTitle) "
      return "\(text) at \(title)\(placeText(positions[index][place]))"
    }
    return low == high
      ? name + told(high) : "\(name)from \(told(low)) to \(told(high))"
  }
}
