import Browsing
import Canvas
import Glibc
import Importing
import Query
import Reading
import Records
import System
import Talk
import Terminal
import Text

/// The loop of the dashboard: events in, frames and effects out.
///
/// Nothing happens between events: there is no clock, and no byte is sent. A change in the
/// dossier's folder is an event, too.
struct RunLoop {
  let session: Session
  var library: Library
  let makeLibrary: (Reading) -> Library
  private var keeper: Keeper
  var live: LiveFolder?
  /// The indexes of the library that are still to be made, while no key waits.
  var gatherings = Library.gatherings[...]
  /// How long it waits for a key; nil for no limit.
  var idle: IdleLimit?
  package var state: State
  // A message that came too late for the screen.
  private var lastWords: String?
  /// The folder of the dossier, whose files can be edited; nil for the built-in one.
  var folder: String?
  /// Whether the program may neither save files nor start others.
  var isConfined = false
  // When to save the place, if it has changed: a killed program loses no more than what came after.
  private var keepingDue: Int?
  private static let keepingPause = 3000
  /// The lines of judgements that were added in this run, the latest last.
  private var added: [String] = []
  // Whether this program made the change of the folder that is read next: it has been told.
  private var isOwnChange = false
  /// Typed events that were not handled yet: a talk that a key opens gets the keys after it.
  var unread: [SessionEvent] = []

  /// A dashboard in a session, at the reader's last place.
  ///
  /// - Parameters:
  ///   - reading: The first content.
  ///   - live: The folder of the reading, reloaded when it changes; nil for none.
  ///   - file: Where bookmarks and the last place are saved; nil to save nothing.
  ///   - idle: How long it waits for a key; nil for no limit.
  ///   - notice: A message for the reader before the first key; nil for none.
  ///   - isMouseOn: Whether the mouse is on at the start.
  ///   - makeLibrary: Makes the library of a reading.
  init(
    _ session: Session, _ reading: Reading, live: LiveFolder?, file: StateFile?,
    idle: IdleLimit? = nil, isMouseOn: Bool, notice: String? = nil,
    makeLibrary: @escaping (Reading) -> Library
  ) {
    self.session = session
    self.live = live
    self.idle = idle
    self.makeLibrary = makeLibrary
    keeper = Keeper(file)
    library = makeLibrary(reading)
    state = State(size: session.size, saved: keeper.saved)
    state.theme = session.theme.definition.name
    state.isMouseOn = isMouseOn
    if isMouseOn { session.setMouse(true) }
    // The last place may be a record that no longer exists.
    _ = update(&state, .resize(session.size), library)
    if let notice = keeper.notice { tell(notice) }
    if let notice = session.standInNotice { tell(notice) }
    if let notice { tell(notice) }
  }

  /// Goes to a record, from which back leads to where the reader was last.
  mutating func open(_ reference: Reference) { _ = update(&state, .open(reference), library) }

  /// Whether anything is saved between runs.
  var keepsState: Bool { keeper.isKeeping }

  /// How a dashboard ended.
  enum Ending {
    /// The reader left it.
    case left
    /// No key was pressed for too long.
    case idle(IdleLimit)
    /// A signal asked it to end, or its terminal is gone.
    case interrupted(signal: Int32)
  }

  /// Shows the dashboard until it ends, then restores the terminal.
  mutating func run() -> Ending {
    defer {
      session.stop()
      if let lastWords { Output.complain("dossier: \(lastWords)\n") }
    }
    idle?.restart()
    draw()
    while true {
      // All waiting events are handled before a frame is drawn.
      unread = session.nextEvents(
        timeout: gatherings.isEmpty ? patience : 0, watching: live?.watched ?? [])
      if unread.isEmpty, let gather = gatherings.popFirst() {
        gather(library)
        continue
      }
      while !unread.isEmpty {
        if let ending = take(unread.removeFirst()) { return ending }
      }
      if let ending = takeTime() { return ending }
      showChange()
      draw()
      // It is on the screen now.
      lastWords = nil
    }
  }

  private func draw() {
    library.drawsColour = session.theme.distinguishesSeries
    session.draw(Dashboard.draw(state, library))
  }

  /// The maximum wait for an event in milliseconds; nil for no limit.
  private var patience: Int? {
    let keeping = keepingDue.map { max(0, $0 - Clock.now) }
    return [idle?.patience(), livePatience, keeping].compactMap(\.self).min()
  }

