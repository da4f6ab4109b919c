import BuiltIn
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// What is said of figures that are not the report's.
@Suite struct ProvenanceTests {
  private let catalogue = Catalogue(BuiltInDossier.reading().dossier)

  private func sheet(_ id: String) throws -> String {
    let indicator = try #require(catalogue.indicator(id))
    return RecordSheet(.indicator(indicator), in: catalogue).markdown
  }

  @Test func anAddedSeriesIsNotInTheReport() throws {
    let remittances = try #require(catalogue.indicator("remittances"))
    #expect(catalogue.provenance(of: remittances) == .added)
    #expect(
      catalogue.standing(of: remittances)
        == "Added to this dossier, not in the report, from World Bank "
        + "(https://data.worldbank.org/indicator/BX.TRF.PWKR.CD.DT, 2024)")
    let text = try sheet("remittances")
    #expect(text.contains("not in the report"))
    #expect(!text.contains("In the original"))
  }

  @Test func aRestoredOneIsOnlyReferredTo() throws {
    let trucks = try #require(catalogue.indicator("truck-crossings"))
    #expect(catalogue.provenance(of: trucks) == .restored)
    let text = try sheet("truck-crossings")
    #expect(text.contains("The original refers to it: lines 1494–1495"))
    #expect(!text.contains("In the original"))
    #expect(text.contains("Restored in this dossier, lost in the report, from U.S. Bureau of"))
  }

  @Test func theReportsOwnStandThere() throws {
    #expect(try sheet("us-content").contains("In the original: lines 134–137"))
    let report = try #require(catalogue.indicator("us-content"))
    #expect(catalogue.standing(of: report) == "")
    // One value of the dossier's own does not take the others from the report.
    let falls = try #require(catalogue.indicator("flow-falls"))
    #expect(catalogue.provenance(of: falls) == .report)
  }

  /// Each figure that has no place in the original has a publisher, an address and a date.
  @Test func everyAddedFigureHasItsCopy() {
    for indicator in catalogue.dossier.indicators
    where catalogue.provenance(of: indicator) != .report {
      for share in indicator.sourceShares {
        let source = catalogue.source(share.source)
        #expect(source?.url.isEmpty == false && source?.date.isEmpty == false, "\(indicator.id)")
      }
    }
  }
}
