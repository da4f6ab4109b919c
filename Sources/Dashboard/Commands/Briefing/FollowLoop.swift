import Browsing
import Canvas
import Glibc
import Reading
import Records
import Sharing
import Talk
import Terminal
import Text

/// A briefing as a follower sees it, in their own size, and the dossier when they browse it.
struct FollowLoop {
  /// How a run ended.
  enum Ending {
    /// The follower left.
    case left
    /// The briefing is over, or this follower was rejected; the reason, in a sentence.
    case over(String)
    /// A signal asked it to end, or its terminal is gone.
    case interrupted(signal: Int32)
  }

  private let session: Session
  private let place: BriefingPlace
  private let digest: String
  private var library: Library
  private var source: StageSource
  private var client: FollowClient
  private var hasText = false
  /// The folder that the presenter has handed over, if the stage was made from it.
  private var handed: String?
  private var stage: Stage
  private var talk: Talk
  /// The dashboard, once the follower has browsed.
  private var browsing: State?

  /// A follower in a session.
  ///
  /// - Parameters:
  ///   - digest: The digest of the dossier's files.
  ///   - source: Where to look for a deck that the library does not have, or not in the shown
  ///     version.
  init(
    _ session: Session, _ library: Library, digest: String, _ source: StageSource,
    _ client: FollowClient, at place: BriefingPlace
  ) {
    self.session = session
    self.library = library
    self.source = source
    self.client = client
    self.place = place
    self.digest = digest
    stage = Stage(Self.noDeck(library), library, digest: digest)
    talk = Talk(.follower, size: session.size, stage)
  }

  /// What is shown until the presenter says which deck it is.
  private static func noDeck(_ library: Library) -> Deck {
    Deck(id: "", title: library.dossier.title)
  }

  /// Shows the briefing until it ends, then restores the terminal.
  mutating func run() -> Ending {
    defer { session.stop() }
    draw()
    while true {
      let line = WatchedDescriptor(client.descriptor, events: client.events)
      for event in session.nextEvents(timeout: client.timeout, watching: [line]) {
        if let ending = take(event) { return ending }
      }
      while let event = client.next() {
        if let ending = take(event) { return ending }
      }
      draw()
    }
  }

  private func draw() {
    library.drawsColour = session.theme.distinguishesSeries
    stage.library.drawsColour = library.drawsColour
    session.draw(picture)
  }

  private var picture: Canvas {
    guard talk.isRoaming, let browsing else { return FollowerView.draw(talk, stage) }
    var canvas = Dashboard.draw(browsing, library)
    FollowerView.drawMark(talk, stage, on: &canvas)
    return canvas
  }

  // MARK: The terminal

  private mutating func take(_ event: SessionEvent) -> Ending? {
    switch event {
    case .input(let input):
      if case .resize(let size) = input { return resize(to: size) }
      if talk.isRoaming { return browse(input) }
      switch input {
      case .key(let key): return tell(.key(key))
      case .paste(let text): return tell(.paste(text))
      default: return nil
      }
    case .resumed:
      session.redraw()
      return nil
    case .lineReady, .recoloured, .watchedReady, .noMemory: return nil
    case .interrupted(let signal): return .interrupted(signal: signal)
    }
  }

  private mutating func resize(to size: Size) -> Ending? {
    client.resize(to: ScreenSize(columns: size.width, rows: size.height))
    if browsing != nil { _ = browse(.resize(size)) }
    return tell(.resize(size))
  }

  /// Browses the dossier; the key that leads back works everywhere.
  private mutating func browse(_ input: InputEvent) -> Ending? {
    if case .key(let key) = input, key == library.talkKeys.binding(for: .roam)?.keys.first {
      return tell(.action(.roam))
    }
    guard var state = browsing else { return nil }
    defer { browsing = state }
    for effect in update(&state, Message(input), library) {
      switch effect {
      case .copy(let text): session.copy(text)
      case .setMouse(let isOn): session.setMouse(isOn)
      case .redraw: session.redraw()
      // Leaving the dashboard returns to the briefing.
      case .quit: return tell(.action(.roam))
      case .present:
        _ = update(&state, .notice("A follower cannot present."), library)
      case .browse(let address):
        session.copy(address)
        _ = update(&state, .notice("Copied: \(address)"), library)
      case .export, .edit, .judge, .takeBackJudgement, .decide:
        _ = update(&state, .notice("A follower only reads."), library)
      case .setTheme(let theme): session.setTheme(theme)
      case .save: break
      }
    }
    return nil
  }

