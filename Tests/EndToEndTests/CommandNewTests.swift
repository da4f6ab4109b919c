import TestSupport
import Testing

/// `dossier new`, and a folder where an operand is.
struct CommandNewTests {
  @Test func aNewFolderIsSoundAndShown() throws {
    let home = try CommandFolder()
    let path = home.path + "/my-report"
    let made = try CommandRun(["new", path])
    #expect(made.code == 0, "\(made.complaint)")
    let check = try CommandRun(["check", path])
    #expect(check.code == 0)
    #expect(check.text == "")
    #expect(check.complaint.contains("no faults in 1 chapter, 1 recommendation"))
    let screen = try CommandRun(["render", path, "--size", "80x24"])
    #expect(screen.text.contains("Title of the report"))
  }

  @Test func whatIsThereStays() throws {
    let home = try CommandFolder(["full/notes.txt": "mine", "file": "mine"])
    for name in ["full", "file"] {
      let run = try CommandRun(["new", "\(home.path)/\(name)"])
      #expect(run.code == 1)
      #expect(run.complaint.contains("is not an empty folder"), "\(run.complaint)")
    }
    #expect(home.read("full/notes.txt") == "mine")
    let run = try CommandRun(["new", home.path + "/none/below"])
    #expect(run.code == 1)
    #expect(run.complaint.contains("nothing was written"))
  }

  @Test(arguments: [["list", "chapters"], ["export", "--format", "json"], ["show", "water-1"]])
  func aFolderMayBeAnOperand(_ words: [String]) throws {
    let folder = try CommandFolder.sample()
    let named = try CommandRun(words + ["--dossier", folder.path])
    #expect(named.code == 0)
    #expect(try CommandRun(words + [folder.path]).text == named.text)
    #expect(try CommandRun([words[0], folder.path] + words.dropFirst()).text == named.text)
  }

  @Test func onlyAFolderWithAnIndexCounts() throws {
    let folder = try CommandFolder(["empty/notes.txt": ""])
    let run = try CommandRun(["list", "chapters", folder.path + "/empty"])
    #expect(run.code == 2)
    #expect(run.complaint.contains("/empty'"), "\(run.complaint)")
  }
}
