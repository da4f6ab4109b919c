package import Canvas

/// The clock in one line: time of day, elapsed, left, the slide's budget, the pace.
package enum ClockLine {
  /// As much of it as fits, the most important first.
  package static func line(_ talk: Talk, _ stage: Stage, width: Int) -> StyledLine {
    let pace = TalkPace(talk, stage)
    var parts: [StyledLine] = []
    if let left = pace.left {
      let role: Role = left < 0 ? .fault : left < 60 ? .caution : .text
      parts.append(part("left", TalkPace.clock(left), Style(role, .bold)))
    }
    parts.append(part("elapsed", pace.elapsed.map(TalkPace.clock) ?? "not started"))
    if pace.elapsed != nil {
      // A slide that a cut has removed has no time, which is not worth showing.
      let given = pace.budget.flatMap { $0 > 0 ? $0 : nil }
      let budget = given.map { " of " + TalkPace.clock($0) } ?? ""
      let isOver = given.map { pace.onSlide > $0 } ?? false
      parts.append(
        part(
          "slide", TalkPace.clock(pace.onSlide) + budget, Style(isOver ? .caution : .text, .bold)))
      if let behind = pace.behindRehearsal {
        parts.append(standing(behind, "than rehearsed"))
      } else if let behind = pace.behind {
        parts.append(standing(behind, ""))
      }
    }
    if talk.now > 0 { parts.append(StyledLine(timeOfDay(talk), .faint)) }
    if talk.course.cut != nil { parts.insert(StyledLine("CUT", Style(.caution, .bold)), at: 0) }
    var line = StyledLine()
    for part in parts {
      let gap = line.runs.isEmpty ? "" : "   "
      guard line.columns + gap.columns + part.columns <= width else { break }
      line.runs += [StyledRun(gap)] + part.runs
    }
    return line
  }

  private static func part(
    _ name: String, _ value: String, _ style: Style = Style(.text, .bold)
  ) -> StyledLine {
    StyledLine([StyledRun(name + " ", .faint), StyledRun(value, style)])
  }

  /// How far behind or ahead the talk is; within five seconds it is on time.
  private static func standing(_ behind: Int, _ than: String) -> StyledLine {
    if behind.magnitude < 5 { return StyledLine("on time", .faint) }
    let late = than.isEmpty ? "behind" : "slower \(than)"
    let early = than.isEmpty ? "ahead" : "faster \(than)"
    let span = TalkPace.clock(behind < 0 ? -behind : behind)
    return behind > 0
      ? StyledLine("\(span) \(late)", Style(.caution, .bold))
      : StyledLine("\(span) \(early)", .text)
  }

  /// The time of day: `14:05`.
  static func timeOfDay(_ talk: Talk) -> String {
    let offset = max(-86_400, min(talk.utcOffset, 86_400))
    let minutes = (talk.now / 1000 + offset + 86_400) / 60 % 1440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
