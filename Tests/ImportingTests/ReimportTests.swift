import TestSupport
import Testing

@testable import Importing

/// Importing a newer version into a folder that somebody has worked on.
struct ReimportTests {
  /// A folder with what it keeps of its import.
  private struct Folder {
    var record: ImportRecord
    var files: [MadeFile]

    init(_ report: String) throws {
      let read = try ReportReader.read(Array(report.utf8), form: .markdown)
      record = ImportedDossier(read, id: "made", fileName: "report").record
      files = record.files
    }

    /// Makes a decision as the program does.
    mutating func decide(_ decision: ReviewDecision) -> ReviewChange? {
      let before = record.review
      var after = before
      guard after.take(decision) == nil else { return nil }
      let change = ReviewChange(from: before, to: after, by: decision, in: files)
      record.log = after.log
      files.removeAll { file in
        change.removed.contains(file.path) || change.written.contains { $0.path == file.path }
      }
      files += change.written
      return change
    }

    /// Imports another version.
    mutating func update(_ report: String) throws -> Reimport {
      let read = try ReportReader.read(Array(report.utf8), form: .markdown)
      let newer = ImportedDossier(read, id: "made", fileName: "report", after: record)
      let merge = Reimport(newer, over: record, in: files)
      let own = merge.files.filter { $0.path.hasPrefix("import/") }
      let written = merge.files.filter { !$0.path.hasPrefix("import/") }
      files.removeAll { file in
        merge.removed.contains(file.path) || written.contains { $0.path == file.path }
      }
      files += written
      let log = ReviewDecision.heading + record.log.map(\.row).joined()
      let conflicts =
        ImportRecord.conflictsHeading + ImportRecord.rows(record.conflicts + merge.conflicts)
      record = ImportRecord(
        candidates: Array(own[0].text.utf8), decisions: Array(log.utf8),
        base: Array(own[1].text.utf8), conflicts: Array(conflicts.utf8))
      return merge
    }

    subscript(_ path: String) -> String? {
      get { files.first { $0.path == path }?.text }
      set {
        files.removeAll { $0.path == path }
        if let newValue { files.append(MadeFile(path, newValue)) }
      }
    }

    /// Replaces words in the file that has them.
    mutating func change(_ old: String, to new: String) throws {
      let index = try #require(files.firstIndex { $0.text.contains(old) }, "\(old)")
      let parts = files[index].text.split(
        separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      files[index] = MadeFile(files[index].path, parts[0] + new + parts[1])
    }

    /// All words of the dossier.
    var text: String { files.map(\.text).joined(separator: "\n") }
  }

  private static let first = """
    # Lamps

    ## Streets

    The streets are dark at night.

    The market is the darkest of all places.

    ## Money

    Lamps cost money, and the town has none.

    ## Recommendations

    Recommendation 1: The Town Council should light the streets.

    Recommendation 2: The Town Council should mend the lamps.

    """

