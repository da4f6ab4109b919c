import Records
import Text

/// Reads `data/assessments.csv`: what assessors say became of recommendations.
package enum AssessmentTable {
  /// The columns of the table, in the order of a new one.
  package static let columns = [
    "id", "recommendation", "addressee", "date", "assessor", "status", "extent", "since",
    "evidence", "sources", "events", "indicators", "confidence", "note",
  ]
  static let optional: Set = [
    "id", "addressee", "extent", "since", "events", "indicators", "confidence", "note",
  ]

  static func read(_ table: inout Table, into draft: inout Draft) {
    var rows: [(assessment: Assessment, place: Place)] = []
    var places: [String: Place] = [:]
    var dates: [String: Period] = [:]
    for source in draft.dossier.sources { dates[source.id] = Period(source.date) }
    let assessors = Set(draft.dossier.followUp.assessors.map(\.id))
    while table.next(log: &draft.log) {
      guard var row = row(&table, assessors, &draft) else { continue }
      let place = Place(table.file, table.place(0).line)
      if let first = places[row.id] {
        draft.log.error(
          table.place(0), "line \(first.line) has the judgement \"\(row.id)\" too",
          remedy: "give one of them another id, or correct its date")
        continue
      }
      places[row.id] = place
      check(&row, table, dates, &draft)
      rows.append((row, place))
    }
    reportReopened(rows, &draft)
    draft.dossier.followUp.assessments = rows.map(\.assessment)
  }

  /// The judgement of a row; nil, with a diagnostic, if what it needs is missing.
  private static func row(
    _ table: inout Table, _ assessors: Set<String>, _ draft: inout Draft
  ) -> Assessment? {
    let target = table.target(1, &draft)
    let date = table.day(3, "date", &draft)
    let assessor = table.needed(4, "assessor", log: &draft.log)
    let status = table.status(5, &draft)
    guard let target, let date, let assessor, let status else { return nil }
    guard draft.check("assessor", assessor, in: assessors, table.place(4)) else { return nil }
    let id = table.text(0)
    if !id.isEmpty, !Identifier.isValid(id) {
      draft.log.error(table.place(0), "\"\(id)\" is not an id", remedy: Identifier.remedy)
      return nil
    }
    return Assessment(
      id: id, recommendation: target.id, part: target.part,
      addressee: table.addressee(2, of: target.id, &draft), date: date,
      since: table.period(7, log: &draft.log), assessor: assessor, status: status,
      extent: table.optionalChoice(6, "extent", log: &draft.log), evidence: table.text(8),
      sources: table.sources(9, &draft), events: table.ids(10, .event, &draft),
      indicators: table.ids(11, .indicator, &draft),
      confidence: table.optionalChoice(12, "confidence", log: &draft.log), note: table.text(13))
  }

  /// Warns of what can hardly be true, or cannot be checked by a reader.
  private static func check(
    _ row: inout Assessment, _ table: Table, _ dates: [String: Period], _ draft: inout Draft
  ) {
    if let today = draft.today, row.date.firstDay > today {
      draft.log.error(
        table.place(3), "\(row.date.title) is in the future", remedy: "date it today or earlier")
    }
    if let since = row.since, since.firstDay > row.date.lastDay {
      draft.log.error(
        table.place(7), "the state is dated \(since.title), after the judgement",
        remedy: "correct one of the two dates")
      row.since = nil
    }
    guard row.status != .notAssessed else { return }
    if row.evidence.isEmpty {
      draft.log.warning(
        table.place(8), "the judgement gives no evidence", remedy: "say in a sentence what shows it"
      )
    }
    if table.text(9).isEmpty {
      draft.log.warning(
        table.place(9), "the judgement has no source", remedy: "name one of data/sources.csv")
    } else if let since = row.since {
      let known = row.sources.compactMap { dates[$0.source] }
      if known.count == row.sources.count, let last = known.map(\.lastDay).max(),
        last < since.firstDay
      {
        draft.log.warning(
          table.place(9), "every source is older than \(since.title), when the state was reached",
          remedy: "name a later source")
      }
    }
    if row.extent != nil, row.status != .inProgress, row.status != .partlyImplemented {
      draft.log.warning(
        table.place(6), "\(row.status.title.lowercased()) has no extent",
        remedy: "an extent belongs to in-progress and partly-implemented")
    }
  }

  /// Warns of a judgement that opens again what the same assessor had closed, without saying why.
  private static func reportReopened(
    _ rows: [(assessment: Assessment, place: Place)], _ draft: inout Draft
  ) {
    struct Key: Hashable {
      var recommendation: String
      var scope: Assessment.Scope
    }
    var last: [Key: AssessmentStatus.Group] = [:]
    // Rows of the same day keep the order of the table.
    let order = rows.indices.sorted {
      (rows[$0].assessment.date.lastDay, $0) < (rows[$1].assessment.date.lastDay, $1)
    }
    for index in order {
      let (row, place) = rows[index]
      let key = Key(recommendation: row.recommendation, scope: row.scope)
      if last[key] == .closed, row.status.group == .open, row.note.isEmpty {
        draft.log.warning(
          place, "\(row.recommendation) is reopened without a note",
          remedy: "say in the note why it is no longer closed")
      }
      last[key] = row.status.group
    }
  }
}

