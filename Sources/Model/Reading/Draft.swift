/// A dossier while it is read: the records so far, what names them, and every fault.
struct Draft {
  var dossier = Dossier()
  var log = DiagnosticLog()
  /// The ids of the index's themes.
  var themes: Set<String> = []
  /// The ids of the index's addressees.
  var addressees: Set<String> = []
  /// The ids of the units.
  var units: Set<String> = []
  /// The overlays that indicators ask for, checked once all series are known.
  var overlays: [(overlay: Overlay, place: Place)] = []
  private var declared: [Reference: Place] = [:]

  /// Gives a reference to a record; false, with a diagnostic, when another record has it.
  mutating func declare(_ reference: Reference, _ place: Place) -> Bool {
    if let first = declared[reference] {
      log.error(
        place, "\(reference) stands already in \(first.file):\(first.line)",
        remedy: "give one of them another id")
      return false
    }
    declared[reference] = place
    return true
  }

  /// Whether a record has a reference.
  func knows(_ reference: Reference) -> Bool { declared[reference] != nil }

  /// Every reference of a kind.
  func ids(_ kind: RecordKind) -> [String] {
    declared.keys.filter { $0.kind == kind }.map(\.id).sorted()
  }

  /// Whether a record of a kind has an id; with a diagnostic when it has not.
  mutating func check(_ kind: RecordKind, _ id: String, _ place: Place) -> Bool {
    if knows(Reference(kind, id)) { return true }
    log.error(place, "there is no \(kind.rawValue) \"\(id)\"", remedy: remedy(id, ids(kind)))
    return false
  }

  /// Whether an id is one of a list; with a diagnostic when it is not.
  mutating func check(_ what: String, _ id: String, in ids: Set<String>, _ place: Place) -> Bool {
    if ids.contains(id) { return true }
    log.error(place, "there is no \(what) \"\(id)\"", remedy: remedy(id, ids.sorted()))
    return false
  }

  /// What to write in place of an unknown id: one like it, or the few that there are.
  func remedy(_ id: String, _ known: [String]) -> String {
    if let near = Spelling.nearest(to: id, in: known) { return "did you mean \(near)?" }
    if known.isEmpty { return "there are none in this dossier" }
    return known.count <= 12
      ? "use \(known.joined(separator: ", "))" : "use one of the \(known.count) that there are"
  }
}
