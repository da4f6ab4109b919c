package import Records

/// One source of an indicator's values, with what it provides.
package struct SourceShare: Hashable, Sendable {
  /// The source's id.
  package var source: String
  /// Whether the values were computed in the dossier from what the source provides.
  package var isComputed = false
  /// From the first to the last period that it covers; nil if none of its values is dated.
  package var period: Period?
  /// The series that it has values for; empty if it has some for every series.
  package var series: [String]

  /// What precedes the source's name: `computed in this dossier from `; mostly empty.
  package var standing: String { isComputed ? "\(Derivation.standing) from " : "" }

  /// What the source provides, for a heading: `1985–2012`, `Official rate, 1960–2024`; often empty.
  package var title: String {
    (series + [period?.title ?? ""]).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Indicator {
  /// The sources of the values, by the start of their periods; undated ones first.
  ///
  /// An indicator without values has the source that it names.
  package var sourceShares: [SourceShare] {
    var shares: [SourceShare] = []
    for series in self.series {
      for observation in series.observations {
        let id = observation.source.isEmpty ? source : observation.source
        let isComputed = observation.isComputed
        let index: Int
        if let known = shares.firstIndex(where: {
          $0.source == id && $0.isComputed == isComputed
        }) {
          index = known
        } else {
          index = shares.count
          shares.append(
            SourceShare(source: id, isComputed: isComputed, period: nil, series: []))
        }
        shares[index].period = Self.joined(shares[index].period, observation.period)
        if !shares[index].series.contains(series.name) { shares[index].series.append(series.name) }
      }
    }
    let names = Set(self.series.filter { !$0.observations.isEmpty }.map(\.name))
    for index in shares.indices where shares[index].series.count == names.count {
      shares[index].series = []
    }
    guard !shares.isEmpty else { return [SourceShare(source: source, period: nil, series: [])] }
    return shares.enumerated().sorted { left, right in
      switch (left.element.period?.first, right.element.period?.first) {
      case (let a?, let b?) where a != b: a < b
      case (nil, _?): true
      case (_?, nil): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  /// A period that contains both; if they are of different kinds, in calendar years.
  private static func joined(_ left: Period?, _ right: Period?) -> Period? {
    guard let left, let right else { return left ?? right }
    var first = min(left.first, right.first)
    var last = max(left.last, right.last)
    guard left.kind != right.kind else { return Period(kind: left.kind, first: first, last: last) }
    first = Period.Point(year: first.year)
    last = Period.Point(year: last.year)
    return Period(kind: .year, first: first, last: last)
  }
}

extension Dossier {
  /// The sources of an indicator on one line, each with its periods if there are several.
  ///
  /// `Census Bureau, Trade in goods (1985–2012); Trade interface (2013–2024)`:
  /// an institution is not repeated, and titles end before a colon. What the dossier computed is
  /// said to be: `computed in this dossier from Census Bureau, Trade in goods`.
  package func sourceLine(of indicator: Indicator) -> String {
    let shares = indicator.sourceShares
    let isAllComputed = shares.allSatisfy(\.isComputed)
    var parts: [String] = []
    var last: String?
    for share in shares {
      guard let source = sources.first(where: { $0.id == share.source }) else {
        if shares.count > 1, !share.source.isEmpty {
          parts.append(share.title.isEmpty ? share.source : "\(share.source) (\(share.title))")
        }
        last = nil
        continue
      }
      // A line with several sources has no room for what follows a title's colon.
      let title = shares.count > 1 ? source.title.prefix { $0 != ":" } : source.title[...]
      let isRepeated = last == source.producer && share.isComputed == isAllComputed
      let names = [isRepeated ? "" : source.producer, String(title)]
      var part = names.filter { !$0.isEmpty }.joined(separator: ", ")
      if part.isEmpty { part = source.producer }
      if shares.count > 1, !share.title.isEmpty { part += " (\(share.title))" }
      if !isAllComputed { part = share.standing + part }
      parts.append(part)
      last = share.isComputed == isAllComputed ? source.producer : nil
    }
    let line = parts.joined(separator: "; ")
    return line.isEmpty || !isAllComputed ? line : "\(Derivation.standing) from \(line)"
  }

  /// What replaces a source line that has no room, the longest first.
  ///
  /// Only the producers, and then each by its acronym, if an entity of the dossier has one, or up
  /// to the first comma.
  package func shortSourceLines(of indicator: Indicator) -> [String] {
    var producers: [String] = []
    let shares = indicator.sourceShares
    for share in shares {
      guard let source = sources.first(where: { $0.id == share.source }) else { continue }
      if !source.producer.isEmpty, !producers.contains(source.producer) {
        producers.append(source.producer)
      }
    }
    let brief = producers.map { producer -> String in
      let entity = entities.first { $0.name == producer || $0.aliases.contains(producer) }
      if let entity, !entity.acronym.isEmpty { return entity.acronym }
      return String(producer.prefix { $0 != "," })
    }
    let lines = [producers, brief].map { $0.joined(separator: "; ") }
    if shares.allSatisfy(\.isComputed) {
      return lines.map { $0.isEmpty ? "" : "computed from \($0)" }
    }
    return shares.contains(where: \.isComputed)
      ? lines.map { "\($0); partly computed" } : lines
  }
}
