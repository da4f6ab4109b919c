import Glibc

/// Another program, run to its end with nothing on its standard input.
struct Command {
  /// The program's path and its arguments.
  let words: [String]

  /// How long it ran in milliseconds; nil where it could not be started or failed.
  ///
  /// - Parameter output: The file that takes what it prints.
  func milliseconds(output: String = "/dev/null") -> Double? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let start = Run.now()
    guard posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    return status == 0 ? Run.now() - start : nil
  }

  /// What it prints, without the end of the line; nil where it fails.
  ///
  /// - Parameter file: A file to take it meanwhile.
  func text(through file: String) -> String? {
    guard milliseconds(output: file) != nil else { return nil }
    return Workshop.read(file)?.split(separator: "\n").last.map(String.init)
  }

  /// The most memory that it uses in MiB; nil where the program `time` is not installed.
  ///
  /// A process that is started from here counts this one's memory as its own at first, which
  /// one that `time` starts does not.
  func peak(through file: String) -> Double? {
    guard let time = Contestant.installed("time") else { return nil }
    let timed = Command(words: [time, "-f", "%M", "-o", file] + words)
    guard timed.milliseconds() != nil else { return nil }
    return Workshop.read(file)?.split(separator: "\n").last.flatMap { Double($0) }.map { $0 / 1024 }
  }
}
