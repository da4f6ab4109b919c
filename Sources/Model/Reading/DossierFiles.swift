/// Which files of a folder a dossier is read from.
package struct DossierFiles {
  /// The paths of all files of the folder.
  let paths: [String]

  /// The index, which describes the dossier.
  package static let index = "index.md"
  /// The tables that a dossier may have.
  static let tables = [
    "units", "sources", "indicators", "observations", "events", "entities", "links",
    "assessments", "responses", "deadlines",
  ]
  .map { "data/\($0).csv" }

  /// The files among those of a folder.
  init(_ paths: [String]) { self.paths = paths }

  /// The files of prose in a folder; a second dot in a name marks a translation, which is left out.
  func prose(in folder: String) -> [String] {
    paths.filter { path in
      guard path.hasPrefix(folder + "/"), path.hasSuffix(".md") else { return false }
      return path.utf8.count { $0 == UInt8(ascii: ".") } == 1
    }
  }

  /// The decks that are read.
  var decks: [String] { Array(prose(in: "decks").prefix(DeckReader.deckLimit)) }

  /// All files that are read, if they exist.
  var all: [String] {
    paths.filter { $0 == Self.index || Self.tables.contains($0) } + prose(in: "chapters")
      + prose(in: "recommendations") + decks
  }
}
