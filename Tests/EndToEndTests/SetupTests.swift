import TestSupport
import Testing

/// `.ci/setup`, which `make` begins with, on machines that are made up for it.
@Suite struct SetupTests {
  private static let script = "\(Files.packageRoot)/.ci/setup"

  /// A machine with a Swift compiler and an apt-get that says what it is asked for.
  private func machine(_ files: [String]) throws -> CommandFolder {
    let folder = try CommandFolder([
      "bin/swift": "#!/bin/sh\necho 'Swift version 6.3.1'\n",
      "bin/apt-get": "#!/bin/sh\necho \"asked: $*\"\n",
      "bin/apt-cache": "#!/bin/sh\nexit 0\n",
      "bin/id": "#!/bin/sh\necho 0\n",
    ])
    for file in files { try folder.write("root\(file)", "") }
    for name in ["swift", "apt-get", "apt-cache", "id"] {
      _ = try CommandRun(["755", "\(folder.path)/bin/\(name)"], program: "/bin/chmod")
    }
    return folder
  }

  private func setup(_ machine: CommandFolder) throws -> CommandRun {
    try CommandRun(
      [Self.script], program: "/bin/bash",
      environment: [
        "PATH": "\(machine.path)/bin:/usr/bin:/bin", "SETUP_ROOT": "\(machine.path)/root",
      ])
  }

  private static let headers = [
    "ncurses.h", "yaml.h", "cmark-gfm.h", "cmark-gfm-core-extensions.h", "seccomp.h",
  ]

  @Test(arguments: ["/usr/include", "/usr/include/x86_64-linux-gnu", "/usr/local/include"])
  func aMachineThatHasEverythingIsLeftAlone(_ folder: String) throws {
    let run = try setup(machine(Self.headers.map { "\(folder)/\($0)" }))
    #expect(run.code == 0)
    #expect(run.text.isEmpty && run.complaint.isEmpty, "\(run.text)\(run.complaint)")
  }

  @Test func theKernelsHeaderIsNotTheLibrarys() throws {
    let others = Self.headers.dropLast().map { "/usr/include/\($0)" }
    let run = try setup(machine(others + ["/usr/include/linux/seccomp.h"]))
    #expect(run.code == 0)
    #expect(run.text.contains("dossier: installing libseccomp-dev\n"), "\(run.text)")
    #expect(run.text.contains("--no-install-recommends libseccomp-dev"), "\(run.text)")
  }

  @Test func whatIsMissingIsInstalledInOneLine() throws {
    let run = try setup(machine([]))
    let asked = run.lines.filter { $0.hasPrefix("asked:") }
    #expect(asked.count == 1)
    for package in [
      "libncurses-dev", "libyaml-dev", "libcmark-gfm-dev", "libcmark-gfm-extensions-dev",
      "libseccomp-dev",
    ] { #expect(asked.first?.contains(package) == true, "\(run.text)") }
  }
}
