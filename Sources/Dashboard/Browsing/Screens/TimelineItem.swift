import Query
import Records

/// One row of the timeline: an event, a value that the report expects, or a recommendation with a
/// date.
struct TimelineItem {
  let period: Period
  let title: String
  let chapter: String
  let reference: Reference

  /// Everything with a date, the earliest first.
  static func all(_ library: Library) -> [TimelineItem] {
    let dossier = library.dossier
    let events = dossier.events.map {
      TimelineItem(period: $0.date, title: $0.title, chapter: $0.chapter, reference: $0.reference)
    }
    let all = events + dossier.indicators.flatMap { expected($0, library) } + dated(library)
    // Records of one period keep their order.
    return all.indices.sorted { (all[$0].period, $0) < (all[$1].period, $1) }.map { all[$0] }
  }

  /// The values of an indicator that are projected, expected or planned, one for each period.
  private static func expected(_ indicator: Indicator, _ library: Library) -> [TimelineItem] {
    let expectations: Qualifiers = [.projected, .expected, .planned]
    var seen: Set<Period> = []
    return indicator.series.flatMap { series -> [TimelineItem] in
      series.observations.compactMap { observation in
        guard !observation.qualifiers.isDisjoint(with: expectations), observation.value != nil,
          let period = observation.period, seen.insert(period).inserted,
          let unit = library.catalogue.unit(indicator.unit)
        else { return nil }
        return TimelineItem(
          period: period,
          title: "\(indicator.title): \(ValueFormat(unit).text(observation, namesUnit: true))",
          chapter: indicator.chapter, reference: indicator.reference)
      }
    }
  }

  /// The recommendations that name a year from the report's own on.
  private static func dated(_ library: Library) -> [TimelineItem] {
    guard let now = library.dossier.date else { return [] }
    return library.dossier.recommendations.flatMap { item in
      Set(item.years).filter { $0 >= Int(now.first.year) }.map { year in
        TimelineItem(
          period: .year(year), title: "\(library.catalogue.number(item)) \(item.title)",
          chapter: item.chapter, reference: item.reference)
      }
    }
  }

  /// Where it is relative to the report's date.
  func band(_ library: Library) -> TimelineBand {
    guard let now = library.dossier.date else { return .past }
    if period.last.year > now.last.year { return .ahead }
    return period.last.year < now.first.year ? .past : .now
  }
}

/// A part of the timeline relative to the report's date.
enum TimelineBand: String, CaseIterable {
  /// What ended before the report's year.
  case past
  /// What ends in the report's year.
  case now
  /// What goes on after it or lies ahead of it.
  case ahead

  /// The name, with the report's year.
  func title(_ library: Library) -> String {
    let year = library.dossier.date.map { "\($0.first.year)" } ?? ""
    return switch self {
    case .past: "Before \(year)"
    case .now: "\(year), the report's year"
    case .ahead: "After \(year)"
    }
  }
}
