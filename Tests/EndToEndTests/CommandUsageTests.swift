import TestSupport
import Testing

@testable import Canvas

/// Bad command lines: what is said, where, and with which code.
struct CommandUsageTests {
  @Test(arguments: [
    (["shwo"], "no command and no folder 'shwo'"),
    (["chek"], "did you mean 'check'?"),
    (["--asci"], "did you mean '--ascii'?"),
    (["check", "a", "b"], "'b' is unexpected"),
    (["check", "--dossier"], "--dossier needs a value: --dossier DIR"),
    (["--color=blue"], "'blue' is not one of auto, always, never"),
    (["--mouse=1"], "--mouse takes no value"),
    (["completions"], "SHELL is missing"),
    (["completions", "tcsh"], "not one of bash, zsh, fish"),
    (["help", "chekc"], "did you mean 'check'?"),
    (["-x"], "no option '-x'"),
  ])
  func saysWhatIsWrong(_ arguments: [String], _ reason: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaint.hasPrefix("dossier: "))
    #expect(run.complaint.contains(reason), "\(run.complaint)")
    #expect(run.complaint.contains("Try: dossier"))
  }

  @Test(arguments: [
    ["a\u{1b}[31mb"], ["check", "--x\u{1b}]0;t\u{7}"], ["./a\u{9b}31m"], ["check", "/\u{1b}c"],
    ["--color=\u{202e}x"], ["help", "a\nb\u{7f}"],
  ])
  func echoesNoControlBytes(_ arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.code != 0)
    #expect(!run.complaint.isEmpty)
    #expect(run.controlByte == nil)
    #expect(!run.complaint.unicodeScalars.contains("\u{202e}"))
  }

  @Test func readsOptionsInEveryForm() throws {
    let folder = try CommandFolder.sample()
    for arguments in [
      ["check", folder.path], ["check", "--dossier", folder.path],
      ["check", "--dossier=\(folder.path)"], ["check", "--", folder.path],
    ] {
      let run = try CommandRun(arguments)
      #expect(run.code == 0, "\(arguments): \(run.complaint)")
      #expect(run.complaint.contains(" in 1 chapter, 1 recommendation, 1 indicator"))
    }
  }

  @Test func helpNamesEveryCommandAndOption() throws {
    let help = try CommandRun(["--help"])
    #expect(help.code == 0)
    #expect(help.complaint.isEmpty)
    let commands = help.lines.drop { $0 != "Commands:" }.dropFirst()
      .prefix { $0.hasPrefix("  ") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(commands.count >= 3)
    for command in commands {
      let own = try CommandRun([command, "--help"])
      #expect(own.code == 0)
      #expect(own.text.hasPrefix("Usage: dossier \(command)"))
      #expect(own.text == (try CommandRun(["help", command]).text))
      #expect(own.lines.allSatisfy { $0.count <= 80 })
    }
  }

  @Test func saysItsVersion() throws {
    let run = try CommandRun(["--version"])
    #expect(run.code == 0)
    let commit = #"(commit [0-9a-f]{7,40}\+? of \d{4}-\d\d-\d\d|unknown commit)"#
    let pattern = try Regex(
      #"dossier \d+\.\d+\.\d+ \("# + commit + #", (debug|release) build, Swift \d+\.\d+\)\n"#)
    #expect(run.text.wholeMatch(of: pattern) != nil)
  }

  @Test func aReaderThatGoesAwayIsNoFailure() throws {
    let run = try CommandRun(["--help"], closesOutput: true)
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
  }
}

/// What ships beside the program is made from its own tables.
struct CommandCompletionsTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func theShippedFileIsCurrent(_ shell: String) throws {
    let path = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let file = CommandFolder(at: "\(path)/assets/completions").read(shell)
    #expect(file == (try CommandRun(["completions", shell]).text))
  }
}

/// Tables on a terminal.
struct CommandTableTests {
  @Test(arguments: [20, 60, 100])
  func aTableFitsTheTerminal(_ width: Int) throws {
    let terminal = try PseudoTerminal(
      BuiltProduct.path("dossier"), ["list", "chapters"], size: Size(width: width, height: 24),
      environment: ["HOME": "/dev/null"])
    #expect(terminal.wait(timeout: 10_000) == .exited(0))
    let lines = String(decoding: terminal.output, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.count >= 7)
    if width >= 60 { #expect(lines.allSatisfy { $0.count <= width }) }
    for id in ["introduction", "economics", "security", "migration", "energy", "border"] {
      #expect(lines.contains { $0.contains(id) }, "\(id)")
    }
    #expect(!terminal.output.contains(0x1b))
  }

  @Test func bashCompletes() throws {
    let path = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let script = """
      source \(path)/assets/completions/bash; compopt() { :; }
      complete_() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dossier; echo "${COMPREPLY[*]}"; }
      complete_ dossier sea; complete_ dossier list rec; complete_ dossier chart x --k
      complete_ dossier render --format s
      """
    let terminal = try PseudoTerminal("/bin/bash", ["-c", script])
    #expect(terminal.wait() == .exited(0))
    let lines = String(decoding: terminal.output, as: UTF8.self).split(separator: "\r\n")
    #expect(lines == ["search", "recommendations", "--kind", "svg"])
  }
}
