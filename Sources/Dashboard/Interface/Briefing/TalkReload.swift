import Model

/// Puts a talk on another state of its deck and dossier, keeping the place.
///
/// The slide is found again by its id, and where it has another by its number; so are the times of
/// the slides and the place of a cut. What the new state has not is given up: an answer whose record
/// is gone, a chart that has the whole screen on a slide without one.
///
/// - Returns: What the outside world has to do; a presenter tells the others.
public func reload(_ talk: inout Talk, from old: Stage, to new: Stage) -> [TalkEffect] {
  let found = Dictionary(
    zip(new.deck.slides.map(\.id), new.deck.slides.indices), uniquingKeysWith: { first, _ in first }
  )
  func moved(_ slide: Int) -> Int {
    guard old.deck.slides.indices.contains(slide) else { return new.clamped(slide) }
    return found[old.deck.slides[slide].id] ?? new.clamped(slide)
  }
  var shown = talk.shown
  shown.edition = new.edition
  shown.slide = moved(shown.slide)
  shown.cutSlide = shown.cutSlide.map(moved)
  if let answer = shown.answer, new.library.catalogue[answer.reference] == nil {
    shown.answer = nil
    shown.drill = nil
  }
  var course = talk.course
  if let cut = course.cut { course.cut?.slide = moved(cut.slide) }
  course.times = times(talk.course.times, in: new, moved)
  switch talk.overlay {
  // What is selected may be another slide or record now.
  case .overview(let line, let isTyping, _):
    talk.overlay = .overview(line, isTyping: isTyping, selection: isTyping ? 0 : shown.slide)
  case .records(let choice): talk.overlay = .records(NameChoice(choice.line.text))
  case .number, .minutes, .help, .leaving, nil: break
  }
  // Whatever is beyond the new deck is brought within it as it is when another end shows it.
  let hasBegun = talk.hasBegun
  _ = update(&talk, .received(shown, course), new)
  talk.notice = nil
  talk.hasBegun = hasBegun
  return talk.seat == .presenter ? [.share(talk.shown, talk.course)] : []
}

/// The times of slides in the order of another deck; those of slides that are gone are dropped.
private func times(_ old: [Int], in new: Stage, _ moved: (Int) -> Int) -> [Int] {
  var times = Array(repeating: 0, count: min(new.deck.slides.count, PrivateState.slideLimit))
  for (slide, time) in old.enumerated() where time > 0 {
    let place = moved(slide)
    guard times.indices.contains(place) else { continue }
    times[place] = min(times[place] + time, PrivateState.spanLimit)
  }
  while times.last == 0 { times.removeLast() }
  return times
}
