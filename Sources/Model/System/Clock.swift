import Glibc

/// What time it is, in milliseconds.
package enum Clock {
  /// Monotonic time, which nobody can set, since an unspecified moment.
  package static var now: Int { milliseconds(CLOCK_MONOTONIC) }

  /// The time of day, since 1970: for readers, and to compare with other processes.
  package static var wall: Int { milliseconds(CLOCK_REALTIME) }

  /// The date of today where the program runs.
  package static var today: (year: Int, month: Int, day: Int) {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }

  /// How many seconds local time is ahead of UTC.
  package static var utcOffset: Int {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts.tm_gmtoff
  }

  /// A time of day in the reader's time zone: `14:05`.
  package static func timeOfDay(_ milliseconds: Int) -> String {
    var seconds = milliseconds / 1000
    var parts = tm()
    localtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(parts.tm_hour)):\(two(parts.tm_min))"
  }

  /// How long until the next full second, counted from a time of day.
  package static func untilNextSecond(since start: Int) -> Int { 1000 - (wall - start) % 1000 }

  private static func milliseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
