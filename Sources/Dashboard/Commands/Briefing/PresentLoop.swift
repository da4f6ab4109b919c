import Browsing
import Canvas
import Glibc
import Sharing
import System
import Talk
import Terminal
import Text

/// A running briefing at one of its ends: the presenter's screen, a console or a rehearsal.
struct PresentLoop {
  /// How a run ended.
  enum Ending {
    /// The presenter left; the briefing waits.
    case left
    /// The presenter or another end ended the briefing; the reason is given if this end was
    /// disconnected.
    case over(String?)
    /// A signal asked it to end, or its terminal is gone.
    case interrupted(signal: Int32)
  }

  private let session: Session
  private var stage: Stage
  private let link: ControlLink?
  /// Restarts the background process; false if that is not possible.
  private let restart: () -> Bool
  /// The talk at this end.
  private(set) var talk: Talk
  /// Typed events that were not handled yet; after the talk, those typed after its end.
  private(set) var unread: [SessionEvent] = []
  /// How long it waits for a key; nil for no limit.
  var idle: IdleLimit?
  /// The files of the deck and the dossier, reloaded when they change; nil for none.
  var live: LiveStage?
  /// Where to look for another end's deck; nil to always show this one.
  var source: StageSource?

  /// A briefing in a session.
  ///
  /// - Parameter link: The connection to the others; nil if nobody can follow.
  init(
    _ session: Session, _ talk: Talk, _ stage: Stage, link: ControlLink?,
    restart: @escaping () -> Bool = { false }
  ) {
    self.session = session
    self.talk = talk
    self.stage = stage
    self.link = link
    self.restart = restart
    self.talk.utcOffset = Clock.utcOffset
    self.talk.isAlone = link == nil
  }

  /// Shows the talk until it ends, then restores the terminal.
  mutating func run() -> Ending {
    let ending = show()
    session.stop()
    if case .over = ending { return ending }
    // The effect of the last keys is still being sent; a briefing continues where it was left.
    link?.settle()
    return ending
  }

  /// Shows the talk until it ends; the session keeps the terminal.
  ///
  /// - Parameter typed: Events typed before the talk appeared.
  mutating func show(after typed: [SessionEvent] = []) -> Ending {
    unread = typed
    // Known before the first frame, so that a continued briefing starts where it was.
    _ = tell(.time(Clock.wall))
    if let ending = receive() { return ending }
    while true {
      while !unread.isEmpty {
        if let ending = take(unread.removeFirst()) { return ending }
      }
      if let ending = receive() { return ending }
      if let change = live?.change() { show(change) }
      stage.library.drawsColour = session.theme.distinguishesSeries
      session.draw(picture)
      unread = session.nextEvents(timeout: timeout, watching: watched)
      _ = tell(.time(Clock.wall))
      switch unread.isEmpty ? idle?.due() : nil {
      case .end?: return .left
      case .warning(let seconds)?: _ = tell(.notice(IdleLimit.warning(seconds: seconds)))
      case .nothing?, nil: break
      }
    }
  }

  private var picture: Canvas {
    talk.seat == .console ? ConsoleView.draw(talk, stage) : PresenterView.draw(talk, stage)
  }

  /// The descriptors to wait for besides the terminal.
  private var watched: [WatchedDescriptor] {
    (live?.watched ?? []) + [link?.watched].compactMap(\.self)
  }

  /// How long nothing changes without an event; nil for no limit.
  private var timeout: Int? {
    let ticks = talk.showsClock || talk.seat == .console
    let second = ticks ? Clock.untilNextSecond(since: talk.course.started ?? 0) : nil
    return [second, link?.timeout, idle?.patience(), live?.timeout].compactMap { $0 }.min()
  }

  private mutating func take(_ event: SessionEvent) -> Ending? {
    if case .input(let input) = event, input.isFromReader { idle?.restart() }
    switch event {
    case .input(.key(let key)): return tell(.key(key))
    case .input(.paste(let text)): return tell(.paste(text))
    case .input(.resize(let size)): return tell(.resize(size))
    case .input(.click): return tell(.action(.forward))
    case .input(.scroll(_, let rows)): return tell(.action(rows < 0 ? .back : .forward))
    case .resumed:
      session.redraw()
      return nil
    case .watchedReady:
      live?.take()
      return nil
    case .lineReady, .recoloured, .noMemory: return nil
    // Followers must not be abandoned silently: Ctrl-C asks first, like any key that leaves.
    case .interrupted(SIGINT) where link != nil: return tell(.key(.control("c")))
    case .interrupted(let signal): return .interrupted(signal: signal)
    }
  }

  private mutating func receive() -> Ending? {
    while let event = link?.next() {
      switch event {
      case .message(let message, let isOwn):
        if !isOwn { _ = tell(.connection(true)) }
        if case .received(let shown, _) = message { find(shown.edition) }
        if let ending = tell(isOwn ? .again(message) : message) { return ending }
      case .empty:
        _ = tell(.connection(true))
        if talk.seat == .presenter { share(talk.shown, talk.course, after: nil) }
      case .lost:
        _ = tell(.connection(false))
        let isBack = talk.seat == .presenter && restart()
        if !isBack { _ = tell(.notice("The line to the briefing is down; trying again.")) }
      case .ended(let reason): return .over(reason)
      }
    }
    return nil
  }

  /// Shows the current deck and dossier.
  private mutating func show(_ change: LiveStage.Change) {
    switch change {
    case .read(let new):
      show(new)
      _ = tell(.fault(nil))
    case .mended: _ = tell(.fault(nil))
    case .kept(let reason):
      _ = tell(.fault(CleanText.line("Still shown as it was: \(reason)")))
    }
  }

  private mutating func show(_ new: Stage) {
    let effects = reload(&talk, from: stage, to: new)
    stage = new
    for case .share(let shown, let course) in effects { share(shown, course, after: nil) }
  }

  /// Looks on the disk for what the presenter shows, if a console has another version of it.
  private mutating func find(_ edition: Edition) {
    guard talk.seat == .console, edition != stage.edition else { return }
    if let new = source?.find(edition) { show(new) }
  }

  /// Sends a message to the talk and does what it asks for.
  private mutating func tell(_ message: TalkMessage) -> Ending? {
    let hadOverlay = talk.overlay != nil
    for effect in update(&talk, message, stage) {
      switch effect {
      case .share(let shown, let course):
        share(shown, course, after: repeatable(message, hadOverlay: hadOverlay))
      case .redraw: session.redraw()
      case .nextTheme:
        _ = tell(.notice(session.showNextTheme(of: stage.library.preferences.themes)))
      case .leave: return .left
      case .end:
        link?.end()
        return .over(nil)
      case .roam, .rejoin: break
      }
    }
    return nil
  }

  /// What to repeat if another end was faster than the effect of a message; nil for nothing.
  private func repeatable(_ message: TalkMessage, hadOverlay: Bool) -> TalkMessage? {
    // Keys that were typed into a search make no sense a second time, but their result does.
    if let chosen = talk.chosen { return .choice(chosen) }
    switch message {
    case .again(let message): return message
    case .received: return nil
    default: return hadOverlay ? nil : message
    }
  }

  private func share(
    _ shown: PublicState, _ course: PrivateState, after message: TalkMessage?
  ) {
    guard let link else { return }
    link.share(shown, course, text: SlideHandover(talk, stage).text, after: message)
  }
}
