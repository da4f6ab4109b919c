import TestSupport
import Testing

/// `dossier import`: from a report's file to a folder.
struct CommandImportTests {
  private static let report = """
    # Lamps

    3 May 2022

    ## Streets

    They are dark.

    ## Recommendations

    Recommendation 1: The Town Council should light the streets.

    The council must also light the parks.

    """

  @Test func aReportBecomesADossier() throws {
    let home = try CommandFolder(["lamps.md": Self.report])
    let path = home.path + "/lamps"
    let made = try CommandRun(["import", home.path + "/lamps.md", "--into", path + "/"])
    #expect(made.code == 0, "\(made.complaint)")
    #expect(made.complaint.contains("1 sure, 1 likely, 0 mentioned"), "\(made.complaint)")
    let check = try CommandRun(["check", path])
    #expect(check.text == "")
    #expect(check.complaint.contains("not confirmed: title, date and chapters, 1 recommendation"))
    let verify = try CommandRun(["verify", path])
    #expect(verify.code == 0)
    #expect(verify.complaint.contains("all as stated; the copy is the one"), "\(verify.complaint)")
    let memo = try CommandRun([
      "export", path, "--format", "md", "--slice", "addressee=town-council",
    ])
    let words = memo.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("The wording is the report’s own"), "\(words)")
    #expect(words.contains("1 of 1 items were found by a rule and not confirmed."))
    let shown = try CommandRun(["show", path, "recommendations-1"])
    #expect(shown.text.contains("no, found by a rule"))
    #expect(shown.text.contains("quoted in the dossier lamps"))
    #expect(home.read("lamps/import/candidates.csv")?.contains("c2,likely") == true)
    let again = try CommandRun(["import", home.path + "/lamps.md", "--into", path])
    #expect(again.code == 1)
    #expect(again.complaint.contains("is not an empty folder"))
  }

  @Test func candidatesAreReviewedLineByLine() throws {
    let lines = "y\nwho Lamp Office\ny\nn\nundo\ny\nquit\n"
    let home = try CommandFolder(["lamps.md": Self.report, "lines": lines])
    let path = home.path + "/lamps"
    #expect(try CommandRun(["import", home.path + "/lamps.md", "--into", path]).code == 0)
    let run = try CommandRun(["review", path], input: home.path + "/lines")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.controlByte == nil)
    #expect(run.text.contains("0 of 3, about 1 minute"), "\(run.text)")
    #expect(run.text.contains("3 of 3, all decided"), "\(run.text)")
    #expect(run.text.contains("> Recommendation 1: The Town Council should light"), "\(run.text)")
    let log = try #require(home.read("lamps/import/decisions.csv"))
    #expect(log.split(separator: "\n").count == 7, "\(log)")
    let first = try #require(home.read("lamps/recommendations/recommendations-1.md"))
    #expect(first.contains("addressees: [lamp-office]"))
    #expect(home.read("lamps/recommendations/recommendations-2.md")?.contains("the parks") == true)
    let check = try CommandRun(["check", path])
    #expect(check.code == 0)
    #expect(!check.complaint.contains("not confirmed"), "\(check.complaint)")
    let list = try CommandRun(["review", path, "--format", "csv"])
    #expect(list.text.contains("c2,accepted,likely"), "\(list.text)")
    #expect(try CommandRun(["review", home.path]).code != 0)
  }

  @Test func aNewerVersionIsMerged() throws {
    let newer = Self.report.replacing("They are dark.", with: "They are dark at night.")
    let home = try CommandFolder([
      "lamps.md": Self.report, "newer.md": newer, "lines": "y\ntitle Light them\ny\n",
    ])
    let path = home.path + "/lamps"
    #expect(try CommandRun(["import", home.path + "/lamps.md", "--into", path]).code == 0)
    #expect(try CommandRun(["review", path], input: home.path + "/lines").code == 0)
    let update = try CommandRun([
      "import", home.path + "/newer.md", "--into", path, "--update",
    ])
    #expect(update.code == 0, "\(update.complaint)")
    #expect(home.read("lamps/chapters/1-streets.md")?.contains("dark at night") == true)
    let first = try #require(home.read("lamps/recommendations/recommendations-1.md"))
    #expect(first.contains("title: 'Light them'"))
    #expect(!first.contains("confirmed"))
    #expect(try CommandRun(["verify", path]).code == 0)
    let other = try CommandRun([
      "import", home.path + "/newer.md", "--into", home.path + "/none", "--update",
    ])
    #expect(other.complaint.contains("was not made by 'dossier import'"), "\(other.complaint)")
  }

  @Test func aTrialWritesNothing() throws {
    let home = try CommandFolder(["lamps.md": Self.report])
    let run = try CommandRun(["import", home.path + "/lamps.md", "--dry-run"])
    #expect(run.code == 0)
    #expect(run.text.contains("Town Council"))
    #expect(try CommandRun(["check", home.path + "/lamps"]).code == 1)
  }

  @Test(arguments: [
    ("empty.txt", ""), ("picture.pdf", "%PDF-1.4 nothing"), ("old.doc", "\0\u{1}\0"),
  ])
  func whatIsNoReportIsRefused(_ name: String, _ content: String) throws {
    let home = try CommandFolder([name: content])
    let run = try CommandRun(["import", "\(home.path)/\(name)", "--into", home.path + "/made"])
    #expect(run.code == 1)
    #expect(run.complaint.hasPrefix("dossier: '\(home.path)/\(name)'"), "\(run.complaint)")
    #expect(run.controlByte == nil)
    #expect(home.read("made/index.md") == nil)
    #expect(home.read("made.source.txt") == nil)
  }
}