extension Table {
  /// The recommendation of a row, perhaps with the number of a part: `economics-3#2`.
  ///
  /// Nil, with a diagnostic, if there is none.
  func target(_ column: Int, _ draft: inout Draft) -> (id: String, part: Int?)? {
    guard let text = needed(column, "recommendation", log: &draft.log) else { return nil }
    let pieces = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard draft.check(.recommendation, String(pieces[0]), place(column)) else { return nil }
    guard pieces.count == 2 else { return (String(pieces[0]), nil) }
    guard let part = Int(pieces[1]), (1...99).contains(part) else {
      draft.log.error(
        place(column), "\"\(pieces[1])\" is not the number of a part",
        remedy: "write \(pieces[0])#2 for its second part")
      return nil
    }
    return (String(pieces[0]), part)
  }

  /// A date that a row needs; nil, with a diagnostic, if there is none.
  func day(_ column: Int, _ name: String, _ draft: inout Draft) -> Period? {
    guard needed(column, name, log: &draft.log) != nil else { return nil }
    return period(column, log: &draft.log)
  }

  /// A status; nil, with a diagnostic that names the nearest word, if there is none.
  fileprivate func status(_ column: Int, _ draft: inout Draft) -> AssessmentStatus? {
    guard let word = needed(column, "status", log: &draft.log) else { return nil }
    if let status = AssessmentStatus(rawValue: word) { return status }
    let words = AssessmentStatus.allCases.map(\.rawValue)
    let meant = TrackerWords.any(word)?.status.rawValue ?? Spelling.nearest(to: word, in: words)
    draft.log.error(
      place(column), "the status \"\(word)\" is not known",
      remedy: meant.map { "did you mean \($0)?" } ?? "use \(words.joined(separator: ", "))")
    return nil
  }

  /// An addressee whom the recommendation asks; empty, perhaps with a diagnostic, if there is none.
  func addressee(_ column: Int, of recommendation: String, _ draft: inout Draft) -> String {
    let id = text(column)
    guard !id.isEmpty else { return "" }
    return draft.check("addressee", id, in: draft.addressees, place(column)) ? id : ""
  }

  /// One of a few words; nil if the cell is empty or, with a diagnostic, has another word.
  func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ column: Int, _ name: String, log: inout DiagnosticLog
  ) -> Choice? where Choice.RawValue == String {
    guard !text(column).isEmpty else { return nil }
    if let choice = Choice(rawValue: text(column)) { return choice }
    log.error(
      place(column), "the \(name) \"\(text(column))\" is not known",
      remedy: "use " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    return nil
  }

  /// The sources of a row, each with an optional place in it: `gao-19-534 p. 14;wola-2016`.
  func sources(_ column: Int, _ draft: inout Draft) -> [SourceMention] {
    list(column).compactMap { text in
      let end = text.firstIndex(of: " ") ?? text.endIndex
      let id = String(text[..<end])
      guard draft.check(.source, id, place(column)) else { return nil }
      return SourceMention(id, place: String(text[end...]).trimmed)
    }
  }

  /// The ids of records of a kind; those that do not exist are left out with a diagnostic.
  fileprivate func ids(_ column: Int, _ kind: RecordKind, _ draft: inout Draft) -> [String] {
    list(column).filter { draft.check(kind, $0, place(column)) }
  }
}
