import TestSupport
import Testing

/// How records and commands may be named, and what is suggested.
struct CommandNamingTests {
  @Test func optionsMayStandBeforeTheCommand() throws {
    let folder = try CommandFolder.sample()
    let before = try CommandRun(["--dossier", folder.path, "list", "chapters"])
    let after = try CommandRun(["list", "chapters", "--dossier", folder.path])
    #expect(before.code == 0)
    #expect(before.text == after.text)
    #expect(try CommandRun(["--dossier=\(folder.path)", "list", "chapters"]).text == after.text)
    #expect(try CommandRun(["--help", "list"]).text.hasPrefix("Usage: dossier list"))
  }

  @Test(arguments: [
    (["show", "2.9"], "did you mean '2."), (["show", "economics-33"], "'economics-3'"),
    (["show", "indicator:trade"], "'indicator:trade-"), (["list", "recs"], "'recommendations'"),
  ])
  func theNearestIsSuggested(_ arguments: [String], _ hint: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.code != 0)
    #expect(run.complaint.contains(hint), "\(run.complaint)")
  }

  @Test func shortNumbersAreShown() throws {
    let byNumber = try CommandRun(["show", "2.p1"])
    #expect(byNumber.code == 0)
    #expect(byNumber.text == (try CommandRun(["show", "security-p1"])).text)
  }

  @Test func inferredAddresseesAreMarked() throws {
    let run = try CommandRun(["list", "recommendations"])
    #expect(run.lines[0].split(separator: " ").contains("basis"))
    #expect(run.lines.contains { $0.contains("  inferred  ") })
    #expect(run.lines.contains { $0.contains("  stated ") })
  }
}
