import Glibc
import Testing

/// Putting a table's values into a dossier, and a newer file after it.
@Suite struct DataCommandTests {
  private func add(_ folder: CommandFolder, _ table: String, _ words: String...) throws
    -> CommandRun
  {
    try folder.write("wells.csv", table)
    return try CommandRun(
      [
        "data", "add", "\(folder.path)/wells.csv", "--indicator", "deep-wells", "--chapter",
        "water", "--source", "Town", "--dossier", folder.path,
      ] + words)
  }

  private let first = "year,Wells\n2010,1\n2011,2.5\n"

  @Test func aDryRunWritesNothing() throws {
    let folder = try CommandFolder.sample()
    let before = folder.read("data/observations.csv")
    let run = try add(folder, first, "--dry-run")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.text.contains("2 added"))
    #expect(folder.read("data/observations.csv") == before)
    #expect(folder.read("imports/deep-wells.csv") == nil)
  }

  @Test func aNewerFileReplacesWhatChangedAndKeepsWhatWasEdited() throws {
    let folder = try CommandFolder.sample()
    let own = try #require(folder.read("data/observations.csv"))
    #expect(try add(folder, first).code == 0)
    let added = try #require(folder.read("data/observations.csv"))
    #expect(added.hasPrefix(own), "other rows stay")
    #expect(try CommandRun(["check", folder.path]).code == 0)
    // The author corrects one value; the newer file changes both and has one more.
    try folder.write("data/observations.csv", added.replacing(",2010,1,", with: ",2010,1.2,"))
    let run = try add(folder, "year,Wells\n2010,7\n2011,3\n2012,4\n")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.text.contains("1 added, 1 replaced, 1 kept"), "\(run.text)")
    let after = try #require(folder.read("data/observations.csv"))
    #expect(after.contains(",2010,1.2,") && after.contains(",2011,3,"))
    #expect(after.contains(",2012,4,"))
  }

  @Test func noLinkLeadsOutOfTheFolder() throws {
    let folder = try CommandFolder.sample()
    let other = try CommandFolder(["observations.csv": "mine\n"])
    rename("\(folder.path)/data", "\(folder.path)/kept")
    symlink(other.path, "\(folder.path)/data")
    let run = try add(folder, first)
    #expect(run.code != 0)
    #expect(other.read("observations.csv") == "mine\n")
    #expect(other.read("sources.csv") == nil)
  }

  @Test func flagsSourceUnitAndIndicatorAreWritten() throws {
    let folder = try CommandFolder.sample()
    let before = try ["sources", "units", "indicators"].map {
      try #require(folder.read("data/\($0).csv"))
    }
    let run = try add(
      folder, "Quarter,Wells\n2019-Q4,3 b\n2020-Q1,1.5 p\n2020-Q2,: c\n", "--unit",
      "million litres", "--title", "Deep wells", "--url", "https://example.org/w")
    #expect(run.code == 0, "\(run.complaint)")
    let rows = try #require(folder.read("data/observations.csv"))
    #expect(rows.contains("deep-wells,,2019-10/2019-12,3,,deep-wells-source,"))
    #expect(rows.contains("break in the series"))
    #expect(rows.contains("deep-wells,,2020-01/2020-03,1.5,provisional,deep-wells-source,"))
    #expect(rows.contains("confidential"), "a value that is not given says why")
    for (name, old) in zip(["sources", "units", "indicators"], before) {
      #expect(
        try #require(folder.read("data/\(name).csv")).hasPrefix(old), "\(name): no row changes")
    }
    let sources = try #require(folder.read("data/sources.csv"))
    #expect(
      sources.contains("deep-wells-source,Town,Deep wells,,https://example.org/w,,Copy of 20"))
    #expect(folder.read("data/units.csv")?.contains(",litres,,") == true)
    #expect(folder.read("data/units.csv")?.contains("1000000") == true)
    #expect(folder.read("data/indicators.csv")?.contains("deep-wells,Deep wells,") == true)
    #expect(try CommandRun(["check", folder.path]).code == 0)
  }

  @Test func vintagesAreKeptBesideEachOther() throws {
    let folder = try CommandFolder.sample()
    #expect(try add(folder, first).code == 0)
    let run = try add(folder, "year,Wells\n2010,1\n2011,9\n", "--keep-vintage")
    #expect(run.code == 0 && run.text.contains("beside 2.5"), "\(run.text)\(run.complaint)")
    let rows = try #require(folder.read("data/observations.csv"))
    #expect(rows.contains("deep-wells,,2011,2.5,,deep-wells-source,"))
    #expect(rows.contains("deep-wells,,2011,9,,deep-wells-source-20"))
    let again = try add(folder, "year,Wells\n2010,1\n2011,9\n", "--keep-vintage")
    #expect(again.code == 0 && again.text.contains("0 added, 0 replaced"), "\(again.text)")
    #expect(folder.read("data/observations.csv") == rows)
  }

  @Test func aNewTableIsDescribedInTheDescriptor() throws {
    let folder = try CommandFolder.sample()
    try folder.write(
      "datapackage.json", "{\n  \"name\": \"a \\\" ]\",\n  \"resources\": [],\n  \"x\": [1]\n}\n")
    #expect(try add(folder, first).code == 0)
    let text = try #require(folder.read("datapackage.json"))
    for table in ["observations", "sources", "units", "indicators"] {
      #expect(text.contains("\"path\": \"data/\(table).csv\""), "\(text)")
    }
    #expect(text.hasSuffix("\n  ],\n  \"x\": [1]\n}\n"), "the rest is as it was: \(text)")
    #expect(try add(folder, first).code == 0)
    #expect(folder.read("datapackage.json") == text, "nothing is described twice")
  }
}
