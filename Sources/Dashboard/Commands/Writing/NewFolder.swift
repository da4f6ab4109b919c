import Glibc
import Importing
import System

/// Makes a new dossier's folder with all its files, or nothing.
///
/// The files are written into a folder beside it, which then takes its name in one step.
struct NewFolder {
  private let path: String
  private let draft: String

  /// The folder of a path, which must not exist or be empty.
  ///
  /// Fails if there is something at the path.
  init(_ path: String) throws(Failure) {
    var path = path
    while path.count > 1, path.last == "/" { path.removeLast() }
    self.path = path
    draft = "\(path).\(getpid()).new"
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR, Self.isEmpty(path) else { throw taken }
  }

  private static func isEmpty(_ path: String) -> Bool {
    guard let stream = opendir(path) else { return false }
    defer { closedir(stream) }
    var count = 0
    while count < 3, readdir(stream) != nil { count += 1 }
    // Every folder lists itself and the one above it.
    return count == 2
  }

  private var taken: Failure {
    .failed("'\(path)' exists and is not an empty folder; name a new one")
  }

  /// Writes the files and gives the folder its name.
  func write(_ files: [MadeFile]) throws(Failure) {
    guard mkdir(draft, 0o777) == 0 else { throw fault(.last) }
    var folders: Set<Substring> = []
    do throws(SystemError) {
      for file in files {
        let folder = file.path.prefix { $0 != "/" }
        if folder != file.path[...], folders.insert(folder).inserted,
          mkdir("\(draft)/\(folder)", 0o777) != 0
        {
          throw SystemError.last
        }
        try WholeFile.create("\(draft)/\(file.path)", Array(file.text.utf8), mode: 0o644)
      }
      guard rename(draft, path) == 0 else { throw SystemError.last }
    } catch {
      for file in files { unlink("\(draft)/\(file.path)") }
      for folder in folders { rmdir("\(draft)/\(folder)") }
      rmdir(draft)
      throw fault(error)
    }
  }

  private func fault(_ error: SystemError) -> Failure {
    .failed("cannot write '\(path)': \(error.reason); nothing was written")
  }
}
