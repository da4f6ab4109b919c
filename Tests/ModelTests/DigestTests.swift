import BuiltIn
import Glibc
import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records
@testable import Text

/// A digest of a dossier's files tells any two states of them apart.
@Suite struct DigestTests {
  private static func digest(_ change: (inout MemoryFolder) -> Void) -> String {
    var folder = MemoryFolder.small
    change(&folder)
    return folder.digest
  }

  private static let before = digest { _ in }

  @Test func theBuiltInDossierIsItsFolderAsItIs() {
    let folder = DossierReader.check(DiskFolder(Files.builtInDossier))
    let builtIn = BuiltInDossier.reading()
    #expect(folder.diagnostics == [])
    #expect(builtIn.diagnostics == [])
    #expect(builtIn.dossier.json() == folder.dossier.json())
    #expect(BuiltInDossier().digest == DiskFolder(Files.builtInDossier).digest)
  }

  @Test func everyByteOfEveryFileCounts() {
    for path in MemoryFolder.small.files.keys {
      let changed = Self.digest { $0.files[path]?[3] ^= 1 }
      #expect(changed != Self.before, "\(path)")
      let shorter = Self.digest { $0.files[path]?.removeLast() }
      #expect(shorter != Self.before, "\(path)")
      #expect(Self.digest { $0[path] = nil } != Self.before, "\(path)")
      let moved = Self.digest {
        $0["chapters/9-moved.md"] = $0[path]
        $0[path] = nil
      }
      #expect(moved != Self.before, "\(path)")
    }
    #expect(Self.digest { _ in } == Self.before)
  }

  /// A value with any qualifier counts, and what stands behind it.
  @Test(arguments: Qualifiers.names)
  func aValueCountsWhateverQualifiesIt(_ name: String) {
    func digest(_ value: Int, _ next: Int) -> String {
      Self.digest {
        $0["data/observations.csv"]? += "flow,,2020,\(value),\(name),,,\nflow,,2021,\(next),,,,\n"
      }
    }
    let digests = [digest(1, 1), digest(2, 1), digest(1, 2)]
    #expect(Set(digests).count == 3)
  }

  @Test func whatIsNoPartOfTheDossierDoesNotCount() {
    for path in ["notes.txt", "chapters/1-springs.es.md", "data/more.csv", "datapackage.json"] {
      #expect(Self.digest { $0[path] = "words" } == Self.before, "\(path)")
    }
  }

  /// A file that cannot be read makes a state of its own, as does each reason.
  @Test func aFileThatCannotBeReadCounts() throws {
    let folder = try TemporaryFolder(MemoryFolder.small)
    let path = folder.path + "/recommendations/springs-2.md"
    var digests: Set<String> = [DiskFolder(folder.path).digest]
    #expect(digests == [Self.before])
    unlink(path)
    digests.insert(DiskFolder(folder.path).digest)
    mkdir(path, 0o755)
    digests.insert(DiskFolder(folder.path).digest)
    rmdir(path)
    symlink("springs-1.md", path)
    digests.insert(DiskFolder(folder.path).digest)
    #expect(digests.count == 4)
    #expect(DiskFolder(folder.path + "/nowhere").digest != DiskFolder(path).digest)
  }

  /// Anybody can take the digest with `sha256sum`.
  @Test func isThatOfAListOfSums() {
    let folder = MemoryFolder(["index.md": "abc", "chapters/1-a.md": ""])
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let list = "\(empty)  chapters/1-a.md\n\(abc)  index.md\n"
    #expect(folder.digest == SHA256.hexadecimal(Array(list.utf8)))
  }
}

/// A folder on disk, removed when the value goes away.
private final class TemporaryFolder {
  let path: String

  init(_ files: MemoryFolder) throws {
    var template = Array("/tmp/dossier-tests-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    for name in ["chapters", "recommendations", "data"] { mkdir("\(path)/\(name)", 0o755) }
    for (name, bytes) in files.files {
      let file = try #require(fopen("\(path)/\(name)", "w"))
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
  }

  deinit {
    let process = "rm -rf '\(path)'"
    _ = process.withCString { system($0) }
  }
}
