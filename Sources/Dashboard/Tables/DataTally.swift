import Reading
import Text

/// Counts what could not be read of a table.
struct DataTally {
  /// Values that could be read.
  var values = 0
  /// Values for which a name along the axis already had one.
  var repeats = 0
  /// Whether there are more series than are drawn.
  var hasMoreSeries = false
  /// Whether there are more names along the axis than are drawn.
  var hasMoreNames = false
  /// Values with a magnitude after them, and other values that are not zero.
  var magnitudes = (with: 0, without: 0)
  private var badCount = 0
  private var firstBad = ""
  private var lostCount = 0
  private var firstLost = ""

  /// Counts a value.
  package mutating func count(_ number: Number) {
    values += 1
    if number.hasMagnitude {
      magnitudes.with += 1
    } else if number.value != 0 {
      magnitudes.without += 1
    }
  }

  /// Counts a cell that is not a number.
  mutating func bad(_ cell: UnsafeBufferPointer<UInt8>, _ line: Int, _ column: String) {
    badCount += 1
    if badCount == 1 {
      firstBad = "\(DataFault.excerpt(cell)) in column '\(column)' on line \(line)"
    }
  }

  /// Counts a row without a place on the axis.
  mutating func lost(_ cell: UnsafeBufferPointer<UInt8>, _ line: Int, _ column: String) {
    lostCount += 1
    if lostCount == 1 {
      firstLost = "\(DataFault.excerpt(cell)) in column '\(column)' on line \(line)"
    }
  }

  /// What was left out, as ends of sentences.
  var notes: [String] {
    var notes: [String] = []
    if badCount > 0 {
      let cells =
        badCount == 1 ? "a cell that is not a number" : "\(badCount) cells that are not numbers"
      notes.append("has \(cells), left as \(badCount == 1 ? "a gap" : "gaps"): \(firstBad)")
    }
    if lostCount > 0 {
      let rows = lostCount == 1 ? "a row" : "\(lostCount) rows"
      notes.append("has \(rows) without a place on the axis, left out: \(firstLost)")
    }
    if magnitudes.with > 0, magnitudes.without > 0 {
      let numbers = magnitudes.without == 1 ? "a number" : "\(magnitudes.without) numbers"
      notes.append("has \(numbers) without the magnitude (thousand, million …) that others have")
    }
    if repeats > 0 {
      let values = repeats == 1 ? "a further value" : "\(repeats) further values"
      notes.append("has \(values) for names that come again, left out")
    }
    if hasMoreSeries {
      notes.append("has more series than \(DataReader.seriesLimit); only these are drawn")
    }
    if hasMoreNames {
      notes.append("has more names than \(DataReader.categoryLimit); only these are drawn")
    }
    return notes
  }

  /// Why there is nothing to draw.
  func fault(_ names: [String], _ selection: DataSelection, _ table: DataTable) -> DataFault {
    if badCount == 0, lostCount > 0, let x = selection.x {
      let what = selection.axis == .periods ? "period" : "number"
      return DataFault("has no \(what) in column '\(table.columns[x].name)': \(firstLost)")
    }
    let columns = names.count == 1 ? "column '\(names[0])'" : "columns \(DataFault.list(names))"
    return DataFault("has no number in \(columns)" + (badCount > 0 ? ": \(firstBad)" : ""))
  }
}
