import Glibc

/// The memory left by a limit on the process (`ulimit -v`), checked before large allocations.
///
/// Swift ends a program that gets no memory; if that can be foreseen, a message is shown instead.
package enum Memory {
  /// Whether a number of bytes can be allocated at once.
  package static func allows(_ bytes: Int) -> Bool {
    let place = mmap(nil, max(1, bytes), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let place, place != MAP_FAILED else { return false }
    munmap(place, max(1, bytes))
    return true
  }

  /// The most bytes that a screen needs for its cells: in ncurses, as canvases and as a frame.
  package static func bytes(cells: Int) -> Int { cells * 160 + 1 << 20 }
}
