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
    let all = Set(catalogue.dossier.recommendations.map(\.id))
    for rows in RecommendationMatrix.Axis.allCases {
      for columns in RecommendationMatrix.Axis.allCases where rows != columns {
        let matrix = RecommendationMatrix(rows: rows, columns: columns, in: catalogue)
        #expect(Set(matrix.ids(.total, .total)) == all)
        let cells = matrix.rows.dropLast().flatMap { row in
          matrix.columns.dropLast().flatMap { matrix.ids(row, $0) }
        }
        #expect(Set(cells) == all, "\(rows) by \(columns)")
        // A cell counts what its query lists.
        for row in matrix.rows where row != .theme("") {
          for column in matrix.columns where column != .theme("") {
            var query = RecommendationQuery()
            query.narrow(to: row)
            query.narrow(to: column)
            let listed = query.recommendations(in: catalogue).map(\.id)
            #expect(matrix.ids(row, column) == listed, "\(row) \(column)")
          }
        }
      }
    }
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
