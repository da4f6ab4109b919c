import Glibc
import System
import TestSupport
import Testing

@testable import Reading
@testable import Records

/// Faults of the folder and its files on disk.
@Suite final class FileFaultTests {
  let folder: String

  init() throws {
    var template = Array("/tmp/dossier-tests-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    folder = try #require(made)
    for name in ["chapters", "recommendations", "data"] { mkdir("\(folder)/\(name)", 0o755) }
    for (path, bytes) in MemoryFolder.small.files { write(bytes, path) }
  }

  deinit {
    // Only what the tests made: files one level down, then the folders.
    for name in ["/chapters", "/recommendations", "/data", ""] {
      let path = folder + name
      guard let stream = opendir(path) else {
        unlink(path)
        continue
      }
      while let entry = readdir(stream) {
        let file = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if file == "." || file == ".." { continue }
        unlink("\(path)/\(file)")
        rmdir("\(path)/\(file)")
      }
      closedir(stream)
      rmdir(path)
    }
  }

  private func write(_ bytes: [UInt8], _ path: String) {
    guard let file = fopen("\(folder)/\(path)", "w") else {
      Issue.record("\(path) cannot be written")
      return
    }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  private var reading: Reading { DossierReader.read(DiskFolder(folder)) }

  @Test func readsTheSmallDossier() {
    #expect(reading.diagnostics.map(\.description) == [])
    #expect(reading.counts == wholeCounts)
  }

  @Test func missingFolder() {
    let reading = DossierReader.read(DiskFolder(folder + "/nowhere"))
    reading.expect(.error, "nowhere", 0, "no such file or folder")
    #expect(reading.dossier.chapters.isEmpty)
  }

  @Test func fileInPlaceOfTheFolder() {
    let reading = DossierReader.read(DiskFolder(folder + "/index.md"))
    reading.expect(.error, "index.md", 0, "not a folder")
  }

  @Test func emptyFolder() {
    mkdir(folder + "/data/empty", 0o755)
    let reading = DossierReader.check(DiskFolder(folder + "/data/empty"))
    let errors = reading.diagnostics.filter { $0.severity == .error }.map(\.file)
    #expect(errors == ["chapters", "index.md"])
    #expect(reading.dossier.title == "empty")
  }

  @Test func folderNamedLikeAFile() {
    unlink(folder + "/index.md")
    mkdir(folder + "/index.md", 0o755)
    let found = reading.diagnostics.first { $0.file == "index.md" }
    #expect(found?.message == "not a regular file")
    #expect(reading.dossier.chapters.count == 2)
  }

  /// What is in a folder that cannot be listed is not lost without a word.
  @Test func fileInPlaceOfASubfolder() {
    rename(folder + "/recommendations", folder + "/elsewhere")
    write(Array("text".utf8), "recommendations")
    reading.expect(.error, "recommendations", 0, "not a folder")
    unlink(folder + "/recommendations")
    rename(folder + "/elsewhere", folder + "/recommendations")
  }

  @Test func hugeTable() throws {
    let file = try #require(fopen(folder + "/data/events.csv", "w"))
    #expect(ftruncate(fileno(file), 200 << 20) == 0)
    fclose(file)
    let start = ContinuousClock.now
    reading.expect(.error, "data/events.csv", 0, "200 MiB")
    #expect(start.duration(to: .now) < .seconds(5))
    #expect(reading.counts == [2, 3, 2, 2, 2, 2, 4, 0, 2, 2])
  }

  @Test func hugeProse() throws {
    let path = "/recommendations/huge.md"
    let file = try #require(fopen(folder + path, "w"))
    #expect(ftruncate(fileno(file), 200 << 20) == 0)
    fclose(file)
    reading.expect(.error, "recommendations/huge.md", 0, "at most 4 MiB")
    #expect(reading.counts == wholeCounts)
  }

  @Test func pipe() {
    mkfifo(folder + "/recommendations/pipe.md", 0o644)
    reading.expect(.error, "recommendations/pipe.md", 0, "not a regular file")
    #expect(reading.counts == wholeCounts)
  }

  @Test func linkOutOfTheFolder() {
    symlink("/etc/passwd", folder + "/recommendations/out.md")
    reading.expect(.error, "recommendations/out.md", 0, "symbolic links")
    #expect(reading.counts == wholeCounts)
  }

  @Test func linkedFolder() {
    rename(folder + "/recommendations", folder + "/elsewhere")
    symlink("elsewhere", folder + "/recommendations")
    let found = reading.diagnostics.filter { $0.file.hasPrefix("recommendations/") }
    #expect(found.count == 2)
    #expect(reading.dossier.recommendations.isEmpty)
    unlink(folder + "/recommendations")
    rename(folder + "/elsewhere", folder + "/recommendations")
  }

  @Test(arguments: ["../index.md", "/etc/passwd", "data/../../x", "data//x.csv", "", ".", "data/."])
  func pathOutOfTheFolder(_ path: String) {
    #expect(throws: FileFault.self) { try DiskFolder(folder).withBytes(of: path) { $0.count } }
  }

  @Test(.enabled(if: geteuid() != 0, "root reads every file"))
  func unreadableFile() {
    chmod(folder + "/data/events.csv", 0)
    reading.expect(.error, "data/events.csv", 0, "no permission")
    #expect(reading.dossier.entities.count == 2)
  }
}
