import Glibc

/// A program that is run for what it writes to its standard output.
package enum ChildProcess {
  /// What became of it.
  package enum Result {
    /// What it wrote, after it ended well.
    case bytes([UInt8])
    /// It could not be found.
    case missing
    /// It ended with an error.
    case failed
    /// It wrote more than was asked for, and was stopped.
    case tooLarge
  }

  /// Runs a program of the search path without input and without its complaints, and waits for it.
  ///
  /// - Parameters:
  ///   - words: Its name and its arguments.
  ///   - limit: The most bytes that are read.
  package static func output(of words: [String], limit: Int) -> Result {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .failed }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for word in arguments { free(word) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
    close(ends[1])
    guard code == 0 else {
      close(ends[0])
      return code == ENOENT || code == EACCES ? .missing : .failed
    }
    let bytes = read(ends[0], limit)
    close(ends[0])
    if bytes == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard let bytes else { return .tooLarge }
    return status == 0 ? .bytes(bytes) : .failed
  }

  /// Everything from a descriptor; nil if that is more than the limit.
  private static func read(_ descriptor: Int32, _ limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
      if bytes.count > limit { return nil }
    }
  }
}
