import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

/// Adding judgements to a folder: what is written, refused, locked and merged.
@Suite struct AssessCommandTests {
  private let table = "data/assessments.csv"

  private func folder() throws -> CommandFolder {
    let folder = try CommandFolder.sample()
    let index = try #require(folder.read("index.md"))
    try folder.write(
      "index.md",
      index.replacing(
        "headlines:",
        with: "assessors:\n  office: {name: The Office, kind: independent}\nheadlines:"))
    return folder
  }

  private func assess(_ folder: CommandFolder, _ words: String...) throws -> CommandRun {
    try CommandRun(["assess", "water-1", "--dossier", folder.path] + words)
  }

  private let judgement = [
    "--status", "in-progress", "--date", "2020-05", "--evidence", "A drill, \"the big one\", came.",
    "--source", "report",
  ]

  @Test func addsOneRowAndTouchesNoOther() throws {
    let folder = try folder()
    let first = try CommandRun(["assess", "1.1", "--dossier", folder.path] + judgement)
    #expect(first.code == 0, "\(first.complaint)")
    let before = try #require(folder.read(table))
    #expect(before.hasSuffix("\"A drill, \"\"the big one\"\", came.\",report,,,,\n"))
    let second = try assess(
      folder, "--status", "implemented", "--date", "2021", "--evidence", "Water.", "--source",
      "report")
    #expect(second.code == 0, "\(second.complaint)")
    let after = try #require(folder.read(table))
    #expect(after.hasPrefix(before))
    #expect(after.split(separator: "\n").count == 3)
    let list = try CommandRun(["list", "assessments", "--dossier", folder.path, "--as-of", "2020"])
    #expect(list.text.contains("in-progress"))
    #expect(!list.text.contains("implemented"))
    let changes = try CommandRun(["changes", "--dossier", folder.path, "--format", "csv"])
    #expect(changes.text.contains("In progress → Implemented"))
  }

  /// A table that is new is described in the folder's descriptor, where there is one.
  @Test func theFirstRowOfAStarterLeavesItWithoutFaults() throws {
    let parent = try CommandFolder()
    let path = "\(parent.path)/mine"
    #expect(try CommandRun(["new", path]).code == 0)
    let index = try #require(parent.read("mine/index.md"))
    let assessors = "assessors:\n  us: {name: Our team, kind: author}\n"
    try parent.write(
      "mine/index.md",
      index.replacing("\nthemes:", with: "\n" + assessors + "themes:", maxReplacements: 1))
    let run = try CommandRun(["assess", "1.1", "--dossier", path] + judgement)
    #expect(run.code == 0, "\(run.complaint)")
    #expect(parent.read("mine/datapackage.json")?.contains("data/assessments.csv") == true)
    let check = try CommandRun(["check", path])
    #expect(check.code == 0, "\(check.text)\(check.complaint)")
  }

  @Test(arguments: [
    ["--status", "in-progress", "--evidence", "x"],
    ["--status", "done", "--evidence", "x", "--source", "report"],
    ["--status", "in-progress", "--evidence", "x", "--source", "nothing"],
    ["--status", "in-progress", "--evidence", "x", "--source", "report", "--date", "2999"],
    ["--status", "in-progress", "--evidence", "x", "--source", "report", "--assessor", "me"],
  ])
  func writesNothingThatIsWrong(_ words: [String]) throws {
    let folder = try folder()
    let run = try CommandRun(["assess", "water-1", "--dossier", folder.path] + words)
    #expect(run.code != 0)
    #expect(!run.complaint.isEmpty)
    #expect(folder.read(table) == nil)
  }

  @Test func aDryRunShowsTheRow() throws {
    let folder = try folder()
    let run = try CommandRun(
      ["assess", "water-1", "--dossier", folder.path, "--dry-run"] + judgement)
    #expect(run.text.hasPrefix(",water-1,,2020-05,office,in-progress,"))
    #expect(folder.read(table) == nil)
  }

  @Test func theBuiltInDossierStays() throws {
    let run = try CommandRun(["assess", "economics-1"] + judgement)
    #expect(run.code == 2)
    #expect(run.complaint.contains("cannot be changed"))
  }

  @Test func importsATrackersTableAndLosesNoRow() throws {
    let folder = try folder()
    try folder.write(
      "gao.csv",
      "Number,Recommendation,Status,Status Date,Comments\n"
        + "1.1,Dig a well,Closed - Implemented,2021-06-01,\"Dug, and wet.\"\n"
        + ",Dig the wells,Open,2021-06-01,\n"
        + "7.7,Plant trees in the square,Open,2021-06-01,\n"
        + "1.1,Dig a well,Perhaps,2021-06-01,\n")
    let words = [
      "import-status", "\(folder.path)/gao.csv", "--from", "gao", "--assessor", "office",
      "--source", "report", "--dossier", folder.path,
    ]
    let run = try CommandRun(words)
    #expect(run.code == 1, "\(run.complaint)")
    #expect(run.complaint.contains(":4: no recommendation"))
    #expect(run.complaint.contains(":5: 'Perhaps'"))
    #expect(run.text.split(separator: "\n").count == 4)
    let text = try #require(folder.read(table))
    #expect(text.contains(",water-1,,2021-06-01,office,implemented,,,\"Dug, and wet.\",report,"))
    // Once more adds nothing.
    let again = try CommandRun(words)
    #expect(again.complaint.contains("0 added"))
    #expect(folder.read(table) == text)
  }
}

