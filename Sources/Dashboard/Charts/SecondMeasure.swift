package import Records

extension Chart {
  /// A second measure of a chart, in its own unit.
  package struct SecondMeasure: Hashable, Sendable {
    /// How it is combined with the first.
    package enum Place: String, CaseIterable, Sendable {
      /// In its own picture below, over the same years.
      case panel
      /// In the same picture, with its own axis at the right.
      ///
      /// Crossings then mean nothing, so it is drawn only on request.
      case axis
    }

    /// What its values are counted in.
    package var unit: Unit
    /// Whether its values are rates.
    var isRate = false
    /// The first of its series among the chart's; all later ones belong to it too.
    package var start: Int
    /// How it is combined with the first.
    package var place: Place

    /// A measure that begins at a series.
    package init(_ unit: Unit, from start: Int, as place: Place = .panel) {
      self.unit = unit
      self.start = start
      self.place = place
    }
  }

  /// The unit of a series.
  package func unit(of series: Int) -> Unit {
    second.map { series >= $0.start ? $0.unit : unit } ?? unit
  }

  /// Only the chart's first measure, or only its second; each series keeps its number.
  ///
  /// Overlays belong to the first.
  func measure(isSecond: Bool) -> Chart {
    guard let second else { return self }
    var part = self
    part.second = nil
    (part.unit, part.isRate) = isSecond ? (second.unit, second.isRate) : (unit, isRate)
    // Without a name, because series of the other measure are not missing from this one.
    for index in series.indices where (index >= second.start) != isSecond {
      part.series[index] = Series(name: "", observations: [])
    }
    if isSecond { part.overlays = [] }
    return part
  }

  /// Both measures with their series and places, or the only one.
  package var measures: [(chart: Chart, own: Range<Int>, place: String)] {
    guard let second else { return [(self, series.indices, "")] }
    let places = second.place == .panel ? ["above", "below"] : ["left", "right"]
    return [
      (measure(isSecond: false), 0..<second.start, places[0]),
      (measure(isSecond: true), second.start..<series.count, places[1]),
    ]
  }

  /// Leaves out all series but some, in their order; those keep their colours and strokes.
  package mutating func keep(_ shown: [Int]) {
    let all = series
    series = shown.map { all[$0] }
    places = shown.map(place)
    if !beyond.isEmpty {
      let known = beyond
      beyond = shown.map { known[$0] }
    }
    guard let known = second else { return }
    let count = shown.count { $0 < known.start }
    if count == 0 { (unit, isRate) = (known.unit, known.isRate) }
    second?.start = count
    // A single measure has no second one.
    if count == 0 || count == shown.count { second = nil }
  }

  /// Puts the series of another measure beside the chart's own.
  ///
  /// Series in the same unit share the axis. If both have the same names, the titles distinguish
  /// them. Named values in one unit are compared name by name.
  ///
  /// - Returns: The chart as lines, or as bars if there are names, with both titles and sources.
  package func with(_ other: Chart, as place: SecondMeasure.Place = .panel) -> Chart {
    let taken = Set(series.map(\.name)).intersection(other.series.map(\.name))
    // A name alone is enough in one unit if only one of the two has it; in two, it does not say
    // what is measured.
    let isMixed = unit != other.unit
    func named(_ series: [Series], _ title: String) -> [Series] {
      series.map { line in
        var line = line
        if line.name.isEmpty {
          line.name = title
        } else if !title.isEmpty, line.name != title, isMixed || taken.contains(line.name) {
          line.name += ", \(title)"
        }
        return line
      }
    }
    var both = self
    both.series = named(series, subject) + named(other.series, other.subject)
    if other.unit != unit {
      both.second = SecondMeasure(other.unit, from: series.count, as: place)
      both.second?.isRate = other.isRate
    }
    (both.title, both.measure) = (subject, "")
    if !other.subject.isEmpty, other.subject != subject { both.title += " and \(other.subject)" }
    both.positions += other.positions
    both.overlays = []
    both.kind = .line
    if unit == other.unit, (series + other.series).allSatisfy(\.isOneOfNames) {
      both.kind = .groupedBars
      both.categories = series.map(\.name) + other.series.map(\.name).filter { !taken.contains($0) }
      both.series = [self, other].map { $0.asOneSeries(over: both.categories) }
    }
    // Both or neither: a single one would seem to describe the values of the other.
    if other.source != source {
      let count = max(shortSources.count, other.shortSources.count)
      both.shortSources = (0..<count).map { index in
        let first = shortSources.dropFirst(index).first ?? shortSources.last ?? source
        let second =
          other.shortSources.dropFirst(index).first ?? other.shortSources.last ?? other.source
        if first == second { return first }
        // One word for both: a line without room would not say at all what was computed.
        let lead = "computed from "
        let rest = first.hasPrefix(lead) && second.hasPrefix(lead) ? lead.count : 0
        return "\(first); \(second.dropFirst(rest))"
      }
      both.source += "; \(other.source)"
    }
    return both
  }

  /// The values of all series by their names, as one series.
  private func asOneSeries(over names: [String]) -> Series {
    Series(
      name: subject,
      observations: names.map { name in
        series.first { $0.name == name }?.observations.first ?? Observation(value: nil)
      })
  }
}
