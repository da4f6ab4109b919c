import CMarkdown

/// A Markdown body read into sections and blocks.
struct Markdown {
  /// What stands under one heading; the first part has no heading.
  struct Part {
    var title = ""
    /// 1 for `#`; 0 for what stands before any heading.
    var level = 0
    var line = 0
    var locator: Locator?
    var blocks: [Block] = []

    /// The passages with the heading set off as a paragraph of its own.
    var withHeading: [Block] {
      title.isEmpty ? blocks : [.paragraph([Span(title, .strong)])] + blocks
    }
  }

  /// The parts in reading order; the first holds what stands before any heading.
  private(set) var parts = [Part()]
  /// The notes' numbers, lines and texts.
  private(set) var notes: [(number: Int, line: Int, text: [Span])] = []

  /// Reads a body.
  ///
  /// - Parameters:
  ///   - firstLine: The number of the body's first line in its file.
  ///   - chapter: The chapter whose notes `[^1]` are; nil when there are none.
  init(
    _ bytes: ArraySlice<UInt8>, file: String, firstLine: Int, chapter: String?,
    log: inout DiagnosticLog
  ) {
    var builder = MarkdownBuilder(
      file: file, firstLine: firstLine, chapter: chapter)
    let (body, definitions) = NoteDefinition.cut(bytes, firstLine: firstLine)
    parts = builder.parts(of: body, log: &log)
    for definition in definitions {
      builder.firstLine = definition.line
      let blocks = builder.parts(of: definition.text, log: &log).flatMap(\.blocks)
      let spans = blocks.flatMap(\.paragraphs).reduce(into: [Span]()) { spans, paragraph in
        if !spans.isEmpty { spans.append(Span(" ")) }
        spans += paragraph
      }
      notes.append((definition.number, definition.line, spans))
    }
  }
}

/// The text of a note, cut out of a body before Markdown reads it.
///
/// cmark-gfm numbers notes anew and drops those that nothing refers to; a
/// report's notes keep their numbers, so they are cut out here.
struct NoteDefinition {
  var number: Int
  var line: Int
  var text: [UInt8]

  /// The body with the definitions' lines blank, and the definitions.
  static func cut(
    _ bytes: ArraySlice<UInt8>, firstLine: Int
  ) -> (body: [UInt8], definitions: [NoteDefinition]) {
    var body = Array(bytes)
    guard body.contains(UInt8(ascii: "^")) else { return (body, []) }
    var definitions: [NoteDefinition] = []
    var lines = LineCursor(body)
    var isInside = false
    while let range = lines.next() {
      let line = body[range]
      if let (number, start) = opening(line) {
        definitions.append(
          NoteDefinition(
            number: number, line: firstLine + lines.number - 1,
            text: Array(body[start..<range.upperBound])))
        isInside = true
      } else if isInside, !line.isEmpty {
        definitions[definitions.count - 1].text += [0x0a] + line.drop { $0 == 0x20 }
      } else {
        isInside = false
        continue
      }
      for index in range { body[index] = 0x20 }
    }
    return (body, definitions)
  }

  /// The number of a line that starts with `[^1]:` and where its text begins.
  private static func opening(_ line: ArraySlice<UInt8>) -> (Int, Int)? {
    guard line.starts(with: "[^".utf8) else { return nil }
    var number = 0
    var index = line.startIndex + 2
    while index < line.endIndex, (0x30...0x39).contains(line[index]), number < 100_000 {
      number = number * 10 + Int(line[index] - 0x30)
      index += 1
    }
    guard number > 0, line[index...].starts(with: "]:".utf8) else { return nil }
    return (number, min(index + 2, line.endIndex))
  }
}
