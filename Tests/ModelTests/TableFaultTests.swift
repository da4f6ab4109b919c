import TestSupport
import Testing

@testable import Reading
@testable import Records

@Suite struct TableFaultTests {
  let path = "data/observations.csv"

  @Test func missingTable() {
    let unnamed = readSmall { $0["data/events.csv"] = nil }
    #expect(unnamed.diagnostics.map(\.description) == [])
    #expect(unnamed.dossier.entities.count == 2)
    let named = readSmall {
      $0["data/events.csv"] = nil
      replace("entity:office", by: "event:flood", in: "data/links.csv", of: &$0)
    }
    named.expect(.error, "data/events.csv", 0, "no such file")
    #expect(named.diagnostics.first?.message.contains("first in data/links.csv:3") == true)
    #expect(named.dossier.entities.count == 2)
  }

  @Test func emptyTable() {
    let reading = readSmall { $0["data/events.csv"] = "" }
    reading.expect(.error, "data/events.csv", 0, "empty")
    #expect(reading.dossier.entities.count == 2)
  }

  @Test func missingColumn() {
    let reading = readSmall {
      $0["data/links.csv"] = "from,to,topic\nchapter:springs,chapter:mouths,Water\n"
    }
    reading.expect(.error, "data/links.csv", 1, "\"note\" is missing")
    #expect(reading.dossier.links.map(\.topic) == ["Water"])
  }

  @Test func unknownColumn() {
    let reading = readSmall {
      $0["data/links.csv"] =
        "from,zu,to,topic,note\nchapter:springs,,chapter:mouths,Water,It flows.\n"
    }
    reading.expect(.warning, "data/links.csv", 1, 6, "\"zu\" is not known")
    #expect(reading.dossier.links.first?.note == "It flows.")
  }

  @Test func extraCell() {
    let reading = readSmall {
      replace("flow,,2019,12,,survey,,", by: "flow,,2019,12,,survey,,a,b", in: path, of: &$0)
    }
    reading.expect(.error, path, 3, 26, "9 cells under 8 columns")
    #expect(reading.counts == wholeCounts)
  }

  @Test func missingCell() {
    let reading = readSmall {
      replace("flow,,2019,12,,survey,,", by: "flow,,2019,12", in: path, of: &$0)
    }
    reading.expect(.error, path, 3, "4 cells under 8 columns")
    #expect(reading.observations[1].value == 12)
    #expect(reading.counts == wholeCounts)
  }

  @Test func openQuote() {
    let reading = readSmall {
      replace("flow,,2019,12,,survey,,", by: "flow,,2019,12,,survey,,\"open", in: path, of: &$0)
    }
    reading.expect(.error, path, 3, 24, "quote")
    #expect(reading.counts == wholeCounts)
  }

  @Test func lineEndInsideQuotes() {
    let reading = readSmall {
      replace(
        "flow,,2019,12,,survey,,", by: "flow,,2019,12,,survey,,\"two\nlines\"", in: path, of: &$0)
      replace("stock,Salmon,2018,4,", by: "stock,Salmon,2018,x,", in: path, of: &$0)
    }
    reading.expect(.error, path, 6, 19, "\"x\" is not a number")
    #expect(reading.observations[1].note == "two lines")
    #expect(reading.counts == wholeCounts)
  }

  @Test func byteOrderMark() {
    let reading = readSmall { $0[path] = "\u{feff}" + ($0[path] ?? "") }
    reading.expect(.warning, path, 1, 1, "byte order mark")
    #expect(reading.counts == wholeCounts)
  }

