import Records

/// Reads `data/responses.csv`: what addressees say that they will do.
enum ResponseTable {
  static let columns = [
    "recommendation", "addressee", "date", "position", "statement", "sources", "note",
  ]

  static func read(_ table: inout Table, into draft: inout Draft) {
    while table.next(log: &draft.log) {
      let target = table.target(0, &draft)
      let addressee = table.needed(1, "addressee", log: &draft.log)
      let date = table.day(2, "date", &draft)
      guard table.needed(3, "position", log: &draft.log) != nil else { continue }
      let position: Response.Position? = table.optionalChoice(3, "position", log: &draft.log)
      guard let target, let addressee, let date, let position,
        draft.check("addressee", addressee, in: draft.addressees, table.place(1))
      else { continue }
      if let today = draft.today, date.firstDay > today {
        draft.log.error(
          table.place(2), "\(date.title) is in the future", remedy: "correct the date")
      }
      draft.dossier.followUp.responses.append(
        Response(
          recommendation: target.id, addressee: addressee, date: date, position: position,
          statement: table.text(4), sources: table.sources(5, &draft), note: table.text(6)))
    }
  }
}
