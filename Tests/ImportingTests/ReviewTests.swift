import Records
import TestSupport
import Testing
import Text

@testable import Importing

/// Decisions on candidates, and the files that follow from them.
struct ReviewTests {
  private static let text = """
    # Lamps

    3 May 2022

    ## Streets

    They are dark.

    ## Recommendations

    Recommendation 1: The Town Council should light the streets. It should start with the market.

    Recommendation 2: The Town Council should mend the lamps.

    The council must also light the parks.

    """

  /// A review of the small report.
  private static func review() throws -> Review {
    let report = try ReportReader.read(Array(text.utf8), form: .markdown)
    return ImportedDossier(report, id: "lamps", fileName: "lamps.md").record.review
  }

  private static func file(_ review: Review, _ name: String) -> String? {
    ReviewFiles(review).files.first { $0.path == "recommendations/\(name).md" }?.text
  }

  @Test func theTitlePageComesFirstThenTheSurest() throws {
    let review = try Self.review()
    #expect(review.queue.map(\.id) == ["report", "c1", "c2", "c3"])
    #expect(review.progress == (0, 4))
    #expect(ReviewDesk(review, original: []).progress(pace: 30) == "0 of 4, about 2 minutes")
  }

  @Test func anAcceptedOneIsConfirmedAndStated() throws {
    var review = try Self.review()
    #expect(Self.file(review, "recommendations-1")?.contains("confirmed: no") == true)
    #expect(review.take(ReviewDecision(.accept, of: ["c1"])) == nil)
    let file = try #require(Self.file(review, "recommendations-1"))
    #expect(!file.contains("confirmed"))
    #expect(file.contains("addressee-basis: stated"))
    // Nothing was made of the third until it is accepted.
    #expect(Self.file(review, "recommendations-3") == nil)
    #expect(review.take(ReviewDecision(.accept, of: ["c3"])) == nil)
    #expect(Self.file(review, "recommendations-3")?.contains("light the parks") == true)
    #expect(review.take(ReviewDecision(.undo)) == nil)
    #expect(Self.file(review, "recommendations-3") == nil)
    #expect(review.queue.map(\.id) == ["report", "c2", "c3"])
  }

  @Test func aRejectedOneIsNoFile() throws {
    var review = try Self.review()
    #expect(review.take(ReviewDecision(.reject, of: ["c1"])) == nil)
    #expect(Self.file(review, "recommendations-1") == nil)
    #expect(review.take(ReviewDecision(.later, of: ["c2"])) == nil)
    #expect(review.queue.map(\.id) == ["report", "c3", "c2"])
    #expect(review.progress == (1, 4))
  }

