import Glibc
import TestSupport

/// A temporary folder with what the other programs show: a long text and a git repository.
final class Workshop {
  /// The folder; empty where none could be made.
  let folder: String
  /// A text of two thousand lines.
  var text: String { folder + "/text" }
  /// A git repository of two hundred commits.
  var repository: String { folder + "/repository" }

  /// No temporary folder could be made.
  struct Fault: Error {}

  init() throws {
    var name = Array("/tmp/dossier-bench.XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw Fault() }
    folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    try Self.run(
      """
      seq -f 'Line %g of a text that has something to say in every line.' 2000 >'\(text)'
      command -v git >/dev/null || exit 0
      git init -q '\(repository)'
      for number in $(seq 200); do
        printf 'commit refs/heads/master\\ncommitter A <a@example.org> %d +0000\\n' \\
          $((1700000000 + number * 3600))
        printf 'data <<END\\nChange number %d of the repository\\nEND\\n' "$number"
        printf 'M 644 inline file\\ndata <<END\\n%d\\nEND\\n' "$number"
      done | git -C '\(repository)' fast-import --quiet
      """)
  }

  /// Writes a file into the folder; its path.
  func write(_ name: String, _ text: String) -> String {
    Files.write(text, to: "\(folder)/\(name)")
    return "\(folder)/\(name)"
  }

  /// The text of a file; nil where there is none.
  static func read(_ path: String) -> String? { Files.read(path) }

  deinit { try? Self.run("rm -rf '\(folder)'") }

  private static func run(_ script: String) throws {
    try PseudoTerminal("/bin/sh", ["-c", script]).wait(timeout: 20_000)
  }
}
