import Glibc

@testable import Sharing

/// A host in a thread of the test program, which ends with the object.
final class RunningHost {
  let folder: BriefingFolder
  var place: BriefingPlace { folder.place }
  private let stop: Int32
  private let done: Int32
  private var thread = pthread_t()
  private var hasJoined = false

  private final class Work {
    let folder: BriefingFolder
    let rules: HostRules
    let stop: Int32
    let done: Int32

    init(_ folder: BriefingFolder, _ rules: HostRules, _ stop: Int32, _ done: Int32) {
      (self.folder, self.rules, self.stop, self.done) = (folder, rules, stop, done)
    }
  }

  /// Starts a host; its sockets listen when the call returns.
  init(_ rules: HostRules = HostRules(), folder: BriefingFolder? = nil) throws {
    let folder = try folder ?? BriefingFolder()
    var ends: [Int32] = [-1, -1]
    var news: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0, socketpair(AF_UNIX, kind, 0, &news) == 0 else {
      throw TestFault("socketpair")
    }
    self.folder = folder
    stop = ends[1]
    done = news[0]
    let work = Work(folder, rules, ends[0], news[1])
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
        if let sockets = try? BriefingSockets(work.folder.place) {
          var byte: UInt8 = 1
          send(work.done, &byte, 1, Int32(MSG_NOSIGNAL))
          _ = Host(sockets, rules: work.rules, stop: work.stop).run()
        }
        close(work.stop)
        close(work.done)
        return nil
      }, Unmanaged.passRetained(work).toOpaque())
    guard code == 0 else { throw TestFault("pthread_create") }
    var byte: UInt8 = 0
    guard recv(done, &byte, 1, 0) == 1 else { throw TestFault("the host did not start") }
  }

  /// Whether the host ends by itself within a time in milliseconds.
  func ends(within timeout: Int32) -> Bool {
    var waiting = pollfd(fd: done, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, timeout) == 1
  }

  /// Stops the host as a signal does, and waits for its end.
  func stopAndWait() {
    guard !hasJoined else { return }
    hasJoined = true
    shutdown(stop, Int32(SHUT_RDWR))
    pthread_join(thread, nil)
  }

  deinit {
    stopAndWait()
    close(stop)
    close(done)
  }
}