  @Test func returns() {
    let reading = readSmall {
      $0[path] = ($0[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
    }
    reading.expect(.warning, path, 1, 60, "CR LF")
    #expect(reading.counts == wholeCounts)
    #expect(reading.observations.allSatisfy { $0.note.isEmpty })
  }

  @Test func invalidText() {
    let reading = readSmall {
      var bytes = Array(($0[path] ?? "").utf8)
      bytes.replaceSubrange(bytes.count - 1..<bytes.count, with: [0xff, 0x0a])
      $0.files[path] = bytes
    }
    reading.expect(.error, path, 5, 24, "FF is not UTF-8")
    #expect(reading.observations.last?.note == "\u{fffd}")
    #expect(reading.counts == wholeCounts)
  }

  @Test(arguments: ["12,5", "1e5", "1.2.3", "--1", "NaN", "0x10", "1234567890123456789", "+1", "."])
  func badNumber(_ number: String) {
    let reading = readSmall { replace("2018,4,", by: "2018,\"\(number)\",", in: path, of: &$0) }
    reading.expect(.error, path, 5, 20, "\"\(number)\" is not a number")
    #expect(reading.counts == wholeCounts)
    #expect(reading.observations.last?.value == nil)
  }

  @Test func badPeriod() {
    let reading = readSmall { replace("Salmon,2018,", by: "Salmon,2018-13,", in: path, of: &$0) }
    reading.expect(.error, path, 5, 14, "\"2018-13\" is not a period, so the row is left out")
    #expect(reading.observations.count == wholeCounts[6] - 1)
    #expect(reading.observations.allSatisfy { $0.period != nil })
  }

  @Test func unknownQualifier() {
    let reading = readSmall { replace("over;estimated", by: "over;maybe", in: path, of: &$0) }
    reading.expect(.error, path, 4, 20, "\"maybe\"")
    #expect(reading.observations[2].qualifiers == .over)
    #expect(reading.diagnostics[0].remedy.contains("up-to"))
  }

  @Test func badLocatorBesideGoodOne() {
    let reading = readSmall { replace("\";L12\"", by: "\";page 12\"", in: path, of: &$0) }
    reading.expect(.error, path, 2, 25, "\"page 12\" is not a locator")
    #expect(reading.observations[0].locators.count == 1)
  }

  @Test(arguments: [("amount", "kind"), ("line", "chart"), ("up", "direction")])
  func unknownWord(_ word: String, _ name: String) {
    let path = "data/indicators.csv"
    let reading = readSmall { replace(",\(word),", by: ",wrong,", in: path, of: &$0) }
    reading.expect(.error, path, 2, nil, "the \(name) \"wrong\" is not known")
    #expect(reading.diagnostics[0].remedy.contains(word))
    #expect(reading.counts == wholeCounts)
  }

  @Test func unknownEntityKind() {
    let reading = readSmall {
      replace("organisation", by: "company", in: "data/entities.csv", of: &$0)
    }
    reading.expect(.error, "data/entities.csv", 2, 25, "the kind \"company\"")
    #expect(reading.counts == wholeCounts)
  }

  @Test func badMultiplier() {
    let reading = readSmall { replace(",,,1000", by: ",,,many", in: "data/units.csv", of: &$0) }
    reading.expect(.error, "data/units.csv", 3, 13, "\"many\"")
    #expect(reading.counts == wholeCounts)
  }

  @Test func badId() {
    let reading = readSmall {
      replace("delta,Delta", by: "The Delta,Delta", in: "data/entities.csv", of: &$0)
    }
    reading.expect(.error, "data/entities.csv", 3, 1, "\"The Delta\" is not an id")
    #expect(reading.dossier.entities.map(\.id) == ["office"])
  }

  @Test func missingDate() {
    let reading = readSmall { replace("dam,1970-05", by: "dam,", in: "data/events.csv", of: &$0) }
    reading.expect(.error, "data/events.csv", 3, 5, "no date")
    #expect(reading.dossier.events.map(\.id) == ["flood"])
  }

  @Test func faultInEveryRow() {
    let reading = readSmall {
      $0[path] = ($0[path] ?? "") + String(repeating: "flow,,x,y,z,q,w,e\n", count: 50_000)
    }
    #expect(reading.diagnostics.count == 200)
    #expect(reading.diagnostics.contains { $0.message.contains("too many faults") })
    #expect(reading.observations.count == wholeCounts[6])
  }

  @Test func unknownTable() {
    let reading = readSmall { $0["data/event.csv"] = "id\n" }
    reading.expect(.warning, "data/event.csv", 0, "not part of a dossier")
  }
}
