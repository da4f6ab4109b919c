import Testing

/// `dossier check` and faulty folders.
struct CommandCheckTests {
  @Test func aFaultIsALineWithItsPlace() throws {
    let folder = try CommandFolder.sample()
    try folder.write(
      "data/observations.csv",
      "indicator,series,period,value,qualifier,source,locator,note\nwells,,2010,many,,,,\n")
    let run = try CommandRun(["check", folder.path])
    #expect(run.code == 1)
    let place = "\(folder.path)/data/observations.csv:2:"
    #expect(run.lines.contains { $0.hasPrefix(place) && $0.contains(": error: ") }, "\(run.text)")
    #expect(run.complaint.contains("1 error"))
  }

  @Test func aSlideThatIsTooTallIsAWarning() throws {
    let folder = try CommandFolder.sample()
    let items = (1...30).map { "- item \($0)\n" }.joined()
    try folder.write(
      "decks/talk.md", "---\ntitle: Talk\n---\n\n## Short\n\nWords.\n\n---\n\n## Tall\n\n\(items)")
    let run = try CommandRun(["check", folder.path])
    #expect(run.code == 0)
    let warnings = run.lines.filter { $0.contains("/decks/talk.md:") }
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("\"Tall\" takes 2 screens of 80x24") == true, "\(run.text)")
    #expect(warnings.first?.hasPrefix("\(folder.path)/decks/talk.md:11: warning: ") == true)
    let builtIn = try CommandRun(["check"])
    #expect(builtIn.output.isEmpty)
  }

  @Test func aDeckIsCheckedAgainstItsDossier() throws {
    let folder = try CommandFolder.sample()
    let deck = "---\ntitle: Talk\n---\n\n# Wells\n\nThere are [12](indicator:wells).\n"
    try folder.write("decks/talk.md", deck)
    try folder.write("talk.md", deck)
    let own = try CommandRun(["check", "\(folder.path)/decks/talk.md"])
    #expect(own.code == 0, "\(own.text)")
    #expect(own.complaint.hasSuffix(": no faults in 1 slide, checked against \(folder.path)\n"))
    let other = try CommandRun(["check", "\(folder.path)/talk.md"])
    #expect(other.text.contains("indicator:wells leads to no record"))
    #expect(other.complaint.hasSuffix("checked against the built-in dossier\n"))
    let named = try CommandRun([
      "check", "--dossier", folder.path, "\(folder.path)/talk.md",
    ])
    #expect(named.code == 0)
  }

  @Test func aMissingDescriptorIsAWarning() throws {
    let folder = try CommandFolder.sample()
    let run = try CommandRun(["check", folder.path])
    #expect(run.code == 0)
    #expect(run.lines.contains { $0.hasPrefix("\(folder.path)/datapackage.json: warning: ") })
    try folder.write("datapackage.json", "[]")
    #expect(try CommandRun(["check", folder.path]).code == 1)
  }

  @Test func proposalsAreCountedApart() throws {
    let run = try CommandRun(["check"])
    #expect(run.complaint.contains(" 30 recommendations, 43 proposals, "))
  }

  @Test func aFolderThatIsNotThereIsAFailure() throws {
    for arguments in [["check", "/dossier-nowhere/x"], ["--dossier", "/dossier-nowhere/x"]] {
      let run = try CommandRun(arguments)
      #expect(run.code == 1)
      #expect(
        run.complaint == "dossier: cannot read '/dossier-nowhere/x': no such file or folder\n")
    }
  }

  @Test func anEmptyFolderIsAFailure() throws {
    let folder = try CommandFolder()
    let run = try CommandRun([folder.path])
    #expect(run.code == 1)
    #expect(run.output.isEmpty)
    #expect(run.complaint.contains("nothing to show"))
    #expect(try CommandRun(["check", folder.path]).code == 1)
  }

  @Test func aFaultyDossierOpensAndSaysHowManyFaults() throws {
    let folder = try CommandFolder.sample()
    try folder.write("recommendations/water-2.md", "---\nid: [\n")
    let run = try CommandRun([folder.path])
    #expect(run.code == 0)
    #expect(run.text.contains("A Small Report"))
    #expect(run.complaint.contains("fault"))
    #expect(run.complaint.contains("dossier check"))
  }

  @Test func controlCharactersOfADossierReachNobody() throws {
    let folder = try CommandFolder.sample(title: "Red \u{1b}[31m\u{7}\u{9b}2J\u{202e}text")
    try folder.write("chapters/2-\u{1b}[2J.md", "\u{1b}[2J")
    for arguments in [["check", folder.path], [folder.path]] {
      let run = try CommandRun(arguments)
      #expect(run.controlByte == nil)
      #expect(!(run.text + run.complaint).unicodeScalars.contains("\u{202e}"))
    }
  }

  @Test func theOverviewIsTextInAPipe() throws {
    let run = try CommandRun([])
    #expect(run.code == 0)
    #expect(run.controlByte == nil)
    #expect(run.lines.first == "New Ideas for a New Era")
    #expect(run.lines.allSatisfy { $0.count <= 80 })
  }
}
