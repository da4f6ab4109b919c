import Testing

@testable import Tables

/// What is said of a cell before it is read.
@Suite struct DataCellTests {
  @Test(arguments: [
    "", "NA", "n/a", "N/A", "-", "–", "…", "..", ".", ":", "null", "NaN", "None", "#N/A",
  ])
  func gaps(_ text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { DataCell.isGap($0) })
  }
}
