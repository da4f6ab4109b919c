package import Records
import System
import Text

/// Reads a dossier's folder into records and diagnostics.
package enum DossierReader {
  /// Reads every file of a folder and checks every reference.
  ///
  /// It never fails: what cannot be read is left out and reported, and the other records are
  /// unaffected. The work is bounded whatever the files hold.
  ///
  /// - Parameter progress: Called with the number of files read and the number of all files, after
  ///   each file and occasionally during a long one.
  package static func read(
    _ tree: some FileTree, progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) -> Reading {
    let draft = draft(of: tree, progress: progress)
    return Reading(dossier: draft.dossier, diagnostics: draft.log.sorted)
  }

  /// Reads a folder and also checks what is not needed to show a dossier: its computed values, its
  /// findings, its comparisons and its descriptor.
  ///
  /// - Parameter today: The day after which nothing can have been judged; nil leaves that out.
  package static func check(
    _ tree: some FileTree, today: Period.Point? = nil,
    progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) -> Reading {
    var draft = draft(of: tree, today: today, progress: progress)
    draft.checkDerivations()
    draft.checkFindings()
    draft.checkComparisons()
    for deck in draft.dossier.decks {
      for fault in PictureReader.faults(of: deck, in: tree) {
        draft.log.error(Place(fault.file, fault.line), fault.message, remedy: fault.remedy)
      }
    }
    DescriptorReader.check(tree, unread: draft.unread, log: &draft.log)
    return Reading(dossier: draft.dossier, diagnostics: draft.log.sorted)
  }

  private static func draft(
    of tree: some FileTree, today: Period.Point? = nil,
    progress: @escaping (Int, Int) -> Void
  ) -> Draft {
    var draft = Draft()
    draft.today = today
    draft.progress = ReadingProgress(progress)
    let paths: [String]
    do {
      paths = try tree.paths()
    } catch {
      draft.log.error(
        Place(tree.name.isEmpty ? "." : tree.name), error.message, remedy: "name a dossier's folder"
      )
      return draft
    }
    var folder = Folder(tree: tree, paths: paths)
    draft.progress.begin(folder.files.all.count)
    folder.reportUnlisted(&draft)
    folder.readProse(DossierFiles.index, into: &draft, IndexReader.read)
    let chapters = folder.files.prose(in: "chapters")
    for path in chapters { folder.readProse(path, into: &draft, ChapterReader.read) }
    if chapters.isEmpty {
      draft.log.cause(
        Place("chapters"), "the dossier has no chapter",
        remedy: "add a file chapters/1-name.md")
    }
    for path in folder.files.prose(in: "recommendations") {
      folder.readProse(path, into: &draft, RecommendationReader.read)
    }
    folder.readTables(into: &draft)
    folder.readDecks(into: &draft)
    finish(&draft, name: tree.name)
    return draft
  }

  /// Checks the references, sorts the records into reading order and names unnamed ones.
  private static func finish(_ draft: inout Draft, name: String) {
    draft.checkReferences()
    draft.dossier.chapters.sort { $0.number < $1.number }
    let ranks = Dictionary(
      draft.dossier.chapters.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    sort(&draft.dossier.recommendations, ranks)
    checkNumbers(&draft)
    takePrintedNumbers(&draft.dossier.recommendations)
    // Events of the same date keep the order of the table.
    let events = draft.dossier.events.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }
    draft.dossier.events = events.map(\.element)
    if draft.dossier.title.isEmpty {
      let title = name.isEmpty ? draft.dossier.chapters.first?.title : CleanText.line(name)
      draft.dossier.title = title ?? "Untitled"
    }
    if draft.dossier.id.isEmpty {
      let slug = Identifier.slug(name.isEmpty ? draft.dossier.title : name)
      draft.dossier.id = slug.isEmpty ? "untitled" : slug
    }
  }

  /// Sorts recommendations by chapter, standing, number and id.
  private static func sort(_ all: inout [Recommendation], _ ranks: [String: Int]) {
    let keys = all.enumerated().map { index, item in
      let standing = item.standing == .proposal ? 1 : 0
      let number = (item.number, item.letter)
      return (ranks[item.chapter] ?? .max, standing, number.0, number.1 + "." + item.id, index)
    }
    let order = keys.sorted { $0 < $1 }.map(\.4)
    if !order.elementsEqual(all.indices) { all = order.map { all[$0] } }
  }

  /// Numbers recommendations as the report does, if it numbers all of them and none like another.
  private static func takePrintedNumbers(_ all: inout [Recommendation]) {
    let own = all.indices.filter { all[$0].standing == .recommendation }
    let numbers = own.map { all[$0].labelledNumber }
    guard !numbers.contains(""), Set(numbers).count == numbers.count else { return }
    for (index, number) in zip(own, numbers) { all[index].printedNumber = number }
  }

  /// Warns if two of the sorted recommendations, or two proposals, have the same number.
  private static func checkNumbers(_ draft: inout Draft) {
    let all = draft.dossier.recommendations
    for index in all.indices.dropFirst() {
      let number = "\(all[index].number)\(all[index].letter)"
      // A missing number has already been reported.
      guard number == "\(all[index - 1].number)\(all[index - 1].letter)", all[index].number > 0,
        !all[index].chapter.isEmpty,
        all[index].chapter == all[index - 1].chapter,
        all[index].standing == all[index - 1].standing
      else { continue }
      let standing = all[index].standing.rawValue
      draft.log.warning(
        draft.place(of: all[index].reference),
        "\(standing) \"\(all[index - 1].id)\" of this chapter has the number \(number) too",
        remedy: "give each \(standing) of a chapter its own number")
    }
  }
}
