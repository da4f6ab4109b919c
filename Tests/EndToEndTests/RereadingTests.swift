import Glibc
import Terminal
import Testing

@testable import dossier

/// That files are read anew beside whoever waits for keys, once for all changes that come meanwhile.
@Suite struct RereadingTests {
  /// A reader that is held back until the test lets it go on, and counts.
  private final class Reader: @unchecked Sendable {
    private let gate = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private let begun = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private(set) var count = 0

    init() {
      sem_init(gate, 0, 0)
      sem_init(begun, 0, 0)
    }

    func read() -> Int {
      count += 1
      sem_post(begun)
      sem_wait(gate)
      return count
    }

    /// Waits until a reading has begun.
    func awaitBeginning() { sem_wait(begun) }
    func goOn() { sem_post(gate) }
  }

  private let folder: CommandFolder
  private let reader = Reader()
  private var files: Rereading<Int>

  init() throws {
    folder = try CommandFolder(["index.md": "One"])
    let watch = try #require(FolderWatch(folder.path))
    files = Rereading([watch]) { [reader] in reader.read() }
  }

  /// Waits as the run loop does until something is to be looked at; what was read, if anything.
  private mutating func turn() -> Int? {
    var descriptors = files.watched.map {
      pollfd(fd: $0.descriptor, events: $0.events, revents: 0)
    }
    poll(&descriptors, nfds_t(descriptors.count), files.timeout.map { Int32($0) } ?? 20_000)
    files.take()
    return files.content()
  }

  /// Turns until a reading is under way.
  private mutating func begin() {
    repeat { #expect(turn() == nil) } while files.timeout != nil
    reader.awaitBeginning()
  }

  @Test mutating func changesDuringAReadingLeadToOneMore() throws {
    #expect(files.content() == nil && files.timeout == nil)
    try folder.write("index.md", "Two")
    begin()
    for number in 0..<5 {
      try folder.write("index.md", "\(number)")
      // The loop turns, and nothing is due for as long as the reading goes on.
      #expect(turn() == nil && files.timeout == nil)
    }
    #expect(reader.count == 1)
    reader.goOn()
    #expect(turn() == 1)
    begin()
    reader.goOn()
    #expect(turn() == 2)
    #expect(files.timeout == nil && files.content() == nil && reader.count == 2)
  }

  @Test mutating func whatIsAwaitedIsReadAtOnce() throws {
    reader.goOn()
    #expect(files.content(isDue: true, isAwaited: true) == 1)
    // Nothing has changed.
    #expect(files.content(isAwaited: true) == nil)
  }
}
