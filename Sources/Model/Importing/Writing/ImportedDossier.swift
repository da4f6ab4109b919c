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
  /// The chapters' ids.
  private var ids: [String] = []
  /// The chapters that are lists of notes and no files of their own.
  private var left: Set<Int> = []
  /// Who is asked: id and name.
  private var addressees: [(id: String, name: String)] = []
  /// The record that each candidate becomes; nil for those that become none.
  private var records: [String?] = []

  private static let nobody = (id: "not-named", name: "Not named")

  /// Finds in a report what becomes a dossier.
  ///
  /// - Parameters:
  ///   - id: The dossier's id.
  ///   - fileName: The name of the report's file, for readers.
  ///   - tier: The last tier of candidates that become recommendations.
  package init(
    _ report: SourceReport, id: String, fileName: String, upTo tier: Candidate.Tier = .sure
  ) {
    self.report = report
    self.id = id
    self.fileName = fileName
    self.tier = tier
    outline = Outline(report)
    notes = NoteShare(outline)
    candidates = CandidateFinder.find(outline)
    var known: Set<String> = []
    for chapter in outline.chapters { ids.append(Self.unique(chapter.title, "chapter", &known)) }
    left = Set(outline.chapters.indices.filter { NoteShare.isList(outline.chapters[$0]) })
    nameRecords()
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
  package var recordCount: Int { records.count { $0 != nil } }

  /// The title as found; empty if there is none.
  package var title: String { outline.title }

  private static func unique(_ title: String, _ fallback: String, _ known: inout Set<String>)
    -> String
  {
    var slug = Identifier.slug(title)
    while slug.utf8.count > 40, let cut = slug.lastIndex(of: "-") { slug = String(slug[..<cut]) }
    slug = String(slug.prefix(40))
    if slug.isEmpty { slug = fallback }
    var result = slug
    var number = 2
    while !known.insert(result).inserted {
      result = "\(slug)-\(number)"
      number += 1
    }
    return result
  }

  private mutating func nameRecords() {
    var counts: [Int: Int] = [:]
    var byName: [String: String] = [:]
    var known: Set<String> = [Self.nobody.id]
    let last = Candidate.Tier.allCases.firstIndex(of: tier) ?? 0
    for candidate in candidates {
      let rank = Candidate.Tier.allCases.firstIndex(of: candidate.tier) ?? 0
      guard rank <= last, !left.contains(candidate.chapter) else {
        records.append(nil)
        continue
      }
      counts[candidate.chapter, default: 0] += 1
      records.append("\(ids[candidate.chapter])-\(counts[candidate.chapter] ?? 1)")
      let name = candidate.addressee
      if name.isEmpty {
        if byName[""] == nil { byName[""] = Self.nobody.id }
      } else if byName[Phrases.bare(name)] == nil {
        let id = Self.unique(name, "addressee", &known)
        byName[Phrases.bare(name)] = id
        addressees.append((id, name))
      }
    }
    if byName[""] != nil { addressees.append(Self.nobody) }
  }

  // MARK: Files

  /// The files.
  package var files: [MadeFile] {
    var files = [index]
    var number = hasOpening ? 0 : 1
    for chapter in outline.chapters.indices where !left.contains(chapter) {
      files.append(file(chapter, number: number))
      number += 1
    }
    for (candidate, record) in zip(candidates, records) {
      if let record { files.append(file(candidate, record)) }
    }
    return files + [MadeFile("import/candidates.csv", table.text(.csv))]
  }

  /// Whether the first chapter comes before the numbered ones.
  private var hasOpening: Bool {
    guard let first = outline.chapters.first else { return false }
    return first.heading == nil || Phrases.isSummary(first.title)
      || ["introduction", "introduccion", "preface", "prefacio", "presentacion"]
        .contains(Phrases.bare(first.title))
  }

  /// The candidates as rows.
  package var table: RecordTable {
    let rows = zip(candidates, records).enumerated().map { index, pair in
      let (candidate, record) = pair
      let texts = [
        candidate.tier.rawValue, candidate.label, candidate.addressee,
        Sentences.title(candidate.text), "\(locator(candidate.paragraphs[0], candidate.lines))",
        ids[candidate.chapter], candidate.rule, record ?? "", record == nil ? "open" : "made",
      ]
      return [RecordTable.Cell.text("c\(index + 1)")] + texts.map { .text($0) }
    }
    return RecordTable(
      columns: [
        "id", "tier", "label", "addressee", "words", "locator", "chapter", "rule", "record",
        "state",
      ],
      rows: rows, briefColumns: 5)
  }

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
    if !addressees.isEmpty {
      lines += ["addressees:"] + addressees.map { "  \($0.id): \(MarkdownText.quoted($0.name))" }
    }
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

  private func file(_ candidate: Candidate, _ record: String) -> MadeFile {
    let number = record.split(separator: "-").last ?? "1"
    let id =
      candidate.addressee.isEmpty
      ? Self.nobody.id
      : addressees.first { Phrases.bare($0.name) == Phrases.bare(candidate.addressee) }?.id
        ?? Self.nobody.id
    let reason =
      candidate.addressee.isEmpty
      ? "The rules found nobody who is asked; not confirmed."
      : "The first sentence names them; found by a rule, not confirmed."
    var lines = [
      "---", "id: \(record)", "chapter: \(ids[candidate.chapter])", "number: \(number)",
      "title: \(MarkdownText.quoted(Sentences.title(candidate.text)))",
    ]
    if candidate.tier == .mentioned { lines.append("kind: proposal") }
    if !candidate.label.isEmpty { lines.append("label: \(MarkdownText.quoted(candidate.label))") }
    lines += [
      "addressees: [\(id)]", "addressee-basis: inferred",
      "addressee-reason: \(MarkdownText.quoted(reason))", "confirmed: no",
      "locator: \(MarkdownText.quoted("\(locator(candidate.paragraphs[0], candidate.lines))"))",
    ]
    if let copy = candidate.copies.first {
      lines.append("at-a-glance: \(MarkdownText.quoted("\(locator(copy, copy.lines))"))")
    }
    lines.append("---")
    var last: SourceBlock?
    for (index, block) in candidate.paragraphs.enumerated() {
      var block = block
      // The first is what is asked, whatever it was in the report.
      if index == 0 || block.level != nil { block.kind = .paragraph }
      block.text = Sentences.withoutMarks(block.text)
      lines += MarkdownText.lines(block, after: last, notes: [])
      last = block
    }
    return MadeFile("recommendations/\(record).md", lines.map { $0 + "\n" }.joined())
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
