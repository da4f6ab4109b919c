package import Query
import Reading
import Records
import Text

/// The files of a dossier that is made from a published report.
///
/// The words are the report's own. What a rule found is marked as not confirmed.
package struct ImportedDossier {
  /// What was found in the report.
  private let report: SourceReport
  private let outline: Outline
  private let notes: NoteShare
  /// What may be recommendations.
  package let candidates: [Candidate]
  /// The dossier's id.
  private let id: String
  /// The name of the report's file.
  private let fileName: String
  /// The last tier of which files are made.
  private let tier: Candidate.Tier
  /// What the folder keeps of an earlier import.
  private let previous: ImportRecord?
  /// The chapters' ids.
  private var ids: [String] = []
  /// The chapters that are lists of notes and no files of their own.
  private var left: Set<Int> = []
  /// The candidates as the folder lists them.
  private var rows: [ReviewCandidate] = []

  /// Finds in a report what becomes a dossier.
  ///
  /// - Parameters:
  ///   - id: The dossier's id.
  ///   - fileName: The name of the report's file, for readers.
  ///   - tier: The last tier of candidates that become recommendations.
  ///   - previous: What the folder keeps of an earlier version of the report, whose ids stay.
  package init(
    _ report: SourceReport, id: String, fileName: String, upTo tier: Candidate.Tier = .sure,
    after previous: ImportRecord? = nil
  ) {
    self.report = report
    self.id = id
    self.fileName = fileName
    self.tier = tier
    self.previous = previous
    outline = Outline(report)
    notes = NoteShare(outline)
    candidates = CandidateFinder.find(outline)
    let match = previous.map { ImportMatch($0) }
    left = Set(outline.chapters.indices.filter { NoteShare.isList(outline.chapters[$0]) })
    ids = match?.chapterIDs(for: outline) ?? Self.ids(outline)
    rows = candidateRows()
    if let match { rows = match.rows(matching: rows, in: chapterIDs) }
  }

  /// The headings that were found, with their levels: 1 for a chapter.
  package var headings: [(level: Int, title: String)] {
    var all: [(level: Int, title: String)] = []
    for chapter in outline.chapters {
      let top = chapter.heading?.level ?? 1
      if let heading = chapter.heading { all.append((1, heading.text)) }
      for block in chapter.blocks {
        if let level = block.level { all.append((level - top + 1, block.text)) }
      }
    }
    return all
  }

  /// How many notes were found.
  package var noteCount: Int { notes.chapters.reduce(0) { $0 + $1.count } }

  /// How many chapters are made.
  package var chapterCount: Int { outline.chapters.count - left.count }

  /// How many recommendations become files.
  package var recordCount: Int { record.review.items.count(where: \.isMade) }

  /// The ids of the chapters that are made, in order.
  private var chapterIDs: [String] {
    outline.chapters.indices.filter { !left.contains($0) }.map { ids[$0] }
  }

  /// The title as found; empty if there is none.
  package var title: String { outline.title }

  /// An id for each chapter.
  private static func ids(_ outline: Outline) -> [String] {
    var known: Set<String> = []
    return outline.chapters.map { ReviewFiles.unique($0.title, "chapter", &known) }
  }

  /// The candidates in the order of the report; those of the tiers that are wanted get a record.
  private func candidateRows() -> [ReviewCandidate] {
    var counts: [String: Int] = [:]
    let last = Candidate.Tier.allCases.firstIndex(of: tier) ?? 0
    return candidates.enumerated().map { index, candidate in
      let own = chapterIDs.isEmpty ? 0 : candidate.chapter
      // A list of notes is no chapter of the dossier.
      let home = (0...own).last { !left.contains($0) } ?? ids.indices.first { !left.contains($0) }
      var row = ReviewCandidate(
        id: "c\(index + 1)", tier: candidate.tier, label: candidate.label,
        addressee: candidate.addressee, title: Sentences.title(candidate.text),
        locator: "\(locator(candidate.paragraphs[0], candidate.lines))",
        again: candidate.copies.first.map { "\(locator($0, $0.lines))" } ?? "",
        chapter: ids[home ?? own], rule: candidate.rule, text: Self.body(candidate))
      let rank = Candidate.Tier.allCases.firstIndex(of: candidate.tier) ?? 0
      if rank <= last, home != nil {
        counts[row.chapter, default: 0] += 1
        row.record = "\(row.chapter)-\(counts[row.chapter] ?? 1)"
        row.isImported = true
      }
      return row
    }
  }

  /// A candidate's text as Markdown.
  private static func body(_ candidate: Candidate) -> String {
    var lines: [String] = []
    var size = 0
    var last: SourceBlock?
    for (index, block) in candidate.paragraphs.enumerated() {
      var block = block
      // The first is what is asked, whatever it was in the report.
      if index == 0 || block.level != nil { block.kind = .paragraph }
      block.text = Sentences.withoutMarks(block.text)
      let own = MarkdownText.lines(block, after: last, notes: [])
      size += own.reduce(0) { $0 + $1.utf8.count + 1 }
      if size > ReviewCandidate.textLimit { break }
      lines += own
      last = block
    }
    return lines.drop { $0.isEmpty }.joined(separator: "\n")
  }

  // MARK: Files

  /// What the folder keeps of the import.
  package var record: ImportRecord {
    var base = [index]
    var number = hasOpening ? 0 : 1
    for chapter in outline.chapters.indices where !left.contains(chapter) {
      base.append(file(chapter, number: number))
      number += 1
    }
    var record = ImportRecord(candidates: rows, base: base)
    record.log = previous?.log ?? []
    record.conflicts = previous?.conflicts ?? []
    return record
  }

  /// The files.
  package var files: [MadeFile] { record.files + record.ownFiles }

  /// Whether the first chapter comes before the numbered ones.
  private var hasOpening: Bool {
    guard let first = outline.chapters.first else { return false }
    return first.heading == nil || Phrases.isSummary(first.title)
      || ["introduction", "introduccion", "preface", "prefacio", "presentacion"]
        .contains(Phrases.bare(first.title))
  }

  /// The candidates as rows.
  package var table: RecordTable { ReviewCandidate.table(rows) }

  private var index: MadeFile {
    let page = TitlePage(outline.opening + outline.blocks.prefix(20))
    let title = outline.title.isEmpty ? fileName : outline.title
    var lines = ["---", "id: \(id)", "title: \(MarkdownText.quoted(title))"]
    let authors = report.authors.isEmpty ? page.authors : report.authors
    if !authors.isEmpty {
      lines += ["authors:"] + authors.map { "  - \(MarkdownText.quoted($0))" }
    }
    let date = report.date.isEmpty ? page.date : report.date
    if !date.isEmpty { lines.append("date: \(date)") }
    lines.append("language: \(isSpanish ? "es" : "en")")
    lines.append("wording: verbatim")
    lines += ["# Delete the next line once you have read what the rules found.", "confirmed: no"]
    let text = report.text
    lines += [
      "source-text:", "  sha256: \(SHA256.hexadecimal(Array(text.utf8)))",
      "  lines: \(report.lines.count)",
    ]
    lines += [
      "---", "",
      "The words are the report’s own, taken from \(MarkdownText.escaped(fileName)). Title, date, "
        + "chapters, recommendations and addressees were found by rules.",
    ]
    return MadeFile("index.md", lines.map { $0 + "\n" }.joined())
  }

  private var isSpanish: Bool {
    var counts = (spanish: 0, english: 0)
    for block in outline.blocks.lazy.filter(\.isProse).prefix(200) {
      for word in block.text.split(separator: " ") {
        if ["el", "los", "las", "del", "que", "una", "para", "por"].contains(word) {
          counts.spanish += 1
        }
        if ["the", "of", "and", "to", "is", "that", "for", "by"].contains(word) {
          counts.english += 1
        }
      }
    }
    return counts.spanish > counts.english
  }

  private func file(_ index: Int, number: Int) -> MadeFile {
    let chapter = outline.chapters[index]
    let own = Set(notes.chapters[index].map(\.number))
    let top = chapter.heading?.level ?? 0
    var lines = [
      "---", "id: \(ids[index])", "number: \(number)",
      "title: \(MarkdownText.quoted(chapter.title))",
    ]
    let blocks = (chapter.heading.map { [$0] } ?? []) + chapter.blocks
    if let place = span(blocks[...]) { lines.append("locator: \(MarkdownText.quoted("\(place)"))") }
    lines.append("---")
    var last: SourceBlock?
    for (position, block) in chapter.blocks.enumerated() {
      if let level = block.level, level - top <= 2 {
        let mark = level - top <= 1 ? "##" : "###"
        let title = MarkdownText.escaped(Sentences.withoutMarks(block.text))
        lines += ["", "\(mark) \(title)"]
        let rest = chapter.blocks[position...]
        let end = rest.dropFirst().firstIndex { $0.level != nil } ?? rest.endIndex
        if let place = span(chapter.blocks[position..<end]) {
          lines.append("<!-- locator: \(place) -->")
        }
      } else {
        lines += MarkdownText.lines(block, after: last, notes: own)
      }
      last = block
    }
    for note in notes.chapters[index] {
      lines += ["", "[^\(note.number)]: \(MarkdownText.escaped(String(note.text.prefix(20_000))))"]
    }
    return MadeFile("chapters/\(number)-\(ids[index]).md", lines.map { $0 + "\n" }.joined())
  }

  // MARK: Places

  /// The place of blocks that follow each other; nil if there are none.
  private func span(_ blocks: ArraySlice<SourceBlock>) -> Locator? {
    guard let first = blocks.first else { return nil }
    let start = first.lines.lowerBound
    // Notes may have been moved to the end of the report.
    let body = blocks.filter { if case .note = $0.kind { false } else { true } }
    let end = body.map(\.lines.upperBound).max() ?? start
    return locator(first, start...max(start, end))
  }

  private func locator(_ block: SourceBlock, _ lines: ClosedRange<Int>) -> Locator {
    let line =
      report.lines.indices.contains(block.lines.lowerBound - 1)
      ? report.lines[block.lines.lowerBound - 1] : ""
    return Locator(lines: lines, page: block.page, words: Self.firstWords(line))
  }

  /// The first words of a line, without what marks headings and lists and without quotation marks.
  private static func firstWords(_ line: String) -> String {
    let start = line.drop { "#*>-|_ •".contains($0) }
    let plain = start.prefix { !"\"[]<>|`*{}".contains($0) }
    let words = plain.split(separator: " ").prefix(8)
    // A comment ends at two hyphens and a bracket.
    return words.prefix { !$0.contains("--") }.joined(separator: " ")
  }
}
