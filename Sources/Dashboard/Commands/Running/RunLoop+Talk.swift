import Browsing
import Query
import Records
import Talk
import Terminal

/// A talk in the midst of the dashboard.
extension RunLoop {
  /// Shows slides made from the dossier until the reader leaves them; nobody can follow.
  ///
  /// - Parameter reference: The record that the first slide is about; nil for the title.
  /// - Returns: How the dashboard ends with the talk; nil where it goes on.
  mutating func present(from reference: Reference?) -> Ending? {
    let dossier = library.dossier
    let stage = Stage(DeckMaker.deck(of: dossier), library)
    var talk = Talk(.presenter, size: session.size, stage)
    if keepsState { talk.rehearsal = RehearsalFile(stage).last }
    if let record = reference.flatMap({ library.catalogue[$0] }),
      let slide = DeckMaker.slide(about: record, in: dossier)
    {
      talk.shown.slide = slide
    }
    var loop = PresentLoop(session, talk, stage, link: nil)
    loop.idle = idle
    let ending = loop.show(after: unread)
    unread = loop.unread
    // Where nobody has pressed a key for too long, the dashboard ends next.
    idle = loop.idle
    if case .interrupted(let signal) = ending { return .interrupted(signal: signal) }
    return nil
  }
}
