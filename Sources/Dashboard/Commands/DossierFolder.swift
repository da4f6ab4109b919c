import BuiltIn
import Glibc
import Reading
import Records
import System
import Text

/// The dossier that a command reads: the built-in one or a folder.
struct DossierFolder {
  /// The folder's path; nil for the built-in dossier.
  let path: String?

  /// The dossier at a path; the built-in one for nil.
  init(_ path: String?) { self.path = path }

  /// The dossier that a command's options name.
  init(_ arguments: Arguments) { path = arguments.value("dossier") }

  /// Whether a path is that of a dossier's folder: one with an index.
  static func isOne(_ path: String) -> Bool {
    !path.isEmpty && path != "-" && access("\(path)/\(DossierFiles.index)", F_OK) == 0
  }

  /// Its name in messages.
  package var title: String { path ?? "the built-in dossier" }

  /// Reads the dossier and lists all its faults and those of its descriptor.
  func check() throws(Failure) -> Reading {
    guard let path else { return BuiltInDossier.reading() }
    let folder = try Self.folder(path)
    return Self.showingProgress(of: folder) {
      DossierReader.check(folder, today: .today, progress: $0)
    }
  }

  /// Reads the dossier and lists all its faults.
  ///
  /// Fails if there is no folder to read.
  ///
  /// - Parameter showsProgress: Whether it may write to the terminal.
  func readAll(showsProgress: Bool = false) throws(Failure) -> Reading {
    guard let path else { return BuiltInDossier.reading() }
    let folder = try Self.folder(path)
    guard showsProgress else { return DossierReader.read(folder) }
    return Self.showingProgress(of: folder) { DossierReader.read(folder, progress: $0) }
  }

  private static func showingProgress(
    of folder: DiskFolder, _ read: (@escaping (Int, Int) -> Void) -> Reading
  ) -> Reading {
    var line = ProgressLine(folder.name)
    defer { line.erase() }
    return read { line.tell($0, of: $1) }
  }

  /// Distinguishes one version of the dossier's files from another.
  ///
  /// Must be taken before the files are read, so that a change between the two counts as one.
  var digest: String { path.map { DiskFolder($0).digest } ?? BuiltInDossier().digest }

  private static func folder(_ path: String) throws(Failure) -> DiskFolder {
    let folder = DiskFolder(path)
    if let fault = folder.fault { throw .failed("cannot read '\(path)': \(fault.message)") }
    return folder
  }

  /// Reads the dossier to show it; prints the number of its faults to the standard error.
  ///
  /// Fails if nothing in the folder can be shown.
  ///
  /// - Parameter isQuiet: Whether the caller reports the number of faults.
  func read(isQuiet: Bool = false) throws(Failure) -> Reading {
    let reading = try readAll(showsProgress: true)
    if reading.dossier.isEmpty {
      throw .failed("nothing to show in '\(title)'; 'dossier check' says what is missing")
    }
    let count = reading.diagnostics.count
    if count > 0, !isQuiet {
      let faults = count == 1 ? "1 fault" : "\(count) faults"
      let message = "dossier: '\(title)' has \(faults); 'dossier check' lists them"
      Output.complain(CleanText.line(message) + "\n")
    }
    return reading
  }

  /// The live folder with its watch; nil for the built-in dossier, which never changes.
  ///
  /// Must be made before the folder is read, so that no change between the two is missed.
  func watch() -> FolderWatch? {
    path.flatMap { FolderWatch($0, subfolders: DiskFolder.folders) }
  }
}
