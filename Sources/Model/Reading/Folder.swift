/// A dossier's folder while it is read: finds the files and takes care that they stay bounded.
struct Folder<Tree: FileTree> {
  let tree: Tree
  let paths: [String]
  private var proseBytes = 0
  /// What was read ahead.
  var readPieces: [ReadRecommendation?] = []
  var readParts: [ObservationTable.Part]?
  var isBaseRead = false

  /// The most bytes that all prose together may have.
  private let proseLimit = 16 << 20

  init(tree: Tree, paths: [String]) {
    self.tree = tree
    self.paths = paths
  }

  /// The files of prose in a folder; those with another dot in their names are translations.
  func prose(in folder: String) -> [String] {
    paths.filter { path in
      guard path.hasPrefix(folder + "/"), path.hasSuffix(".md") else { return false }
      return path.utf8.count { $0 == UInt8(ascii: ".") } == 1
    }
  }

  /// Reads a file of prose.
  mutating func readProse(
    _ path: String, into draft: inout Draft, _ read: (SourceFile, inout Draft) -> Void
  ) {
    defer { draft.log.unmute() }
    do {
      let file = try tree.withBytes(of: path) { raw in
        proseBytes += raw.count
        return proseBytes <= proseLimit ? SourceFile(path: path, raw: raw, log: &draft.log) : nil
      }
      if let file { return read(file, &draft) }
      draft.log.error(
        Place(path), "the dossier has more than \(proseLimit >> 20) MiB of prose",
        remedy: "split the dossier")
      draft.markUnread(path)
    } catch {
      draft.log.error(path, error)
      draft.markUnread(path)
    }
  }

  /// Reads the recommendations, those that were read ahead from there.
  mutating func readRecommendations(into draft: inout Draft) {
    let pieces = readPieces
    readPieces = []
    for (index, path) in prose(in: "recommendations").enumerated() {
      if index < pieces.count, let found = pieces[index],
        proseBytes + found.bytes <= proseLimit, draft.add(found)
      {
        proseBytes += found.bytes
      } else {
        readProse(path, into: &draft, RecommendationReader.read)
      }
    }
  }

  /// Reads the decks, which name records of all kinds.
  mutating func readDecks(into draft: inout Draft) {
    let decks = prose(in: "decks")
    if decks.count > DeckReader.deckLimit {
      draft.log.error(
        Place("decks"), "more than \(DeckReader.deckLimit) decks; the rest is left out",
        remedy: "keep them elsewhere")
    }
    for path in decks.prefix(DeckReader.deckLimit) {
      readProse(path, into: &draft, DeckReader.read)
    }
    draft.dossier.decks.sort { $0.id < $1.id }
  }

  /// Reads the tables, each after those that its rows name.
  mutating func readTables(into draft: inout Draft) {
    if !isBaseRead { readBase(into: &draft) }
    if let parts = readParts ?? observations(draft) {
      for part in parts { ObservationTable.add(part, to: &draft.dossier.indicators) }
    } else {
      read("observations", ObservationTable.columns, into: &draft, ObservationTable.read)
    }
    readParts = nil
    ObservationTable.order(&draft.dossier.indicators)
    reportSecondValues(&draft)
    read("events", EventTable.columns, optional: EventTable.optional, into: &draft, EventTable.read)
    read("entities", EntityTable.columns, into: &draft, EntityTable.read)
    read("links", LinkTable.columns, into: &draft, LinkTable.read)
    for path in paths where path.hasPrefix("data/") && path.hasSuffix(".csv") {
      if !Self.tables.contains(path) {
        draft.log.warning(
          Place(path), "the table is not part of a dossier",
          remedy: "tables are \(Self.tables.joined(separator: ", "))")
      }
    }
  }

  /// Reads the tables that observations name.
  func readBase(into draft: inout Draft) {
    read("units", UnitTable.columns, into: &draft, UnitTable.read)
    read("sources", SourceTable.columns, into: &draft, SourceTable.read)
    read(
      "indicators", IndicatorTable.columns, optional: ["overlay"], into: &draft, IndicatorTable.read
    )
  }

  /// Warns of values that stand twice; the table is only read again where there are some.
  private func reportSecondValues(_ draft: inout Draft) {
    let seconds = SecondValues(draft.dossier.indicators)
    guard !seconds.isEmpty else { return }
    var scratch = draft
    read("observations", ObservationTable.columns, into: &scratch) { table, scratch in
      seconds.report(&table, &scratch.log, &draft.log)
    }
  }

  /// The paths of the tables that a dossier may have.
  static var tables: [String] {
    ["units", "sources", "indicators", "observations", "events", "entities", "links"]
      .map { "data/\($0).csv" }
  }

  func read(
    _ name: String, _ columns: [String], optional: Set<String> = [], into draft: inout Draft,
    _ read: (inout Table, inout Draft) -> Void
  ) {
    let path = "data/\(name).csv"
    do {
      try tree.withBytes(of: path) { raw in
        SourceFile.withText(path: path, raw: raw, draft: &draft) { bytes, draft in
          let table = Table(
            bytes, file: path, columns: columns, optional: optional, log: &draft.log)
          defer { draft.log.unmute() }
          guard var table else { return draft.markUnread(path) }
          if !table.has(0) { draft.markUnread(path) }
          read(&table, &draft)
        }
      }
    } catch {
      if error.message == FileFault.missing.message, !paths.contains(path) {
        draft.absent.insert(path)
      } else {
        draft.log.error(path, error)
        draft.markUnread(path)
      }
    }
  }
}
