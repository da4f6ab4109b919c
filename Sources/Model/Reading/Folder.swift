/// A dossier's folder while it is read: finds the files and takes care that they stay bounded.
struct Folder<Tree: FileTree> {
  let tree: Tree
  let paths: [String]
  private var proseBytes = 0
  // What was read ahead.
  private var readPieces: [ReadRecommendation?] = []
  private var readParts: [ObservationTable.Part]?
  private var isBaseRead = false

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

  /// The recommendations from which on they are many: read on several threads, and their prose
  /// left for later where that is allowed.
  private var many: Int { 256 }

  /// Reads much of a large folder at once, on several threads; `readRecommendations` and
  /// `readTables` put it into its place.
  ///
  /// Faults are told in the order of the files, whatever the threads did: what has one is read again
  /// in its turn.
  ///
  /// - Parameter later: What prose that is left for later will need; nil leaves none.
  mutating func readAhead(into draft: inout Draft, later: ReadingScope?) {
    let paths = prose(in: "recommendations")
    guard paths.count >= many else { return }
    Markdown.prepare()
    draft.later = later
    guard Parallel.width > 1 else { return }
    draft.reserve(paths.count)
    // What observations name; recommendations are read the same with it.
    var early = draft
    readBase(into: &early)
    guard early.tally == draft.tally else {
      readPieces = Self.pieces(paths, of: tree, draft)
      return
    }
    draft = early
    isBaseRead = true
    let (start, folder) = (Unchecked(value: draft), self)
    let found = Parallel.both {
      Unchecked(value: Self.pieces(paths, of: folder.tree, start.value))
    } _: {
      folder.observations(start.value)
    }
    readPieces = found?.0.value ?? []
    readParts = found?.1
  }

  /// Reads recommendations in pieces at once.
  private static func pieces(
    _ paths: [String], of tree: Tree, _ draft: Draft
  ) -> [ReadRecommendation?] {
    let size = 64
    let start = Unchecked(value: draft)
    let pieces = Parallel.map((paths.count + size - 1) / size) { number in
      let piece = Array(paths[number * size..<min(paths.count, (number + 1) * size)])
      return Unchecked(value: read(piece, of: tree, start.value))
    }
    return pieces.flatMap(\.value)
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

  /// Reads recommendations apart from the others; nil for each that cannot be taken as it is.
  private static func read(
    _ paths: [String], of tree: Tree, _ draft: Draft
  ) -> [ReadRecommendation?] {
    var draft = draft
    _ = draft.log.takeMentions()
    var result: [ReadRecommendation?] = []
    tree.withEach(of: paths) { path, raw in
      let tally = draft.tally
      let known = draft.dossier.recommendations.count
      if let raw {
        let file = SourceFile(path: path, raw: raw, log: &draft.log)
        RecommendationReader.read(file, into: &draft)
        draft.log.unmute()
      }
      let mentions = draft.log.takeMentions()
      guard let raw, draft.dossier.recommendations.count > known,
        let record = draft.dossier.recommendations.last, draft.tally == tally
      else { return result.append(nil) }
      result.append(
        ReadRecommendation(
          record: record, place: draft.place(of: record.reference),
          mentions: mentions, bytes: raw.count))
    }
    return result
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
  private func readBase(into draft: inout Draft) {
    read("units", UnitTable.columns, into: &draft, UnitTable.read)
    read("sources", SourceTable.columns, into: &draft, SourceTable.read)
    read(
      "indicators", IndicatorTable.columns, optional: ["overlay"], into: &draft, IndicatorTable.read
    )
  }

  /// The observations of a large table without a fault; nil for any other.
  private func observations(_ draft: Draft) -> [ObservationTable.Part]? {
    guard Parallel.width > 1 else { return nil }
    var scratch = draft
    var parts: [ObservationTable.Part]?
    read("observations", ObservationTable.columns, into: &scratch) { table, scratch in
      parts = ObservationTable.parts(of: table, scratch)
    }
    return scratch.tally == draft.tally ? parts : nil
  }

  /// The paths of the tables that a dossier may have.
  static var tables: [String] {
    ["units", "sources", "indicators", "observations", "events", "entities", "links"]
      .map { "data/\($0).csv" }
  }

  private func read(
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
