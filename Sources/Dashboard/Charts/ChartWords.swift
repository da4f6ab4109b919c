package import Query
import Records
import Text

extension Chart {
  /// Unit and years: `Billion U.S. dollars, 1985–2024`; below a finding, what is measured before
  /// them: `U.S. goods trade with Mexico (billion U.S. dollars, 1985–2024)`.
  ///
  /// Pictures with a unit beside each value name the unit without a magnitude.
  package var subtitle: String { subtitle(scale) }

  package func subtitle(_ scale: ValueScale) -> String { subtitles(scale).first ?? "" }

  /// The subtitle, and then what replaces it if there is no room: only the unit.
  func subtitles(_ scale: ValueScale) -> [String] {
    if let ownSubtitle { return [ownSubtitle] }
    if second != nil {
      let units = measures.map { part, _, place in
        "\(place): " + (isChange ? "change, " : "") + part.scale.heading
      }.joined(separator: "; ")
      return [years.map { "\(units); \($0)" } ?? units, units].map(\.capitalizedFirst)
    }
    let scale = told(scale)
    let unit = hasAxis ? scale.heading : self.unit.title
    let isTold = hasAxis && !self.unit.id.isEmpty
    let name = namesSeriesOnce ? series[0].name : ""
    var parts = name.isEmpty || subject.contains(name) ? [] : [name]
    let isNamed = isTold || !["number", "rank", "ratio", ""].contains(unit)
    let change = isChange ? "change" + (isNamed ? " in \(unit)" : "") : nil
    if let change {
      parts.append("\(change) from the \(place) before")
    } else if isNamed {
      parts.append(unit)
    }
    if let years, !isSaid(years) { parts.append(years) }
    if kind == .histogram, series.count > 1 { parts.append("\(series.count) series together") }
    if isLogarithmic, hasAxis { parts.append("logarithmic scale") }
    let short = change ?? parts.first ?? ""
    let forms = parts.count > 1 || isChange ? [parts.joined(separator: ", "), short] : [short]
    let whole = measure.isEmpty ? [] : forms.map { $0.isEmpty ? measure : "\(measure) (\($0))" }
    return (whole + forms).map(\.capitalizedFirst)
  }

  /// Whether what is measured already names these years: `Rise in prices, 2002-2012`.
  private func isSaid(_ years: String) -> Bool {
    let numbers = years.split { !$0.isNumber }
    return !measure.isEmpty && !numbers.isEmpty && numbers.allSatisfy { measure.contains($0) }
  }

  /// The steps between values: periods, if all steps are the same.
  private var place: String { positions.isEmpty && hasEvenSteps ? "period" : "value" }

  /// The scale of the axis and the ends of curves: only the unit if a logarithmic axis spans
  /// several magnitudes, which each label names itself.
  func told(_ scale: ValueScale) -> ValueScale {
    guard isLogarithmic, hasAxis, scale.magnitude.factor > 1, let low = values.min(), low > 0,
      scale.scaled(low) < 1
    else { return scale }
    return ValueScale(EmptyCollection(), unit: scale.unit)
  }

  /// The periods covered: `1985–2024`, `fiscal years 1925–2024`; nil if none is stated.
  var years: String? {
    // Periods are compared by one number each.
    func order(_ point: Period.Point) -> Int {
      Int(point.year) << 16 | Int(point.month) << 8 | Int(point.day)
    }
    var (first, last): (Period?, Period?)
    var (earliest, latest) = (Int.max, Int.min)
    var isDated = true
    var kinds: UInt8 = 0
    for line in series {
      line.observations.withUnsafeBufferPointer { observations in
        for index in observations.indices {
          guard let period = observations[index].period else {
            isDated = false
            continue
          }
          kinds |= 1 << period.kind.rawValue
          let place = order(period.first)
          if place < earliest { (earliest, first) = (place, period) }
          if place >= latest { (latest, last) = (place, period) }
        }
      }
    }
    let isCourse = hasAxis || kind == .sparkline
    guard let first, let last, isDated || isCourse else { return nil }
    if first == last { return first.title }
    guard isCourse else { return nil }
    if kinds == 1 << Period.Kind.fiscalYear.rawValue {
      return "fiscal years \(first.first.year)–\(last.last.year)"
    }
    let years: UInt8 = 1 << Period.Kind.year.rawValue | 1 << Period.Kind.fiscalYear.rawValue
    return kinds & ~years == 0
      ? "\(first.first.year)–\(last.last.year)" : "\(first.title)–\(last.title)"
  }

