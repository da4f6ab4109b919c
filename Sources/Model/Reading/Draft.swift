import Records
import Text

/// A dossier while it is read: the records so far, the places that name them, and every fault.
struct Draft {
  var dossier = Dossier()
  var log = DiagnosticLog()
  /// The ids of the index's themes.
  var themes: Set<String> = []
  /// The ids of the index's addressees.
  var addressees: Set<String> = []
  /// The day of the reading, after which nothing can have been judged; nil if nobody asks.
  var today: Period.Point?
  /// The ids of the units.
  var units: Set<String> = []
  /// The overlays that indicators ask for, checked once all series are known.
  var overlays: [(overlay: Overlay, place: Place)] = []
  /// The rows of computed values, checked once all values are known.
  var derived: [(indicator: Int, series: String, observation: Observation, place: Place)] = []
  /// The files that exist and were not read, or only in part.
  var unread: Set<String> = []
  /// The records that unread files would hold, by the files' names.
  var unreadRecords: [Named: String] = [:]
  /// The missing tables; this is a fault only if something names one of their records.
  var absent: Set<String> = []
  /// What is named but does not exist.
  var misses: [Named: Misses] = [:]
  /// The keys of `misses` in the order in which they were found.
  var missed: [Named] = []
  /// What is named and belongs in missing or unread files, by file.
  var gaps: [String: Gap] = [:]
  /// How much has been read, and where it is reported.
  var progress = ReadingProgress()
  private(set) var declared: [Reference: Place] = [:]

  /// Gives a reference to a record; false, with a diagnostic, if another record has it.
  mutating func declare(_ reference: Reference, _ place: Place) -> Bool {
    if let first = declared[reference] {
      log.error(
        place, "\(reference) is already defined in \(first.file):\(first.line)",
        remedy: "give one of them another \(Self.origin(of: reference.kind))")
      return false
    }
    declared[reference] = place
    return true
  }

  /// Where a record's id comes from.
  private static func origin(of kind: RecordKind) -> String {
    switch kind {
    case .section: "heading"
    case .note: "number"
    default: "id"
    }
  }

  /// The place where a record declares its reference.
  package func place(of reference: Reference) -> Place { declared[reference] ?? Place("") }

  /// Whether a record has a reference.
  func knows(_ reference: Reference) -> Bool { declared[reference] != nil }

  /// Every reference of a kind.
  func ids(_ kind: RecordKind) -> [String] {
    declared.keys.filter { $0.kind == kind }.map(\.id).sorted()
  }

  /// Whether a record of a kind has an id; if not, it is noted as missing.
  mutating func check(_ kind: RecordKind, _ id: String, _ place: Place) -> Bool {
    if knows(Reference(kind, id)) { return true }
    miss(kind.rawValue, id, place)
    return false
  }

  /// Whether an id is in a list; if not, it is noted as missing.
  mutating func check(_ what: String, _ id: String, in ids: Set<String>, _ place: Place) -> Bool {
    if ids.contains(id) { return true }
    miss(what, id, place)
    return false
  }

  /// What to write instead of an unknown id: a similar one, or all if there are few.
  package func remedy(_ id: String, _ known: [String]) -> String {
    if let near = Spelling.nearest(to: id, in: known) { return "did you mean \(near)?" }
    if known.isEmpty { return "there are none in this dossier" }
    return known.count <= 12
      ? "use \(known.joined(separator: ", "))" : "use one of the \(known.count) that there are"
  }
}
