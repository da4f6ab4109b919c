import Records

/// Reads `data/indicators.csv`.
enum IndicatorTable {
  static let columns = [
    "id", "title", "unit", "chapter", "kind", "chart", "better", "source", "locator", "note",
    "overlay", "finding", "since",
  ]
  static let optional: Set<String> = ["overlay", "finding", "since"]

  static func read(_ table: inout Table, into draft: inout Draft) {
    while table.next(log: &draft.log) {
      guard let id = table.id(0, log: &draft.log),
        draft.declare(Reference(.indicator, id), table.place(0))
      else { continue }
      var indicator = Indicator(
        id: id, title: table.needed(1, "title", log: &draft.log) ?? id, unit: table.text(2),
        chapter: table.text(3), kind: table.choice(4, "kind", .amount, log: &draft.log),
        chart: table.choice(5, "chart", .none, log: &draft.log),
        better: table.choice(6, "direction", .none, log: &draft.log), source: table.text(7),
        locators: table.locators(8, log: &draft.log), note: table.text(9))
      if !draft.check("unit", indicator.unit, in: draft.units, table.place(2)) {
        indicator.unit = ""
      }
      if !indicator.chapter.isEmpty, !draft.check(.chapter, indicator.chapter, table.place(3)) {
        indicator.chapter = ""
      }
      // An unknown source keeps its id, because a value without its source would be worse.
      if !indicator.source.isEmpty {
        _ = draft.check(.source, indicator.source, table.place(7))
      }
      indicator.overlays = overlays(table, 10, draft: &draft)
      indicator.finding = table.text(11)
      indicator.since = overlays(table, 12, draft: &draft).first
      draft.dossier.indicators.append(indicator)
    }
  }

  private static func overlays(_ table: Table, _ column: Int, draft: inout Draft) -> [Overlay] {
    table.list(column).map { part in
      let slash = part.firstIndex(of: "/")
      let overlay = Overlay(
        indicator: String(part[..<(slash ?? part.endIndex)]),
        series: slash.map { String(part[part.index(after: $0)...]) })
      draft.overlays.append((overlay, table.place(column)))
      return overlay
    }
  }
}
