import TestSupport
import Testing

@testable import Reading
@testable import Records

/// Causes come first, and what follows from them is one line.
@Suite struct CauseTests {
  private let big = Result { try MemoryFolder(copying: DiskFolder(Files.builtInDossier)) }

  /// The faults of the built-in dossier after a change, on one line each.
  private func faults(_ change: (inout MemoryFolder) -> Void) throws -> [String] {
    var folder = try big.get()
    change(&folder)
    return DossierReader.check(folder).diagnostics.map(\.description)
  }

  @Test func brokenIndexIsOneFaultAndOneConsequence() throws {
    let found = try faults { replace("\nthemes:\n", by: "\nthemes: [\n", in: "index.md", of: &$0) }
    #expect(found.count == 2, "\(found)")
    #expect(found.first?.hasPrefix("index.md:") == true)
    #expect(found.first?.contains("error: YAML") == true, "\(found)")
    let last = found.last ?? ""
    #expect(last.contains("index.md could not be read, so "), "\(found)")
    #expect(last.contains("mentions of themes") || last.contains(" and themes"), "\(found)")
  }

  @Test func missingIndex() throws {
    let found = try faults { $0["index.md"] = nil }
    #expect(found.count == 2, "\(found)")
    #expect(found.first?.contains("no such file") == true)
  }

  @Test(arguments: ["units", "sources", "indicators"])
  func missingTableThatIsNamed(_ name: String) throws {
    let path = "data/\(name).csv"
    let found = try faults { $0[path] = nil }
    #expect(found.first?.hasPrefix("\(path): error: no such file, so ") == true, "\(found)")
    #expect(found.first?.contains("mentions of \(name)") == true, "\(found)")
    // The table, and the descriptor that names it.
    #expect(found.count == 2, "\(found)")
    #expect(found.last?.hasPrefix("datapackage.json:") == true)
  }

  @Test(arguments: [(";", "semicolons"), ("\t", "tabs")], ["units", "sources", "indicators"])
  func otherSeparator(_ separator: (sign: String, name: String), _ name: String) throws {
    let path = "data/\(name).csv"
    let found = try faults {
      $0[path] = ($0[path] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        .joined(separator: separator.sign)
    }
    #expect(
      found.first
        == "\(path):1:1: error: cells are separated by \(separator.name) (write commas)")
    #expect(found.count == 2, "\(found)")
    #expect(found.last?.contains("\(name).csv could not be read, so ") == true)
  }

  @Test func quotedHeadingWithSemicolons() {
    let reading = readSmall {
      $0["data/events.csv"] = "\"id\";\"date\";\"title\"\n\"dam\";\"1970\";\"Dam\"\n"
    }
    reading.expect(.error, "data/events.csv", 1, 1, "separated by semicolons")
  }

  @Test func emptyTableIsOneFault() throws {
    let found = try faults { $0["data/units.csv"] = "" }
    #expect(found.count == 2, "\(found)")
    #expect(found.first?.contains("empty") == true)
  }

  @Test func firstRowWithoutNames() {
    let reading = readSmall { $0["data/events.csv"] = "flood,1990,Flood,springs,water,L15,\n" }
    reading.expect(.error, "data/events.csv", 1, "names none of the columns")
  }

  @Test func missingKeyColumnIsNotSaidInEveryRow() {
    let reading = readSmall {
      replace("id,producer", by: "key,producer", in: "data/sources.csv", of: &$0)
    }
    let told = reading.diagnostics.map(\.description)
    #expect(told.count == 3, "\(told)")
    #expect(told[0].contains("\"id\" is missing"), "\(told)")
    #expect(told[1].contains("\"key\" is not known"), "\(told)")
    // Two indicators, an observation and a link name a source.
    #expect(told[2].contains("4 mentions of sources were not checked"), "\(told)")
  }

