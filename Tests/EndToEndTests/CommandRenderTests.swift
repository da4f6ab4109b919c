import Testing

/// `dossier render`: any screen, always the same.
struct CommandRenderTests {
  @Test(arguments: [
    "", "2", "r", "m", "i Enter", "t", "x", "?", ": \"trade\"", "/ \"border\" Enter",
  ])
  func theSameKeysGiveTheSameScreen(_ keys: String) throws {
    for format in ["text", "ansi", "svg"] {
      let arguments = ["render", "--size", "100x30", "--keys", keys, "--format", format]
      let first = try CommandRun(arguments)
      #expect(first.code == 0, "\(first.complaint)")
      #expect(first.output == (try CommandRun(arguments).output))
      if format == "text" {
        #expect(first.controlByte == nil)
        #expect(first.text.split(separator: "\n", omittingEmptySubsequences: false).count == 31)
      }
    }
  }

  @Test(arguments: ["1x1", "7x3", "20x6", "59x20", "80x24", "200x60", "1000x1000"])
  func anySizeIsDrawn(_ size: String) throws {
    let run = try CommandRun(["render", "--size", size])
    #expect(run.code == 0)
    #expect(!run.output.isEmpty)
  }

  @Test func asciiIsASCII() throws {
    let run = try CommandRun(["render", "--ascii", "--keys", "1 Tab PgDn"])
    #expect(run.output.allSatisfy { $0 == 0x0a || (0x20..<0x7f).contains($0) })
  }

  @Test func quotedTextIsTyped() throws {
    let quoted = try CommandRun(["render", "--keys", "/ \"tax reform\""])
    let spelled = try CommandRun(["render", "--keys", "/ t a x Space r e f o r m"])
    #expect(quoted.output == spelled.output)
    #expect(quoted.text.contains("tax reform"))
  }

  @Test func theStateIsNotRead() throws {
    let state = try CommandFolder(["dossier/us-mexico-2013": "place rec:economics-3\n"])
    let run = try CommandRun(["render"], environment: ["XDG_STATE_HOME": state.path])
    #expect(run.output == (try CommandRun(["render"]).output))
  }

  @Test func controlCharactersOfADossierReachNobody() throws {
    let folder = try CommandFolder.sample(title: "Red \u{1b}[31m\u{7}\u{9b}2J\u{202e}text")
    try folder.write(
      "data/events.csv",
      "id,date,title,chapter,theme,locator,mark\n"
        + "drought,2011,The \u{1b}]52;c;AAAA\u{7} drought,water,water,,\u{1b}c\n")
    try folder.write(
      "chapters/1-water.md",
      "---\nid: water\nnumber: 1\ntitle: \"W\u{9b}31mater\"\n---\n\n## \u{1b}[2JWells\n\n\u{1b}[2Jx\n"
    )
    let commands = [
      ["render"], ["render", "--keys", "1"], ["render", "--keys", "t"], ["render", "--keys", "!"],
      ["render", "--format", "svg"], ["list", "events"], ["list", "chapters", "--format", "csv"],
      ["list", "events", "--format", "md"], ["show", "drought"], ["show", "water"],
      ["show", "drought", "--format", "json"], ["search", "drought"], ["chart", "wells"],
      ["export"], ["export", "--format", "md"], ["show", "drought", "--format", "bibtex"],
    ]
    for command in commands {
      let run = try CommandRun(command + ["--dossier", folder.path])
      #expect(run.code == 0, "\(command): \(run.complaint)")
      #expect(run.controlByte == nil, "\(command)")
      #expect(!run.text.unicodeScalars.contains("\u{202e}"), "\(command)")
      #expect(run.complaint.contains("fault"), "\(command)")
    }
  }
}
