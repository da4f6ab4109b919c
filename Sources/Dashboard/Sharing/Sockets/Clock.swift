import Glibc

/// Time that only goes forward.
enum Clock {
  /// Milliseconds since an arbitrary moment.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
