import Records

/// A Markdown body read into sections and blocks.
struct Markdown {
  /// The content under one heading; the first part has no heading.
  struct Part {
    package var title = ""
    /// 1 for `#`; 0 for the content before any heading.
    var level = 0
    var line = 0
    var locator: Locator?
    var blocks: [Block] = []
    /// The lines on which the blocks start.
    var lines: [Int] = []

    /// The passages, with the heading as a paragraph of its own.
    var withHeading: [Block] {
      title.isEmpty ? blocks : [.paragraph([Span(title, .strong)])] + blocks
    }
  }

  /// The parts in reading order; the first holds the content before any heading.
  private(set) var parts = [Part()]
  /// The notes' numbers, lines and texts.
  private(set) var notes: [(number: Int, line: Int, text: [Span])] = []

  /// Reads a body.
  ///
  /// - Parameters:
  ///   - firstLine: The number of the body's first line in its file.
  ///   - chapter: The chapter that notes `[^1]` belong to; nil if there are none.
  init(
    _ bytes: ArraySlice<UInt8>, file: String, firstLine: Int, chapter: String?,
    log: inout DiagnosticLog
  ) {
    var builder = MarkdownBuilder(
      file: file, firstLine: firstLine, chapter: chapter)
    let safe = ProseGuard.check(bytes, file: file, firstLine: firstLine, log: &log)
    let (body, definitions) = NoteDefinition.cut(safe, firstLine: firstLine)
    parts = builder.parts(of: body, log: &log)
    for definition in definitions {
      if let text = definition.plainText {
        notes.append((definition.number, definition.line, [Span(text)]))
        continue
      }
      builder.firstLine = definition.line
      let blocks = builder.parts(of: definition.text, log: &log).flatMap(\.blocks)
      let spans = blocks.flatMap(\.paragraphs).reduce(into: [Span]()) { spans, paragraph in
        if !spans.isEmpty { spans.append(.lineBreak) }
        spans += paragraph
      }
      notes.append((definition.number, definition.line, spans))
    }
  }
}
