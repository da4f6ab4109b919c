import Interface
import Model

/// The files that a talk is made from: its deck and its dossier.
struct StageSource: Sendable {
  private let folder: DossierFolder
  private let deck: String?
  private let makeLibrary: @Sendable (Reading) -> Library

  /// The files of a talk.
  ///
  /// - Parameters:
  ///   - deck: The deck's id or file; nil for the deck that is made from the dossier.
  ///   - makeLibrary: Makes what is shown of a reading.
  init(
    _ folder: DossierFolder, deck: String?, makeLibrary: @escaping @Sendable (Reading) -> Library
  ) {
    self.folder = folder
    self.deck = deck
    self.makeLibrary = makeLibrary
  }

  /// The stage of what was read.
  func stage(_ read: StageReading) -> Stage {
    Stage(read.deck, makeLibrary(read.reading), read.edition)
  }

  /// Reads the files as they are now, on any thread.
  func read() throws(Failure) -> StageReading {
    let reading = try folder.readAll()
    let deck = try DeckChoice(reading).reading(deck)
    guard !deck.deck.slides.isEmpty else { throw .failed("the deck has no slides") }
    return StageReading(deck.deck, reading, faults: deck.diagnostics)
  }

  /// Reads the files as they are now, where they are those that another end shows; on any thread.
  func read(_ edition: Edition) -> StageReading? {
    guard let reading = try? folder.readAll() else { return nil }
    let choice = DeckChoice(reading)
    var found = choice.deck(of: edition)
    // A deck in a file of its own is known to whoever named it.
    if found == nil, deck != nil { found = try? choice.reading(deck).deck }
    return found.map { StageReading($0, reading) }.flatMap { $0.edition.shows(edition) ? $0 : nil }
  }

  /// What tells of changes in the files, to be made before they are read; none for what never
  /// changes.
  static func watches(_ folder: DossierFolder, deck: String?) -> [FolderWatch] {
    [folder.watch(), deck.flatMap(watch)].compactMap { $0 }
  }

  private static func watch(_ deck: String) -> FolderWatch? {
    guard deck.hasSuffix(".md") || deck.contains("/") else { return nil }
    let parts = deck.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty else { return nil }
    let folder = parts.dropLast().joined(separator: "/")
    let place = deck.hasPrefix("/") && folder.isEmpty ? "/" : folder.isEmpty ? "." : folder
    return FolderWatch(place, file: String(name))
  }
}
