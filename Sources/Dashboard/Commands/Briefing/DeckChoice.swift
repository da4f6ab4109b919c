import Query
import Reading
import Records
import Talk
import Text

/// The decks that a command can show.
struct DeckChoice {
  /// The dossier that the decks are about.
  let dossier: Dossier
  /// The faults of the dossier's files, including its decks.
  private let diagnostics: [Diagnostic]

  /// The maximum size of a deck's file in bytes.
  private static let limit = 4 << 20
  /// The most faults that are listed before a deck is shown; `dossier check` lists all.
  private static let faultLimit = 8

  /// The decks that can be shown on a dossier.
  init(dossier: Dossier) { (self.dossier, diagnostics) = (dossier, []) }

  /// The decks that can be shown on a loaded dossier.
  init(_ reading: Reading) { (dossier, diagnostics) = (reading.dossier, reading.diagnostics) }

  /// The requested deck: by its id, as a Markdown file, or made from the dossier.
  ///
  /// Its faults are printed to the standard error.
  ///
  /// - Parameter name: The id or the path; nil for a deck made from the dossier.
  func deck(_ name: String?) throws(Failure) -> Deck {
    let reading = try reading(name)
    Self.complain(of: reading)
    return reading.deck
  }

  /// The requested deck, with its faults.
  func reading(_ name: String?) throws(Failure) -> DeckReading {
    guard let name else { return DeckReading(deck: DeckMaker.deck(of: dossier), diagnostics: []) }
    if let deck = named(name) {
      let faults = deck.file.isEmpty ? [] : diagnostics.filter { $0.file == deck.file }
      return DeckReading(deck: deck, diagnostics: faults)
    }
    guard name.hasSuffix(".md") || name.contains("/") else {
      let known = dossier.decks.map(\.id)
      throw .failed(
        "no deck '\(name)'" + Suggestion.text(for: name, in: known)
          + "; 'dossier list decks' lists them, and a file's name ends in .md")
    }
    let reading = try Self.reading(file: name, dossier)
    guard !reading.deck.slides.isEmpty else { throw .failed("'\(name)' has no slides") }
    return reading
  }

  /// The deck of a file with its faults; a deck without slides is an error.
  static func reading(file path: String, _ dossier: Dossier) throws(Failure) -> DeckReading {
    let bytes = try InputFile.bytes(path, limit: limit)
    var reading = DeckReader.read(text: bytes, name: path, dossier: dossier)
    if reading.deck.slides.isEmpty {
      reading.diagnostics.append(
        Diagnostic(
          .error, file: CleanText.line(path), "the deck has no slides",
          remedy: "write a heading: # Title"))
    }
    return reading
  }

  /// Prints a deck's faults and where they are, so that they are on the terminal before and after
  /// the slides.
  static func complain(of reading: DeckReading) {
    guard !reading.diagnostics.isEmpty else { return }
    var lines = reading.diagnostics.prefix(faultLimit).map(\.description)
    let rest = reading.diagnostics.count - lines.count
    if rest > 0 { lines.append("dossier: \(rest) more; 'dossier check' lists them all") }
    Output.complain(lines.map { CleanText.line($0) + "\n" }.joined())
  }

  /// The deck that another end of a briefing shows; nil if it is not available.
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
