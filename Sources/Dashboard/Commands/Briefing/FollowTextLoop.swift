import Browsing
import Canvas
import Glibc
import Records
import Sharing
import Talk
import Text

/// A briefing as text that only grows, if there is no terminal to draw on: in a pipe, for a screen
/// reader, or with `TERM=dumb`.
struct FollowTextLoop {
  private let library: Library
  private let client: FollowClient
  private var stage: Stage
  private var talk: Talk
  private var text = FollowerText()
  private var hasWritten = false

  /// The maximum width, as for mail.
  private static let measure = 78

  /// A follower of a dossier; the client must ask for the text.
  ///
  /// - Parameter digest: The digest of the dossier's files.
  init(_ library: Library, digest: String, _ client: FollowClient) {
    self.library = library
    self.client = client
    stage = Stage(Deck(id: "", title: library.dossier.title), library, digest: digest)
    talk = Talk(.follower, size: Size(width: 80, height: 24), stage)
  }

  /// Writes until the briefing ends or the reader is gone.
  ///
  /// - Returns: Why it ended, in a sentence; nil if the reader is gone.
  mutating func run(_ output: inout Output) -> String? {
    while true {
      while let event = client.next() {
        switch event {
        case .state(let line, let text, let isWaiting): show(line, text ?? "", isWaiting, &output)
        case .lost: lose(&output)
        case .refused(let refusal) where refusal.isPassing: lose(&output)
        case .refused(let refusal): return refusal.message
        case .ended: return "the briefing is over"
        }
      }
      // Notices a closed pipe even before there is something to write.
      var waiting = [
        pollfd(fd: client.descriptor, events: client.events, revents: 0),
        pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
      ]
      poll(&waiting, 2, client.timeout.map { Int32(clamping: $0) } ?? -1)
      if waiting[1].revents & Int16(POLLERR | POLLHUP) != 0 { return nil }
    }
  }

  private mutating func lose(_ output: inout Output) {
    _ = update(&talk, .connection(false), stage)
    write(&output)
  }

  private mutating func show(
    _ line: String, _ slide: String, _ isWaiting: Bool, _ output: inout Output
  ) {
    _ = update(&talk, .connection(true), stage)
    if var shown = PublicState(line) {
      shown.isWaiting = isWaiting
      let isKnown =
        stage.edition.deck == shown.edition.deck && stage.edition.dossier == shown.edition.dossier
      if !isKnown, let deck = DeckChoice(dossier: library.dossier).deck(of: shown.edition) {
        stage = Stage(deck, library, digest: stage.edition.dossierHash)
      }
      let lines = SlideHandover(slide).paragraphs.map { CleanText.line($0) }
      _ = update(&talk, .text(lines), stage)
      _ = update(&talk, .received(shown, nil), stage)
    }
    write(&output)
  }

  private mutating func write(_ output: inout Output) {
    let lines = text.block(talk, stage)
    guard !lines.isEmpty else { return }
    if hasWritten { output.line() }
    hasWritten = true
    let width = min(Self.measure, max(20, (Console.columns ?? 80) - 1))
    for line in lines.flatMap({ TextLayout.wrap($0, to: width) }) { output.line(line) }
    output.flush()
  }
}
