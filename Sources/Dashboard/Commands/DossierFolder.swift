import BuiltIn
import Reading
import Records
import System
import Text

/// Which dossier a command reads: the built-in one, or a folder.
struct DossierFolder {
  /// The folder's path; nil for the built-in dossier.
  let path: String?

  /// The dossier at a path; the built-in one for nil.
  init(_ path: String?) { self.path = path }

  /// The dossier that a command's options name.
  init(_ arguments: Arguments) { path = arguments.value("dossier") }

  /// How messages call it.
  package var title: String { path ?? "the built-in dossier" }

  /// Reads the dossier and lists its faults and those of its descriptor, however many there are.
  func check() throws(Failure) -> Reading {
    guard let path else { return BuiltInDossier.reading() }
    let folder = try Self.folder(path)
    return Self.showingProgress(of: folder) { DossierReader.check(folder, progress: $0) }
  }

  /// Reads the dossier and lists its faults, however many there are.
  ///
  /// Fails when there is no folder to read.
  ///
  /// - Parameter showsProgress: Whether the terminal may be written on.
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

  /// What tells one state of the dossier's files from another.
  ///
  /// To be taken before the files are read: a change between the two is then seen as one.
  var digest: String { path.map { DiskFolder($0).digest } ?? BuiltInDossier().digest }

  private static func folder(_ path: String) throws(Failure) -> DiskFolder {
    let folder = DiskFolder(path)
    if let fault = folder.fault { throw .failed("cannot read '\(path)': \(fault.message)") }
    return folder
  }

  /// Reads the dossier to show it; says on the standard error how many faults it has.
  ///
  /// Fails when nothing in the folder can be shown.
  ///
  /// - Parameter isQuiet: Whether to leave the count of faults to others.
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

  /// The folder's watch and what it leads to; nil for the built-in dossier, which never changes.
  ///
  /// To be made before the folder is read, so that no change falls between the two.
  func watch() -> FolderWatch? {
    path.flatMap { FolderWatch($0, subfolders: DiskFolder.folders) }
  }
}
