import Canvas
import Query
import Reading
import Records

/// `dossier search`: the records that contain some words, best first.
enum SearchCommand {
  static let spec = CommandSpec(
    name: "search",
    summary: "Search all texts of a dossier",
    operands: [
      .init(
        name: "WORDS", value: .text("WORDS"),
        help:
          "what to look for; put a phrase into quotation marks; the last word may be incomplete",
        repeats: true)
    ],
    options: [
      OptionSpec("limit", .number(1...100_000), "print at most this many records (default: all)"),
      OptionSpec(
        "format", .choice(["text", "table", "json", "csv", "md"]), "output format (default: text)"),
      .dossier,
    ],
    details: [
      "Case and accents do not matter. Records with the words in their titles come first. "
        + "The exit status is 1 if nothing is found."
    ],
    examples: [
      .init("dossier search border wait", "records that contain both words"),
      .init("dossier search '\"energy reform\"'", "records that contain the phrase"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let words = arguments.operands.joined(separator: " ")
    let catalogue = Catalogue(try DossierFolder(arguments).read().dossier)
    let index = SearchIndex(catalogue)
    var results = index.search(words)
    let total = results.hits.count
    if let limit = arguments.number("limit") { results.hits = Array(results.hits.prefix(limit)) }
    let format = arguments.value("format") ?? "text"
    if format == "text" {
      write(results, index, &output)
    } else {
      output.write(table(results, index), as: format)
    }
    guard total > 0 else { throw .failed("nothing found for '\(words)'") }
    return .success
  }

  private static func table(_ results: SearchResults, _ index: SearchIndex) -> RecordTable {
    RecordTable(
      columns: ["id", "kind", "title", "context"],
      rows: results.hits.map { hit in
        [
          .text(hit.reference.description), .text(hit.reference.kind.rawValue), .text(hit.title),
          .text(index.context(of: hit, in: results, width: 200).text),
        ]
      })
  }

  /// The hits by kind, each with its words in context.
  private static func write(
    _ results: SearchResults, _ index: SearchIndex, _ output: inout Output
  ) {
    let width = max(20, Console.columns ?? 80)
    for (number, group) in results.groups.enumerated() {
      if number > 0 { output.line() }
      output.line("\(group.kind.pluralTitle) (\(group.hits.count))")
      for hit in group.hits {
        let title = TextLayout.wrap("\(hit.reference)  \(hit.title)", to: width - 2)
        for (number, line) in title.enumerated() {
          output.line((number == 0 ? "  " : "      ") + line)
        }
        let context = index.context(of: hit, in: results, width: width - 6).text
        if context != hit.title {
          for line in TextLayout.wrap(context, to: width - 6) { output.line("      \(line)") }
        }
      }
    }
  }
}