  private mutating func takeTime() -> Ending? {
    if let due = keepingDue, due <= Clock.now {
      keepingDue = nil
      // Nobody asked for this: if nothing can be saved, setting a bookmark will report it.
      if keeper.isDue(state.saved) { _ = keeper.keep(state.saved, isQuiet: true) }
    }
    switch idle?.due() {
    case .end?:
      keep(state.saved)
      return idle.map { .idle($0) }
    case .warning(let seconds)?: tell(IdleLimit.warning(seconds: seconds))
    case .nothing?, nil: break
    }
    return nil
  }

  private mutating func take(_ event: SessionEvent) -> Ending? {
    switch event {
    case .input(let input):
      if input.isFromReader {
        idle?.restart()
        if keeper.isKeeping { keepingDue = Clock.now + Self.keepingPause }
      }
      var ending: Ending?
      for effect in update(&state, Message(input), library) {
        ending = perform(effect) ?? ending
      }
      return ending
    case .resumed:
      session.redraw()
      return nil
    case .watchedReady:
      live?.take()
      return nil
    case .lineReady, .recoloured: return nil
    case .noMemory(let size):
      tell(
        "No memory for \(size.width) by \(size.height) cells: the screen stays as large as it was.")
      return nil
    case .interrupted(let signal): return interrupt(signal)
    }
  }

  private mutating func interrupt(_ signal: Int32) -> Ending {
    // The terminal is restored first: the disk may be slow, and the user must not wait.
    session.stop()
    _ = keeper.keep(state.saved)
    return .interrupted(signal: signal)
  }

  /// Performs the effects of `update`; returns how the dashboard ends, if it does.
  private mutating func perform(_ effect: Effect) -> Ending? {
    switch effect {
    case .copy(let text):
      if !session.copy(text) {
        tell("Too long for the terminal's clipboard.")
      }
    case .save(let saved): keep(saved)
    case .setMouse(let isOn): session.setMouse(isOn)
    case .setTheme(let theme):
      session.setTheme(theme)
      if session.theme.depth == .none, !theme.isColourless {
        tell("Theme: \(theme.name). This terminal shows no colours now.")
      }
    case .browse(let address): browse(address)
    case .export(let export, let name): save(export, name)
    case .edit(let reference): edit(reference)
    case .judge(let cells): judge(cells)
    case .takeBackJudgement: takeBackJudgement()
    case .decide(let decision): decide(decision)
    case .redraw: session.redraw()
    case .quit: return .left
    case .present(let deck, let reference):
      if case .interrupted(let signal)? = present(deck, from: reference) {
        return interrupt(signal)
      }
      _ = update(&state, .resize(session.size), library)
    }
    return nil
  }

  private mutating func browse(_ address: String) {
    if !isConfined, OutsideProgram.browse(address, on: session) {
      tell("Opened: \(address)")
    } else if session.copy(address) {
      tell("Copied: \(address)")
    } else {
      tell("Too long for the terminal's clipboard.")
    }
  }

  private mutating func save(_ export: Export, _ name: String) {
    if isConfined { return tell("Nothing can be saved from here.") }
    do throws(ExportFile.Fault) {
      let paths = try ExportFile(library).save(export, as: name)
      tell("Saved: \(paths.joined(separator: " and "))")
    } catch {
      switch error {
      case .taken(let path): tell("\(path) already exists; nothing was saved.")
      case .other(let reason): tell("Nothing was saved: \(reason).")
      }
    }
  }

  private mutating func judge(_ cells: [String: String]) {
    guard let folder, !isConfined else { return tell("Nothing can be added from here.") }
    do {
      added.append(try JudgementFile.add(AddedRow(cells: cells), to: DiskFolder(folder)))
    } catch {
      return tell("Nothing was added: \(error.reason).")
    }
    // Only now, because a refused judgement can still be mended.
    state.overlay = nil
    showOwnChange(library.keys.sentence("The judgement was added", .takeBack, "takes it back"))
  }

  private mutating func takeBackJudgement() {
    guard let folder, !isConfined, let line = added.last else {
      return tell("No judgement was added in this run.")
    }
    do {
      try JudgementFile.remove(line, from: DiskFolder(folder))
    } catch {
      return tell("Nothing was taken back: \(error.reason).")
    }
    added.removeLast()
    showOwnChange("The judgement was taken back.")
  }

