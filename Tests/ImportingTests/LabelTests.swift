import Testing

@testable import Importing

/// Labels, markers and addressees in a text.
struct LabelTests {
  @Test(arguments: [
    ("Recommendation 4: Build it.", "Recommendation 4", "Build it."),
    ("RECOMMENDATION 3a – Build it.", "RECOMMENDATION 3a", "Build it."),
    ("Recommendation: Build it.", "Recommendation", "Build it."),
    ("R12. Build it.", "R12", "Build it."),
    ("Recomendación 2.1: Construir.", "Recomendación 2.1", "Construir."),
    ("Recommendation A-2", "Recommendation A-2", ""),
  ])
  func labelsAtTheStart(_ text: String, _ label: String, _ rest: String) throws {
    let found = try #require(RecommendationLabel(start: text))
    #expect(found.label == label)
    #expect(found.rest == rest)
  }

  @Test(arguments: [
    "Recommendation 4 was rejected.", "Recommendations are made below.", "Rules: be kind.",
    "R and D. Spending fell.", "Recommendation of the board: none", "Recommended: it is",
  ])
  func sentencesAreNoLabels(_ text: String) {
    #expect(RecommendationLabel(start: text) == nil)
  }

  @Test func labelsAtTheEnd() {
    #expect(RecommendationLabel(end: "Do it. (Recommendation 7)")?.label == "Recommendation 7")
    #expect(RecommendationLabel(end: "Hágase (Recomendación 7).")?.rest == "Hágase")
    #expect(RecommendationLabel(end: "As said (see Recommendation 7)") == nil)
  }

  @Test(arguments: [
    ("The Secretary of State should act.", "Secretary of State"),
    (
      "In coordination with the states, the Administrator of EPA should act.",
      "Administrator of EPA"
    ),
    (
      "We recommend that the Department of Health and Social Care publish it.",
      "Department of Health and Social Care"
    ),
    ("Congress must act.", "Congress"),
    (
      "El Ministerio de Salud y el Ministerio de Hacienda deben actuar.",
      "Ministerio de Salud y el Ministerio de Hacienda"
    ),
    ("A la Fiscalía General, investigar los casos.", "Fiscalía General"),
    ("It should be clear who acts.", ""), ("There must be one timetable.", ""),
    ("Keeping schools open should be the default policy.", ""),
    ("For the reasons above, nothing must change.", ""),
  ])
  func addresseesAreSubjects(_ text: String, _ name: String) {
    #expect(AddresseeFinder.addressee(of: text) == name)
  }

  @Test(arguments: [
    ("1. One", "1"), ("(iv) four", "iv"), ("3a) x", "3a"), ("2.1 Depth", "2.1"), ("• dot", ""),
    ("B. Big", "B"),
  ])
  func markersAreKept(_ text: String, _ label: String) {
    #expect(ListMarker(text)?.label == label)
  }

  @Test(arguments: ["1.5 million", "2019 was", "e.g. this", "1.", "U.S. policy", "A dog"])
  func wordsAreNoMarkers(_ text: String) {
    // A number with parts may open a heading, but not a quantity.
    if let marker = ListMarker(text) { #expect(marker.label == "1.5") }
  }
}

/// The contents tell headings that a converter has lost.
struct ContentsTests {
  @Test func linesOfTheContentsAreHeadings() throws {
    let names = ["First Things", "Second Things", "Third Things", "Last Things"]
    var text = "# Contents\n\n" + names.map { "- [\($0)](#x)\n" }.joined() + "\n"
    text += names.map { "\($0)\n\nIt says what there is to say of that, and no more.\n\n" }.joined()
    let report = try ReportReader.read(Array(text.utf8), form: .markdown)
    let dossier = ImportedDossier(report, id: "x", fileName: "x")
    #expect(dossier.headings.map(\.title) == names)
    #expect(dossier.headings.allSatisfy { $0.level == 1 })
  }
}
