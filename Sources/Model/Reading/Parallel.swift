import Glibc

/// Work that is cut into pieces for all processors.
enum Parallel {
  /// How many threads work at once: one for each processor, at most eight.
  static let width = max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Calls a function with each number below a count, on several threads, and gathers the results.
  ///
  /// Numbers are given out in order as threads become free. Where no thread can be started, the
  /// calling one does all the work.
  static func map<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let job = Job(count, body)
    var threads: [pthread_t] = []
    for _ in 1..<max(2, min(width, count)) where width > 1 && count > 1 {
      var thread = pthread_t()
      let box = Unmanaged.passRetained(job)
      let code = pthread_create(&thread, nil, run, box.toOpaque())
      if code == 0 { threads.append(thread) } else { box.release() }
    }
    job.work()
    for thread in threads { pthread_join(thread, nil) }
    return job.results
  }

  /// Does two things at once; each may use several threads itself.
  static func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second)? {
    let results = map(2) { $0 == 0 ? (first(), nil) : (nil, second()) as (First?, Second?) }
    guard let one = results[0].0, let other = results[1].1 else { return nil }
    return (one, other)
  }

  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
    { pointer in
      if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().work() }
      return nil
    }

  /// What a thread does.
  private class Work: @unchecked Sendable {
    func work() {}
  }

  /// The pieces that are left and the results of those that are done, under a lock.
  private final class Job<Result: Sendable>: Work, @unchecked Sendable {
    private let body: @Sendable (Int) -> Result
    private let lock = Lock()
    private var next = 0
    private var found: [Result?]

    init(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) {
      self.body = body
      found = Array(repeating: nil, count: count)
    }

    /// The results in order, once all threads have ended.
    var results: [Result] { found.compactMap(\.self) }

    override func work() {
      while let number = take() {
        let result = body(number)
        lock.hold { found[number] = result }
      }
    }

    private func take() -> Int? {
      lock.hold {
        guard next < found.count else { return nil }
        next += 1
        return next - 1
      }
    }
  }
}

/// A value that threads share and none of them changes, which the compiler cannot know of pointers.
struct Unchecked<Value>: @unchecked Sendable {
  let value: Value
}
