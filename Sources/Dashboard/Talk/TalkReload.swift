import Browsing
import Records

/// Switches a talk to new versions of its deck and dossier and keeps the place.
///
/// The slide is found by its id, or by its number if the id has changed; so are the times of the
/// slides and the place of a cut. What the new version lacks is dropped: an answer whose record is
/// gone, or a full-screen chart on a slide without one.
///
/// - Returns: What the loop has to do; a presenter tells the others.
package func reload(_ talk: inout Talk, from old: Stage, to new: Stage) -> [TalkEffect] {
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
  // The selection may be another slide or record now.
  case .overview(let line, let isTyping, _):
    talk.overlay = .overview(line, isTyping: isTyping, selection: isTyping ? 0 : shown.slide)
  case .records(let choice): talk.overlay = .records(NameChoice(choice.line.text))
  case .number, .minutes, .help, .leaving, nil: break
  }
  // Places beyond the new deck are limited to it, as if another end had shown them.
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