  /// The chart in one sentence, for readers who cannot see a picture.
  package var summary: String {
    let all = series.lazy.flatMap(\.observations).filter { $0.value != nil }
    let computed = all.count(where: \.isComputed)
    guard computed > 0 else { return told }
    // Said once: "computed in 1985" would be another statement.
    let part = computed == all.count ? "" : "partly "
    return unmarked.told.dropLast() + "; \(part)\(Derivation.standing)."
  }

  /// Whether the dossier computed all values, which is then said once.
  var isComputed: Bool {
    let all = series.lazy.flatMap(\.observations).filter { $0.value != nil }
    return !all.isEmpty && all.allSatisfy(\.isComputed)
  }

  /// The chart for words that say elsewhere what was computed.
  var unmarked: Chart {
    var chart = self
    for line in series.indices {
      for place in series[line].observations.indices {
        chart.series[line].observations[place].qualifiers.remove(.computed)
      }
    }
    return chart
  }

  private var told: String {
    let title = measure.isEmpty ? title : "\(title). \(measure)"
    if kind == .histogram, let told = spreadSummary {
      return (title.isEmpty ? "" : "\(title): ") + told + "."
    }
    let told = series.indices.prefix(8).compactMap { index -> String? in
      let line = series[index]
      let format = ValueFormat(unit(of: index))
      if !positions.isEmpty || !categories.isEmpty { return extremes(index, format) }
      let known = line.observations.filter { $0.value != nil }
      guard let first = known.first, let last = known.last else { return nil }
      let name = line.name.isEmpty ? "" : "\(line.name) "
      if !endNames.isEmpty {
        let (first, last) = ends(index)
        return name
          + zip([first, last], endNames).map { end, title in
            "\(end.map { format.text($0, namesUnit: true) } ?? Self.noData) (\(title))"
          }.joined(separator: ", ")
      }
      guard known.count > 1 else {
        let isNamed = last.period.map { line.name.contains("\($0.first.year)") } ?? true
        let period = isNamed ? "" : last.period.map { " (\($0.title))" } ?? ""
        return name + format.text(last, namesUnit: true) + period
      }
      let ends = [first, last].map { observation in
        let period = observation.period.map { " in \($0.title)" } ?? ""
        return format.text(observation, namesUnit: true) + period
      }
      var text = "\(name)from \(ends[0]) to \(ends[1])"
      if known.count > 3, let top = known.max(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
        top.period != first.period, top.period != last.period, let period = top.period
      {
        text += ", highest in \(period.title) at \(format.text(top))"
      }
      if known.count > 3, let low = known.min(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
        low.period != first.period, low.period != last.period, let period = low.period
      {
        text += ", lowest in \(period.title) at \(format.text(low))"
      }
      return text
    }
    let more = series.count > 8 ? "; and \(series.count - 8) more" : ""
    if told.isEmpty { return title.isEmpty ? "No data." : "\(title): no data." }
    let changes = isChange ? title.isEmpty ? "Changes" : ", changes from the \(place) before" : ""
    let heading = title + changes
    return (heading.isEmpty ? "" : "\(heading): ") + told.joined(separator: "; ") + "\(more)."
  }
}

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

/// A histogram in words and rows: its ranges, and how many values are in each.
extension Chart {
  /// The most ranges that are listed.
  private static let mostRanges = 40

  /// A heading, and a row for each range with its count.
  var spreadRows: [[String]] {
    [["From", "To", "Values"]]
      + ranges.map { [$0.from, $0.to, DecimalText.text(Double($0.count), decimals: 0)] }
  }

  /// How many values there are, their range, and where most of them are; nil without values.
  var spreadSummary: String? {
    let known = series.indices.flatMap { self.known($0).compactMap(\.value) }
    guard let low = known.min(), let high = known.max() else { return nil }
    let format = ValueFormat(unit)
    let count = DecimalText.text(Double(known.count), decimals: 0)
    let ends = [low, high].map { format.text($0, decimals: decimals) }
    guard known.count > 1 else { return "1 value, \(ends[0])" }
    var text = "\(count) values from \(ends[0]) to \(ends[1])"
    if let most = ranges.max(by: { $0.count < $1.count }), ranges.count > 1 {
      text += "; the most, \(most.count), from \(most.from) to \(most.to)"
    }
    return text
  }

  private var ranges: [(from: String, to: String, count: Int)] {
    let values = series.indices.flatMap { self.known($0).compactMap(\.value) }
    let (first, step, counts) = HistogramLayout.bins(values, most: Self.mostRanges)
    let format = ValueFormat(unit)
    let decimals = ChartMath.decimals(of: step)
    return counts.enumerated().map { index, count in
      let edges = [index, index + 1].map {
        format.text(first + Double($0) * step, decimals: decimals)
      }
      return (edges[0], edges[1], count)
    }
  }
}
