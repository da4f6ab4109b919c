import Glibc
import Importing
import Reading
import Records
import System
import Tables
import Text

/// A change of one file of a dossier's folder, tried out before it is written.
///
/// The folder is read once as it is and once as it would be. A change that brings a new error is
/// refused, so a program's row can never cost a record.
struct FolderChange {
  /// The dossier's folder.
  let folder: DiskFolder
  /// The file's path inside the folder.
  let path: String
  /// The file's text so far; empty if it does not exist.
  private(set) var before = ""
  /// The new text of the file.
  private(set) var after = ""
  /// The folder's descriptor with the file in it, if the file is new and the descriptor there.
  private var descriptor: [UInt8]?
  /// The descriptor's path inside a folder.
  static let descriptorPath = "datapackage.json"

  /// Works out the new text of a file.
  ///
  /// The caller holds the folder's lock until the change is written.
  init(
    _ folder: DiskFolder, _ path: String, _ edit: (String) throws(Failure) -> String
  ) throws(Failure) {
    self.folder = folder
    self.path = path
    do {
      before = try folder.withBytes(of: path) { String(decoding: $0, as: UTF8.self) }
    } catch {
      guard error == .missing else { throw .failed("\(path): \(error.message)") }
    }
    after = try edit(before)
    if before.isEmpty {
      descriptor = try Self.describing([(path, Array(after.utf8))], in: folder)?.bytes
    }
  }

  /// The folder's descriptor with tables that are new; nil if there is none, or it has them all.
  static func describing(
    _ files: [(path: String, bytes: [UInt8])], in folder: DiskFolder
  ) throws(Failure) -> (bytes: [UInt8], added: [String])? {
    var bytes: [UInt8] = []
    do {
      bytes = try folder.withBytes(of: descriptorPath) { Array($0) }
    } catch {
      if error == .missing { return nil }
      throw .failed("cannot read '\(descriptorPath)': \(error.message)")
    }
    let tables = files.compactMap { path, bytes in
      TableEdit(bytes, usual: []).map { (path: path, columns: $0.columns) }
    }
    return DescriptorEdit.adding(tables, to: bytes)
  }

  /// The dossier as it would be.
  ///
  /// Fails if the change brings an error that was not there.
  func reading(today: Period.Point) throws(Failure) -> Reading {
    let reading = DossierReader.check(
      ChangedFolder(folder: folder, texts: texts), today: today)
    let old = Set(DossierReader.check(folder, today: today).diagnostics.map(\.identity))
    let new = reading.diagnostics.first {
      $0.severity == .error && !old.contains($0.identity)
    }
    if let new { throw .failed(CleanText.line("\(new.message) (\(new.remedy)); nothing written")) }
    return reading
  }

  /// The files that change, with their new bytes.
  private var texts: [String: [UInt8]] {
    var texts = [path: Array(after.utf8)]
    if let descriptor { texts[Self.descriptorPath] = descriptor }
    return texts
  }

  /// Writes the file whole, or leaves it as it was; a descriptor that needs it follows.
  func write() throws(Failure) {
    for (path, bytes) in texts.sorted(by: { $0.key < $1.key }) {
      let whole = "\(folder.path)/\(path)"
      let parent = whole.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      mkdir(parent.joined(separator: "/"), 0o777)
      do {
        try WholeFile.replace(whole, bytes, mode: 0o644)
      } catch {
        throw .failed("cannot write '\(whole)': \(error.reason)")
      }
    }
  }
}

/// A dossier's folder with other bytes for some of its files.
private struct ChangedFolder: FileTree {
  let folder: DiskFolder
  let texts: [String: [UInt8]]

  var name: String { folder.name }

  func paths() throws(FileFault) -> [String] {
    let paths = try folder.paths()
    return (paths + texts.keys.filter { !paths.contains($0) }).sorted()
  }

  func withBytes<Result>(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result {
    guard let bytes = texts[path] else { return try folder.withBytes(of: path, body) }
    return bytes.withUnsafeBufferPointer(body)
  }
}

extension Diagnostic {
  /// The fault without its line, which a change above it moves.
  fileprivate var identity: String { "\(file): \(message)" }
}

extension Period.Point {
  /// Today, where the program runs.
  static var today: Period.Point {
    let (year, month, day) = Clock.today
    return Period.Point(year: Int16(clamping: year), month: UInt8(month), day: UInt8(day))
  }
}