  @Test func missingChapterIsNamedOnce() throws {
    var path = ""
    let found = try faults {
      path = $0.files.keys.sorted().first { $0.hasPrefix("chapters/1-") } ?? ""
      $0[path] = nil
    }
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains(": error: there is no chapter \"economics\", which ") == true)
    #expect(found.first?.contains("places name") == true)
  }

  @Test func unreadableChapterIsNamedOnce() throws {
    let path = "chapters/1-springs.md"
    let reading = readSmall { replace("---\n", by: "", in: path, of: &$0) }
    let told = reading.diagnostics.map(\.description)
    #expect(told.count == 2, "\(told)")
    #expect(told[0].hasPrefix("\(path):1:1: error: no front matter"))
    #expect(told[1].contains("1-springs.md could not be read, so "))
  }

  @Test func fewSlipsKeepTheirPlaces() {
    let reading = readSmall {
      replace("Dam,,", by: "Dam,spring,", in: "data/events.csv", of: &$0)
      replace("Flood,springs,", by: "Flood,spring,", in: "data/events.csv", of: &$0)
    }
    #expect(reading.diagnostics.map(\.line) == [2, 3])
    #expect(reading.diagnostics.allSatisfy { $0.remedy == "did you mean springs?" })
  }

  @Test func brokenFrontMatterMissesNothingElse() {
    let path = "recommendations/springs-2.md"
    let reading = readSmall { replace("chapter: springs", by: "chapter: [", in: path, of: &$0) }
    #expect(reading.diagnostics.map(\.file) == [path], "\(reading.diagnostics)")
    #expect(reading.diagnostics.first?.message.hasPrefix("YAML") == true)
  }

  @Test func missingBasisIsOneFault() {
    let path = "recommendations/springs-1.md"
    let reading = readSmall { replace("addressee-basis: stated\n", by: "", in: path, of: &$0) }
    reading.expect(.error, path, 1, "\"addressee-basis\" is missing")
    #expect(reading.dossier.recommendations[0].addresseeBasis == .inferred)
  }

  @Test(arguments: ["\"L11 \"\"ten\"\"", "\"L11 \"ten\"\""])
  func openQuoteInALocatorIsOneFault(_ cell: String) {
    let path = "data/observations.csv"
    let reading = readSmall {
      replace("flow,,2019,12,,survey,,", by: "flow,,2019,12,,survey,\(cell),", in: path, of: &$0)
    }
    reading.expect(.error, path, 3, 23, "a quote is opened and never closed")
    #expect(reading.counts == wholeCounts)
  }

  @Test func bareQuotesInALocator() {
    let path = "data/observations.csv"
    func read(_ cell: String) -> Reading {
      readSmall {
        replace("flow,,2019,12,,survey,,", by: "flow,,2019,12,,survey,\(cell),", in: path, of: &$0)
      }
    }
    read("L11 \"ten\"").expect(.warning, path, 3, 23, "quotes inside a cell that is not quoted")
    read("L11 \"ten").expect(.error, path, 3, 23, "is not a locator")
    #expect(read("L11 \"ten").diagnostics.first?.remedy.contains("double the quotes") == true)
    let comma = read("L11 \"ten, or so\"")
    comma.expect(.error, path, 3, nil, "9 cells under 8 columns")
    #expect(comma.diagnostics.first?.remedy.contains("double the quotes") == true)
  }

  @Test func locatorsBeyondTheText() {
    func read(_ change: (inout MemoryFolder) -> Void) -> Reading {
      readSmall {
        let digest = String(repeating: "0", count: 64)
        replace(
          "date: 2020\n", by: "date: 2020\nsource-text:\n  sha256: \(digest)\n  lines: 20\n",
          in: "index.md", of: &$0)
        change(&$0)
      }
    }
    #expect(read { _ in }.diagnostics == [])
    let table = read { replace(",L15,", by: ",L15-L21,", in: "data/events.csv", of: &$0) }
    table.expect(.error, "data/events.csv", 2, 37, "L21 is beyond the end of the text")
    #expect(table.dossier.events.map(\.locators.count) == [0, 0])
    let heading = read { replace("L10-L20", by: "L10-L9999", in: "chapters/1-springs.md", of: &$0) }
    heading.expect(.error, "chapters/1-springs.md", 10, "L9999 is beyond")
    let path = "recommendations/springs-1.md"
    read { replace("locator: L12", by: "locator: L99999", in: path, of: &$0) }
      .expect(.error, path, 11, 10, "L99999 is beyond")
  }

  @Test func indexAndOneChapterAreEnough() {
    let folder = MemoryFolder([
      "index.md": "---\nid: rivers\ntitle: Rivers\n---\n",
      "chapters/1-springs.md":
        "---\nid: springs\nnumber: 1\ntitle: Springs\n---\n\n## One\n\nText.\n",
    ])
    #expect(DossierReader.check(folder).diagnostics.map(\.description) == [])
  }
}
