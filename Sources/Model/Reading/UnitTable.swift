import Records
import Text

/// Reads `data/units.csv`.
enum UnitTable {
  static let columns = ["id", "title", "prefix", "suffix", "multiplier"]

  static func read(_ table: inout Table, into draft: inout Draft) {
    while table.next(log: &draft.log) {
      guard let id = table.id(0, log: &draft.log) else { continue }
      guard draft.units.insert(id).inserted else {
        draft.log.error(
          table.place(0), "the unit \"\(id)\" appears twice", remedy: "give one another id")
        continue
      }
      var unit = Unit(
        id: id, title: table.needed(1, "title", log: &draft.log) ?? id, prefix: table.text(2),
        suffix: table.text(3))
      if let number = Number(table.bytes(4)), number.value > 0 {
        unit.multiplier = number.value
      } else if table.has(4) {
        draft.log.error(
          table.place(4), "\"\(table.text(4))\" is not a multiplier", remedy: "write 1 or 1000000")
      }
      draft.dossier.units.append(unit)
    }
  }
}
