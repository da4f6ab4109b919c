import Glibc

/// Another program, run until it ends.
package enum ChildProcess {
  /// Why a program did not do its work.
  package enum Fault: Error, Sendable {
    /// There is no such program in PATH.
    case absent
    /// It could not be started.
    case system(SystemError)
    /// It ended with a fault; its last words, at most a line.
    case failed(String)
  }

  /// Runs a program of PATH; it reads nothing and what it writes is kept from the terminal.
  ///
  /// - Parameter folder: Where its messages are kept in a file.
  package static func run(
    _ program: String, _ arguments: [String], in folder: String
  ) throws(Fault) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let messages = "\(folder)/messages"
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, 2, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    argv.append(nil)
    defer { argv.forEach { free($0) } }
    // What a program needs to find its files and fonts, and no more.
    let names: [String] = [
      "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_DIRS",
    ]
    var envp: [UnsafeMutablePointer<CChar>?] = names.compactMap { name in
      getenv(name).map { strdup("\(name)=\(String(cString: $0))") }
    }
    envp.append(nil)
    defer { envp.forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, program, &actions, nil, &argv, &envp)
    if code == ENOENT { throw .absent }
    guard code == 0 else { throw .system(SystemError(code)) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .system(.last) }
    }
    guard status == 0 else { throw .failed(lastLine(of: messages)) }
  }

  private static func lastLine(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var last = ""
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, 512, file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.contains(where: { !$0.isWhitespace }) { last = text }
    }
    return last.filter { !$0.isNewline }
  }
}
