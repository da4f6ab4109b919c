import Model

/// What the clock says at a moment of a talk; spans are whole seconds.
struct TalkPace {
  /// Since the start; nil before it.
  private(set) var elapsed: Int?
  /// Until the end that the deck or a cut has set, negative past it; nil where none is set.
  private(set) var left: Int?
  /// On the slide that is shown, all times together.
  private(set) var onSlide = 0
  /// What the slide may take; nil where the talk has no limit.
  private(set) var budget: Int?
  /// How far the talk is behind its budgets, negative where it is ahead; nil without a limit.
  private(set) var behind: Int?
  /// How far it is behind the rehearsal; nil without one.
  private(set) var behindRehearsal: Int?

  /// Reads the clock of a talk.
  init(_ talk: Talk, _ stage: Stage) {
    let course = talk.course
    let slide = talk.shown.slide
    let plan = Self.budgets(talk, stage)
    budget = plan[slide].map { Int($0.rounded()) }
    let limit = course.cut.map(\.length) ?? stage.deck.minutes.flatMap(Self.milliseconds)
    guard let started = course.started else {
      left = limit.map { $0 / 1000 }
      return
    }
    elapsed = max(0, talk.now - started) / 1000
    if let limit {
      left = ((course.cut?.start ?? started) + limit - talk.now) / 1000
    }
    let running = course.since.map { max(0, talk.now - $0) } ?? 0
    var before = slide < course.times.count ? course.times[slide] : 0
    if course.cut?.slide == slide { before = 0 }
    onSlide = (before + running) / 1000
    measure(talk, stage, plan)
  }

  /// Compares what is over with what was planned for it.
  private mutating func measure(_ talk: Talk, _ stage: Stage, _ plan: [Int: Double]) {
    let slides = talk.slides(stage)
    let first = talk.course.cut?.slide ?? 0
    let over = slides.filter { $0 >= first && $0 < talk.shown.slide }
    let base = talk.course.cut?.start ?? talk.course.started ?? talk.now
    let spent = Double(max(0, talk.now - base)) / 1000
    if !plan.isEmpty {
      // Within a slide the talk is on time until its budget is used up.
      let planned = over.reduce(0) { $0 + (plan[$1] ?? 0) }
      behind = Self.deviation(spent, planned, planned + (plan[talk.shown.slide] ?? 0))
    }
    guard !talk.rehearsal.isEmpty, talk.course.cut == nil else { return }
    func rehearsed(_ slide: Int) -> Double {
      slide < talk.rehearsal.count ? max(0, min(talk.rehearsal[slide], 1e6)) : 0
    }
    let planned = over.reduce(0) { $0 + rehearsed($1) }
    behindRehearsal = Self.deviation(spent, planned, planned + rehearsed(talk.shown.slide))
  }

  private static func deviation(_ spent: Double, _ least: Double, _ most: Double) -> Int {
    guard spent.isFinite, least.isFinite, most.isFinite else { return 0 }
    let seconds = spent > most ? spent - most : spent < least ? spent - least : 0
    return Int(max(-1e9, min(seconds, 1e9)))
  }

  private static func milliseconds(_ minutes: Double) -> Int? {
    guard minutes.isFinite, minutes > 0, minutes < 6000 else { return nil }
    return Int(minutes * 60_000)
  }

  /// What each slide that is to be shown may take, in seconds.
  ///
  /// Its own minutes, else by its steps a share of what the others leave. Empty where the talk has
  /// no limit.
  private static func budgets(_ talk: Talk, _ stage: Stage) -> [Int: Double] {
    var slides = talk.slides(stage)
    let limit = talk.course.cut.map(\.length) ?? stage.deck.minutes.flatMap(milliseconds)
    guard let limit else { return [:] }
    let total = Double(limit) / 1000
    // After a cut the time is for what is still to come.
    if let cut = talk.course.cut { slides = slides.filter { $0 >= cut.slide } }
    var budgets: [Int: Double] = [:]
    var rest = total
    var steps = 0
    for slide in slides {
      if let own = stage.deck.slides[slide].minutes.flatMap(milliseconds) {
        budgets[slide] = Double(own) / 1000
        rest -= Double(own) / 1000
      } else {
        steps += stage.deck.slides[slide].steps
      }
    }
    for slide in slides where budgets[slide] == nil {
      let share = Double(stage.deck.slides[slide].steps) / Double(max(1, steps))
      budgets[slide] = max(0, rest) * share
    }
    let sum = budgets.values.reduce(0, +)
    // Budgets that add up to more than there is shrink alike.
    if sum > total, sum > 0 { budgets = budgets.mapValues { $0 * total / sum } }
    return budgets
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
