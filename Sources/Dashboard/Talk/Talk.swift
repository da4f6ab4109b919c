package import Browsing
package import Canvas
package import Query
import Records

/// The state of a briefing at one of its ends: presenter, console or follower.
///
/// It is a value, so that tests can write down any moment. `Stage` has what does not change.
package struct Talk: Hashable, Sendable {
  /// The role of this end.
  package typealias Seat = TalkSeat

  /// What is over the slide at this end only, and takes the keys.
  package enum Overlay: Hashable, Sendable {
    /// The slides that contain the words, as a grid; keys go into the words while `isTyping`.
    case overview(LineEditor, isTyping: Bool, selection: Int)
    /// Any record by its name.
    case records(NameChoice)
    /// The number of a slide.
    case number(String)
    /// The minutes that are left.
    case minutes(LineEditor)
    /// All keys, starting at a line.
    case help(scroll: Int)
    /// The question whether to leave.
    case leaving
  }

  /// What a follower sees instead of the slides.
  package enum Obstacle: Hashable, Sendable {
    /// This end has another dossier; the presenter's text is shown.
    case otherDossier
    /// This end has another deck; the presenter's text is shown.
    case otherDeck
    /// The dossier is the same, but its files differ.
    case otherState
  }

  /// The role of this end.
  package var seat: Seat
  /// The terminal's size in cells.
  package var size: Size
  /// What the audience sees.
  package var shown: PublicState
  /// The clock and everything else that only presenters know.
  package var course: PrivateState
  /// The time in milliseconds since 1970; 0 while unknown.
  package var now = 0
  /// What is over the slide.
  package var overlay: Overlay?
  /// Whether the speaker notes are shown below the slide.
  package var showsNotes = false
  /// Whether the clock is shown below the slide.
  package var showsClock = false
  /// How far the notes are scrolled.
  var notesScroll = 0
  /// What the last key has chosen in an overlay; nil if nothing.
  package var chosen: TalkChoice?
  /// Why the latest files are not shown; nil if they are.
  package var fault: String?
  /// A message at the bottom until the next key.
  package var notice: String?
  /// The audience on their own terminals.
  package var audience = Audience()
  /// The rehearsal that the pace is compared with; nil if there is none.
  package var rehearsal: Rehearsal?

  /// How many seconds local time is ahead of UTC, for the time of day.
  package var utcOffset = 0

  /// Whether the briefing has sent anything yet.
  package var hasBegun = false
  /// Whether a follower browses the dossier on their own.
  package var isRoaming = false
  /// Whether nobody can follow, so that there is nothing to end or to keep waiting.
  package var isAlone = false
  /// Whether the line to the briefing is up.
  var isConnected = true
  /// What prevents a follower from seeing the slides; nil if nothing does.
  package var obstacle: Obstacle?
  /// The slide as text, for a follower without the dossier.
  package var text: [String] = []
  /// The screen of the slide that a follower has moved to; nil to see what the presenter shows.
  var ownScreen: Int?

  /// The beginning of a briefing at one end.
  package init(_ seat: Seat, size: Size, _ stage: Stage) {
    self.seat = seat
    self.size = size
    shown = PublicState(stage.edition)
    course = PrivateState(stage: size)
    if seat == .presenter { course.stage = PresenterView.slideArea(self).size }
  }

  /// What is on the screen: an answer, otherwise the slide.
  func subject(_ stage: Stage) -> Stage.Subject {
    if let answer = shown.answer { return .answer(answer.reference) }
    return .slide(stage.clamped(shown.slide))
  }

  /// The step of what is on the screen; an answer has only one.
  var step: Int { shown.answer == nil ? shown.step : 0 }

  /// How far what is on the screen is scrolled.
  package var place: Int { shown.answer?.place ?? shown.place }

  /// Whether a follower sees the presenter's text instead of the slides.
  var showsText: Bool { obstacle == .otherDossier || obstacle == .otherDeck }

  /// The slides that will be shown, in order: all, or after a cut those before it and the must-show
  /// slides after it.
  ///
  /// So a slide shown before the cut keeps its number. If no must-show slide is left, all stay, as
  /// in `TimePlan`.
  func slides(_ stage: Stage) -> [Int] {
    let all = stage.deck.slides.indices
    guard let cut = shown.cutSlide.map(stage.clamped) else { return Array(all) }
    let must = all.filter { $0 > cut && stage.deck.slides[$0].isMust }
    return must.isEmpty ? Array(all) : Array(0...cut) + must
  }

  /// The place of a slide among those that will be shown and itself: `3 / 12`.
  package func number(of slide: Int, _ stage: Stage) -> String {
    let slides = slides(stage)
    let number = slides.count { $0 < slide } + 1
    return "\(number) / \(slides.contains(slide) ? slides.count : slides.count + 1)"
  }

  /// The footer of what is on the screen.
  func footer(_ stage: Stage) -> SlideFooter {
    let number = number(of: stage.clamped(shown.slide), stage)
    let basis = shown.answer.map { AnswerSlide.basis($0.reference, stage.library) } ?? ""
    return SlideFooter(
      title: basis.isEmpty ? stage.deck.title : basis,
      place: shown.answer == nil ? number : "answer · \(number)",
      accent: stage.accent(subject(stage)), glyphs: stage.library.glyphs)
  }
}

/// The followers of a briefing on their own terminals.
package struct Audience: Hashable, Sendable {
  /// How many follow.
  package var count: Int
  /// The sizes of those whose terminals are smaller than the talk needs, the smallest first.
  package var tooSmall: [Size]

  /// An audience; empty by default.
  package init(count: Int = 0, tooSmall: [Size] = []) {
    self.count = count
    self.tooSmall = tooSmall
  }

  /// The smallest terminal on which slides can be read.
  package static let leastSize = Size(width: 40, height: 12)
}
