import Query
import Reading
import Records

/// `dossier changes`: what was judged between two days, by whom and on what evidence.
enum ChangesCommand {
  static let spec = CommandSpec(
    name: "changes",
    summary: "List what was judged between two days, and by whom",
    options: [
      OptionSpec("since", .text("DAY"), "from this day, month or year on"),
      OptionSpec(
        "until", .text("DAY"), "up to and with this day, month or year (default: the latest)"),
      OptionSpec("chapter", .text("ID"), "only this chapter, by id or number", repeats: true),
      OptionSpec("addressee", .text("ID"), "only what this addressee is asked", repeats: true),
      OptionSpec("theme", .text("ID"), "only on this theme", repeats: true),
      OptionSpec("assessor", .text("ID"), "only judgements of this assessor", repeats: true),
      .format, .dossier,
    ],
    details: [
      "A judgement dated by a month or a year counts from its last day. --since 2019-01 begins with "
        + "January 2019, --until 2020 ends with December 2020."
    ],
    examples: [
      .init("dossier changes --since 2016 --until 2018 --format md", "a list for a note")
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let catalogue = Catalogue(try DossierFolder(arguments).read().dossier)
    let filter = try ListFilter(arguments, catalogue.dossier)
    let assessors = filter.query.outcome.assessors
    let outcomes = Outcomes(catalogue.dossier)
    let since = try arguments.period("since")?.firstDay.before ?? Period.Point(year: .min)
    let until = try arguments.period("until")?.lastDay ?? outcomes.latestDay(today: .today)
    let changes = outcomes.changes(after: since, to: until).filter { change in
      let row = change.assessment
      guard let item = catalogue.recommendation(row.recommendation) else { return false }
      return filter.query.matches(item)
        && (assessors.isEmpty || assessors.contains(row.assessor))
    }
    output.write(RecordTable(changes, in: catalogue), as: arguments.value("format"))
    return .success
  }
}

extension Arguments {
  /// The period that an option gives; nil if it was not given.
  func period(_ option: String) throws(Failure) -> Period? {
    guard let text = value(option) else { return nil }
    guard let period = PeriodReader().period(text) else {
      throw fault("--\(option): '\(text)' is not a date; write 2016, 2016-06 or 2016-06-18")
    }
    return period
  }
}
