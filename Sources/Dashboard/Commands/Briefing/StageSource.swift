import Browsing
import Reading
import Records
import Talk

/// The files that a talk is made from: its deck and its dossier.
struct StageSource {
  private let folder: DossierFolder
  private let deck: String?
  private let makeLibrary: (Reading) -> Library
  // The last search, so that it is not repeated at each key.
  private var sought: Edition?

  /// The files of a talk.
  ///
  /// - Parameters:
  ///   - deck: The deck's id or file; nil for a deck made from the dossier.
  ///   - makeLibrary: Makes the library of a reading.
  init(
    _ folder: DossierFolder, deck: String?, makeLibrary: @escaping (Reading) -> Library
  ) {
    self.folder = folder
    self.deck = deck
    self.makeLibrary = makeLibrary
  }

  /// The stage of the loaded files.
  func stage(_ read: StageReading) -> Stage {
    Stage(read.deck, makeLibrary(read.reading), read.edition)
  }

  /// The library of what another end has handed over.
  func library(_ reading: Reading) -> Library { makeLibrary(reading) }

  /// Reads the files as they are now.
  func read() throws(Failure) -> StageReading {
    let digest = folder.digest
    let reading = try folder.readAll()
    let deck = try DeckChoice(reading).reading(deck)
    guard !deck.deck.slides.isEmpty else { throw .failed("the deck has no slides") }
    return StageReading(deck.deck, reading, digest: digest, faults: deck.diagnostics)
  }

  /// Looks in the files for what another end shows, once for each edition; nil if their content
  /// differs.
  package mutating func find(_ edition: Edition) -> Stage? {
    guard edition != sought else { return nil }
    sought = edition
    let digest = folder.digest
    // An unreadable file cannot be what the other end shows.
    guard let reading = try? folder.readAll() else { return nil }
    let choice = DeckChoice(reading)
    var found = choice.deck(of: edition)
    // The path of a deck's own file is known only at the end that named it.
    if found == nil, deck != nil { found = try? choice.reading(deck).deck }
    guard let found else { return nil }
    let read = StageReading(found, reading, digest: digest)
    return read.edition.shows(edition) ? stage(read) : nil
  }

  /// The watches on the files, which must be made before they are read; none for what never
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
