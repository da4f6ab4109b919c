import TestSupport
import Testing

@testable import Records
@testable import Tables
@testable import Text

/// No table traps, hangs or lets a control character through, whatever its bytes are.
@Suite struct DataTableFuzzTests {
  @Test(arguments: Trials.seeds(40))
  func anyBytes(seed: UInt64) {
    var random = SeededRandom(seed)
    for _ in 0..<50 {
      let bytes = Self.table(using: &random)
      let start = ContinuousClock.now
      do throws(DataFault) {
        let table = try DataTable(bytes)
        check(table.columns.map(\.name) + table.notes, seed)
        let data = try table.readAll()
        check(data.series.map(\.name) + data.categories + data.notes, seed)
        let isWhole = data.series.allSatisfy { line in
          line.observations.allSatisfy { $0.value?.isFinite ?? true }
        }
        #expect(isWhole, "seed \(seed)")
        for (places, line) in zip(data.positions, data.series) {
          #expect(places.count == line.observations.count, "seed \(seed)")
        }
        if !data.categories.isEmpty {
          #expect(
            data.series.allSatisfy { $0.observations.count == data.categories.count },
            "seed \(seed)")
        }
        _ = data.split(isByValue: seed.isMultiple(of: 2))
      } catch {
        check([error.description], seed)
        #expect(!error.description.isEmpty)
      }
      #expect(start.duration(to: .now) < .seconds(5), "seed \(seed)")
    }
  }

  private func check(_ texts: [String], _ seed: UInt64) {
    for text in texts {
      #expect(text.unicodeScalars.allSatisfy { CleanText.isSafe($0.value) }, "seed \(seed)")
    }
  }

  /// A table of random cells, some of them odd, with random damage.
  private static func table(using random: inout SeededRandom) -> [UInt8] {
    let delimiters: [Character] = [",", ";", "\t", "|"]
    let delimiter = delimiters.randomElement(using: &random) ?? ","
    let odd = [
      "", "NA", "\"", "\"a\"\"b\"", "\"x\ny\"", "1e308", "1e-400", "-", "9999", "0000", "FY9999",
      "32767-12-31", "99999999999999999999", "1,2,3", "(((", "$$$", "\u{1b}[2J", "\u{202e}", "€ 5",
      "Q0 0000", "－５", "2012Q", "//", "1 000 000", "0,5", "é", "\u{0}", "-0", "1990", "Jan 1",
    ]
    let width = Int.random(in: 1...5, using: &random)
    var text = ""
    for row in 0..<Int.random(in: 0...30, using: &random) {
      let cells = (0..<width).map { column -> String in
        if Int.random(in: 0..<6, using: &random) == 0 {
          return odd.randomElement(using: &random) ?? ""
        }
        return column == 0 ? "\(1990 + row)" : "\(Int.random(in: -99...99, using: &random))"
      }
      text +=
        cells.joined(separator: String(delimiter)) + (Bool.random(using: &random) ? "\r\n" : "\n")
    }
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] = UInt8.random(in: 1...255, using: &random)
    }
    return bytes
  }
}
