import Glibc
import TestSupport
import Testing

@testable import Canvas

/// Linear mode at a terminal: pages, signals, the terminal as it was.
@Suite struct LinearTests {
  private func talk(
    _ arguments: [String] = ["--linear"], rows: Int = 24, environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      BuiltProduct.path("dossier"), arguments, size: Size(width: 80, height: rows),
      environment: ["HOME": "/dev/null", "LC_ALL": "C.UTF-8"].merging(environment) { $1 })
  }

  private func waits(_ terminal: PseudoTerminal, for text: String) -> Bool {
    terminal.read(timeout: 20_000) { String(decoding: $0.output, as: UTF8.self).contains(text) }
  }

  /// Types a line and reads until a text has come after it.
  private func type(_ line: String, _ terminal: PseudoTerminal, until text: String) -> String? {
    let start = terminal.output.count
    terminal.send(line + "\n")
    let isThere = terminal.read(timeout: 20_000) {
      String(decoding: $0.output[start...], as: UTF8.self).contains(text)
    }
    return isThere ? String(decoding: terminal.output[start...], as: UTF8.self) : nil
  }

  @Test func aLongAnswerWaitsForAnEmptyLine() throws {
    let terminal = try talk(rows: 12)
    #expect(waits(terminal, for: "> "))
    let first = try #require(type("timeline", terminal, until: " more lines> "))
    #expect(first.contains("Timeline: 91"))
    // The line typed, ten lines, and the question.
    #expect(first.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count == 12)
    let second = try #require(type("", terminal, until: " more lines> "))
    #expect(!second.contains("Timeline: 91"))
    #expect(second.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count == 12)
    #expect(try #require(type("where", terminal, until: "You are at")).contains("Timeline"))
    terminal.send("q\n")
    #expect(terminal.wait(timeout: 10_000) == .exited(0))
    #expect(!terminal.output.contains(0x1b))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalKeepsPlaceAndBookmarks(_ signal: Int32) throws {
    let state = try CommandFolder()
    let terminal = try talk(environment: ["XDG_STATE_HOME": state.path])
    #expect(waits(terminal, for: "> "))
    #expect(type("open economics-3", terminal, until: "Recommendation 1.3") != nil)
    #expect(type("mark", terminal, until: "Bookmarked") != nil)
    #expect(type("chapter 3", terminal, until: "Chapter 3: ") != nil)
    terminal.signal(signal)
    #expect(terminal.wait(timeout: 10_000) == .exited(128 + signal))
    #expect(terminal.modes == terminal.modesBefore)
    let kept = state.read("dossier/us-mexico-2013") ?? ""
    #expect(kept.contains("place chapter:migration\n"))
    #expect(kept.contains("economics-3"))
    // The next one begins there.
    let next = try talk(environment: ["XDG_STATE_HOME": state.path])
    #expect(waits(next, for: "Chapter 3: "))
    next.send([4])
    #expect(next.wait(timeout: 10_000) == .exited(0))
  }

  @Test(arguments: [["--kiosk", "--linear"], ["--kiosk"]])
  func aKioskTalksAndIsConfined(_ arguments: [String]) throws {
    let terminal = try talk(arguments, environment: ["TERM": "dumb"])
    #expect(waits(terminal, for: "> "))
    let status = Files.read("/proc/\(terminal.process)/status") ?? ""
    #expect(status.contains("NoNewPrivs:\t1"))
    #expect(status.contains("Threads:\t1\n"))
    for (line, answer) in [
      ("chapter 3", "Chapter 3: "), ("/water", "water"), ("open economics-3", "economics-3"),
      ("mark", "ookmark"), ("open us-content", "about 40%"), ("help", "timeline"),
    ] {
      #expect(type(line, terminal, until: answer) != nil, "\(line)")
    }
    terminal.signal(SIGTERM)
    #expect(terminal.wait(timeout: 20_000) == .exited(128 + SIGTERM))
  }

  @Test func aKioskEndsWhenNobodyTypes() throws {
    let terminal = try talk(["--kiosk", "--linear", "--idle", "0.05"])
    #expect(waits(terminal, for: "this ends in 2 seconds. Enter goes on."))
    #expect(type("", terminal, until: "> ") != nil)
    #expect(waits(terminal, for: "Nothing was typed for 3 seconds, so this has ended."))
    #expect(terminal.wait(timeout: 20_000) == .exited(0))
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func aChangedFolderIsReadAnew() throws {
    let folder = try CommandFolder.sample()
    let terminal = try talk(["--linear", "--no-state", folder.path])
    #expect(waits(terminal, for: "> "))
    try folder.write(
      "chapters/9-late.md",
      "---\nid: late\ntitle: A late chapter\nnumber: 9\n---\n\n## One\n\nText.\n")
    let answer = try #require(type("chapter 9", terminal, until: "A late chapter"))
    #expect(answer.contains("The dossier has changed and was reloaded"))
    terminal.send("q\n")
    #expect(terminal.wait(timeout: 10_000) == .exited(0))
  }

  @Test func anEndedReaderEndsIt() throws {
    let folder = try CommandFolder()
    try folder.write("lines", String(repeating: "indicators\n", count: 200))
    let run = try CommandRun(["--no-state"], input: folder.path + "/lines", closesOutput: true)
    #expect(run.code == 0 || run.code == -SIGPIPE || run.code == 128 + SIGPIPE)
  }

  @Test func linesFromAFileAreRepeatedAndKeepNoPlace() throws {
    let folder = try CommandFolder()
    try folder.write("lines", "4\nmark\nnonsense \u{1b}[2J\u{7}\n")
    let run = try CommandRun(
      [], environment: ["XDG_STATE_HOME": folder.path], input: folder.path + "/lines")
    #expect(run.code == 0)
    #expect(run.controlByte == nil)
    #expect(run.lines.contains("> 4"))
    #expect(run.lines.contains("> mark"))
    let kept = folder.read("dossier/us-mexico-2013") ?? ""
    #expect(kept.contains("bookmark") && !kept.contains("place"))
  }
}
