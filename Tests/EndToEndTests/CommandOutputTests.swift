import Testing

/// What the commands print into a pipe.
struct CommandOutputTests {
  /// Every kind of `list` with the names of its columns, which scripts rely on.
  static let columns: [(String, String)] = [
    (
      "chapters",
      "id,title,number,sections,recommendations,proposals,indicators,short-title,authors,locator,summary"
    ),
    ("sections", "id,title,chapter,level,locator"),
    (
      "recommendations",
      "id,title,chapter,addressees,basis,themes,kind,status,extent,remarks,number,locator,at-a-glance"
    ),
    (
      "indicators",
      "id,title,chapter,unit,series,values,first,last,kind,chart,better,source,locator,note,"
        + "finding,computed"
    ),
    ("observations", "indicator,series,period,value,qualifier,source,locator,note,derived"),
    ("events", "id,title,date,chapter,theme,mark,locator,source"),
    ("entities", "id,title,acronym,kind,description,aliases,locators"),
    ("notes", "id,title,chapter,number,lost,text"),
    ("sources", "id,title,producer,date,url,licence,note"),
    ("links", "from,to,topic,note"),
    ("addressees", "id,title,recommendations,proposals"),
    ("themes", "id,title,recommendations,proposals"),
    ("decks", "id,title,minutes,slides,steps,must-show"),
  ]

  @Test(arguments: columns)
  func listHasStableColumns(_ kind: String, _ columns: String) throws {
    let csv = try CommandRun(["list", kind, "--format", "csv"])
    #expect(csv.code == 0)
    #expect(csv.lines.first == columns)
    #expect(csv.lines.count > 1)
    for format in ["table", "json", "md"] {
      let run = try CommandRun(["list", kind, "--format=\(format)"])
      #expect(run.code == 0)
      #expect(run.controlByte == nil)
      #expect(!run.text.contains("…") || format != "table", "nothing is cut in a pipe")
    }
  }

  @Test func listFilters() throws {
    func ids(_ arguments: [String]) throws -> [String] {
      let run = try CommandRun(["list", "recommendations", "--format", "csv"] + arguments)
      #expect(run.code == 0, "\(run.complaint)")
      return run.lines.dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
    }
    let all = try ids([])
    #expect(all.count == 73)
    let recommendations = try ids(["--standing", "recommendation"])
    let proposals = try ids(["--standing", "proposal"])
    #expect(recommendations.count == 30)
    #expect(Set(recommendations + proposals) == Set(all))
    let border = try ids(["--chapter", "border"])
    #expect(border.allSatisfy { $0.hasPrefix("border-") })
    #expect(try ids(["--chapter", "5"]) == border)
    #expect(try ids(["--chapter", "4,5"]).count == ids(["--chapter=4", "--chapter=5"]).count)
    let canada = try ids(["--addressee", "canada"])
    #expect(!canada.isEmpty && Set(canada).isSubset(of: all))
    #expect(Set(try ids(["--joint", "--addressee", "canada"])).isSubset(of: canada))
    #expect(try ids(["--sort", "title"]).sorted() == all.sorted())
  }

