import Query
import Records

/// What the clock says at a moment of a talk, by its `TimePlan`; spans are whole seconds.
struct TalkPace {
  /// Since the start; nil before it.
  private(set) var elapsed: Int?
  /// Until the end that the deck or a cut has set, negative after it; nil if none is set.
  private(set) var left: Int?
  /// On the slide that is shown, all times together.
  private(set) var onSlide = 0
  /// The time of the slide in total; nil if the talk has no limit.
  private(set) var budget: Int?
  /// How far the talk is behind its budgets, negative if it is ahead; nil without a limit.
  private(set) var behind: Int?
  /// How far it is behind the rehearsal; nil without one, and after a cut.
  private(set) var behindRehearsal: Int?

  /// Reads the clock of a talk.
  init(_ talk: Talk, _ stage: Stage) {
    let course = talk.course
    // A stage has at least one slide, and a plan has a budget for each.
    let slide = stage.clamped(talk.shown.slide)
    let plan = Self.plan(talk, stage)
    budget = Self.whole(plan.budgets[slide]?.rounded())
    // Time that no slide asks for still belongs to the talk.
    let limit = course.cut == nil ? Self.seconds(stage.deck.minutes) : nil
    guard let started = course.started else {
      left = Self.whole(limit ?? plan.seconds)
      return
    }
    elapsed = max(0, talk.now - started) / 1000
    let spent = Self.spent(talk, plan)
    let running = course.since.map { max(0, talk.now - $0) } ?? 0
    let before = slide < course.times.count ? course.times[slide] : 0
    onSlide = (before + running) / 1000
    let pace = plan.pace(on: slide, onSlide: Double(onSlide), elapsed: spent)
    left = Self.whole(limit.map { $0 - spent } ?? pace.left)
    behind = Self.whole(pace.late)
    guard course.cut == nil, let rehearsal = talk.rehearsal else { return }
    let rehearsed = TimePlan(rehearsal, of: stage.deck)
    behindRehearsal = Self.whole(
      rehearsed.pace(on: slide, onSlide: Double(onSlide), elapsed: spent).late)
  }

  /// The seconds to compare with the plan: all, or after a cut those since then and those that the
  /// plan counts before it.
  private static func spent(_ talk: Talk, _ plan: TimePlan) -> Double {
    guard let cut = talk.course.cut else {
      // A clock that was set back does not count backwards.
      return Double(max(0, talk.now - (talk.course.started ?? talk.now))) / 1000
    }
    let before = plan.budgets.prefix(cut.slide).reduce(0) { $0 + ($1 ?? 0) }
    return before + Double(cut.spent + max(0, talk.now - cut.start)) / 1000
  }

  /// The budgets of the deck, or after a cut the remaining ones.
  private static func plan(_ talk: Talk, _ stage: Stage) -> TimePlan {
    let plan = TimePlan(stage.deck)
    guard let cut = talk.course.cut else { return plan }
    // The slide's time since the cut is part of the minutes that were left.
    var spent = talk.course.times.map { Double($0) / 1000 }
    if spent.indices.contains(cut.slide) { spent[cut.slide] = Double(cut.spent) / 1000 }
    return plan.cut(
      stage.deck, to: Double(cut.length) / 1000, from: stage.clamped(cut.slide), spent: spent)
  }

  private static func seconds(_ minutes: Double?) -> Double? {
    minutes.flatMap { $0.isFinite && $0 > 0 ? $0 * 60 : nil }
  }

  private static func whole(_ seconds: Double?) -> Int? {
    guard let seconds, seconds.isFinite else { return nil }
    return Int(max(-1e9, min(seconds, 1e9)).rounded(.towardZero))
  }

  /// Seconds as a clock shows them: `4:05`, past an hour `1:02:03`, before zero with a minus sign.
  static func clock(_ seconds: Int) -> String {
    let size = Int(min(seconds.magnitude, 359_999))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = size / 60
    let text =
      minutes < 60
      ? "\(minutes):\(two(size % 60))" : "\(minutes / 60):\(two(minutes % 60)):\(two(size % 60))"
    return seconds < 0 ? "−" + text : text
  }
}
