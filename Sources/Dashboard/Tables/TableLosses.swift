import Reading
import Text

/// Counts what could not be read or is not drawn of a table, with the first place of each reason.
struct TableLosses {
  /// Why something is not drawn.
  enum Reason: Int, CaseIterable {
    case notANumber, noPlace, deleted, otherFrequency, noSeries, repeated, moreNames
    case beyondDrawing, flagged, unknownFlag, marked, withheld, unsigned, unmagnified, noDivisor
  }

  private var counts = [Int](repeating: 0, count: Reason.allCases.count)
  private var firsts = [Place?](repeating: nil, count: Reason.allCases.count)
  /// Values that could be read.
  var values = 0
  /// Values with a magnitude after them.
  private var magnified = 0
  private var signed = 0

  /// A cell with what is to be said of it besides, or only that.
  struct Place {
    var cell: (row: Int, column: Int)?
    var detail = ""
  }

  /// How often a reason was counted.
  func count(_ reason: Reason) -> Int { counts[reason.rawValue] }

  /// Counts something about a cell.
  mutating func add(
    _ reason: Reason, _ row: Int, _ column: Int, _ detail: String = "", count: Int = 1
  ) {
    if counts[reason.rawValue] == 0 {
      firsts[reason.rawValue] = Place(cell: (row, column), detail: detail)
    }
    counts[reason.rawValue] += count
  }

  /// Counts something with a place in words.
  mutating func add(_ reason: Reason, _ detail: String = "", count: Int = 1) {
    if counts[reason.rawValue] == 0 { firsts[reason.rawValue] = Place(detail: detail) }
    counts[reason.rawValue] += count
  }

  /// Counts a value.
  mutating func count(_ number: Number, _ row: Int, _ column: Int) {
    values += 1
    if number.hasMagnitude {
      magnified += 1
    } else if number.value != 0 {
      add(.unmagnified, row, column)
    }
    if number.sign != nil {
      signed += 1
    } else if number.value != 0 {
      add(.unsigned, row, column)
    }
  }

  /// The first place of a reason, in the words of a describer of cells.
  private func first(_ reason: Reason, _ words: (Int, Int) -> String) -> String {
    guard let first = firsts[reason.rawValue] else { return "" }
    guard let cell = first.cell else { return first.detail }
    return words(cell.row, cell.column) + (first.detail.isEmpty ? "" : " (\(first.detail))")
  }

  /// What was left out, as ends of sentences.
  ///
  /// - Parameter words: Says of a cell by its row and column what it holds and where it is.
  func notes(_ words: (Int, Int) -> String) -> [String] {
    Reason.allCases.compactMap { sentence($0, words) }
  }

  private func sentence(_ reason: Reason, _ words: (Int, Int) -> String) -> String? {
    let (count, first) = (count(reason), first(reason, words))
    guard count > 0 else { return nil }
    func many(_ one: String, _ several: String) -> String {
      count == 1 ? one : "\(count) \(several)"
    }
    let place = first.isEmpty ? "" : ": \(first)"
    switch reason {
    case .notANumber:
      return "has \(many("a cell that is not a number", "cells that are not numbers")), left as "
        + (count == 1 ? "a gap" : "gaps") + place
    case .noPlace:
      return "has \(many("a row", "rows")) without a place on the axis, left out" + place
    case .deleted: return "has \(many("a row", "rows")) marked as deleted, left out" + place
    case .otherFrequency:
      return "has \(many("a value", "values")) of periods of another length, left out" + place
        + " (--frequency chooses)"
    case .noSeries: return "has \(many("a row", "rows")) without a name, left out" + place
    case .repeated:
      return "has \(many("a further value", "further values")) for names that come again, left out"
    case .moreNames:
      return "has more names than \(TableReader.categoryLimit); only these are drawn"
    case .beyondDrawing: return "has \(many("a value", "values")) too large to draw" + place
    case .flagged:
      return "has \(many("a flag", "flags")) that the picture does not show" + place
    case .unknownFlag:
      return "has \(many("a flag that is", "flags that are")) not known, kept as notes" + place
    case .marked:
      return "has \(many("a note mark", "note marks")) beside values or periods, set aside" + place
    case .withheld:
      return "has \(many("a value", "values")) that the source does not give" + place
    case .unsigned:
      return signed == 0
        ? nil : "has \(many("a number", "numbers")) without the unit sign that others have" + place
    case .unmagnified:
      return magnified == 0
        ? nil
        : "has \(many("a number", "numbers")) without the magnitude (thousand, million …) that "
          + "others have" + place
    case .noDivisor:
      return "has \(many("a value", "values")) without a number to divide by, left as a gap" + place
    }
  }

  /// Why there is nothing to draw.
  func fault(
    _ names: [String], place: (name: String, isPeriod: Bool)?, _ words: (Int, Int) -> String
  ) -> DataFault {
    if count(.notANumber) == 0, count(.noPlace) > 0, let place {
      let what = place.isPeriod ? "period" : "number"
      return DataFault("has no \(what) in column '\(place.name)': \(first(.noPlace, words))")
    }
    let columns = names.count == 1 ? "column '\(names[0])'" : "columns \(DataFault.list(names))"
    let bad = count(.notANumber) > 0 ? ": \(first(.notANumber, words))" : ""
    return DataFault("has no number in \(columns)" + bad)
  }
}
