package import Records

/// Which slides of a talk will be shown, and how many seconds each may take: its budget.
package struct TimePlan: Hashable, Sendable {
  /// The seconds of each slide in the deck's order; nil without a limit, 0 for a slide that is left
  /// out.
  package private(set) var budgets: [Double?]
  /// Whether each slide will be shown.
  package private(set) var isShown: [Bool]

  /// The budgets of a deck: a slide's own minutes, or for other slides a share of the rest, in
  /// proportion to their steps.
  ///
  /// If slides ask for all of the deck's time or more, a step of the others counts as much as
  /// theirs do on average, and all are shortened in proportion. In a deck without a limit only
  /// slides with minutes of their own have a budget.
  ///
  /// - Parameter minutes: Minutes to use instead of the deck's own.
  package init(_ deck: Deck, minutes: Double? = nil) {
    let own = deck.slides.map { Self.seconds($0.minutes) }
    budgets = own
    isShown = Array(repeating: true, count: deck.slides.count)
    guard let total = Self.seconds(minutes ?? deck.minutes) else { return }
    let steps = deck.slides.map { Double($0.steps) }
    let asked = own.reduce(0) { $0 + ($1 ?? 0) }
    let open = zip(own, steps).reduce(0) { $0 + ($1.0 == nil ? $1.1 : 0) }
    let closed = zip(own, steps).reduce(0) { $0 + ($1.0 == nil ? 0 : $1.1) }
    if open > 0, asked < total {
      let share = (total - asked) / open
      budgets = zip(own, steps).map { $0 ?? share * $1 }
    } else if asked > total || open > 0 {
      let share = asked / max(1, closed)
      let wishes = zip(own, steps).map { $0 ?? share * $1 }
      let scale = total / wishes.reduce(0, +)
      budgets = wishes.map { $0 * scale }
    }
  }

  /// The times of a rehearsal as a plan; slides that it did not show are left out.
  package init(_ rehearsal: Rehearsal, of deck: Deck) {
    var times: [String: Double] = [:]
    for time in rehearsal.times { times[time.slide, default: 0] += time.seconds }
    budgets = deck.slides.map { times[$0.id] ?? 0 }
    isShown = deck.slides.map { times[$0.id] != nil }
  }

  /// The seconds of all slides together; nil if a slide that will be shown has no limit.
  package var seconds: Double? {
    var sum = 0.0
    for (budget, isShown) in zip(budgets, isShown) where isShown {
      guard let budget else { return nil }
      sum += budget
    }
    return sum
  }

  /// The plan after the talk is cut short: of the slides to come only the must-show slides stay.
  ///
  /// The rest of the time is shared among them and the rest of the current slide, in proportion to
  /// their budgets, or to their steps if they had none. If no slide to come is a must-show slide,
  /// all stay. Slides before the current one keep the time that they took, so that the pace is
  /// right.
  ///
  /// - Parameters:
  ///   - seconds: The time left for the talk; less than 0 counts as 0.
  ///   - slide: The number of the present slide, counted from 0.
  ///   - spent: The seconds that each slide took so far; missing ones count as 0.
  package func cut(_ deck: Deck, to seconds: Double, from slide: Int, spent: [Double]) -> TimePlan {
    var plan = self
    let count = min(budgets.count, deck.slides.count)
    guard (0..<count).contains(slide) else { return self }
    let past = (0..<count).map { spent.indices.contains($0) ? max(0, spent[$0]) : 0 }
    let hasMust = deck.slides[(slide + 1)..<count].contains { $0.isMust }
    for index in (slide + 1)..<count { plan.isShown[index] = !hasMust || deck.slides[index].isMust }
    plan.isShown[slide] = true
    for index in 0..<slide { plan.isShown[index] = past[index] > 0 }
    let rest = slide..<count
    var weights = rest.map { index -> Double in
      guard plan.isShown[index] else { return 0 }
      let budget = budgets[index] ?? 0
      return index == slide ? max(0, budget - past[index]) : budget
    }
    if rest.contains(where: { plan.isShown[$0] && budgets[$0] == nil }) || weights.reduce(0, +) <= 0
    {
      weights = rest.map { plan.isShown[$0] ? Double(deck.slides[$0].steps) : 0 }
    }
    let share = max(0, seconds.isFinite ? seconds : 0) / max(weights.reduce(0, +), 1e-9)
    for index in 0..<count {
      plan.budgets[index] = index < slide ? past[index] : share * weights[index - slide]
    }
    plan.budgets[slide] = past[slide] + share * (weights.first ?? 0)
    return plan
  }

  /// How a talk compares with the plan.
  ///
  /// - Parameters:
  ///   - slide: The number of the present slide, counted from 0.
  ///   - onSlide: The seconds that it took so far.
  ///   - elapsed: The seconds since the talk began.
  package func pace(on slide: Int, onSlide: Double, elapsed: Double) -> Pace {
    var pace = Pace()
    pace.left = seconds.map { $0 - elapsed }
    guard budgets.indices.contains(slide) else { return pace }
    pace.leftOnSlide = budgets[slide].map { $0 - onSlide }
    var start = 0.0
    for index in 0..<slide where isShown[index] {
      guard let budget = budgets[index] else { return pace }
      start += budget
    }
    guard let budget = budgets[slide] else { return pace }
    pace.late = elapsed < start ? elapsed - start : max(0, elapsed - start - budget)
    return pace
  }

  private static func seconds(_ minutes: Double?) -> Double? {
    guard let minutes, minutes.isFinite, minutes > 0 else { return nil }
    return minutes * 60
  }
}

/// How a talk compares with a plan, in seconds.
package struct Pace: Hashable, Sendable {
  /// How late the talk is; nil if a slide before the current one has no budget.
  ///
  /// 0 while the current slide is within its time, less than 0 if it came too early.
  package var late: Double?
  /// The time left for the talk, less than 0 if it is over time; nil without a limit.
  package var left: Double?
  /// The time left of the current slide's budget, less than 0 if it is used up; nil without one.
  package var leftOnSlide: Double?

  /// A talk about which nothing is known.
  package init() {}
}