  private static func changed(_ pairs: [(String, String)]) -> String {
    var result = first
    for (old, new) in pairs {
      result = result.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
    return result
  }

  @Test func whatTheAuthorTouchedWinsAndTheRestIsNew() throws {
    var folder = try Folder(Self.first)
    try folder.change("The streets are dark at night.", to: "The streets are pitch dark at night.")
    try folder.change("title: 'Money'", to: "title: 'Money'\nsummary: 'There is none.'")
    let merge = try folder.update(
      Self.changed([
        ("Lamps cost money, and the town has none.", "Lamps cost 300 euros."),
        ("## Streets\n", "## Before\n\nNew words that stand first.\n\n## Streets\n"),
      ]))
    #expect(merge.conflicts == [])
    #expect(merge.losses == [])
    let streets = try #require(folder["chapters/2-streets.md"])
    #expect(streets.contains("pitch dark"))
    #expect(streets.contains("number: 2"))
    #expect(folder["chapters/1-streets.md"] == nil)
    let money = try #require(folder["chapters/3-money.md"])
    #expect(money.contains("summary: 'There is none.'"))
    #expect(money.contains("300 euros"))
    #expect(folder["chapters/1-before.md"]?.contains("stand first") == true)
    #expect(folder["recommendations/recommendations-1.md"]?.contains("L19") == true)
    #expect(RandomReview.errors(folder.files) == [])
  }

  @Test func whatBothChangedIsAskedAndCanBeTaken() throws {
    var folder = try Folder(Self.first)
    try folder.change("The market is the darkest of all places.", to: "The market is dark.")
    let merge = try folder.update(
      Self.changed([("the darkest of all places", "the darkest of all known places")]))
    #expect(merge.conflicts.map(\.mine) == ["The market is dark."])
    #expect(folder.text.contains("The market is dark."))
    #expect(folder.record.review.queue.map(\.id).contains("x1"))
    _ = folder.decide(ReviewDecision(.accept, of: ["x1"]))
    #expect(folder.text.contains("the darkest of all known places"))
    #expect(!folder.text.contains("The market is dark."))
    _ = folder.decide(ReviewDecision(.undo))
    #expect(folder.text.contains("The market is dark."))
  }

  @Test func aParagraphIsFollowedToAnotherChapter() throws {
    var folder = try Folder(Self.first)
    try folder.change("The market is the darkest of all places.", to: "The market is very dark.")
    let merge = try folder.update(
      Self.changed([
        ("The market is the darkest of all places.\n\n", ""),
        ("Lamps cost", "The market is the darkest of all places.\n\nLamps cost"),
      ]))
    #expect(merge.losses == [])
    #expect(folder["chapters/2-money.md"]?.contains("The market is very dark.") == true)
    #expect(folder["chapters/1-streets.md"]?.contains("very dark") == false)
  }

  @Test func whatLostItsPlaceIsListed() throws {
    var folder = try Folder(Self.first)
    try folder.change("Lamps cost money, and the town has none.", to: "Nobody has any money here.")
    let merge = try folder.update(
      Self.changed([("## Money\n\nLamps cost money, and the town has none.\n\n", "")]))
    #expect(merge.losses.map(\.text) == ["Nobody has any money here."])
    #expect(merge.removed.contains("chapters/2-money.md"))
  }

  @Test func decisionsKeepTheirCandidates() throws {
    var folder = try Folder(Self.first)
    for decision in [
      ReviewDecision(.accept, of: ["c2"]),
      ReviewDecision(.edit, of: ["c2"], field: .title, value: "Mend them"),
      ReviewDecision(.reject, of: ["c1"]),
    ] { _ = folder.decide(decision) }
    _ = try folder.update(
      Self.changed([
        (
          "Recommendation 1:",
          "Recommendation 1: The Mayor should buy ladders and keep them dry.\n\nRecommendation 2:"
        ),
        (
          "Recommendation 2: The Town Council should mend",
          "Recommendation 3: The Town Council should mend"
        ),
      ]))
    let review = folder.record.review
    #expect(review["c2"]?.candidate.label == "Recommendation 3")
    #expect(review["c2"]?.state == .accepted)
    #expect(review["c2"]?.candidate.record == "recommendations-2")
    #expect(review["c1"]?.state == .rejected)
    #expect(review["c3"]?.candidate.text.contains("ladders") == true)
    #expect(review["c3"]?.candidate.record == "recommendations-3")
    let file = try #require(folder["recommendations/recommendations-2.md"])
    #expect(file.contains("title: 'Mend them'"))
    #expect(file.contains("label: 'Recommendation 3'"))
    // One that is accepted and no longer in the report stays.
    let merge = try folder.update(
      Self.changed([("Recommendation 2: The Town Council should mend the lamps.\n", "")]))
    #expect(merge.goneCount == 1)
    #expect(folder["recommendations/recommendations-2.md"]?.contains("Mend them") == true)
  }

  // MARK: Random reports

  private static func paragraph(_ number: Int, _ random: inout SeededRandom) -> String {
    let words = [
      "lamp", "street", "night", "council", "market", "ladder", "river", "bridge", "tax",
    ]
    let some = (0..<random.int(6...14)).map { _ in
      words[random.int(0...(words.count - 1))]
    }
    return "Base\(number) \(some.joined(separator: " "))."
  }

  /// The paragraphs of a random report under their headings.
  private static func report(_ random: inout SeededRandom) -> [(heading: String, texts: [String])] {
    var number = 0
    var chapters: [(heading: String, texts: [String])] = []
    for index in 0..<random.int(2...4) {
      let texts = (0..<random.int(2...6)).map { _ in
        number += 1
        return paragraph(number, &random)
      }
      chapters.append(("Chapter \(["one", "two", "three", "four"][index])", texts))
    }
    let asks = (1...random.int(1...5)).map { number in
      "Recommendation \(number): The Council should "
        + paragraph(100 + number, &random).lowercased()
    }
    return chapters + [("Recommendations", asks)]
  }

  private static func text(_ report: [(heading: String, texts: [String])]) -> String {
    "# Title of it\n\n"
      + report.map { "## \($0.heading)\n\n" + $0.texts.map { $0 + "\n\n" }.joined() }.joined()
  }

  /// Another version of a report: reworded, moved, removed and new paragraphs and chapters.
  private static func newer(
    _ report: [(heading: String, texts: [String])], _ random: inout SeededRandom
  ) -> [(heading: String, texts: [String])] {
    var result = report
    for step in 0..<random.int(0...8) {
      let chapter = random.int(0...(result.count - 1))
      let count = result[chapter].texts.count
      let index = random.int(0...max(0, count - 1))
      switch random.int(0...6) {
      case 0 where count > 0: result[chapter].texts[index] += " Reworded \(step)."
      case 1 where count > 1: result[chapter].texts.remove(at: index)
      case 2: result[chapter].texts.insert(paragraph(200 + step, &random), at: index)
      case 3 where count > 1 && chapter < result.count - 1:
        let text = result[chapter].texts.remove(at: index)
        result[random.int(0...(result.count - 2))].texts.append(text)
      case 4 where result.count > 2 && chapter < result.count - 1: result.remove(at: chapter)
      case 5: result[chapter].heading += " and more"
      case 6 where chapter > 0: result.swapAt(chapter, chapter - 1)
      default: break
      }
    }
    return result
  }

  /// Changes a file as an author does, leaving a word by which the change is known again.
  private static func edit(_ text: String, _ token: String, _ random: inout SeededRandom) -> String
  {
    var parts = FileParts(text)
    let units = parts.units.indices.filter { parts.units[$0].text.first != "#" }
    let index = units.isEmpty ? nil : units[random.int(0...(units.count - 1))]
    switch random.int(0...4) {
    case 0: parts["summary"] = ["summary: '\(token)'"]
    case 1: parts["title"] = ["title: 'Titled \(token)'"]
    case 2:
      guard let index else { return text }
      parts.units[index].text = "Written anew, \(token)."
    case 3:
      guard let index else { return text }
      parts.units[index].text += " More \(token)."
    default:
      let unit = FileParts.Unit(gap: 1, text: "Inserted \(token).", locator: nil)
      parts.units.insert(unit, at: random.int(0...parts.units.count))
    }
    return parts.text
  }

  @Test(arguments: Trials.seeds(1000))
  func noEditIsLost(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    let report = Self.report(&random)
    var folder = try Folder(Self.text(report))
    var tokens: [String] = []
    var lost = ""
    for step in 0..<random.int(0...10) {
      let token = "token\(step)x"
      if random.int(0...2) == 0 {
        let decision = RandomReview.decision(folder.record.review, token: token, &random)
        guard let change = folder.decide(decision) else { continue }
        lost += change.losses.map(\.text).joined(separator: "\n")
        if decision.action == .edit, let id = decision.candidates.first,
          folder.record.review[id]?.isMade == true
        {
          tokens.append(token)
        }
      } else {
        let index = random.int(0...(folder.files.count - 1))
        let file = folder.files[index]
        let text = Self.edit(file.text, token, &random)
        if text.contains(token) { tokens.append(token) }
        folder.files[index] = MadeFile(file.path, text)
      }
    }
    // Later changes may have replaced what earlier ones wrote.
    tokens = tokens.filter { (folder.text + lost).contains($0) }
    for _ in 0..<random.int(1...2) {
      let newer = Self.text(Self.newer(report, &random))
      let merge = try folder.update(newer)
      lost += merge.losses.map(\.text).joined(separator: "\n")
      for token in tokens {
        #expect((folder.text + lost).contains(token), "seed \(seed): \(token) is lost")
      }
      // The same version again changes nothing.
      let before = folder.files
      let again = try folder.update(newer)
      #expect(Set(folder.files) == Set(before), "seed \(seed)")
      #expect(again.losses == [], "seed \(seed)")
    }
  }

  @Test(arguments: Trials.seeds(200))
  func anUntouchedFolderBecomesTheNewerVersion(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    let report = Self.report(&random)
    var folder = try Folder(Self.text(report))
    let newer = Self.text(Self.newer(report, &random))
    let merge = try folder.update(newer)
    #expect(merge.conflicts == [], "seed \(seed)")
    #expect(merge.losses == [], "seed \(seed)")
    #expect(RandomReview.errors(folder.files) == [], "seed \(seed)")
    // Ids may differ, words do not.
    func words(_ files: [MadeFile]) -> [String] {
      files.filter { $0.path.hasPrefix("chapters/") }
        .flatMap { FileParts($0.text).units.map(\.text) }.sorted()
    }
    #expect(words(folder.files) == words(try Folder(newer).files), "seed \(seed)")
  }
}
