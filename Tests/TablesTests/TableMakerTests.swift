import TestSupport
import Testing

@testable import Records
@testable import Tables

/// Thousands of tables of combined kinds, each with known values, are read as they are meant.
@Suite struct TableMakerTests {
  /// Each seed makes ten tables; a quarter of the seeds are run by default, 2000 tables.
  @Test(arguments: Trials.seeds(800))
  func tablesAreReadAsTheyAreMeant(seed: UInt64) throws {
    for offset in 0..<10 as Range<UInt64> {
      let maker = TableMaker(seed &* 1000 &+ offset)
      var found: [String: [String: Double]] = [:]
      do throws(DataFault) {
        let data = try dataTable(maker.text).readAll()
        for line in data.series {
          for item in line.observations {
            guard let period = item.period, let value = item.value else { continue }
            found[line.name, default: [:]][period.description] = value
          }
        }
      } catch {
        Issue.record("seed \(seed) \(maker.kinds): \(error)\n\(maker.text)")
        return
      }
      // A series without any value is not known to the truth.
      found = found.filter { !$0.value.isEmpty }
      if found == maker.truth, let total = maker.total {
        var data = try dataTable(maker.text).readAll()
        let names = data.series.map(\.name).filter { $0 != total }
        _ = data.removeTotals()
        #expect(
          data.series.map(\.name) == (names.count > 1 ? names : names + [total]),
          "seed \(seed), table \(offset), \(maker.kinds):\n\(maker.text)")
      }
      guard found != maker.truth else { continue }
      Issue.record(
        "seed \(seed), table \(offset), \(maker.kinds):\n\(maker.text)\nread \(found)\ntrue \(maker.truth)"
      )
      return
    }
  }
}
