import Records
import Text

/// Reads a file of `recommendations/`.
enum RecommendationReader {
  private static let keys = [
    "id", "kind", "chapter", "number", "title", "addressees", "addressee-basis",
    "addressee-reason", "themes", "evidence", "related", "locator", "at-a-glance", "differences",
    "label", "confirmed",
  ]

  static func read(_ file: SourceFile, into draft: inout Draft) {
    guard let front = FrontMatter(file, log: &draft.log) else {
      return draft.markUnread(file.path)
    }
    let fields = Fields(front.fields, file: file.path, keys: keys, log: &draft.log)
    guard let id = fields.id(log: &draft.log) ?? FileName(file.path).id,
      draft.declare(Reference(.recommendation, id), fields.place("id"))
    else { return }
    let number = fields.numberWithLetter("number", log: &draft.log)
    var record = Recommendation(
      id: id, standing: fields.choice("kind", log: &draft.log) ?? .recommendation,
      chapter: fields.needed("chapter", log: &draft.log) ?? "",
      number: number?.number ?? 0,
      title: fields.needed("title", log: &draft.log) ?? id,
      evidence: fields.references("evidence", log: &draft.log),
      related: fields.references("related", log: &draft.log),
      locator: fields.locator("locator", log: &draft.log),
      atAGlance: fields.locator("at-a-glance", log: &draft.log),
      differences: fields.text("differences", log: &draft.log))
    record.letter = number?.letter ?? ""
    record.label = fields.text("label", log: &draft.log)
    record.isConfirmed = fields.isConfirmed(log: &draft.log)
    if !record.chapter.isEmpty,
      !draft.check(.chapter, record.chapter, fields.place("chapter"))
    {
      record.chapter = ""
    }
    addAddressees(fields, to: &record, draft: &draft)
    for item in fields.list("themes", log: &draft.log)
    where draft.check("theme", item.text, in: draft.themes, item.place) {
      record.themes.append(item.text)
    }
    draft.log.unmute()
    addProse(front, file.path, to: &record, log: &draft.log)
    draft.dossier.recommendations.append(record)
  }

  /// Adds what is asked, and why.
  private static func addProse(
    _ front: FrontMatter, _ file: String, to record: inout Recommendation, log: inout DiagnosticLog
  ) {
    let body = Markdown(
      front.body, file: file, firstLine: front.bodyLine, chapter: nil, log: &log)
    record.text = body.parts.first?.blocks ?? []
    for part in body.parts.dropFirst() {
      if ["why", "por que"].contains(Folding.fold(part.title)) {
        record.why += part.blocks
      } else {
        log.warning(
          Place(file, part.line), "the heading \"\(part.title)\" is not known",
          remedy: "write ## Why")
        record.why += part.withHeading
      }
    }
    if record.text.isEmpty {
      log.warning(
        Place(file, front.bodyLine), "the recommendation has no text",
        remedy: "restate it below the front matter")
    }
  }

  private static func addAddressees(
    _ fields: Fields, to record: inout Recommendation, draft: inout Draft
  ) {
    let items = fields.list("addressees", log: &draft.log)
    for item in items
    where draft.check("addressee", item.text, in: draft.addressees, item.place) {
      if !record.addressees.contains(item.text) { record.addressees.append(item.text) }
    }
    if items.isEmpty {
      draft.log.error(
        fields.place("addressees"), "no addressee is given",
        remedy: "add addressees: [\(draft.dossier.addressees.first?.id ?? "id")]")
    }
    record.addresseeReason = fields.text("addressee-reason", log: &draft.log)
    // The addressees count as stated only if the dossier says so.
    record.addresseeBasis = .inferred
    guard fields.needed("addressee-basis", log: &draft.log) != nil,
      let basis: Recommendation.AddresseeBasis = fields.choice("addressee-basis", log: &draft.log)
    else { return }
    record.addresseeBasis = basis
    if basis == .inferred, record.addresseeReason.isEmpty {
      draft.log.warning(
        fields.place("addressee-basis"), "the addressees are inferred without a reason",
        remedy: "add addressee-reason: …")
    }
  }
}
