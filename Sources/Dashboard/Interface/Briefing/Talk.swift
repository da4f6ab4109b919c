public import Model

/// The state of a briefing at one of its ends: presenter, console or follower.
///
/// A value: any moment can be written down in a test. What does not change is in `Stage`.
public struct Talk: Hashable, Sendable {
  /// Who sits at this end.
  public enum Seat: Hashable, CaseIterable, Sendable {
    /// Who presents, on the screen that the room sees.
    case presenter
    /// Who presents, on a second terminal that only they see.
    case console
    /// Someone of the audience.
    case follower
  }

  /// What lies over the slide at this end alone and takes the keys.
  public enum Overlay: Hashable, Sendable {
    /// All slides as a grid, those that hold the words; keys go into the words while `isTyping`.
    case overview(LineEditor, isTyping: Bool, selection: Int)
    /// Any record by its name.
    case records(NameChoice)
    /// The number of a slide.
    case number(String)
    /// The minutes that are left.
    case minutes(LineEditor)
    /// All keys, from a line on.
    case help(scroll: Int)
    /// The question whether to leave.
    case leaving
  }

  /// What a follower sees in place of the slides.
  public enum Obstacle: Hashable, Sendable {
    /// The dossier at this end is another one; the presenter's text is shown.
    case otherDossier
    /// The deck at this end is another one; the presenter's text is shown.
    case otherDeck
    /// The dossier is the same, but in another state of its files.
    case otherState
  }

  /// Who sits here.
  public var seat: Seat
  /// The terminal's size in cells.
  public var size: Size
  /// What the audience sees.
  public var shown: PublicState
  /// The clock and what else only presenters know.
  public var course: PrivateState
  /// What time it is, in milliseconds since 1970; 0 while nobody has told.
  public var now = 0
  /// What lies over the slide.
  public var overlay: Overlay?
  /// Whether the speaker notes are shown below the slide.
  public var showsNotes = false
  /// Whether the clock is shown below the slide.
  public var showsClock = false
  /// How far the notes are scrolled.
  public var notesScroll = 0
  /// What the last key has chosen in an overlay; nil where it did not.
  public var chosen: TalkChoice?
  /// A message at the bottom until the next key.
  public var notice: String?
  /// The audience on terminals of their own.
  public var audience = Audience()
  /// The rehearsal that the pace is measured by; nil for none.
  public var rehearsal: Rehearsal?

  /// How many seconds the time of this place is ahead of UTC, for the clock on the wall.
  public var utcOffset = 0

  /// Whether anything was heard of the briefing yet.
  public var hasBegun = false
  /// Whether a follower browses the dossier on their own.
  public var isRoaming = false
  /// Whether nobody can follow, so that there is nothing to end or to leave waiting.
  public var isAlone = false
  /// Whether the line to the briefing is up.
  public var isConnected = true
  /// What keeps a follower from seeing the slides; nil for nothing.
  public var obstacle: Obstacle?
  /// The slide as text, for a follower without the dossier.
  public var text: [String] = []
  /// The screen of the slide that a follower has moved to; nil to see what the presenter shows.
  public var ownScreen: Int?

  /// The beginning of a briefing at one end.
  public init(_ seat: Seat, size: Size, _ stage: Stage) {
    self.seat = seat
    self.size = size
    shown = PublicState(stage.edition)
    course = PrivateState(stage: size)
    if seat == .presenter { course.stage = PresenterView.slideArea(self).size }
  }

  /// What is on the screen: an answer, else the slide.
  func subject(_ stage: Stage) -> Stage.Subject {
    if let answer = shown.answer { return .answer(answer.reference) }
    return .slide(stage.clamped(shown.slide))
  }

  /// The step of what is on the screen; an answer has but one.
  var step: Int { shown.answer == nil ? shown.step : 0 }

  /// How far what is on the screen is scrolled.
  var place: Int { shown.answer?.place ?? shown.place }

  /// Whether a follower sees the presenter's text in place of the slides.
  var showsText: Bool { obstacle == .otherDossier || obstacle == .otherDeck }

  /// The slides that are to be shown, in order: all, or after a cut those up to it and of the others
  /// the must-show ones.
  ///
  /// So a slide that was shown before the cut keeps its number. Where no must-show slide is to come,
  /// all stay, as in `TimePlan`.
  func slides(_ stage: Stage) -> [Int] {
    let all = stage.deck.slides.indices
    guard let cut = shown.cutSlide.map(stage.clamped) else { return Array(all) }
    let must = all.filter { $0 > cut && stage.deck.slides[$0].isMust }
    return must.isEmpty ? Array(all) : Array(0...cut) + must
  }

  /// Where a slide stands among those that are to be shown, itself among them: `3 / 12`.
  func number(of slide: Int, _ stage: Stage) -> String {
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

/// Who follows a briefing on terminals of their own.
public struct Audience: Hashable, Sendable {
  /// How many follow.
  public var count: Int
  /// The sizes of those whose terminals are smaller than the talk needs, the smallest first.
  public var tooSmall: [Size]

  /// An audience; empty when nothing is said.
  public init(count: Int = 0, tooSmall: [Size] = []) {
    self.count = count
    self.tooSmall = tooSmall
  }

  /// The smallest terminal on which slides can be read.
  public static let leastSize = Size(width: 40, height: 12)
}
