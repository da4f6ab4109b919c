import Glibc
import Terminal

/// Reports changes in a dossier's folder (inotify).
///
/// Watches the folder, its subfolders that belong to a dossier, and the folder around it, in which
/// it may be replaced. If the kernel has no watch left, changes are not reported.
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

  /// A watch over a folder; nil if the kernel provides none.
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

  /// The descriptor to wait for, besides the terminal.
  var watched: WatchedDescriptor { WatchedDescriptor(descriptor, events: Int16(POLLIN)) }

  /// Watches the existing folders; none is watched twice.
  @discardableResult
  private func watch() -> Bool {
    let events = UInt32(Self.changes | IN_ONLYDIR)
    for folder in subfolders { _ = inotify_add_watch(descriptor, "\(path)/\(folder)", events) }
    return inotify_add_watch(descriptor, path, events) >= 0
  }

  /// Reads all events; true if a file of a dossier has changed.
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
    // Folders may be new or have been replaced.
    if hasChanged { watch() }
    return hasChanged
  }

  private func matters(_ event: inotify_event, _ name: String) -> Bool {
    // Some events were lost: anything may have changed.
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    if event.wd == around { return name == self.name }
    if event.mask & UInt32(IN_IGNORED) != 0 { return true }
    if let file { return name == file }
    // Files that editors write beside the original.
    return !name.hasPrefix(".") && !name.hasSuffix("~")
  }
}
