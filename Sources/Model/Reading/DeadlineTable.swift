import Records
import Text

/// Reads `data/deadlines.csv`: what was promised or demanded for when.
enum DeadlineTable {
  static let columns = ["recommendation", "addressee", "due", "set-by", "date", "what", "sources"]

  static func read(_ table: inout Table, into draft: inout Draft) {
    let setters =
      ["report", "addressee", "law"] + draft.dossier.followUp.assessors.map(\.id)
    while table.next(log: &draft.log) {
      let target = table.target(0, &draft)
      let due = table.day(2, "due", &draft)
      let setter = table.needed(3, "set-by", log: &draft.log)
      let date = table.day(4, "date", &draft)
      guard let target, let due, let setter, let date else { continue }
      guard setters.contains(setter) else {
        draft.log.error(
          table.place(3), "\"\(setter)\" sets no deadlines",
          remedy: draft.remedy(setter, setters))
        continue
      }
      draft.dossier.followUp.deadlines.append(
        Deadline(
          recommendation: target.id, addressee: table.addressee(1, of: target.id, &draft),
          due: due, setBy: setter, date: date, what: table.text(5),
          sources: table.sources(6, &draft)))
    }
  }
}
