package import Glibc
import System

/// Where the two sockets of a briefing are.
package struct BriefingPlace: Equatable, Sendable {
  /// The path of the socket of those who present.
  package let control: String
  /// The path of the socket of those who follow.
  package let audience: String
  /// The user's private folder that contains them; nil if the path was chosen by hand.
  package let folder: String?

  /// A place made from its parts, all of them absolute paths.
  package init(control: String, audience: String, folder: String?) {
    self.control = control
    self.audience = audience
    self.folder = folder
  }

  /// The place of a briefing with a name, in a folder that only its user can enter.
  ///
  /// - Parameters:
  ///   - name: Letters, digits, `-`, `_` and `.`, at most 64, not starting with a point.
  ///   - runtimeFolder: The value of `XDG_RUNTIME_DIR`; if it is not absolute, a folder below
  ///     `/tmp` is used.
  package init(name: String, runtimeFolder: String?) throws(SharingFault) {
    guard Self.isName(name) else { throw .badName(name) }
    let folder = Self.folder(runtimeFolder)
    self.init(
      control: "\(folder)/\(name).control", audience: "\(folder)/\(name).audience",
      folder: folder)
  }

  /// The place of a briefing with a given path for the audience's socket; the other is beside it.
  package init(socket path: String) throws(SharingFault) {
    var absolute = path
    if !path.hasPrefix("/") {
      guard let folder = getcwd(nil, 0) else {
        throw .system("cannot tell the current folder", errno)
      }
      absolute = String(cString: folder) + "/" + path
      free(folder)
    }
    self.init(control: absolute + ".control", audience: absolute, folder: nil)
  }

  /// The names of the briefings whose sockets are there, in order; some may not answer.
  package static func names(runtimeFolder: String?) -> [String] {
    guard let stream = opendir(folder(runtimeFolder)) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream), names.count < 1000 {
      let file = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard file.hasSuffix(".audience") else { continue }
      let name = String(file.dropLast(".audience".count))
      if isName(name) { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether a host answers at the audience's socket of a name; a dead host may have left its
  /// socket.
  package static func isOn(_ name: String, runtimeFolder: String?) -> Bool {
    guard let place = try? BriefingPlace(name: name, runtimeFolder: runtimeFolder),
      let occupant = try? SocketFile.occupant(place.audience)
    else { return false }
    return occupant == .live
  }

  /// Who may follow, from the mode of the audience's socket; nil if there is none.
  ///
  /// The socket of a dead host counts too.
  package var audienceMode: mode_t? {
    var status = stat()
    guard lstat(audience, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
    return status.st_mode & 0o666
  }

  /// Creates the folder if it is missing and checks that nobody else can tamper with it.
  func prepare() throws(SharingFault) {
    guard let folder else { return }
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw .badFolder(folder, reason: SystemError.last.reason)
    }
    try check()
  }

  /// Checks that the folder is a folder, belongs to this user and is open to nobody else.
  func check() throws(SharingFault) {
    guard let folder else { return }
    var status = stat()
    guard lstat(folder, &status) == 0 else {
      if errno == ENOENT { throw .noBriefing(audience) }
      throw .badFolder(folder, reason: SystemError.last.reason)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .badFolder(folder, reason: "it is not a folder")
    }
    guard status.st_uid == geteuid() else {
      throw .badFolder(folder, reason: "it belongs to another user")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw .badFolder(folder, reason: "others have access; 'chmod 700' closes it")
    }
  }

  private static func folder(_ runtimeFolder: String?) -> String {
    // The XDG Base Directory Specification says that a relative path must be ignored.
    if let runtimeFolder, runtimeFolder.hasPrefix("/") { return runtimeFolder + "/dossier" }
    return "/tmp/dossier-\(geteuid())"
  }

  private static func isName(_ name: String) -> Bool {
    guard (1...64).contains(name.utf8.count), !name.hasPrefix("."), !name.hasPrefix("-") else {
      return false
    }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
  }
}
