import BuiltIn
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// Queries over the dossier that ships with the program.
@Suite struct BuiltInQueryTests {
  let catalogue = Catalogue(BuiltInDossier.reading().dossier)

  @Test func everyRecordHasATitleAndAKind() {
    for reference in catalogue.references {
      #expect(catalogue[reference]?.title.isEmpty == false, "\(reference)")
      #expect(catalogue[reference]?.kindTitle.isEmpty == false, "\(reference)")
    }
  }

  @Test func everyConnectionLeadsBack() {
    let backlinks = Backlinks(catalogue)
    for reference in catalogue.references {
      for connection in backlinks.connections(from: reference) {
        #expect(
          backlinks.connections(to: connection.reference)
            .contains(Connection(reference, connection.origin)))
      }
    }
  }

  @Test func everyRecommendationIsInTheMatrix() {
    let matrix = RecommendationMatrix(in: catalogue)
    let all = catalogue.dossier.recommendations.map(\.id)
    #expect(matrix.ids(theme: nil, .total).sorted() == all.sorted())
    let cells = matrix.themes.flatMap { matrix.ids(theme: $0.id, .total) }
    #expect(Set(cells) == Set(all))
  }

  @Test func entitiesOfSeveralChaptersComeFirst() {
    let mentions = Mentions(catalogue)
    let counts = mentions.entities.map(mentions.chapterCount)
    #expect(counts == counts.sorted(by: >))
    #expect(counts.first ?? 0 >= 3, "\(counts.prefix(3))")
    #expect(mentions.entities.count == catalogue.dossier.entities.count)
  }

  @Test func everyTitleFindsItsRecord() {
    let index = SearchIndex(catalogue)
    for reference in catalogue.references where reference.kind != .note {
      let title = catalogue.title(of: reference)
      #expect(index.search(title).hits.contains { $0.reference == reference }, "\(title)")
    }
  }
}