  @Test(arguments: [
    (["list", "recommendations", "--theme", "electrcity"], "did you mean 'electricity'?"),
    (["list", "recommendations", "--chapter", "9"], "no chapter '9' among"),
    (["list", "sources", "--chapter", "1"], "--chapter does not apply to sources"),
    (["list", "indicator"], "did you mean 'indicators'?"),
    (["chart", "trade-balance-mexico", "--as", "growth"], "needs values above zero"),
    (["list"], "KIND is missing"),
    (["search"], "WORDS is missing"),
    (["verify"], "--source FILE is missing"),
    (["chart", "us-content", "--width", "0"], "0 is not between 1 and 1000"),
    (["chart", "us-content", "--height", "x"], "'x' is not a whole number"),
    (["export", "--slice", "theme=oil-and-gas"], "--slice needs --format md, html, pdf or docx"),
    (["export", "--format", "md", "--slice", "oil"], "'oil' is not a chapter=ID"),
    (["export", "--format", "md", "--slice", "theme=oil"], "no theme 'oil'"),
    (["export", "five-minutes"], "a deck is printed with --format html"),
    (["export", "--format", "html", "--notes"], "--notes needs a DECK"),
    (["render", "--size", "80"], "is not a size such as 80x24"),
    (["render", "--size", "9999x9999"], "is not a size"),
    (["render", "--keys", "Entr"], "'Entr' is not a key"),
    (["render", "--keys", "/ \"a"], "not closed"),
  ])
  func refusesWhatMakesNoSense(_ arguments: [String], _ reason: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaint.contains(reason), "\(run.complaint)")
  }

  @Test func showPrintsARecordInEachFormat() throws {
    let text = try CommandRun(["show", "economics-3"])
    #expect(text.code == 0)
    #expect(text.text.contains("rec:economics-3"))
    #expect(text.text == (try CommandRun(["show", "rec:economics-3"]).text))
    #expect(try CommandRun(["show", "economics-3", "--format", "md"]).text.hasPrefix("# "))
    #expect(try CommandRun(["show", "economics-3", "--format", "json"]).text.hasPrefix("{\n"))
    #expect(try CommandRun(["show", "economics-3", "--format", "bibtex"]).text.hasPrefix("@"))
    let missing = try CommandRun(["show", "economisc-3"])
    #expect(missing.code == 1)
    #expect(missing.complaint.contains("no record 'economisc-3' (did you mean 'economics-3'"))
  }

  @Test func searchFindsAndSaysWhenItDoesNot() throws {
    let found = try CommandRun(["search", "border", "wait", "--format", "csv"])
    #expect(found.code == 0)
    #expect(found.lines.first == "id,kind,title,context")
    #expect(found.lines.contains { $0.hasPrefix("rec:economics-2,rec,") })
    let limited = try CommandRun(["search", "border", "--format", "csv", "--limit", "3"])
    #expect(limited.lines.count == 4)
    let nothing = try CommandRun(["search", "xyzzy"])
    #expect(nothing.code == 1)
    #expect(nothing.output.isEmpty)
    #expect(nothing.complaint == "dossier: nothing found for 'xyzzy'\n")
  }

  @Test func chartDrawsAndTellsItsValues() throws {
    let run = try CommandRun(["chart", "us-content", "--width", "60", "--height", "12"])
    #expect(run.code == 0)
    #expect(run.controlByte == nil)
    #expect(run.lines.allSatisfy { $0.count <= 60 })
    #expect(run.text.contains("40%"))
    let ascii = try CommandRun(["chart", "us-content", "--ascii"])
    #expect(ascii.output.allSatisfy { $0 < 0x80 })
    let csv = try CommandRun(["chart", "us-content", "--format", "csv"])
    #expect(csv.lines.first?.hasPrefix("indicator,series,period,value") == true)
    let svg = try CommandRun(["chart", "us-content", "--format", "svg"])
    #expect(svg.text.hasPrefix("<svg ") && svg.text.hasSuffix("</svg>\n"))
    #expect(try CommandRun(["chart", "us-content", "--format", "ansi"]).output.contains(0x1b))
    let plain = try CommandRun(["chart", "us-content", "--format", "ansi", "--color", "never"])
    #expect(!plain.text.contains("[0;38;5"))
  }

  @Test(arguments: ["json", "md", "html"])
  func exportHoldsEveryRecommendation(_ format: String) throws {
    let run = try CommandRun(["export", "--format", format])
    #expect(run.code == 0)
    #expect(run.controlByte == nil)
    for id in ["economics-1", "border-p6", "migration-8"] { #expect(run.text.contains(id)) }
  }

  @Test(arguments: [
    ("addressee=mexico", "# What is asked of Mexico\n", " 3.7"),
    (
      "theme=electricity", "# What is asked on Electricity\n", "*Asked of:* United States, Mexico"
    ),
    ("chapter=5", "# What is asked in “A Dividing Line", "Source: "),
  ])
  func exportSlicesToAMemo(_ slice: String, _ start: String, _ part: String) throws {
    let run = try CommandRun(["export", "--format", "md", "--slice", slice])
    #expect(run.code == 0)
    #expect(run.text.hasPrefix(start))
    #expect(run.text.contains(part))
    #expect(run.lines.count <= 55)
    #expect(run.controlByte == nil)
    let page = try CommandRun(["export", "--format", "html", "--slice", slice])
    #expect(page.text.hasPrefix("<!DOCTYPE html>\n"))
    let full = try CommandRun(["export", "--format", "md", "--slice", slice, "--full"])
    #expect(full.text.hasPrefix(start))
    #expect(full.text.count > run.text.count)
    #expect(full.text.contains("**Why:** "))
  }

  @Test func aDeckOfAFileAndTheOneThatIsMadeArePages() throws {
    let folder = try CommandFolder(["talk.md": "---\ntitle: Mine\n---\n\n## My own slide\n"])
    let own = try CommandRun(["export", "--format", "html", "\(folder.path)/talk.md"])
    #expect(own.code == 0 && own.text.contains("My own slide"))
    let made = try CommandRun(["export", "--format", "html", "briefing"])
    #expect(made.code == 0 && made.text.contains("Economics: what is asked"))
    let none = try CommandRun(["export", "--format", "html", "brieving"])
    #expect(none.code == 1 && none.complaint.contains("no deck 'brieving'"))
  }

  @Test func keysAreThoseOfTheDashboardAndOfBriefings() throws {
    let text = try CommandRun(["keys"])
    #expect(text.lines.contains("A briefing: presenting"))
    #expect(text.lines.contains("A briefing: following"))
    #expect(text.lines.contains { $0.contains("j, Down") })
    let page = try CommandRun(["keys", "--format", "md"]).text
    #expect(page.hasPrefix("# Keys\n"))
    #expect(page.contains("| `n` | the next lines of the speaker notes (on the console) |"))
    let manual = try CommandRun(["help", "--format", "man"])
    #expect(manual.text.contains(try CommandRun(["keys", "--format", "man"]).text))
  }

  @Test func verifyNamesWhatIsNotThere() throws {
    let folder = try CommandFolder.sample()
    try folder.write(
      "data/observations.csv",
      "indicator,series,period,value,qualifier,source,locator,note\n"
        + "wells,,2010,8,,,\"L1 \"\"eight wells\"\"\",\n"
        + "wells,,2011,10,,,\"L1 \"\"ten wells\"\"\",\n")
    try folder.write("report.txt", "There were eight wells.\nLater there were ten wells.\n")
    let copy = "\(folder.path)/report.txt"
    let run = try CommandRun(["verify", "--source", copy, "--dossier", folder.path])
    #expect(run.code == 1)
    #expect(run.lines.count == 1)
    #expect(run.text.contains("is at L2 instead"))
    #expect(run.complaint.contains("2 places looked up, 2 values compared, 1 not as stated"))
    let none = try CommandRun(["verify", "--source", "/dossier-nowhere"])
    #expect(none.code == 1)
    #expect(none.complaint.contains("cannot read '/dossier-nowhere': no such file or folder"))
    let endless = try CommandRun(["verify", "--source", "/dev/zero"])
    #expect(endless.code == 1)
    #expect(endless.complaint.contains("larger than"))
  }

  @Test func showAddsThePassageOfTheOriginal() throws {
    let folder = try CommandFolder.sample()
    try folder.write(
      "data/events.csv",
      "id,date,title,chapter,theme,locator,mark\ndrought,2011,The drought,water,water,L2,\n")
    try folder.write("report.txt", "Before.\nThe \u{1b}[31mwells ran dry.\n")
    let run = try CommandRun([
      "show", "event:drought", "--source", "\(folder.path)/report.txt", "--dossier", folder.path,
    ])
    #expect(run.code == 0)
    #expect(run.text.contains("wells ran dry."))
    #expect(run.controlByte == nil)
  }

  @Test func helpsExamplesWork() throws {
    let names = try CommandRun(["--help"]).lines.drop { $0 != "Commands:" }.dropFirst()
      .prefix { $0.hasPrefix("  ") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    var count = 0
    // These take the whole screen; the tests of the briefing run them.
    let screens = ["present", "follow", "rehearse"]
    for name in names where !screens.contains(name) {
      let examples = try CommandRun([name, "--help"]).lines.drop { $0 != "Examples:" }
      for example in examples where example.hasPrefix("  dossier ") {
        let line = example.dropFirst(10).prefix(while: { $0 != ">" })
        let words = Self.words(String(line)).prefix { !$0.isEmpty }
        let own = [
          "my-report", "talk.md", "report.txt", "report.pdf", "gdp.csv", "exports.csv", "trade.csv",
          "new.csv", "t.csv",
        ]
        if words.contains(where: own.contains) { continue }
        let run = try CommandRun(Array(words))
        #expect(run.code == 0, "\(example): \(run.complaint)")
        count += 1
      }
    }
    #expect(count >= 8)
  }

  /// The words of a line as a shell takes them apart; two spaces end it with an empty word.
  private static func words(_ line: String) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words
  }
}
