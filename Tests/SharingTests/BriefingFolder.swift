import Glibc

@testable import Sharing

/// A temporary folder with the place of a briefing in it; removed with all it holds.
final class BriefingFolder: Sendable {
  let path: String
  /// A place whose sockets stand in the folder.
  let place: BriefingPlace

  init() throws {
    var name = Array("/tmp/dossier-share.XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw TestFault("mkdtemp") }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    place = BriefingPlace(
      control: path + "/t.control", audience: path + "/t.audience", folder: path)
  }

  deinit {
    guard let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
      let file = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if file != ".", file != ".." { Glibc.remove("\(path)/\(file)") }
    }
    closedir(stream)
    rmdir(path)
  }

  /// Whether something stands at a path, which is not followed if it is a link.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The permissions of a file; 0 where there is none.
  static func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}

/// Something that a test needs did not work.
struct TestFault: Error {
  let what: String
  let code = errno

  init(_ what: String) { self.what = what }
}
