import Canvas
import Query
import Records

/// The place of a record in the reader's copy of the original.
enum OriginalScreen {
  package static func content(_ reference: Reference, _ library: Library) -> ScreenContent {
    guard let record = library.catalogue[reference], let original = library.original else {
      return .missing(reference.description, library)
    }
    var blocks: [DocumentBlock] = [
      .heading(record.title, level: 0, role: library.accent(record.chapter), anchor: nil)
    ]
    if let expected = library.dossier.sourceText?.sha256, expected != original.sha256 {
      blocks.append(
        .remark(
          [
            Span(
              "Your copy is not the text that the dossier counts lines in, so places are looked up by their words."
            )
          ],
          .caution))
    }
    for locator in record.locators.prefix(20) {
      blocks += [
        .gap, .heading("Original, \(locator.title)", level: 1, role: .heading, anchor: nil),
      ]
      let passage = original.passage(locator)
      if let remark = remark(passage.standing) { blocks.append(.remark([Span(remark)], .caution)) }
      blocks += passage.text.map {
        .original(number: $0.number, text: $0.text, isNamed: $0.isNamed)
      }
    }
    return ScreenContent(
      Panel(title: "Original", content: DocumentPanel(blocks, glyphs: library.glyphs)),
      trail: ["Original", record.title])
  }

  private static func remark(_ standing: SourcePassage.Standing) -> String? {
    switch standing {
    case .inPlace: nil
    case .moved: "The words are at another place in your copy."
    case .similar: "These lines contain some of the words; the passage may be worded differently."
    case .unconfirmed: "The words were not found in your copy; these are the lines named."
    case .outside: "Your copy has no such lines."
    }
  }
}
