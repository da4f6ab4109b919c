import Glibc

/// Reads and writes whole files.
package enum WholeFile {
  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - limit: The most bytes that are read.
  ///   - takesPipes: Whether to wait for the content of a pipe; otherwise only a regular file is
  ///     read, and nothing blocks.
  package static func bytes(
    at path: String, limit: Int, takesPipes: Bool = false
  ) throws(FileFault) -> [UInt8] {
    let flags = O_RDONLY | O_CLOEXEC | (takesPipes ? 0 : O_NONBLOCK)
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw FileFault(.last) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, limit: limit, takesPipes: takesPipes)
  }

  /// Reads the bytes of an open file.
  package static func bytes(
    of descriptor: Int32, limit: Int, takesPipes: Bool = false
  ) throws(FileFault) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFault(.last) }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    guard isRegular || takesPipes else { throw .notRegular }
    let size = isRegular ? Int(status.st_size) : nil
    guard size ?? 0 <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    // One byte more than the size, so that one call reads a file and finds its end.
    var room = size.map { $0 + 1 } ?? 1 << 16
    var bytes: [UInt8] = []
    while true {
      var result = 0
      let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        result = read(descriptor, buffer.baseAddress, buffer.count)
        count = max(0, result)
      }
      if result < 0, errno == EINTR { continue }
      guard result >= 0 else { throw FileFault(.last) }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      guard bytes.count <= limit else { throw .tooLarge(bytes: nil, limit: limit) }
      // Some of the system's files report no size.
      if result == 0 || bytes.count == size { return bytes }
      room = 1 << 16
    }
  }

  /// Creates a new file; when this returns, its bytes are on the disk.
  ///
  /// - Throws: `EEXIST` if the path exists. A partly written file is removed.
  package static func create(
    _ path: String, _ bytes: [UInt8], mode: UInt32
  ) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw .last }
    var fault: SystemError?
    do {
      try send(bytes, to: descriptor)
      if fsync(descriptor) != 0 { fault = .last }
    } catch {
      fault = error
    }
    if close(descriptor) != 0, fault == nil { fault = .last }
    guard let fault else { return }
    unlink(path)
    throw fault
  }

  /// Replaces a file, or makes it, in one step: readers see the old bytes or the new, never a part.
  ///
  /// The new bytes are on the disk before they take the old ones' place, since otherwise a power
  /// cut could leave an empty file.
  ///
  /// - Parameter mode: The permissions of a new file; one that exists keeps its own.
  /// - Throws: `SystemError` if that fails; the old file is unchanged then.
  package static func replace(_ path: String, _ bytes: [UInt8], mode: UInt32) throws(SystemError) {
    let draft = "\(path).\(getpid()).new"
    unlink(draft)
    var status = stat()
    let isOld = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    try create(draft, bytes, mode: isOld ? status.st_mode & 0o777 : mode)
    if rename(draft, path) == 0 { return }
    let error = SystemError.last
    unlink(draft)
    throw error
  }

  /// Writes all bytes to a descriptor, waiting while it accepts no more.
  package static func send(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 {
        throw SystemError(ENOSPC)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        throw .last
      }
    }
  }
}
