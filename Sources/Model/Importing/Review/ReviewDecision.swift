import Query
import Text

/// A decision of the author's on what an import found, as a row of the folder's log.
///
/// Rows are only added. Reading them in order gives the state of every candidate.
package struct ReviewDecision: Hashable, Sendable {
  /// What is decided.
  package enum Action: String, CaseIterable, Sendable {
    /// It is a recommendation, found right.
    case accept
    /// It is none.
    case reject
    /// It is put off.
    case later
    /// A field gets another value.
    case edit
    /// It is a part of another candidate, which the value names.
    case merge
    /// What begins at the paragraph or sentence that the value counts is a candidate of its own.
    case split
    /// The last decision that stands is taken back.
    case undo
  }

  /// A field that can be changed.
  package enum Field: String, CaseIterable, Sendable {
    case title, label, addressee, themes, kind, text, authors, date, publisher

    /// The field's name for readers.
    package var title: String {
      self == .addressee ? "Who is asked" : rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  /// The log's path inside a dossier's folder.
  package static let path = "import/decisions.csv"
  /// The first row of the log.
  package static let heading = RecordTable.csv(["candidates", "decision", "field", "value"])

  /// The ids of the candidates that are decided on together.
  package var candidates: [String]
  /// What is decided.
  package var action: Action
  /// The field that is changed; nil for other actions.
  package var field: Field?
  /// The new value of the field, the candidate to be merged with, or where to split.
  package var value: String

  /// A decision.
  package init(
    _ action: Action, of candidates: [String] = [], field: Field? = nil, value: String = ""
  ) {
    self.candidates = candidates
    self.action = action
    self.field = field
    self.value = value
  }

  /// The row of the log.
  package var row: String {
    RecordTable.csv([
      candidates.joined(separator: ";"), action.rawValue, field?.rawValue ?? "", value,
    ])
  }

  /// Reads a log; rows that are no decisions are left out.
  package static func read(_ bytes: [UInt8]) -> [ReviewDecision] {
    NamedRows.read(bytes).compactMap { row in
      guard let action = Action(rawValue: row["decision"] ?? "") else { return nil }
      let field = Field(rawValue: row["field"] ?? "")
      if action == .edit, field == nil { return nil }
      let ids = (row["candidates"] ?? "").split(separator: ";").map { String($0).trimmed }
      return ReviewDecision(action, of: ids, field: field, value: row["value"] ?? "")
    }
  }

  /// The decisions that stand: each undo takes the one before it back.
  static func standing(_ log: [ReviewDecision]) -> [ReviewDecision] {
    var result: [ReviewDecision] = []
    for decision in log {
      if decision.action == .undo { _ = result.popLast() } else { result.append(decision) }
    }
    return result
  }
}
