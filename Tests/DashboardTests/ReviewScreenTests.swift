import Importing
import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas

/// The screen on which an import is reviewed.
struct ReviewScreenTests {
  /// A dashboard of a small imported report; decisions are kept in memory, as the program keeps them
  /// in the folder.
  private struct Desk {
    let library: Library
    var state = State(size: Size(width: 80, height: 24))
    var decisions: [ReviewDecision] = []

    init() throws {
      let text = """
        # Lamps

        ## Streets

        They are dark.

        ## Recommendations

        Recommendation 1: The Town Council should light the streets. It should start now.

        Recommendation 2: The Town Council should mend the lamps.

        The council must also light the parks.

        """
      let report = try ReportReader.read(Array(text.utf8), form: .markdown)
      let made = ImportedDossier(report, id: "lamps", fileName: "lamps.md")
      let files = made.files.map { ($0.path, $0.text) }
      let reading = DossierReader.read(MemoryFolder(Dictionary(uniqueKeysWithValues: files)))
      library = Library(
        reading, desk: ReviewDesk(made.record.review, original: Array(report.text.utf8)))
      press("R")
    }

    mutating func press(_ keys: String) {
      for name in keys.split(separator: " ") {
        guard let key = Key(name) else { fatalError("no key \(name)") }
        for effect in update(&state, .key(key), library) {
          guard case .decide(let decision) = effect else { continue }
          decisions.append(decision)
          #expect(library.desk?.review.take(decision) == nil)
        }
      }
    }

    mutating func type(_ text: String) {
      for character in text { _ = update(&state, .key(.character(character)), library) }
    }

    var text: String { Dashboard.draw(state, library).text() }
  }

  @Test func candidateAndPassageStandSideBySide() throws {
    var desk = try Desk()
    #expect(desk.text.contains("0 of 4, about 1 minute"))
    desk.press("j")
    let text = desk.text
    #expect(text.contains("Recommendation 1 · sure"), "\(text)")
    #expect(text.contains("In the original"), "\(text)")
    #expect(text.contains("y accept"), "\(text)")
  }

  @Test func aKeyDecidesAndTheNextOneIsShown() throws {
    var desk = try Desk()
    desk.press("y y n l")
    #expect(
      desk.decisions == [
        ReviewDecision(.accept, of: ["report"]), ReviewDecision(.accept, of: ["c1"]),
        ReviewDecision(.reject, of: ["c2"]), ReviewDecision(.later, of: ["c3"]),
      ])
    #expect(desk.text.contains("3 of 4"))
    desk.press("u u")
    #expect(desk.text.contains("2 of 4"))
    // The last one that was taken back is selected.
    desk.press("y")
    #expect(desk.decisions.last == ReviewDecision(.accept, of: ["c2"]))
  }

  @Test func allOfALabelAndPartsAreDecided() throws {
    var desk = try Desk()
    desk.press("j Y")
    #expect(desk.decisions == [ReviewDecision(.accept, of: ["c1", "c2"])])
    desk.press("u s m")
    #expect(desk.library.desk?.review["c1-2"] != nil)
    desk.press("j m")
    #expect(desk.library.desk?.review["c1-2"]?.state == .merged)
  }

  @Test func aFieldIsTyped() throws {
    var desk = try Desk()
    desk.press("j t")
    desk.type("Light; Safety")
    #expect(desk.text.contains("Themes, with ; between them: Light; Safety"))
    desk.press("Enter")
    #expect(desk.library.desk?.review["c1"]?.themes == ["Light", "Safety"])
    desk.press("c Ctrl-U")
    desk.press("Enter")
    #expect(desk.state.notice == "Not done: the title cannot be empty.")
    // Escape leaves it as it was.
    desk.press("w")
    desk.type("x")
    desk.press("Esc")
    #expect(desk.library.desk?.review["c1"]?.candidate.addressee == "Town Council")
  }

  @Test func helpBeginsWithTheKeysOfAReview() throws {
    var desk = try Desk()
    desk.press("?")
    let text = desk.text
    for key in ["y  ", "n  ", "Y  ", "N  ", "m  "] { #expect(text.contains("│ \(key)"), "\(text)") }
  }

  @Test func keysOfAReviewDecideNothingElsewhere() throws {
    var desk = try Desk()
    desk.press("Esc K")
    #expect(desk.decisions == [])
    desk.press("r")
    #expect(desk.state.visit.route == .recommendations)
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 40), (200, 50)])
  func itFitsEverySize(_ width: Int, _ height: Int) throws {
    var desk = try Desk()
    desk.state.size = Size(width: width, height: height)
    desk.press("j")
    #expect(desk.text.contains("accept"))
  }
}
