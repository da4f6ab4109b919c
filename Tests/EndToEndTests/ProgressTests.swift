import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas
@testable import dossier

/// That a reading which takes a while says so on a terminal, and leaves nothing of it there.
@Suite struct ProgressTests {
  /// A report whose table takes a program without optimisation some seconds.
  private func folder() throws -> CommandFolder {
    var files = SmallReport.files()
    files["report/data/indicators.csv"] =
      "id,title,unit,chapter,kind,chart,better,source,locator,note\n"
      + "wells,Wells,,water,count,line,,,,\n"
    files["report/data/observations.csv"] = LongTable.text(series: 500)
    return try CommandFolder(files)
  }

  @Test func isShownAndTakenAway() throws {
    let folder = try folder()
    let terminal = try PseudoTerminal(
      BuiltProduct.path("dossier"), ["list", "chapters", "--dossier", folder.path + "/report"],
      environment: ["HOME": "/dev/null"])
    #expect(terminal.read(until: "Reading report … ", timeout: DashboardRun.patience))
    #expect(terminal.wait(timeout: DashboardRun.patience) == .exited(0))
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains(" of 4 files"), "\(text)")
    let emulator = try #require(Emulator(Size(width: 80, height: 24)))
    emulator.feed(terminal.output[...])
    #expect(!emulator.text.contains("Reading") && !emulator.text.contains("files"))
    #expect(emulator.text.contains("Water"), "\(emulator.text)")
  }

  @Test func isNotForPipes() throws {
    let folder = try folder()
    let run = try CommandRun(["list", "chapters", "--dossier", folder.path + "/report"])
    #expect(run.code == 0)
    #expect(run.controlByte == nil && !run.complaint.contains("Reading"), "\(run.complaint)")
  }
}
