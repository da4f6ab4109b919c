import Glibc
import TestSupport
import Testing

@testable import Browsing

/// `dossier config`, and that what a configuration says is in force.
@Suite struct CommandConfigTests {
  private func folder(_ text: String) throws -> (CommandFolder, [String: String]) {
    let folder = try CommandFolder(["config/dossier/config.yaml": text])
    return (folder, ["XDG_CONFIG_HOME": folder.path + "/config", "HOME": folder.path])
  }

  private func value(_ name: String, _ run: CommandRun) -> [String] {
    let line = run.lines.first { $0.hasPrefix(name + "  ") } ?? ""
    return line.split(separator: " ").dropFirst(name.split(separator: " ").count).map(String.init)
  }

  @Test func eachSourceGoesBeforeTheNext() throws {
    let (folder, environment) = try folder("theme: dark\nescdelay: 300\nglyphs: quadrant\n")
    let place = folder.path + "/config/dossier/config.yaml"
    let plain = try CommandRun(["config"], environment: environment)
    #expect(plain.code == 0 && plain.complaint.isEmpty, "\(plain.complaint)")
    #expect(value("theme", plain) == ["dark", "\(place):1"])
    #expect(value("escdelay", plain) == ["300", "\(place):2"])
    #expect(value("mouse", plain) == ["off", "default"])
    let all = environment.merging(["ESCDELAY": "40", "NO_COLOR": "1"]) { $1 }
    let other = try CommandRun(["config", "--theme", "mono", "--mouse"], environment: all)
    #expect(value("theme", other) == ["mono", "--theme"])
    #expect(value("mouse", other) == ["on", "--mouse"])
    #expect(value("escdelay", other) == ["40", "ESCDELAY"])
    #expect(value("color", other) == ["never", "NO_COLOR"])
    #expect(value("glyphs", other) == ["quadrant", "\(place):3"])
    let last = try CommandRun(
      ["config", "--escdelay", "0", "--color", "always"], environment: all)
    #expect(value("escdelay", last) == ["0", "--escdelay"])
    #expect(value("color", last) == ["always", "--color"])
    let json = try CommandRun(["config", "--format", "json"], environment: all)
    #expect(json.text.contains("\"setting\": \"theme\"") && json.text.hasPrefix("["))
    #expect(try CommandRun(["config", "--theme", "drak"], environment: all).code == 2)
  }

  @Test func withoutAFileTheDefaultsAreUsed() throws {
    let run = try CommandRun(["config"], environment: ["XDG_CONFIG_HOME": "/nowhere"])
    #expect(run.code == 0 && run.complaint.isEmpty)
    #expect(value("configuration", run) == ["/nowhere/dossier/config.yaml", "not", "there"])
    #expect(value("theme", run) == ["terminal", "default"])
    // A relative path is none, as XDG has it.
    let none = try CommandRun(["config"], environment: ["XDG_CONFIG_HOME": "here", "HOME": ""])
    #expect(value("configuration", none).first == "none")
  }

  @Test func faultsAreListedWithTheirPlaces() throws {
    let (folder, environment) = try folder("theme: drak\nmouse: on\n")
    let path = folder.path + "/config/dossier/config.yaml"
    let run = try CommandRun(["config"], environment: environment)
    #expect(run.code == 1 && run.complaint.hasPrefix("\(path):1:8: error: "), "\(run.complaint)")
    #expect(run.complaint.contains("did you mean dark?"))
    #expect(value("mouse", run).first == "on")
    let check = try CommandRun(["config", "--check", path])
    #expect(check.code == 1 && check.lines.count == 1 && check.text.hasPrefix("\(path):1:8: "))
    let example = try CommandRun(["config", "--example"])
    #expect(example.code == 0)
    try folder.write("example.yaml", example.text)
    let sound = try CommandRun(["config", "--check", folder.path + "/example.yaml"])
    #expect(sound.code == 0 && sound.text.isEmpty && sound.complaint.contains("no faults"))
    #expect(try CommandRun(["config", "--check", folder.path + "/nothing"]).code == 1)
    // A pipe, a folder and a file that nobody may read in the place of the file.
    for kind in ["pipe", "folder"] {
      unlink(path)
      if kind == "pipe" { #expect(mkfifo(path, 0o600) == 0) } else { mkdir(path, 0o700) }
      let odd = try CommandRun(["config"], environment: environment)
      #expect(odd.code == 1 && odd.complaint.contains("this is not a file"), "\(odd.complaint)")
    }
  }

  @Test func keysInForceAreListed() throws {
    let (folder, environment) = try folder("keys:\n  search: [Ctrl-F]\n")
    defer { withExtendedLifetime(folder) {} }
    let keys = try CommandRun(["keys"], environment: environment)
    #expect(keys.lines.contains { $0.hasPrefix("  Ctrl-F") })
    // What documents are made of does not depend on the user.
    let plain = try CommandRun(["keys", "--format", "md"])
    #expect(
      try CommandRun(["keys", "--format", "md"], environment: environment).text == plain.text)
  }

  /// The configuration that the manual shows has no fault.
  @Test func theManualsExamplesAreSound() throws {
    let manual = try #require(Files.read(Files.packageRoot + "/docs/configuration.md"))
    var blocks: [String] = []
    var isInside = false
    for line in manual.split(separator: "\n", omittingEmptySubsequences: false) {
      let isCode = line.hasPrefix("    ") || isInside && line.isEmpty
      if isCode, !isInside { blocks.append("") }
      if isCode { blocks[blocks.count - 1] += line.dropFirst(4) + "\n" }
      isInside = isCode
    }
    let settings = blocks.filter { $0.contains(": ") && !$0.contains("$ ") }
    #expect(settings.count >= 2)
    for text in settings {
      let found = Configuration(Array(text.utf8), file: "").diagnostics
      #expect(found.isEmpty, "\(text)\n\(found)")
    }
  }
}

extension DashboardTests {
  /// That the dashboard heeds the user's configuration.
  @Suite struct ConfigurationTests {
    private func environment(_ text: String) throws -> (CommandFolder, [String: String]) {
      let folder = try CommandFolder(["dossier/config.yaml": text])
      return (folder, ["XDG_CONFIG_HOME": folder.path])
    }

    @Test func keysOfTheUsersOwnAreHeeded() throws {
      let (folder, environment) = try environment(
        "keys:\n  timeline: [Ctrl-T, w]\n  leave: [x]\n  quit: [X]\n")
      let run = try DashboardRun(["--no-state"], environment: environment)
      #expect(run.shows("Chapters"))
      run.terminal.send("w")
      #expect(run.shows("Filter"))
      #expect(run.shows("Timeline"))
      // The standard key of what was changed does nothing any more.
      run.terminal.send("oQ")
      #expect(run.shows("Asked of"))
      run.terminal.send("X")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      withExtendedLifetime(folder) {}
    }

    @Test func aFaultIsReportedAndTheDefaultIsUsed() throws {
      let (folder, environment) = try environment("theme: drak\n")
      let run = try DashboardRun(["--no-state"], environment: environment)
      #expect(run.shows("config.yaml:1: there is no theme \"drak\""))
      run.terminal.send("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      withExtendedLifetime(folder) {}
    }

    @Test func aKioskHeedsNone() throws {
      let (folder, environment) = try environment("keys:\n  timeline: [w]\n  quit: [X]\n")
      let run = try DashboardRun(["--kiosk"], environment: environment)
      #expect(run.difference() == nil)
      run.terminal.send("X")
      try run.press("t")
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      withExtendedLifetime(folder) {}
    }
  }
}
