import CNcurses
import Glibc

/// Catches what ncurses sends for a frame, so that it can go out in one write and be counted.
///
/// ncurses writes wherever the descriptor that it was opened with leads. While a frame is drawn it
/// leads to a file in memory, which takes everything at once; else it leads to the terminal.
struct FrameCapture {
  private let descriptor: Int32
  private let terminal: Int32
  private let memory: Int32

  /// The largest frame that there can be, about: a screen of a thousand columns, all in colours.
  private static let largest: off_t = 8 << 20

  /// A capture of what goes to a terminal through a descriptor.
  ///
  /// Where no file can be had, or none so large (`ulimit -f` counts those in memory too), frames go
  /// out by themselves.
  init(of descriptor: Int32, terminal: Int32) {
    var memory = memfd_create("frame", 1)
    if memory >= 0, ftruncate(memory, Self.largest) != 0 || ftruncate(memory, 0) != 0 {
      Glibc.close(memory)
      memory = -1
    }
    self.descriptor = descriptor
    self.terminal = terminal
    self.memory = memory
  }

  /// The bytes that ncurses sends while something is drawn.
  func bytes(of drawing: () -> Void) -> [UInt8] {
    // Where the descriptor cannot be turned, the frame goes out by itself.
    guard memory >= 0, dup2(memory, descriptor) >= 0 else {
      drawing()
      return []
    }
    drawing()
    dup2(terminal, descriptor)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    lseek(memory, 0, SEEK_SET)
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
    // A whole screen is kept no longer than it takes.
    if count > 1 << 16 { ftruncate(memory, 0) }
    return bytes
  }

  /// Closes the file in memory.
  func close() { if memory >= 0 { Glibc.close(memory) } }
}
