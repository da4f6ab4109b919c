import Glibc
import TestSupport
import Testing

@testable import Canvas

extension DashboardTests {
  /// That the file of `make dist` needs nothing of the machine but a description of its terminal.
  ///
  /// And the name of its own file, as the kernel tells it: the Swift runtime ends before `main`
  /// where `/proc/self/exe` cannot be read. Every container has it; this root has a link.
  ///
  /// Only `make check-dist` runs this, which makes the file: one from before would be another program.
  @Suite(
    .enabled(if: DistFile.path != nil, "make check-dist tries dist/dossier"),
    .enabled(
      if: DistFile.rootChanger != nil,
      "neither root nor a namespace of one's own here"))
  struct DistTests {
    @Test func itRunsInAnEmptyRoot() throws {
      let root = try CommandFolder(["lib/terminfo/x/.keep": "", "proc/self/.keep": ""])
      let changer = try #require(DistFile.rootChanger)
      let entry = ["/lib/terminfo", "/usr/share/terminfo", "/etc/terminfo"]
        .map { "\($0)/x/xterm-256color" }.first { access("\($0)", R_OK) == 0 }
      let copies = [
        (try #require(DistFile.path), "/dossier"),
        (try #require(entry), "/lib/terminfo/x/xterm-256color"),
      ]
      for (from, to) in copies { #expect(system("cp '\(from)' '\(root.path)\(to)'") == 0) }
      #expect(symlink("/dossier", root.path + "/proc/self/exe") == 0)
      // Which locales a C library brings along is its own affair; plain ASCII is in all.
      let run = try DashboardRun(
        environment: ["LC_ALL": "C"],
        shell: "exec \(changer) '\(root.path)' /dossier --no-state")
      #expect(run.difference() == nil)
      for keys in ["j j Enter", "r j", "m", "i Enter l", "t", "/ w a t e r Enter", "?"] {
        try run.press(keys)
        #expect(run.difference() == nil, "after \(keys)")
      }
      run.resize(Size(width: 120, height: 40))
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }
  }
}

/// The file that is tried, and the way into a root of its own.
enum DistFile {
  /// Its path, which `make check-dist` names; nil elsewhere.
  static let path = getenv("DOSSIER_DIST").map { String(cString: $0) }

  /// What runs a program in another root; nil where nobody may.
  static let rootChanger: String? =
    getuid() == 0
    ? chroot
    : system("unshare --user --map-root-user true 2>/dev/null") == 0
      ? "unshare --user --map-root-user \(chroot)" : nil

  /// By its path, because it is in no plain `PATH`.
  private static var chroot: String {
    ["/usr/sbin/chroot", "/sbin/chroot"].first { access($0, X_OK) == 0 } ?? "chroot"
  }
}
