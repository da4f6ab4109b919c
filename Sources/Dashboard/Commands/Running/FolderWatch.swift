import Glibc
import Terminal

/// The kernel's word on what changes in a dossier's folder (inotify).
///
/// Watches the folder, those of its subfolders that a dossier has, and the folder around it, in
/// which it may be put anew. Where the kernel has no watch left there is none, and nothing is told.
final class FolderWatch {
  private let descriptor: Int32
  private let path: String
  private let name: String
  private let subfolders: [String]
  private let file: String?
  // The watch over the folder around it.
  private let around: Int32
  private static let changes =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB

  /// A watch over a folder; nil where the kernel gives none.
  ///
  /// - Parameters:
  ///   - subfolders: The names of the folders in it that are watched, too.
  ///   - file: The name of the only file in it that matters; nil for all.
  init?(_ path: String, subfolders: [String] = [], file: String? = nil) {
    guard let real = realpath(path, nil) else { return nil }
    self.path = String(cString: real)
    free(real)
    name = self.path.split(separator: "/").last.map(String.init) ?? ""
    self.subfolders = subfolders
    self.file = file
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let moves = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR
    around = inotify_add_watch(descriptor, self.path + "/..", UInt32(moves))
    guard watch() else { return nil }
  }

  deinit { close(descriptor) }

  /// What to wait for beside the terminal.
  var watched: WatchedDescriptor { WatchedDescriptor(descriptor, events: Int16(POLLIN)) }

  /// Watches what is there now; a folder that is watched already is not watched twice.
  @discardableResult
  private func watch() -> Bool {
    let events = UInt32(Self.changes | IN_ONLYDIR)
    for folder in subfolders { _ = inotify_add_watch(descriptor, "\(path)/\(folder)", events) }
    return inotify_add_watch(descriptor, path, events) >= 0
  }

  /// Takes all that has come; true when something changed that a dossier is read from.
  func drain() -> Bool {
    var hasChanged = false
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 8) { buffer in
      while let start = buffer.baseAddress {
        let count = read(descriptor, start, buffer.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { break }
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          offset += MemoryLayout<inotify_event>.size
          let length = min(Int(event.len), count - offset)
          let name = UnsafeRawBufferPointer(buffer)[offset..<offset + length].prefix { $0 != 0 }
          offset += length
          if matters(event, String(decoding: name, as: UTF8.self)) { hasChanged = true }
        }
      }
    }
    // Folders may have come or come again.
    if hasChanged { watch() }
    return hasChanged
  }

  private func matters(_ event: inotify_event, _ name: String) -> Bool {
    // Some events were lost: anything may have changed.
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    if event.wd == around { return name == self.name }
    if event.mask & UInt32(IN_IGNORED) != 0 { return true }
    if let file { return name == file }
    // What editors write beside the file.
    return !name.hasPrefix(".") && !name.hasSuffix("~")
  }
}
