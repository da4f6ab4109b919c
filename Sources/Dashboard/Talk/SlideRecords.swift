import Browsing
import Canvas
import Query
import Records

/// The live parts of a slide that are text: records, recommendations, the matrix, the timeline.
struct SlideRecords {
  let library: Library
  /// The available columns.
  package let width: Int
  /// The colour of the slide.
  package let accent: Role
  /// Whether there is room for free lines between records.
  let isLoose: Bool

  private var catalogue: Catalogue { library.catalogue }
  private var measure: Int { min(width, SlideProse.measure) }
  private var prose: SlideProse {
    SlideProse(width: width, glyphs: library.glyphs, accent: accent, isLoose: false)
  }

  /// A sentence that replaces something missing.
  func missing(_ sentence: String) -> [StyledLine] {
    SlideProse.wrap([Span(sentence)], to: measure, Style(.caution))
  }

  /// A record in short.
  package func record(_ reference: Reference) -> [StyledLine] {
    guard let record = catalogue[reference] else {
      return missing("This dossier has no \(reference.kind.word) “\(reference.id)”.")
    }
    if case .recommendation(let item) = record { return recommendation(item) }
    let role = library.accent(record.chapter)
    let title = SlideProse.wrap([Span(record.title)], to: measure, Style(role, .bold))
    return title + body(record)
  }

  /// The text below a record's title.
  private func body(_ record: Record) -> [StyledLine] {
    switch record {
    case .chapter(let chapter):
      let messages = chapter.keyMessages.map(Block.paragraph)
      let summary = chapter.summary.isEmpty ? [] : [Block.paragraph([Span(chapter.summary)])]
      return prose.lines(summary + (messages.isEmpty ? [] : [.quote(messages)]))
    case .section(let section): return prose.lines(section.blocks)
    case .event(let event):
      return SlideProse.wrap([Span(event.date.title)], to: measure)
    case .entity(let entity):
      let acronym = entity.acronym.isEmpty ? "" : "\(entity.acronym). "
      return SlideProse.wrap([Span(acronym + entity.description)], to: measure)
    case .note(let note): return SlideProse.wrap(note.statement, to: measure)
    case .source(let source):
      let parts = [source.date, source.licence, source.note].filter { !$0.isEmpty }
      return SlideProse.wrap([Span(parts.joined(separator: ". "))], to: measure)
    case .recommendation, .indicator: return []
    }
  }

  /// A recommendation: number and title, what is asked, and who is asked.
  private func recommendation(_ item: Recommendation) -> [StyledLine] {
    var lines = heading(of: item, width: measure)
    lines += prose.lines(item.text)
    lines += SlideProse.wrap([Span("Asked of: ", .strong)] + asked(item), to: measure)
    return lines
  }

  /// The number in its chapter's colour and the title beside it.
  private func heading(of item: Recommendation, width: Int) -> [StyledLine] {
    let number = catalogue.number(item) + "  "
    let style = Style(library.accent(item.chapter), .bold)
    let room = max(1, width - number.columns)
    return TextLayout.wrap(item.title, to: room).enumerated().map { index, text in
      let lead = index == 0 ? number : String(repeating: " ", count: number.columns)
      return StyledLine([StyledRun(lead, style), StyledRun(text, Style(.text, .bold))])
    }
  }

  /// Who is asked, in words.
  private func asked(_ item: Recommendation) -> [Span] {
    let names = item.addressees.map(catalogue.addressee).joined(separator: ", ")
    let basis = item.addresseeBasis == .inferred ? " (inferred)" : ""
    return [Span((names.isEmpty ? "nobody named" : names) + basis)]
  }

  /// The recommendations of a chapter, an addressee or a theme, each with who is asked.
  func recommendations(_ category: String) -> [StyledLine] {
    guard let (name, items) = named(category) else {
      return missing("This dossier has no chapter, addressee or theme “\(category)”.")
    }
    guard !items.isEmpty else { return missing("Nothing is recommended under \(name).") }
    var lines: [StyledLine] = []
    for (index, item) in items.enumerated() {
      if isLoose, index > 0 { lines.append(StyledLine()) }
      var rows = heading(of: item, width: width)
      let who = library.dossier.addressees.isEmpty ? [] : asked(item)
      let text = who.plainText
      let indent = catalogue.number(item).columns + 2
      // The addressees are beside a short title, otherwise below it.
      if let last = rows.last, rows.count == 1, !text.isEmpty,
        last.columns + text.columns + 3 <= width
      {
        rows[0].add(spaces: 3)
        rows[0].runs.append(StyledRun(text, .faint))
      } else if !text.isEmpty {
        rows += TextLayout.wrap(text, to: max(1, width - indent))
          .map { StyledLine($0, .faint).indented(by: indent) }
      }
      lines += rows
    }
    return lines
  }

  /// A category by its id, with its recommendations, or its proposals if there are none.
  private func named(_ id: String) -> (name: String, items: [Recommendation])? {
    let dossier = library.dossier
    let all = dossier.recommendations
    func chosen(_ isIn: (Recommendation) -> Bool) -> [Recommendation] {
      all.filter(isIn).foremost
    }
    if let chapter = catalogue.chapter(id) {
      return (chapter.shortTitle, chosen { $0.chapter == id })
    }
    if let addressee = dossier.addressees.first(where: { $0.id == id }) {
      return (addressee.name, chosen { $0.addressees.contains(id) })
    }
    if let theme = dossier.themes.first(where: { $0.id == id }) {
      return (theme.name, chosen { $0.themes.contains(id) })
    }
    return nil
  }
}

extension RecordKind {
  /// The kind, for use in a sentence.
  var word: String {
    switch self {
    case .recommendation: "recommendation"
    case .entity: "name"
    default: rawValue
    }
  }
}
