package import Records
import Text

/// Whether the computed values of a dossier follow from what they were computed from.
package struct DerivationCheck {
  private let indicators: [String: Indicator]
  private let units: [String: Unit]

  /// A check on the observations of a dossier.
  package init(_ dossier: Dossier) {
    indicators = Dictionary(
      dossier.indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    units = Dictionary(dossier.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The result for one observation.
  package enum Outcome: Hashable {
    /// The value is what the inputs come to.
    case proved
    /// Only words tell the computation, or there is no value.
    case unproved
    /// The inputs come to another value, which is in the unit of the observation.
    case differs(Double)
    /// There is no such input.
    case missing(String)
    /// These inputs are counted in two units, so that they cannot be added up.
    case unlike(String, String)

    /// Why the value does not follow from its inputs; nil if it does or if only words tell it.
    package func reason(_ observation: Observation) -> String? {
      let decimals = Int(observation.decimals)
      switch self {
      case .proved, .unproved: return nil
      case .differs(let value):
        let own = observation.value?.digits(decimals: decimals) ?? ""
        let computed = DecimalText.text(value, decimals: decimals + 2, groups: false)
        return "the inputs come to \(computed.isEmpty ? "no number" : computed), not to \(own)"
      case .missing(let input): return "the input \"\(input)\" has no value"
      case .unlike(let one, let other): return "\(one) and \(other) cannot be added up"
      }
    }
  }

  /// Computes the value of an observation again.
  package func outcome(
    of observation: Observation, in series: String, of indicator: Indicator
  ) -> Outcome {
    guard let derivation = observation.derivation, let operation = derivation.operation,
      let value = observation.value
    else { return .unproved }
    let own = unit(indicator)
    var terms: [[Double]] = []
    var title: String?
    for input in derivation.inputs {
      switch input {
      case .number(let number): terms.append([number * own.multiplier])
      case .observation(let id, let name, let period):
        let (found, unit) = values(
          id.map { indicators[$0] } ?? indicator, name ?? series, isNamed: name != nil,
          period ?? observation.period)
        let isItself =
          (id ?? indicator.id) == indicator.id && (name ?? series) == series
          && (period ?? observation.period) == observation.period
        guard !found.isEmpty, !isItself else {
          return .missing(Self.told(id, name, period, isItself: isItself))
        }
        if let title, title != unit.title, [.sum, .mean, .difference].contains(operation) {
          return .unlike(title, unit.title)
        }
        title = unit.title
        terms.append(found)
      }
    }
    let result = Self.result(operation, terms) / own.multiplier
    guard result.isFinite else { return .differs(result) }
    let step = 0.5001 / DecimalText.power(Int(observation.decimals))
    return (result - value).magnitude <= step + value.magnitude * 1e-9 ? .proved : .differs(result)
  }

  private static func told(
    _ id: String?, _ name: String?, _ period: Period?, isItself: Bool
  ) -> String {
    if isItself { return "the value itself" }
    return (id ?? "") + (name.map { "/\($0)" } ?? "") + (period.map { "@\($0)" } ?? "")
  }

  private func unit(_ indicator: Indicator) -> Unit {
    units[indicator.unit] ?? Unit(id: indicator.unit, title: indicator.unit)
  }

  /// The values of a series at a period, in base units; those of its months or days if the period
  /// is a year without a value of its own.
  private func values(
    _ indicator: Indicator?, _ name: String, isNamed: Bool, _ period: Period?
  ) -> (values: [Double], unit: Unit) {
    guard let indicator else { return ([], Unit(id: "", title: "")) }
    let unit = unit(indicator)
    let series =
      indicator.series.first { $0.name == name }
      ?? (isNamed || indicator.series.count != 1 ? nil : indicator.series[0])
    guard let series else { return ([], unit) }
    if let exact = series.observations.first(where: { $0.period == period }) {
      return (exact.value.map { [$0 * unit.multiplier] } ?? [], unit)
    }
    let within = series.observations.filter { observation in
      guard let period, period.kind == .year, let part = observation.period else { return false }
      return (part.kind == .month || part.kind == .day)
        && part.first.year >= period.first.year && part.last.year <= period.last.year
    }
    let known = within.compactMap(\.value)
    return (known.count == within.count ? known.map { $0 * unit.multiplier } : [], unit)
  }

  private static func result(_ operation: Derivation.Operation, _ terms: [[Double]]) -> Double {
    let all = terms.flatMap { $0 }
    // Several values of one input, the months of a year, count together.
    let sums = terms.map { $0.reduce(0, +) }
    switch operation {
    case .sum: return all.reduce(0, +)
    case .mean: return all.reduce(0, +) / Double(all.count)
    case .difference: return sums.dropFirst().reduce(sums[0], -)
    case .ratio: return sums[0] / sums[1]
    case .share: return 100 * sums[0] / sums[1]
    case .change: return 100 * (sums[1] - sums[0]) / sums[0]
    }
  }
}

extension Draft {
  /// Warns of each computed value that does not follow from its inputs.
  mutating func checkDerivations() {
    guard !derived.isEmpty else { return }
    let check = DerivationCheck(dossier)
    for row in derived {
      let indicator = dossier.indicators[row.indicator]
      let outcome = check.outcome(of: row.observation, in: row.series, of: indicator)
      if let reason = outcome.reason(row.observation) {
        log.warning(row.place, reason, remedy: "correct the value or its inputs")
      }
    }
  }
}
