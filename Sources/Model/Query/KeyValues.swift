package import Records

extension Catalogue {
  /// The values of an indicator in a line: each with its qualifiers and period.
  ///
  /// `40% (2010)`; of a series with more than three values the first and the last, of more than
  /// `limit` series the first ones and how many more there are. Empty without values.
  package func keyValues(of indicator: Indicator, limit: Int = 6) -> String {
    let format = ValueFormat(
      unit(indicator.unit) ?? Unit(id: indicator.unit, title: indicator.unit))
    let known = indicator.series.filter { $0.observations.contains { $0.value != nil } }
    var parts = known.prefix(limit).map { series in
      let values = series.observations.filter { $0.value != nil }
      func told(_ observation: Observation) -> String {
        let text = format.text(observation, namesUnit: true)
        let title = observation.period?.title ?? ""
        // A series that is named after its year says it already.
        return title.isEmpty || series.name.contains(title) ? text : "\(text) (\(title))"
      }
      let name = series.name.isEmpty ? "" : "\(series.name) "
      if let first = values.first, let last = values.last, values.count > 3 {
        return "\(name)from \(told(first)) to \(told(last))"
      }
      return name + values.map(told).joined(separator: ", ")
    }
    if known.count > limit { parts.append("\(known.count - limit) more") }
    return parts.joined(separator: "; ")
  }
}
