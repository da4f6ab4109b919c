import Query
import Reading
import Records
import Text

/// The rows of a tracker's table as judgements of a dossier's recommendations.
///
/// Columns are found by the words that trackers use for them; a row is matched by the number or the
/// title of its recommendation. What cannot be matched or understood is kept whole.
struct StatusImport {
  /// A row that was not taken, and why.
  struct Rest {
    var line: Int
    var reason: String
    var cells: [String]
  }

  /// The judgements, in the order of the table.
  private(set) var rows: [AddedRow] = []
  /// The rows that were not taken.
  private(set) var rest: [Rest] = []
  /// The headings of the table.
  private(set) var heading: [String] = []
  /// How many rows have a word that covers more than ours.
  private(set) var loose = 0

  private let catalogue: Catalogue
  private let tracker: TrackerWords.Tracker
  private let fixed: [String: String]
  private let titles: [(words: Set<String>, id: String)]

  /// What trackers call a column, in the order of preference.
  private enum Role: CaseIterable {
    case number, title, status, date, evidence

    var names: [String] {
      switch self {
      case .number:
        [
          "recommendation number", "recommendation no", "rec number", "rec no", "number", "no",
          "recommendation id", "id", "commitment number", "csr number",
        ]
      case .title:
        [
          "recommendation", "recommendation text", "title", "commitment", "commitment title", "csr",
          "text", "description", "short title",
        ]
      case .status:
        [
          "status", "recommendation status", "implementation status", "assessment",
          "overall assessment", "completion", "level of completion", "progress", "end of term",
        ]
      case .date:
        ["date", "status date", "as of", "assessment date", "last updated", "updated", "year"]
      case .evidence:
        [
          "evidence", "comments", "comment", "status comments", "explanation", "justification",
          "summary", "assessment text", "notes",
        ]
      }
    }
  }

  /// Reads a table.
  ///
  /// - Parameter fixed: What every row has: assessor, sources, and a date for rows without one.
  init(
    _ bytes: [UInt8], from tracker: TrackerWords.Tracker, fixed: [String: String],
    in catalogue: Catalogue
  ) throws(Failure) {
    self.catalogue = catalogue
    self.tracker = tracker
    self.fixed = fixed
    titles = catalogue.dossier.recommendations.map { (Self.words($0.title), $0.id) }
    let table = Self.table(bytes)
    guard let first = table.first else { throw .failed("the table has no row") }
    heading = first.cells
    let names = first.cells.map(Self.key)
    var columns: [Role: Int] = [:]
    for role in Role.allCases {
      columns[role] = role.names.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    guard let status = columns[.status], columns[.number] != nil || columns[.title] != nil else {
      let missing = columns[.status] == nil ? "status" : "number or title of a recommendation"
      throw .failed(
        CleanText.line(
          "no column with the \(missing) among \(first.cells.joined(separator: ", "))"))
    }
    for (line, cells) in table.dropFirst() { take(line, cells, columns, status) }
  }

  private mutating func take(
    _ line: Int, _ cells: [String], _ columns: [Role: Int], _ status: Int
  ) {
    func cell(_ role: Role) -> String {
      columns[role].flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
    }
    func leave(_ reason: String) { rest.append(Rest(line: line, reason: reason, cells: cells)) }
    guard let id = recommendation(cell(.number), cell(.title)) else {
      return leave("no recommendation with this number or title")
    }
    guard let meaning = TrackerWords.meaning(of: cell(.status), in: tracker) else {
      return leave("'\(cell(.status))' is not a status of this tracker")
    }
    var row = AddedRow(cells: fixed)
    if let period = PeriodReader().period(cell(.date)) { row.cells["date"] = period.description }
    guard row.cells["date"] != nil else { return leave("no date; give one with --date") }
    row.cells["recommendation"] = id
    row.cells["status"] = meaning.status.rawValue
    row.cells["extent"] = meaning.extent?.rawValue
    row.cells["evidence"] =
      cell(.evidence).isEmpty ? "The tracker says: \(cell(.status))." : cell(.evidence)
    if meaning.isLoose {
      loose += 1
      row.cells["note"] = "The tracker's word is \"\(cell(.status))\"; the status is our reading."
    }
    rows.append(row)
  }

  /// The recommendation with a number or a title; nil if there is none, or no single best one.
  private func recommendation(_ number: String, _ title: String) -> String? {
    if !number.isEmpty, let record = catalogue.record(named: number),
      record.reference.kind == .recommendation
    {
      return record.reference.id
    }
    let wanted = Self.words(title)
    guard wanted.count >= 2 else { return nil }
    let scores = titles.map { entry in
      (
        entry.id,
        Double(entry.words.intersection(wanted).count * 2)
          / Double(entry.words.count + wanted.count)
      )
    }.sorted { $0.1 > $1.1 }
    guard let best = scores.first, best.1 >= 0.7 else { return nil }
    // Two titles that are as near are none.
    if scores.count > 1, best.1 < 1, scores[1].1 > best.1 - 0.15 { return nil }
    return best.0
  }

  private static func words(_ text: String) -> Set<String> {
    Set(key(text).split(separator: " ").map(String.init))
  }

  private static func key(_ text: String) -> String {
    Folding.fold(text).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static func table(_ bytes: [UInt8]) -> [(line: Int, cells: [String])] {
    bytes.withUnsafeBufferPointer { bytes in
      var parser = CSVParser(bytes)
      var rows: [(line: Int, cells: [String])] = []
      while parser.next() {
        let cells = parser.cells.indices.map { CleanText.line(parser.text($0)).trimmed }
        rows.append((parser.line, cells))
      }
      return rows
    }
  }
}
