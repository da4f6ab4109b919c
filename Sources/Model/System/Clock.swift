import Glibc

/// What time it is, in milliseconds.
package enum Clock {
  /// Time that only goes forward and that nobody can set, since some moment.
  package static var now: Int { milliseconds(CLOCK_MONOTONIC) }

  /// The time of day, since 1970: for what people read, and for what goes on in another process.
  package static var wall: Int { milliseconds(CLOCK_REALTIME) }

  /// How many seconds the time of this place is ahead of UTC.
  package static var utcOffset: Int {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts.tm_gmtoff
  }

  /// How long until the next full second since a moment of the time of day.
  package static func untilNextSecond(since start: Int) -> Int { 1000 - (wall - start) % 1000 }

  private static func milliseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
