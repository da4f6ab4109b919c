import Glibc
import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Records

extension DashboardTests {
  /// That a fault of the machine costs a sentence, and nothing that was kept.
  @Suite struct FaultTests {
    private static let file = "dossier/\(builtInReading.dossier.id)"

    /// A library that makes calls fail while files named after them are there.
    ///
    /// It is loaded before the C library, and lets calls on other files than the state's through.
    private static func preload(_ folder: CommandFolder) throws -> [String: String] {
      try folder.write("fault.c", source)
      let library = "\(folder.path)/fault.so"
      let run = try CommandRun(
        ["-shared", "-fPIC", "-o", library, "\(folder.path)/fault.c"], program: "/usr/bin/cc")
      try #require(run.code == 0, "\(run.complaint)")
      return [
        "LD_PRELOAD": library, "FAULTS": folder.path, "XDG_STATE_HOME": "\(folder.path)/state",
      ]
    }

    private static let source = """
      #define _GNU_SOURCE
      #include <errno.h>
      #include <fcntl.h>
      #include <stdarg.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <sys/syscall.h>
      #include <unistd.h>
      static int fails(const char *name) {
        char path[4096];
        const char *folder = getenv("FAULTS");
        if (!folder) return 0;
        snprintf(path, sizeof path, "%s/%s", folder, name);
        return syscall(SYS_access, path, F_OK) == 0;
      }
      static int is_draft(int file) {
        char link[64], path[4096];
        snprintf(link, sizeof link, "/proc/self/fd/%d", file);
        ssize_t count = readlink(link, path, sizeof path);
        return count > 4 && memcmp(path + count - 4, ".new", 4) == 0;
      }
      ssize_t write(int file, const void *bytes, size_t count) {
        if (is_draft(file) && fails("write")) {
          // A disk that fills up takes some of it first.
          if (count < 4) { errno = ENOSPC; return -1; }
          return syscall(SYS_write, file, bytes, count / 2);
        }
        return syscall(SYS_write, file, bytes, count);
      }
      int fsync(int file) {
        if (fails("fsync")) { errno = EIO; return -1; }
        return syscall(SYS_fsync, file);
      }
      int rename(const char *from, const char *to) {
        if (fails("rename")) { errno = EDQUOT; return -1; }
        return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
      }
      int open(const char *path, int flags, ...) {
        va_list rest;
        va_start(rest, flags);
        int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
        va_end(rest);
        if (strstr(path, ".new") && fails("make")) { errno = EROFS; return -1; }
        if (strstr(path, "/state/dossier/") && !(flags & O_CREAT) && fails("read")) {
          errno = EIO;
          return -1;
        }
        return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
      }
      int open64(const char *path, int flags, ...) __attribute__((alias("open")));

      """

    private static let hasCompiler = access("/usr/bin/cc", X_OK) == 0

    @Test(
      .enabled(if: hasCompiler, "no C compiler here"),
      arguments: [
        ("write", "the disk is full"), ("fsync", "input/output error"),
        ("rename", "the disk is full"), ("make", "the disk is read-only"),
      ])
    func aSaveThatFailsIsSaidOnceAndCostsNothing(_ call: String, _ reason: String) throws {
      let folder = try CommandFolder()
      let run = try DashboardRun(environment: try Self.preload(folder))
      try run.press("2 b")
      #expect(run.difference() == nil)
      #expect(run.shows { _ in folder.read("state/\(Self.file)") != nil })
      let kept = folder.read("state/\(Self.file)")
      try folder.write(call, "")
      try run.press("3 b")
      run.send("", saying: .notice(StateTests.fault(reason)))
      #expect(run.difference() == nil, "the fault is not told")
      try run.press("4 b")
      #expect(run.difference() == nil, "the fault is told twice")
      #expect(Files.below("\(folder.path)/state").count == 1)
      #expect(folder.read("state/\(Self.file)") == kept)
      // When the disk has room again everything is kept.
      remove("\(folder.path)/\(call)")
      try run.press("r b Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
      #expect(SavedState(folder.read("state/\(Self.file)") ?? "") == run.state.saved)
      #expect(run.state.saved.bookmarks.count == 4)
    }

    @Test(.enabled(if: hasCompiler, "no C compiler here"))
    func whatCannotBeReadIsNotWrittenOver() throws {
      let folder = try CommandFolder([
        "state/\(Self.file)": "bookmark chapter:energy\n", "read": "",
      ])
      let run = try DashboardRun(environment: try Self.preload(folder))
      run.send(
        "", saying: .notice("The bookmarks cannot be read: input/output error. None are kept now."))
      #expect(run.difference() == nil)
      try run.press("2 b")
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(folder.read("state/\(Self.file)") == "bookmark chapter:energy\n")
    }

    @Test(.enabled(if: hasCompiler, "no C compiler here"))
    func aFaultAtTheEndIsOnTheShellsScreen() throws {
      let folder = try CommandFolder(["make": ""])
      let run = try DashboardRun(environment: try Self.preload(folder))
      try run.press("2 Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
      #expect(run.shows("dossier: \(StateTests.fault("the disk is read-only"))"))
    }

    @Test func aFolderThatVanishesIsSaid() throws {
      let folder = try CommandFolder(["kept/.keep": ""])
      let run = try DashboardRun(["--state", "\(folder.path)/kept"])
      #expect(run.difference() == nil)
      remove("\(folder.path)/kept/.keep")
      remove("\(folder.path)/kept")
      try run.press("2 b")
      run.send("", saying: .notice(StateTests.fault("the folder is gone")))
      #expect(run.difference() == nil)
      mkdir("\(folder.path)/kept", 0o700)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(SavedState(folder.read("kept/\(builtInReading.dossier.id)") ?? "") == run.state.saved)
    }

    @Test(.enabled(if: access("/usr/bin/prlimit", X_OK) == 0, "no prlimit here"))
    func descriptorsThatAreUsedUpAreSaid() throws {
      let folder = try CommandFolder()
      let run = try DashboardRun(environment: ["XDG_STATE_HOME": folder.path])
      #expect(run.difference() == nil)
      func limit(_ count: Int) throws {
        let words = ["--pid", "\(run.terminal.process)", "--nofile=\(count):"]
        #expect(try CommandRun(words, program: "/usr/bin/prlimit").code == 0)
      }
      try limit(5)
      try run.press("2 b")
      run.send("", saying: .notice(StateTests.fault("too many files are open")))
      #expect(run.difference() == nil)
      try run.press("i Enter l")
      // A size that comes before the keys are read gives them another meaning.
      #expect(run.difference() == nil)
      run.resize(Size(width: 100, height: 30))
      #expect(run.difference() == nil)
      try limit(1024)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
      #expect(SavedState(folder.read(Self.file) ?? "") == run.state.saved)
    }

    @Test func aDossierThatIsDeletedStaysReadable() throws {
      let folder = try CommandFolder.sample()
      let before = DossierReader.read(DiskFolder(folder.path))
      let run = try DashboardRun(
        [folder.path], environment: ["XDG_STATE_HOME": "/dev/null/none"], reading: before)
      #expect(run.difference() == nil)
      for path in Files.below(folder.path) { remove(path) }
      #expect(Files.below(folder.path) == [])
      #expect(run.shows("Still shown as it was: "))
      let faults = DossierReader.read(DiskFolder(folder.path)).diagnostics
      run.reload(Reading(dossier: before.dossier, diagnostics: faults))
      for keys in ["1", "r Enter", "i Enter l", "/ w e l l Enter", "t", "m"] {
        try run.press(keys)
        #expect(run.difference() == nil, "after \(keys)")
      }
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
    }
  }
}
