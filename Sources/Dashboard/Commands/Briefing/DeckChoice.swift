import Interface
import Model

/// Which deck a command shows.
struct DeckChoice {
  /// The dossier that the decks are about.
  let dossier: Dossier

  /// The most bytes of a deck's file that are read.
  private static let limit = 4 << 20

  /// The deck that is asked for: by its id, as a file of Markdown, or made from the dossier.
  ///
  /// - Parameter name: The id or the path; nil for the deck that is made.
  func deck(_ name: String?) throws(Failure) -> Deck {
    guard let name else { return DeckMaker.deck(of: dossier) }
    if let deck = named(name) { return deck }
    guard name.hasSuffix(".md") || name.contains("/") else {
      let known = dossier.decks.map(\.id)
      throw .failed(
        "no deck '\(name)'" + Suggestion.text(for: name, in: known)
          + "; 'dossier list decks' lists them, and a file's name ends in .md")
    }
    let bytes = try InputFile.bytes(name, limit: Self.limit)
    let reading = DeckReader.read(text: bytes, name: name, dossier: dossier)
    if !reading.diagnostics.isEmpty {
      let count = reading.diagnostics.count
      let faults = count == 1 ? "1 fault" : "\(count) faults"
      Output.complain(CleanText.line("dossier: '\(name)' has \(faults)") + "\n")
    }
    guard !reading.deck.slides.isEmpty else { throw .failed("'\(name)' has no slides") }
    return reading.deck
  }

  /// The deck that another end of a briefing shows; nil where it is not at hand.
  func deck(of edition: Edition) -> Deck? {
    guard edition.dossier == dossier.id else { return nil }
    return named(edition.deck)
  }

  private func named(_ id: String) -> Deck? {
    if let deck = dossier.decks.first(where: { $0.id == id }) { return deck }
    let made = DeckMaker.deck(of: dossier)
    return made.id == id ? made : nil
  }
}

extension Stage {
  /// A stage that others can compare with theirs.
  convenience init(_ deck: Deck, _ library: Library) {
    self.init(
      deck, library, dossierHash: Self.word(library.dossier.digest),
      deckHash: Self.word(deck.digest))
  }

  /// Of a digest as much as tells two apart that nobody has made to look alike.
  private static func word(_ digest: String) -> String { String(digest.prefix(32)) }
}
