/// Puts the values of a file into a dossier's observations, comparing three states: what the file
/// has now, what it had when it was read last, and what the dossier has.
///
/// A row that the author has not touched since is replaced by a changed value; one that the author
/// has edited stays and is told.
package struct ObservationMerge {
  /// A row for a value, by the names of its columns.
  package typealias Fields = [String: String]

  /// What was done, in the order of the file.
  package enum Change: Hashable, Sendable {
    case added(String)
    case replaced(String, old: String)
    case keptEdit(String, new: String)
    case keptVintage(String, old: String)
    case removedByAuthor(String)
    case noLonger(String)

    /// The change as a line: `+ Mexico 2019: 5`.
    package var line: String {
      switch self {
      case .added(let row): "+ \(row)"
      case .replaced(let row, let old): "~ \(row), was \(old)"
      case .keptEdit(let row, let new): "= \(row) stays as edited; the file has \(new)"
      case .keptVintage(let row, let old): "+ \(row), beside \(old) of the earlier copy"
      case .removedByAuthor(let row): "= \(row) stays removed"
      case .noLonger(let row): "= \(row) stays; the file no longer has it"
      }
    }
  }

  /// The observations with the new rows.
  package private(set) var table: TableEdit
  /// What was done.
  package private(set) var changes: [Change] = []
  /// How many rows were as they are.
  package private(set) var unchanged = 0

  private struct Key: Hashable {
    var series: String
    var period: String
  }

  /// The columns that a file says something about.
  private static let compared = ["value", "qualifier", "note"]

  /// Merges rows of one indicator.
  ///
  /// - Parameters:
  ///   - rows: The rows of the file.
  ///   - base: The rows of the file when it was read last; empty for the first time.
  ///   - keepsVintage: Whether a changed value is added beside the old one.
  package init(
    _ rows: [Fields], base: [Fields], indicator: String, into table: TableEdit, keepsVintage: Bool
  ) {
    self.table = table
    var known: [Key: Fields] = [:]
    for row in base { known[Self.key(row)] = row }
    // The last of several rows is the newest vintage.
    var existing: [Key: Int] = [:]
    for row in 0..<table.count where table.cell(row, "indicator") == indicator {
      existing[Key(series: table.cell(row, "series"), period: table.cell(row, "period"))] = row
    }
    var additions: [Fields] = []
    var seen: Set<Key> = []
    for row in rows {
      let key = Self.key(row)
      guard seen.insert(key).inserted else { continue }
      guard let place = existing[key] else {
        if known[key] != nil {
          changes.append(.removedByAuthor(Self.title(row)))
        } else {
          additions.append(row)
          changes.append(.added(Self.title(row)))
        }
        continue
      }
      merge(row, known[key], place, &additions, keepsVintage)
    }
    for row in base where !seen.contains(Self.key(row)) && existing[Self.key(row)] != nil {
      changes.append(.noLonger(Self.title(row)))
    }
    for row in additions { self.table.add(row, behind: "indicator") }
  }

  private mutating func merge(
    _ row: Fields, _ base: Fields?, _ place: Int, _ additions: inout [Fields],
    _ keepsVintage: Bool
  ) {
    let current = Dictionary(
      uniqueKeysWithValues: Self.compared.map { ($0, table.cell(place, $0)) })
    if Self.isSame(row, current) {
      unchanged += 1
      return
    }
    guard let base, Self.isSame(base, current) else {
      // The author's own row, or one edited since: told only if the file has something new.
      if let base, Self.isSame(base, row) {
        unchanged += 1
      } else {
        changes.append(.keptEdit(Self.title(current, row), new: Self.value(row)))
      }
      return
    }
    let old = Self.value(current)
    if keepsVintage {
      additions.append(row)
      changes.append(.keptVintage(Self.title(row), old: old))
    } else {
      var fields: Fields = [:]
      for column in Self.compared + ["source"] { fields[column] = row[column] ?? "" }
      table.change(place, fields)
      changes.append(.replaced(Self.title(row), old: old))
    }
  }

  private static func key(_ row: Fields) -> Key {
    Key(series: row["series"] ?? "", period: row["period"] ?? "")
  }

  private static func isSame(_ one: Fields, _ other: Fields) -> Bool {
    compared.allSatisfy { (one[$0] ?? "") == (other[$0] ?? "") }
  }

  private static func value(_ row: Fields) -> String {
    let value = row["value"] ?? ""
    return value.isEmpty ? "no value" : value
  }

  private static func title(_ row: Fields, _ names: Fields? = nil) -> String {
    let names = names ?? row
    let place = [names["series"] ?? "", names["period"] ?? ""].filter { !$0.isEmpty }
    return "\(place.joined(separator: " ")): \(value(row))"
  }
}
