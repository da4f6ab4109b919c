import Records
import Text

/// Reads a file of `chapters/`.
enum ChapterReader {
  private static let keys = [
    "id", "number", "title", "short-title", "authors", "locator", "summary",
  ]

  static func read(_ file: SourceFile, into draft: inout Draft) {
    guard let front = FrontMatter(file, log: &draft.log) else {
      return draft.markUnread(file.path)
    }
    let fields = Fields(front.fields, file: file.path, keys: keys, log: &draft.log)
    let name = FileName(file.path)
    guard let id = fields.id(log: &draft.log) ?? name.id,
      draft.declare(Reference(.chapter, id), fields.place("id"))
    else { return }
    draft.log.example = draft.log.example ?? Reference(.chapter, id)
    var chapter = Chapter(
      id: id, number: fields.number("number", log: &draft.log) ?? name.number ?? 0,
      title: fields.needed("title", log: &draft.log) ?? id,
      shortTitle: fields.text("short-title", log: &draft.log),
      authors: fields.list("authors", log: &draft.log).map(\.text),
      locator: fields.locator("locator", log: &draft.log),
      summary: fields.text("summary", log: &draft.log))
    if let other = draft.dossier.chapters.first(where: { $0.number == chapter.number }) {
      draft.log.warning(
        fields.place("number"), "chapter \"\(other.id)\" has the number \(chapter.number) too",
        remedy: "give each chapter its own number")
    }
    draft.log.unmute()
    let body = Markdown(
      front.body, file: file.path, firstLine: front.bodyLine, chapter: id, log: &draft.log)
    addOpening(of: body, to: &chapter, file: file.path, draft: &draft)
    for (index, part) in body.parts.dropFirst().enumerated() {
      chapter.sections.append(section(part, index, of: id, file: file.path, draft: &draft))
    }
    addNotes(of: body, to: &chapter, file: file.path, draft: &draft)
    draft.dossier.chapters.append(chapter)
  }

  /// Adds what stands before the first heading: key messages, and a section of passages that bears
  /// the chapter's title.
  private static func addOpening(
    of body: Markdown, to chapter: inout Chapter, file: String, draft: inout Draft
  ) {
    guard var part = body.parts.first else { return }
    var passages = Markdown.Part(title: chapter.title, level: 2)
    for (block, line) in zip(part.blocks, part.lines) {
      if case .quote(let blocks) = block, passages.blocks.isEmpty {
        chapter.keyMessages += blocks.flatMap(\.paragraphs)
      } else {
        if passages.blocks.isEmpty { passages.line = line }
        passages.blocks.append(block)
      }
    }
    part = passages
    if part.blocks.isEmpty { return }
    chapter.sections.append(section(part, 0, of: chapter.id, file: file, draft: &draft))
  }

  private static func section(
    _ part: Markdown.Part, _ index: Int, of chapter: String, file: String, draft: inout Draft
  ) -> Section {
    let place = Place(file, part.line)
    if part.level < 2 || part.level > 3 {
      draft.log.warning(
        place, "a heading of level \(part.level)", remedy: "use ## for sections and ### inside them"
      )
    }
    let slug = Identifier.slug(part.title)
    var id = "\(chapter)#\(slug.isEmpty ? "section-\(index + 1)" : slug)"
    if draft.dossier.wording == .verbatim, draft.knows(Reference(.section, id)) {
      // The report's own headings may repeat.
      var count = 2
      while draft.knows(Reference(.section, "\(id)-\(count)")) { count += 1 }
      id += "-\(count)"
    }
    if !draft.declare(Reference(.section, id), place) {
      // Without a name, the text must still be kept.
      id += "-\(index + 1)"
      if !draft.knows(Reference(.section, id)) { _ = draft.declare(Reference(.section, id), place) }
    }
    return Section(
      id: id, chapter: chapter, title: part.title, level: part.level <= 2 ? 1 : 2,
      locator: part.locator, blocks: part.blocks)
  }

  private static func addNotes(
    of body: Markdown, to chapter: inout Chapter, file: String, draft: inout Draft
  ) {
    for note in body.notes {
      var text = note.text
      let isLost = text.first?.text.hasPrefix("Lost:") == true
      if isLost { text[0].text = String(text[0].text.dropFirst(5).drop(while: \.isWhitespace)) }
      let record = Note(chapter: chapter.id, number: note.number, text: text, isLost: isLost)
      if draft.declare(record.reference, Place(file, note.line, 1)) { chapter.notes.append(record) }
    }
    chapter.notes.sort { $0.number < $1.number }
  }
}

/// What a file's name says if its front matter does not: `chapters/1-economics.md`.
struct FileName {
  /// The name without folder, number and extension, as an id; nil if nothing is left.
  let id: String?
  /// The number at its start.
  package let number: Int?

  init(_ path: String) {
    let stem = (path.split(separator: "/").last ?? "").prefix { $0 != "." }
    let digits = stem.prefix { $0.isASCII && $0.isNumber }
    let rest = stem.dropFirst(digits.count)
    number = digits.count <= 4 && rest.first == "-" ? Int(digits) : nil
    let slug = Identifier.slug(String(number == nil ? stem : rest))
    id = slug.isEmpty ? nil : slug
  }
}
