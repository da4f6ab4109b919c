import TestSupport
import Testing

@testable import Reading
@testable import Records

/// A large dossier is read whole, and its faults are told at their places.
@Suite struct LargeDossierTests {
  private static let rows = 60_000

  /// A long table: a series for every hundred rows.
  private static func table(_ change: (Int, inout String) -> Void = { _, _ in }) -> String {
    var text = "indicator,series,period,value,qualifier,source,locator,note\n"
    for number in 0..<rows {
      let indicator = number % 20_000 < 10_000 ? "flow" : "stock"
      let month = "\(2001 + number % 100 / 9)-0\(number % 9 + 1)"
      var row = "\(indicator),S\(number / 100),\(month),\(number).5,about,survey,,"
      change(number, &row)
      text += row + "\n"
    }
    return text
  }

  private func read(_ table: String) -> Reading {
    var folder = MemoryFolder.small
    folder["data/observations.csv"] = table
    return DossierReader.read(folder)
  }

  private func expectRows(_ reading: Reading, without missing: Int? = nil) {
    var found: [Double] = []
    for indicator in reading.dossier.indicators {
      for series in indicator.series {
        let values = series.observations.compactMap(\.value)
        #expect(values.allSatisfy { "S\(Int($0) / 100)" == series.name })
        found += values
      }
    }
    let expected = (0..<Self.rows).filter { $0 != missing }.map { Double($0) + 0.5 }
    #expect(found.sorted() == expected)
    let observations = reading.dossier.indicators.last?.series.last?.observations ?? []
    // The table is in no order.
    #expect(observations.compactMap(\.period) == observations.compactMap(\.period).sorted())
    let last = observations.max { ($0.value ?? 0) < ($1.value ?? 0) }
    #expect(last?.period == Period(kind: .month, first: .init(year: 2012, month: 6)))
    #expect(last?.source == "survey")
    #expect(last?.qualifiers == .about)
  }

  @Test func aLargeTableWithoutFaults() {
    let reading = read(Self.table())
    #expect(reading.diagnostics.filter { $0.file.hasSuffix("observations.csv") }.isEmpty)
    expectRows(reading)
  }

  @Test func cellsThatRunOverLines() {
    let reading = read(Self.table { _, row in row += "\"one\n,two\n\"" })
    expectRows(reading)
    let notes = reading.dossier.indicators.flatMap(\.series).flatMap(\.observations).map(\.note)
    #expect(Set(notes) == ["one ,two "])
  }

  @Test func aFaultHasItsLine() {
    let reading = read(Self.table { number, row in if number == 50_000 { row += ",,," } })
    let faults = reading.diagnostics.filter { $0.file.hasSuffix("observations.csv") }
    #expect(faults.map(\.line) == [50_002])
    expectRows(reading)
  }

  /// Whoever waits hears of every file once, and of a long table more than once.
  @Test func progressIsReported() {
    var folder = MemoryFolder.small
    folder["data/observations.csv"] = Self.table()
    folder["notes.txt"] = "no part of the dossier"
    var told: [(files: Int, total: Int)] = []
    _ = DossierReader.read(folder) { told.append(($0, $1)) }
    let total = MemoryFolder.small.files.count
    #expect(told.allSatisfy { $0.total == total })
    #expect(told.map(\.files) == told.map(\.files).sorted())
    #expect(Set(told.map(\.files)) == Set(0...total).subtracting([0]))
    #expect(told.count > total + 10)
  }

  @Test func manyRecommendationsWithFaults() throws {
    var folder = MemoryFolder.small
    let text = try #require(folder["recommendations/springs-2.md"])
    for number in 3...600 {
      folder["recommendations/springs-\(number).md"] =
        text
        .replacing("id: springs-2", with: "id: springs-\(number == 500 ? 400 : number)")
        .replacing("number: 2", with: number == 300 ? "number: many" : "number: \(number)")
    }
    let reading = DossierReader.read(folder)
    let numbers = reading.dossier.recommendations.map(\.number)
    #expect(numbers == [0] + (1...600).filter { $0 != 300 && $0 != 500 })
    let faults = reading.diagnostics.map(\.description)
    #expect(faults.count == 2, "\(faults)")
    #expect(faults.contains { $0.contains("springs-300.md") })
    #expect(faults.contains { $0.contains("springs-500.md") && $0.contains("is already defined") })
  }
}

extension String {
  /// The text with every occurrence of a part exchanged for another.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while let place = rest.firstRange(of: part) {
      result += rest[..<place.lowerBound] + other
      rest = rest[place.upperBound...]
    }
    return result + rest
  }
}
