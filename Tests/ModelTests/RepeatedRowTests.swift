import TestSupport
import Testing

@testable import Model

/// A large table, of which most rows are read by what they share with others, gives the same values
/// as the same table read row by row.
@Suite struct RepeatedRowTests {
  private static let heading = "indicator,series,period,value,qualifier,source,locator,note\n"
  private static let series = ["", "A", "B", "\"C, quoted\"", "\"D \"\"very\"\" long \""]
  private static let periods = [
    "", "2001", "FY2001", "2001-02", "2001-02-03", "2001/2003", "\"2004\"", "1999-12",
  ]
  private static let values = [
    "", "0", "1.5", "-1.50", "12345678.901", "0.1", "123456789012345678", "\"7\"", "-0", "5.", ".5",
  ]
  private static let tails = [
    ",,,", "about,survey,,", ",survey,\"L1 \"\"x\"\"\",", ",,,\"over\ntwo lines\"",
    "over;about,,,note",
  ]

  private static func rows(_ count: Int, _ random: inout SeededRandom) -> String {
    var text = ""
    var (indicator, series, tail) = ("flow", "", ",,,")
    while text.utf8.count < count {
      if random.int(0...20) == 0 { indicator = random.int(0...1) == 0 ? "flow" : "stock" }
      if random.int(0...9) == 0 { series = Self.series[random.int(0...Self.series.count - 1)] }
      if random.int(0...9) == 0 { tail = tails[random.int(0...tails.count - 1)] }
      // Series that take turns, and those that stand once.
      let turn = ["", "\(series)", "Turn \(random.int(0...3))", "Once \(text.utf8.count)"]
      let name = turn[[1, 1, 1, 2, 2, 3][random.int(0...5)]]
      let period = periods[random.int(0...periods.count - 1)]
      let value = values[random.int(0...values.count - 1)]
      text += "\(indicator),\(name),\(period),\(value),\(tail)\n"
      if random.int(0...99) == 0 { text += "\n" }
    }
    return text
  }

  private func reading(_ table: String) -> Reading {
    var folder = MemoryFolder.small
    folder["data/observations.csv"] = table
    return DossierReader.read(folder)
  }

  /// All values with the series in which they stand.
  private func values(_ reading: Reading) -> [String] {
    reading.dossier.indicators.flatMap { indicator in
      indicator.series.filter { $0.name != "Last" }.flatMap { series in
        series.observations.map { "\(indicator.id) \(series.name) \($0.bits)" }
      }
    }
  }

  @Test(arguments: Trials.seeds(2))
  func aRandomTable(seed: UInt64) {
    var random = SeededRandom(seed)
    // What the small dossier's overlay names.
    let rows = "stock,Trout,2001,1,,,,\n" + Self.rows(1_100_000, &random)
    let large = reading(Self.heading + rows)
    // A fault in its last row has the table read in one go.
    let whole = reading(Self.heading + rows + "flow,Last,2001,none,,,,\n")
    // Random rows repeat periods, which is a warning.
    let faults = [large, whole].map { $0.diagnostics.filter { $0.severity == .error } }
    #expect(faults[0].isEmpty, "\(faults[0].first?.description ?? "")")
    #expect(faults[1].count == 1)
    let (one, other) = (values(large), values(whole))
    #expect(one.count > 10_000)
    #expect(one.count == other.count)
    let first = zip(one, other).first { $0 != $1 }
    #expect(first == nil)
  }
}

extension Observation {
  /// All that it says; a number to the last bit.
  fileprivate var bits: String {
    let number = value.map { String($0.bitPattern, radix: 16) } ?? "none"
    let rest = "\(qualifiers.rawValue) \(source) \(locators) \(note)"
    return "\(period?.description ?? "") \(number) \(decimals) \(rest)"
  }
}
