import Records

/// Reads `index.md`, which describes the dossier.
enum IndexReader {
  private static let keys = [
    "id", "title", "subtitle", "authors", "publisher", "date", "isbn", "language", "licence",
    "source-text", "addressees", "themes", "headlines", "assessors", "review-every", "assessed-to",
    "wording", "confirmed",
  ]

  static func read(_ file: SourceFile, into draft: inout Draft) {
    guard let front = FrontMatter(file, log: &draft.log) else {
      return draft.markUnread(file.path)
    }
    if !front.isWhole { draft.markUnread(file.path) }
    let fields = Fields(front.fields, file: file.path, keys: keys, log: &draft.log)
    draft.dossier.id = fields.id(log: &draft.log) ?? ""
    draft.dossier.title = fields.needed("title", log: &draft.log) ?? ""
    draft.dossier.subtitle = fields.text("subtitle", log: &draft.log)
    draft.dossier.authors = fields.list("authors", log: &draft.log).map(\.text)
    draft.dossier.publisher = fields.text("publisher", log: &draft.log)
    draft.dossier.isbn = fields.text("isbn", log: &draft.log)
    draft.dossier.licence = fields.text("licence", log: &draft.log)
    let language = fields.text("language", log: &draft.log)
    if !language.isEmpty { draft.dossier.language = language }
    draft.dossier.wording = fields.choice("wording", log: &draft.log) ?? .restated
    draft.dossier.isConfirmed = fields.isConfirmed(log: &draft.log)
    let date = fields.text("date", log: &draft.log)
    draft.dossier.date = Period(date)
    if !date.isEmpty, draft.dossier.date == nil {
      draft.log.error(
        fields.place("date"), "\"\(date)\" is not a period", remedy: "write 2013, 2013-05 or a day")
    }
    draft.dossier.sourceText = sourceText(fields, log: &draft.log)
    draft.log.textLines = draft.dossier.sourceText?.lines
    draft.dossier.addressees = fields.categories("addressees", log: &draft.log)
    draft.dossier.themes = fields.categories("themes", log: &draft.log)
    draft.addressees = Set(draft.dossier.addressees.map(\.id))
    draft.themes = Set(draft.dossier.themes.map(\.id))
    draft.dossier.headlines = headlines(fields, log: &draft.log)
    readFollowUp(fields, into: &draft)
    draft.log.unmute()
    let body = Markdown(
      front.body, file: file.path, firstLine: front.bodyLine, chapter: nil, log: &draft.log)
    draft.dossier.about = body.parts.flatMap(\.withHeading)
  }

  /// Reads who judges what became of the recommendations, and how often.
  private static func readFollowUp(_ fields: Fields, into draft: inout Draft) {
    for (assessor, item) in fields.mappings(
      "assessors", keys: ["name", "kind"], log: &draft.log)
    {
      let name = item.needed("name", log: &draft.log) ?? assessor
      let kind: Assessor.Kind? = item.choice("kind", log: &draft.log)
      draft.dossier.followUp.assessors.append(
        Assessor(id: assessor, name: name, kind: kind ?? .independent))
    }
    if fields.has("review-every"), let months = fields.number("review-every", log: &draft.log) {
      if months > 0 {
        draft.dossier.followUp.reviewEvery = months
      } else {
        draft.log.error(
          fields.place("review-every"), "a review every 0 months", remedy: "write 1 or more")
      }
    }
    let end = fields.text("assessed-to", log: &draft.log)
    draft.dossier.followUp.assessedTo = Period(end)
    if !end.isEmpty, draft.dossier.followUp.assessedTo == nil {
      draft.log.error(
        fields.place("assessed-to"), "\"\(end)\" is not a period",
        remedy: "write 2024, 2024-12 or a day")
    }
  }

  private static func sourceText(_ fields: Fields, log: inout DiagnosticLog) -> SourceText? {
    guard let fields = fields.fields("source-text", keys: ["sha256", "lines"], log: &log) else {
      return nil
    }
    let digest = fields.text("sha256", log: &log).lowercased()
    let isHex = digest.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
    }
    let text = fields.text("lines", log: &log)
    let lines = text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) ? Int(text) : nil
    guard digest.utf8.count == 64, isHex else {
      log.error(
        fields.place("sha256"), "this is not a SHA-256", remedy: "write its 64 hexadecimal digits")
      return nil
    }
    guard let lines else {
      log.error(
        fields.place("lines"), "the number of lines is missing", remedy: "write what wc -l says")
      return nil
    }
    return SourceText(sha256: digest, lines: lines)
  }

  private static func headlines(_ fields: Fields, log: inout DiagnosticLog) -> [String] {
    fields.list("headlines", log: &log).compactMap { item in
      guard let reference = Reference(item.text), reference.kind == .indicator else {
        log.error(item.place, "\"\(item.text)\" names no indicator", remedy: "write indicator:id")
        return nil
      }
      log.mention(reference, item.place)
      return reference.id
    }
  }
}
