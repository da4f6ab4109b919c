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
}
