import Records

/// Reads `data/events.csv`.
enum EventTable {
  static let columns = ["id", "date", "title", "chapter", "theme", "locator", "mark", "source"]
  static let optional: Set = ["mark", "source"]

  static func read(_ table: inout Table, into draft: inout Draft) {
    while table.next(log: &draft.log) {
      guard let id = table.id(0, log: &draft.log) else { continue }
      guard table.needed(1, "date", log: &draft.log) != nil,
        let date = table.period(1, log: &draft.log),
        draft.declare(Reference(.event, id), table.place(0))
      else { continue }
      var event = Event(
        id: id, date: date, title: table.needed(2, "title", log: &draft.log) ?? id,
        chapter: table.text(3), theme: table.text(4),
        locators: table.locators(5, log: &draft.log), mark: table.text(6),
        source: table.text(7))
      if !event.chapter.isEmpty, !draft.check(.chapter, event.chapter, table.place(3)) {
        event.chapter = ""
      }
      if !event.source.isEmpty, !draft.check(.source, event.source, table.place(7)) {
        event.source = ""
      }
      if !event.theme.isEmpty,
        !draft.check("theme", event.theme, in: draft.themes, table.place(4))
      {
        event.theme = ""
      }
      if event.mark.count > 14 {
        draft.log.warning(
          table.place(6), "the mark has \(event.mark.count) letters", remedy: "use at most 14")
        event.mark = String(event.mark.prefix(14))
      }
      draft.dossier.events.append(event)
    }
  }
}
