import Glibc

/// What a limit on the process' memory (`ulimit -v`) leaves, asked before much is taken.
///
/// Swift ends a program that gets no memory; where that can be foreseen, a sentence is shown
/// instead.
package enum Memory {
  /// Whether some more bytes can be had at once.
  package static func allows(_ bytes: Int) -> Bool {
    let place = mmap(nil, max(1, bytes), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let place, place != MAP_FAILED else { return false }
    munmap(place, max(1, bytes))
    return true
  }

  /// The bytes that a screen of some cells takes at most: in ncurses, as canvases and as a frame.
  package static func bytes(cells: Int) -> Int { cells * 160 + 1 << 20 }
}
