/// Reading the files of a large folder on several threads, before their turn.
extension Folder {
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
    guard later != nil else {
      // Where no first screen waits, the table's bytes are gone before there is all the prose.
      readParts = observations(draft)
      readPieces = Self.pieces(paths, of: tree, draft)
      return
    }
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

  /// The observations of a large table without a fault; nil for any other.
  func observations(_ draft: Draft) -> [ObservationTable.Part]? {
    guard Parallel.width > 1 else { return nil }
    var scratch = draft
    var parts: [ObservationTable.Part]?
    read("observations", ObservationTable.columns, into: &scratch) { table, scratch in
      parts = ObservationTable.parts(of: table, scratch)
    }
    return scratch.tally == draft.tally ? parts : nil
  }
}