  // MARK: The briefing

  private mutating func take(_ event: FollowClient.Event) -> Ending? {
    switch event {
    case .state(let line, let text, let isWaiting):
      guard var shown = PublicState(line) else { return nil }
      shown.isWaiting = isWaiting
      find(shown.edition)
      join(shown.edition)
      _ = tell(.connection(true))
      if let text {
        let handover = SlideHandover(text)
        take(handover, shown)
        _ = tell(.text(handover.paragraphs.map { CleanText.line($0) }))
      }
      return tell(.received(shown, nil))
    case .lost: return tell(.connection(false))
    case .ended: return .over("the briefing is over")
    case .refused(let refusal) where refusal.isPassing: return tell(.connection(false))
    case .refused(let refusal): return .over(refusal.message)
    }
  }

  /// Finds the deck that the presenter shows; reads it from the disk if that version is not loaded.
  private mutating func find(_ edition: Edition) {
    let isKnown = stage.edition.deck == edition.deck && stage.edition.dossier == edition.dossier
    if !isKnown, let deck = DeckChoice(dossier: library.dossier).deck(of: edition) {
      stage = Stage(deck, library, digest: stage.edition.dossierHash)
    }
    if edition != stage.edition, let new = source.find(edition) { show(new) }
  }

  /// Shows what the presenter has handed over, unless this end has the same files.
  private mutating func take(_ handover: SlideHandover, _ shown: PublicState) {
    guard stage.edition != shown.edition || handed != nil, !shown.isBlank else { return }
    guard handed != handover.folder || stage.edition != shown.edition else { return }
    guard let new = read(handover, shown) else {
      // What cannot be shown otherwise is shown as text.
      if handed != nil { stage = Stage(Self.noDeck(library), library, digest: digest) }
      handed = nil
      return
    }
    handed = handover.folder
    stage = new
  }

  private func read(_ handover: SlideHandover, _ shown: PublicState) -> Stage? {
    guard handover.slide == shown.slide, let folder = HandedFolder(handover.folder) else {
      return nil
    }
    let reading = DossierReader.read(folder)
    guard reading.dossier.id == shown.edition.dossier,
      let slide = reading.dossier.decks.first?.slides.first
    else { return nil }
    return Stage(
      handover.deck(shown.edition.deck, holding: slide), source.library(reading), shown.edition)
  }

  /// Asks for what is on the screen if this end does not have the presenter's files.
  private mutating func join(_ edition: Edition) {
    guard stage.edition != edition || handed != nil, !hasText else { return }
    let size = ScreenSize(columns: talk.size.width, rows: talk.size.height)
    guard let client = try? FollowClient(place, size: size, wantsText: true) else { return }
    // A second connection would be counted as a second follower.
    self.client.leave()
    self.client = client
    hasText = true
  }

  /// Shows the current content of the files, also in the dashboard.
  private mutating func show(_ new: Stage) {
    _ = reload(&talk, from: stage, to: new)
    if var state = browsing {
      reload(&state, from: library, to: new.library)
      browsing = state
    }
    library = new.library
    stage = new
    handed = nil
  }

  private mutating func tell(_ message: TalkMessage) -> Ending? {
    for effect in update(&talk, message, stage) {
      switch effect {
      case .leave: return .left
      case .nextTheme:
        _ = tell(.notice(session.showNextTheme(of: stage.library.preferences.themes)))
      case .redraw: session.redraw()
      case .roam:
        if browsing == nil {
          var state = State(size: talk.size)
          state.theme = session.theme.definition.name
          browsing = state
          _ = browse(.resize(talk.size))
        }
      case .rejoin, .share, .end: break
      }
    }
    return nil
  }
}