  /// Shows the folder after a change of this program's own.
  private mutating func showOwnChange(_ notice: String) {
    tell(notice)
    if live == nil, let folder {
      show(DossierReader.read(DiskFolder(folder)))
    } else {
      isOwnChange = true
    }
  }

  private mutating func edit(_ reference: Reference) {
    if isConfined { return tell("Files cannot be edited from here.") }
    guard let folder else {
      return tell("The built-in dossier is in the program; it has no files.")
    }
    guard let file = RecordFile(reference, in: DiskFolder(folder)) else {
      return tell("The file of \(reference) was not found.")
    }
    if let fault = OutsideProgram.edit("\(folder)/\(file.path)", line: file.line, on: session) {
      tell(fault)
    }
    _ = update(&state, .resize(session.size), library)
  }

  /// Keeps a decision on what an import found; the files that follow from it are read like any change.
  private mutating func decide(_ decision: ReviewDecision) {
    guard let folder, !isConfined else { return tell("Nothing can be changed from here.") }
    do {
      let review = try ImportedFolder.decide(decision, in: folder)
      library.desk?.review = review
      isOwnChange = true
    } catch {
      tell("Not done: \(error.reason).")
    }
  }

  private mutating func keep(_ saved: SavedState) {
    guard let fault = keeper.keep(saved) else { return }
    tell(fault)
    lastWords = fault
  }

  private mutating func tell(_ notice: String) { _ = update(&state, .notice(notice), library) }

  // MARK: Changes of the dossier

  /// How long to wait before checking a change, in milliseconds; nil for none.
  var livePatience: Int? { [live?.timeout, live?.retryTimeout].compactMap(\.self).min() }

  /// Reads a changed folder and shows it at the reader's place.
  mutating func showChange() {
    guard let change = live?.change() else { return }
    defer { isOwnChange = false }
    var notice: String
    switch change {
    case .read(let reading):
      show(reading)
      let count = reading.diagnostics.count
      if isOwnChange, count == 0 { return }
      notice = "Reloaded after a change."
      if count > 0 {
        let faults = count == 1 ? "1 fault" : "\(count) faults"
        notice += " " + library.keys.sentence(faults, .faults, "lists them")
      }
    case .faulty(let reading, let fault):
      show(reading)
      notice = "Still shown as it was: "
      notice += fault.map { "\($0.shortPlace): \($0.message)" } ?? "nothing is left to show"
      notice = library.keys.sentence(notice, .faults, "lists the faults")
    case .lost(let reason): notice = "Still shown as it was read: \(CleanText.line(reason))"
    }
    _ = update(&state, .notice(notice), library)
  }

  private mutating func show(_ reading: Reading) {
    let new = makeLibrary(reading)
    reload(&state, from: library, to: new)
    library = new
    gatherings = Library.gatherings[...]
  }

  // MARK: A talk in the dashboard

  /// Shows a talk until the reader leaves it; nobody can follow.
  ///
  /// - Parameters:
  ///   - id: The talk's id; nil for slides made from the dossier.
  ///   - reference: The record that the first of those slides is about; nil for the title.
  /// - Returns: How the dashboard ends with the talk; nil if it goes on.
  mutating func present(_ id: String?, from reference: Reference?) -> Ending? {
    let dossier = library.dossier
    let deck = dossier.decks.first { $0.id == id }
    let stage = Stage(deck ?? DeckMaker.deck(of: dossier), library)
    var talk = Talk(.presenter, size: session.size, stage)
    if keepsState { talk.rehearsal = RehearsalFile(stage).last }
    if deck == nil, let record = reference.flatMap({ library.catalogue[$0] }),
      let slide = DeckMaker.slide(about: record, in: dossier)
    {
      talk.shown.slide = slide
    }
    var loop = PresentLoop(session, talk, stage, link: nil)
    loop.idle = idle
    let ending = loop.show(after: unread)
    unread = loop.unread
    // If no key was pressed for too long, the dashboard ends next.
    idle = loop.idle
    if case .interrupted(let signal) = ending { return .interrupted(signal: signal) }
    return nil
  }
}
