import CMarkdown
import Reading
import Text

/// Reads a report in Markdown, through cmark-gfm.
struct MarkdownReader {
  private typealias Node = OpaquePointer

  private var report = SourceReport()

  /// Deeper nesting is left out, as in a dossier's own files.
  private static let depthLimit = 12

  /// The report in a file's bytes.
  static func read(_ bytes: [UInt8]) -> SourceReport {
    let source = SourceLines(bytes)
    var reader = MarkdownReader()
    reader.report.lines = source.lines
    let (safe, lost) = ProseGuard.safe(Array(reader.report.text.utf8))
    if lost > 0 {
      reader.report.warnings.append(
        "\(lost) paragraphs are too long or too deep and were left out.")
    }
    let (body, notes) = NoteDefinition.cut(safe, firstLine: 1)
    reader.parse(body)
    for note in notes {
      let text = Markup.text(of: String(decoding: note.text, as: UTF8.self))
      let lines = note.line...(note.line + note.text.count { $0 == 0x0a })
      reader.report.blocks.append(SourceBlock(.note(number: note.number), text, lines: lines))
    }
    return reader.report
  }

  private mutating func parse(_ body: [UInt8]) {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    if let tables = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, tables)
    }
    body.withUnsafeBytes { bytes in
      cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(document) }
    for node in Self.children(document) { add(node, depth: 0) }
  }

  private mutating func add(_ node: Node, depth: Int, marker: String? = nil) {
    guard depth < Self.depthLimit else { return }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      append(.heading(level: Int(cmark_node_get_heading_level(node))), text(node), node)
    case CMARK_NODE_PARAGRAPH:
      let kind = marker.map { SourceBlock.Kind.item(depth: depth, marker: $0) } ?? .paragraph
      append(kind, text(node), node, isStrong: Self.isStrong(node))
    case CMARK_NODE_BLOCK_QUOTE:
      for child in Self.children(node) { add(child, depth: depth + 1) }
    case CMARK_NODE_LIST: addList(node, depth: depth)
    case CMARK_NODE_CODE_BLOCK:
      append(.paragraph, Self.literal(node), node)
    case CMARK_NODE_HTML_BLOCK: addHTML(node)
    case CMARK_NODE_THEMATIC_BREAK: break
    default:
      if String(cString: cmark_node_get_type_string(node)) == "table" { addTable(node) }
    }
  }

  private mutating func addList(_ node: Node, depth: Int) {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var number = Int(cmark_node_get_list_start(node))
    let end = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : "."
    for item in Self.children(node) {
      var marker = isOrdered ? "\(number)\(end)" : "•"
      number += 1
      for child in Self.children(item) {
        add(child, depth: depth + 1, marker: marker)
        if cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH { marker = "" }
      }
    }
  }

  private mutating func addTable(_ node: Node) {
    let rows = Self.children(node).map { row in Self.children(row).map { text($0) } }
    append(.table(rows), rows.first?.joined(separator: " ") ?? "", node)
  }

  /// Reads a block of HTML: what it says without its tags, a note if its tag says that it is one.
  private mutating func addHTML(_ node: Node) {
    let literal = Self.literal(node)
    let text = Markup.text(of: literal)
    guard !text.isEmpty else { return }
    let tag = literal.prefix { $0 != ">" }.lowercased()
    let isNote = ["footnote", "endnote", "fn:", "note-"].contains { tag.contains($0) }
    if isNote, let number = Markup.number(in: tag) {
      var words = text
      if let marker = ListMarker(text), Int(marker.label) == number { words = marker.rest }
      append(.note(number: number), words, node)
    } else {
      append(.paragraph, text, node)
    }
  }

  private mutating func append(
    _ kind: SourceBlock.Kind, _ text: String, _ node: Node, isStrong: Bool = false
  ) {
    guard !text.isEmpty else { return }
    let count = report.lines.count
    let first = min(max(1, Int(cmark_node_get_start_line(node))), max(1, count))
    let last = min(max(first, Int(cmark_node_get_end_line(node))), max(first, count))
    report.blocks.append(SourceBlock(kind, text, lines: first...last, isStrong: isStrong))
  }

  // MARK: Text

  private static func children(_ node: Node) -> [Node] {
    Array(
      sequence(state: cmark_node_first_child(node)) { next in
        defer { next = next.flatMap { cmark_node_next($0) } }
        return next
      })
  }

  private static func literal(_ node: Node) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private static func isStrong(_ node: Node) -> Bool {
    let children = children(node)
    return children.count == 1 && cmark_node_get_type(children[0]) == CMARK_NODE_STRONG
  }

  /// The text of a node on one line, with `[^1]` for a raised number.
  private func text(_ node: Node) -> String {
    var result = ""
    collect(node, depth: 0, into: &result)
    return Markup.withNoteMarks(Markup.line(result))
  }

  private func collect(_ node: Node, depth: Int, into result: inout String) {
    guard depth < Self.depthLimit else { return }
    for child in Self.children(node) {
      switch cmark_node_get_type(child) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: result += Self.literal(child)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: result += " "
      case CMARK_NODE_HTML_INLINE:
        let tag = Self.literal(child).lowercased()
        if tag.hasPrefix("<sup") { result += Markup.raised }
        if tag.hasPrefix("</sup") { result += Markup.lowered }
        if tag.hasPrefix("<br") { result += " " }
      default: collect(child, depth: depth + 1, into: &result)
      }
    }
  }
}
