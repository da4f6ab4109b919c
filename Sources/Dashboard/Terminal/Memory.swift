import CNcurses
import Glibc

/// What a limit on the process' memory (`ulimit -v`) leaves, asked before much is taken.
///
/// Swift ends a program that gets no memory; what can be foreseen is refused with a sentence instead.
public enum Memory {
  /// Whether some more bytes can be had at once.
  public static func allows(_ bytes: Int) -> Bool {
    let place = mmap(nil, max(1, bytes), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let place, place != MAP_FAILED else { return false }
    munmap(place, max(1, bytes))
    return true
  }

  /// Gives back the program's code, most of which only a start needs.
  ///
  /// It lies in the page cache; what a key needs comes back from there.
  public static func forgetStart() { cncurses_forget_code() }

  /// The bytes that a screen of some cells takes, at most: as ncurses keeps it, as canvases, and as
  /// what is sent of it.
  static func bytes(cells: Int) -> Int { cells * 160 + 1 << 20 }
}
