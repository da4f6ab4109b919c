/// Splits what comes over a socket into lines of bounded length.
struct LineReader {
  /// The most bytes of a line without its end.
  var limit: Int
  private var bytes: [UInt8] = []
  /// Where the next line begins.
  private var start = 0
  /// How far the search for a line end has come.
  private var scanned = 0

  init(limit: Int) { self.limit = limit }

  /// Whether the next line is longer than allowed; nothing can be read after it.
  private(set) var isTooLong = false

  /// Adds bytes at the end.
  mutating func append(_ new: some Collection<UInt8>) {
    if start > 0, start == bytes.count || start > 1 << 16 {
      bytes.removeFirst(start)
      scanned -= start
      start = 0
    }
    bytes += new
  }

  /// Takes the next line without its end; nil if it is incomplete or too long.
  mutating func next() -> ArraySlice<UInt8>? {
    guard !isTooLong else { return nil }
    guard let end = bytes[scanned...].firstIndex(of: UInt8(ascii: "\n")) else {
      scanned = bytes.count
      isTooLong = bytes.count - start > limit
      return nil
    }
    guard end - start <= limit else {
      isTooLong = true
      return nil
    }
    defer {
      start = end + 1
      scanned = start
    }
    return bytes[start..<end]
  }

  /// Whether `next` has a result: a line, or that it is too long.
  var hasLine: Bool {
    isTooLong || bytes[scanned...].contains(UInt8(ascii: "\n"))
  }

  /// Whether anything is left, complete or not.
  var isEmpty: Bool { start == bytes.count }
}
