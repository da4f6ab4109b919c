import Handout
import Query
import Reading
import Records

/// `dossier export`: the whole dossier, a deck or a slice of it in one file.
enum ExportCommand {
  static let spec = CommandSpec(
    name: "export",
    summary: "Print the whole dossier, a deck or a slice of it in one format",
    operands: [
      .init(
        name: "DECK", value: .text("DECK"),
        help: "with html, pdf, docx or pptx: the id or file of a deck to print",
        isNeeded: false)
    ],
    options: [
      OptionSpec(
        "format", .choice(["json", "md", "html"] + Conversion.documents),
        "output format (default: json)"),
      OptionSpec(
        "slice", .text("KIND=ID"),
        "one page on what is asked in a chapter=ID, of an addressee=ID or on a theme=ID",
        repeats: true),
      OptionSpec("full", "print the whole slice, however long"),
      OptionSpec("notes", "print the speaker's notes below the slides"), .dossier,
    ],
    details: [
      "In json every record has the same keys in the same order from version to version. In md "
        + "chapters come first, then recommendations, indicators, events and names.",
      "In html it is one page without scripts that loads nothing: charts are pictures with their "
        + "values in tables. On paper, A4 or Letter, each chapter or slide starts a new sheet. The "
        + "DECK 'briefing' is the one that is made from the dossier.",
      "pdf is made by weasyprint, docx and pptx by pandoc with pictures by rsvg-convert, programs "
        + "that are looked for when they are needed. In docx and pptx the speaker's notes go into "
        + "the notes of the slides.",
      "A slice, in md, html, pdf or docx, is a memo of one page (\(MemoPage.lineLimit) lines of "
        + "\(MemoPage.columnLimit) columns, or a printed sheet): who is asked what, whether the report "
        + "states that or the dossier infers it, on which figures, and where the report says so. The "
        + "most important requests are printed in full: recommendations before proposals, each "
        + "chapter in turn, stated addressees before inferred ones. The rest is counted and named. "
        + "--full prints everything, with reasons. Several --slice mean what is in all of them: of "
        + "Mexico and on trade; of one kind, in one of them.",
    ],
    examples: [
      .init("dossier export --format md > report.md", "a document to edit"),
      .init("dossier export --format html > report.html", "a page to read, send or print"),
      .init("dossier export --format pptx five-minutes > talk.pptx", "a deck for PowerPoint"),
      .init(
        "dossier export --format md --slice addressee=mexico",
        "what is asked of Mexico, on one page"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let format = arguments.value("format") ?? "json"
    if arguments.operands.first != nil, ["json", "md"].contains(format) {
      throw arguments.fault("a deck is printed with --format html, pdf, docx or pptx")
    }
    if format == "pptx", arguments.operands.isEmpty {
      throw arguments.fault("pptx has slides; name a DECK, or 'briefing' for the one that is made")
    }
    if arguments.has("notes"), arguments.operands.isEmpty {
      throw arguments.fault("--notes needs a DECK")
    }
    if arguments.has("slice") {
      if ["json", "pptx"].contains(format) {
        throw arguments.fault("--slice needs --format md, html, pdf or docx")
      }
      if !arguments.operands.isEmpty {
        throw arguments.fault("give either a DECK or --slice, not both")
      }
    }
    if arguments.has("full"), !arguments.has("slice") {
      throw arguments.fault("--full needs --slice; without it everything is printed anyway")
    }
    let conversion = Conversion(rawValue: format)
    if conversion != nil, Console.isTerminal {
      throw arguments.fault("\(format) is not for a terminal; write it to a file with '> FILE'")
    }
    let reading = try DossierFolder(arguments).read()
    let dossier = reading.dossier
    if format == "json" {
      output.write(dossier.json())
      return .success
    }
    let catalogue = Catalogue(dossier)
    if arguments.has("slice") {
      var slices: [Memo.Slice] = []
      for text in arguments.list("slice") { slices.append(try slice(text, dossier, arguments)) }
      let memo = Memo(slices, in: catalogue)
      let isOffice = conversion?.medium == .office
      let page = MemoPage(memo, lines: isOffice ? MemoPage.officeLimit : MemoPage.lineLimit)
      let handout = Handout(catalogue)
      if let conversion {
        let made =
          arguments.has("full")
          ? handout.page(memo, conversion.medium) : handout.page(page, conversion.medium)
        output.write(try conversion.bytes(of: made))
        return .success
      }
      switch (format == "md", arguments.has("full")) {
      case (true, true): output.write(memo.markdown)
      case (true, false): output.write(page.markdown)
      case (false, true): output.write(handout.html(memo))
      case (false, false): output.write(handout.html(page))
      }
    } else if format == "md" {
      writeMarkdown(catalogue, &output)
    } else if let id = arguments.operands.first {
      let deck = try DeckChoice(reading).deck(id).named(in: catalogue)
      let hasNotes = arguments.has("notes")
      var handout = Handout(catalogue)
      handout.photographs = DossierFolder(arguments).pictures(of: deck)
      if let conversion {
        let page = handout.page(deck, hasNotes: hasNotes, conversion.medium)
        output.write(try conversion.bytes(of: page))
      } else {
        output.write(handout.html(deck, hasNotes: hasNotes))
      }
    } else if let conversion {
      output.write(try conversion.bytes(of: Handout(catalogue).page(conversion.medium)))
    } else {
      output.write(Handout(catalogue).html())
    }
    return .success
  }

  private static func writeMarkdown(_ catalogue: Catalogue, _ output: inout Output) {
    let dossier = catalogue.dossier
    let kinds: [RecordKind] = [.chapter, .recommendation, .indicator, .event, .entity]
    output.line("# \(dossier.title)")
    if !dossier.subtitle.isEmpty { output.write("\n*\(dossier.subtitle)*\n") }
    for kind in kinds {
      for reference in catalogue.references where reference.kind == kind {
        guard let record = catalogue[reference] else { continue }
        output.line()
        output.write(RecordSheet(record, in: catalogue).markdown)
      }
    }
  }

  /// The slice that `KIND=ID` names; a chapter may be named by its number as well.
  private static func slice(
    _ text: String, _ dossier: Dossier, _ arguments: Arguments
  ) throws(Failure) -> Memo.Slice {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let kinds = ["chapter", "addressee", "theme"]
    guard parts.count == 2, kinds.contains(parts[0]) else {
      let hint = parts.first.map { Suggestion.text(for: $0, in: kinds) } ?? ""
      throw arguments.fault(
        "--slice: '\(text)' is not a chapter=ID, addressee=ID or theme=ID" + hint)
    }
    switch parts[0] {
    case "chapter": return .chapter(try ListFilter.chapter(parts[1], dossier, arguments))
    case "addressee":
      let known = dossier.addressees.map(\.id)
      return .addressee(try ListFilter.check(parts[1], known, "addressee", arguments))
    default:
      let known = dossier.themes.map(\.id)
      return .theme(try ListFilter.check(parts[1], known, "theme", arguments))
    }
  }
}