  @Test func fieldsAreEditedAndNewNamesGoToTheIndex() throws {
    var review = try Self.review()
    let edits: [(ReviewDecision.Field, String)] = [
      (.title, "Light it's streets"), (.addressee, "Lamp Office"), (.themes, "Light; Safety"),
      (.kind, "proposal"), (.label, "R1"), (.text, "Light them."),
    ]
    for (field, value) in edits {
      let decision = ReviewDecision(.edit, of: ["c1"], field: field, value: value)
      #expect(review.take(decision) == nil)
      #expect(review["c1"]?.value(field) == value)
    }
    let file = try #require(Self.file(review, "recommendations-1"))
    for line in [
      "title: 'Light it''s streets'", "addressees: [lamp-office]", "themes: [light, safety]",
      "kind: proposal", "label: 'R1'", "\nLight them.\n",
    ] { #expect(file.contains(line), "\(file)") }
    let index = try #require(ReviewFiles(review).files.first?.text)
    #expect(index.contains("  lamp-office: 'Lamp Office'\n"))
    #expect(index.contains("themes:\n  light: 'Light'\n  safety: 'Safety'\n"))
    for (field, value) in [(ReviewDecision.Field.title, "Lights"), (.date, "2022-06")] {
      let decision = ReviewDecision(.edit, of: ["report"], field: field, value: value)
      #expect(review.take(decision) == nil)
    }
    #expect(review.take(ReviewDecision(.accept, of: ["report"])) == nil)
    let corrected = try #require(ReviewFiles(review).files.first?.text)
    #expect(corrected.contains("title: 'Lights'\n"))
    #expect(corrected.contains("date: '2022-06'\n"))
    #expect(!corrected.contains("confirmed"))
  }

  @Test func partsAreMergedAndSplit() throws {
    var review = try Self.review()
    #expect(review.take(ReviewDecision(.merge, of: ["c2"], value: "c1")) == nil)
    #expect(Self.file(review, "recommendations-2") == nil)
    #expect(Self.file(review, "recommendations-1")?.contains("mend the lamps") == true)
    #expect(review.take(ReviewDecision(.undo)) == nil)
    #expect(review.take(ReviewDecision(.split, of: ["c1"], value: "2")) == nil)
    #expect(review.items.map(\.id) == ["report", "c1", "c1-2", "c2", "c3"])
    #expect(review["c1"]?.candidate.text == "The Town Council should light the streets.")
    #expect(review["c1-2"]?.candidate.text == "It should start with the market.")
    #expect(review.take(ReviewDecision(.accept, of: ["c1-2"])) == nil)
    #expect(Self.file(review, "recommendations-3")?.contains("start with the market") == true)
  }

  @Test func allOfALabelAreDecidedAtOnce() throws {
    var review = try Self.review()
    let alike = review.alike("c1").map(\.id)
    #expect(alike == ["c1", "c2"])
    #expect(review.take(ReviewDecision(.accept, of: alike)) == nil)
    #expect(review.queue.map(\.id) == ["report", "c3"])
    #expect(review.take(ReviewDecision(.undo)) == nil)
    #expect(review.queue.count == 4)
  }

  @Test(arguments: [
    (ReviewDecision(.undo), "there is nothing to take back"),
    (ReviewDecision(.accept, of: ["c9"]), "there is no candidate c9"),
    (ReviewDecision(.reject, of: ["report"]), "a report has a title page; correct it"),
    (ReviewDecision(.merge, of: ["c1"], value: "c1"), "name another candidate"),
    (ReviewDecision(.split, of: ["c2"], value: "2"), "it is a single sentence"),
    (ReviewDecision(.edit, of: ["c1"], field: .title, value: " "), "the title cannot be empty"),
    (
      ReviewDecision(.edit, of: ["report"], field: .date, value: "soon"),
      "write the date as 2016, 2016-06 or 2016-06-18"
    ),
  ])
  func whatCannotBeDecidedIsRefused(_ decision: ReviewDecision, _ reason: String) throws {
    var review = try Self.review()
    #expect(review.take(decision) == reason)
    #expect(review.log == [])
  }

  @Test func theLogAndTheCandidatesAreReadBack() throws {
    let report = try ReportReader.read(Array(Self.text.utf8), form: .markdown)
    let made = ImportedDossier(report, id: "lamps", fileName: "lamps.md")
    let own = made.record.ownFiles
    let log = [
      ReviewDecision(.edit, of: ["c1"], field: .text, value: "One, \"two\"\n\nthree"),
      ReviewDecision(.accept, of: ["c1", "c2"]), ReviewDecision(.undo),
    ]
    let rows = ReviewDecision.heading + log.map(\.row).joined()
    let read = ImportRecord(
      candidates: Array(own[0].text.utf8), decisions: Array(rows.utf8),
      base: Array(own[1].text.utf8), conflicts: [])
    #expect(read.log == log)
    #expect(read.candidates == made.record.candidates)
    #expect(read.base == made.record.base)
    #expect(ReviewDecision.read(Array("nothing\n\u{1b}[2J,\"".utf8)) == [])
  }

  @Test(arguments: Trials.seeds(400))
  func randomDecisionsMakeSoundFoldersAndAreAllTakenBack(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    var review = try Self.review()
    let start = ReviewFiles(review).files
    for _ in 0..<random.int(1...12) {
      let decision = RandomReview.decision(review, token: "word", &random)
      _ = review.take(decision)
    }
    #expect(RandomReview.errors(ReviewFiles(review).files, like: Self.text) == [], "seed \(seed)")
    let replayed = ReviewDecision.read(
      Array((ReviewDecision.heading + review.log.map(\.row).joined()).utf8))
    #expect(replayed == review.log, "seed \(seed)")
    while review.take(ReviewDecision(.undo)) == nil {}
    #expect(ReviewFiles(review).files == start, "seed \(seed)")
  }
}
