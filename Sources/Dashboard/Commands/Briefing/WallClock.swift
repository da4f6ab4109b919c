import Glibc

/// What time it is, for the clock of a briefing.
///
/// Wall time, because a briefing that is taken up after a line dropped goes on in another process.
enum WallClock {
  /// Milliseconds since 1970.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// How many seconds the time of this place is ahead of UTC.
  static var utcOffset: Int {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts.tm_gmtoff
  }

  /// How long until the next full second since a moment, in milliseconds.
  static func untilNextSecond(since start: Int) -> Int { 1000 - (now - start) % 1000 }
}