/// The form of the dashboard, which writes the same rows.
@Suite struct JudgementFormTests {
  private func folder() throws -> CommandFolder {
    let folder = try CommandFolder.sample()
    let index = try #require(folder.read("index.md"))
    try folder.write(
      "index.md",
      index.replacing(
        "headlines:",
        with: "assessors:\n  office: {name: The Office, kind: independent}\nheadlines:"))
    return folder
  }

  /// The program showing a folder's recommendation, and what to look at.
  private final class Screen {
    let terminal: PseudoTerminal
    let emulator: Emulator
    private var fed = 0

    init(_ arguments: [String]) throws {
      let size = Size(width: 80, height: 24)
      terminal = try PseudoTerminal(
        BuiltProduct.path("dossier"), ["--no-state"] + arguments, size: size)
      emulator = try #require(Emulator(size))
    }

    func shows(_ text: String) -> Bool {
      let isShown = terminal.read(timeout: DashboardRun.patience) { terminal in
        let output = terminal.output
        if output.count > fed { emulator.feed(Array(output[fed...])) }
        fed = output.count
        return emulator.text.contains(text)
      }
      return isShown
    }
  }

  @Test func addsOneRowShowsItAndTakesItBack() throws {
    let folder = try folder()
    let screen = try Screen(["--at", "rec:water-1", folder.path])
    #expect(screen.shows("Recommendation"))
    screen.terminal.send("J")
    #expect(screen.shows("Partly implemented"))
    // The status by a few letters, its extent, today, no since, the first assessor.
    screen.terminal.send("partly\r")
    #expect(screen.shows("substantial"))
    screen.terminal.send("lim\r\r\r\r")
    #expect(screen.shows("What shows it"))
    screen.terminal.send("A drill came.\r")
    #expect(screen.shows("report ·"))
    screen.terminal.send("report\r\r\r")
    #expect(screen.shows("add it to the folder"))
    #expect(folder.read("data/assessments.csv") == nil)
    screen.terminal.send("\r")
    #expect(screen.shows("takes it back"))
    #expect(screen.shows("Outcome: partly implemented"))
    let table = try #require(folder.read("data/assessments.csv"))
    #expect(table.contains(",office,partly-implemented,limited,,A drill came.,report,"))
    #expect(table.split(separator: "\n").count == 2)
    screen.terminal.send("U")
    #expect(screen.shows("The judgement was taken back."))
    #expect(folder.read("data/assessments.csv")?.split(separator: "\n").count == 1)
    screen.terminal.send("U")
    #expect(screen.shows("No judgement was added in this run."))
    screen.terminal.send("Q")
    #expect(screen.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
  }

  @Test func aRefusedJudgementStaysInTheForm() throws {
    let folder = try folder()
    let screen = try Screen(["--at", "rec:water-1", folder.path])
    #expect(screen.shows("Recommendation"))
    screen.terminal.send("J")
    #expect(screen.shows("Partly implemented"))
    screen.terminal.send("impl\r")
    #expect(screen.shows("that this describes"))
    // A day in the future, in place of today's.
    screen.terminal.send("\u{15}2999\r\r\r")
    #expect(screen.shows("What shows it"))
    screen.terminal.send("Seen.\rreport\r\r\r")
    #expect(screen.shows("add it to the folder"))
    screen.terminal.send("\r")
    #expect(screen.shows("Nothing was added"))
    #expect(screen.emulator.text.contains("Seen."))
    #expect(folder.read("data/assessments.csv") == nil)
    // Back through all questions and out.
    for _ in 0..<10 where screen.shows("") && screen.emulator.text.contains("What became of ") {
      screen.terminal.send("\u{1b}")
      screen.terminal.settle()
    }
    #expect(!screen.emulator.text.contains("What became of "))
    screen.terminal.send("Q")
    #expect(screen.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
  }
}

/// Judgements of two people who each work on a branch.
@Suite struct AssessMergeTests {
  private static let words = ["implemented", "in-progress", "no-action", "reversed"]

  /// A few rows of one person, as `dossier assess` writes them.
  private func rows(_ person: String, _ random: inout SeededRandom) -> [String] {
    (0..<random.int(1...6)).map { number in
      let status = Self.words.randomElement(using: &random) ?? ""
      let evidence = random.int(0...1) == 0 ? "Seen." : "\"Seen, and \"\"heard\"\".\""
      return
        "\(person)-\(number),water-1,,20\(random.int(14...24)),\(person),\(status),,,\(evidence),report,,,,"
    }
  }

  @Test(arguments: (1...100).map(UInt64.init))
  func aUnionMergeKeepsEveryRow(_ seed: UInt64) throws {
    var random = SeededRandom(Trials.seed(seed))
    let head =
      "id,recommendation,addressee,date,assessor,status,extent,since,evidence,sources,"
      + "events,indicators,confidence,note"
    let base = [head] + rows("base", &random)
    let (ours, theirs) = (rows("ours", &random), rows("theirs", &random))
    let folder = try CommandFolder()
    for (name, own) in [("base", []), ("ours", ours), ("theirs", theirs)] {
      try folder.write(name, (base + own).map { $0 + "\n" }.joined())
    }
    let merge = try CommandRun(
      ["merge-file", "-p", "--union"] + ["ours", "base", "theirs"].map { "\(folder.path)/\($0)" },
      program: "/usr/bin/git")
    #expect(merge.code == 0, "\(merge.complaint)")
    #expect(merge.lines.sorted() == (base + ours + theirs).sorted(), "seed \(seed)")
    #expect(merge.lines.first == head)
  }
}
