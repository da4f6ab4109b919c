import CMarkdown
import Records
import Text

/// Walks through cmark-gfm's tree and builds blocks and spans from it.
struct MarkdownBuilder {
  typealias Node = OpaquePointer

  let file: String
  var firstLine: Int
  let chapter: String?
  /// Whether comments and images have the meaning that they have in a deck.
  var isDeck = false
  /// The comments that were cut out of a deck's text, by line.
  var comments: [Int: String] = [:]
  /// How many characters precede each line of the text in its file: the first line, the others.
  var margins = (first: 0, rest: 0)
  private(set) var lines = LineStarts([])

  /// Deeper nesting is left out: nobody reads it, and a hostile file could exhaust the stack.
  private static let depthLimit = 12

  init(file: String, firstLine: Int, chapter: String?) {
    self.file = file
    self.firstLine = firstLine
    self.chapter = chapter
    cmark_gfm_core_extensions_ensure_registered()
  }

  /// Calls a function with each top-level node of a text.
  mutating func forEachNode(of text: [UInt8], _ body: (MarkdownBuilder, Node) -> Void) {
    lines = LineStarts(text)
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    if let tables = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, tables)
    }
    text.withUnsafeBytes { bytes in
      cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(document) }
    for node in children(document) { body(self, node) }
  }

  /// The parts of a text, split at its headings.
  mutating func parts(of text: [UInt8], log: inout DiagnosticLog) -> [Markdown.Part] {
    var parts = [Markdown.Part()]
    forEachNode(of: text) { builder, node in
      builder.add(node, to: &parts, log: &log)
    }
    return parts
  }

  private func add(_ node: Node, to parts: inout [Markdown.Part], log: inout DiagnosticLog) {
    if cmark_node_get_type(node) == CMARK_NODE_HEADING {
      parts.append(
        Markdown.Part(
          title: spans(node, log: &log).plainText, level: Int(cmark_node_get_heading_level(node)),
          line: line(node)))
    } else if let comment = comment(node) {
      if let text = comment.field("locator") {
        if parts.count == 1 || !parts[parts.count - 1].blocks.isEmpty {
          log.warning(
            place(node), "the locator belongs to nothing", remedy: "put it under a heading")
        } else if let locator = Locator(text) {
          if log.check(locator, place(node)) { parts[parts.count - 1].locator = locator }
        } else {
          log.error(
            place(node), "\"\(CleanText.line(text))\" is not a locator", remedy: Locator.remedy)
        }
      }
    } else if let block = block(node, depth: 0, log: &log) {
      parts[parts.count - 1].blocks.append(block)
      parts[parts.count - 1].lines.append(line(node))
    }
  }

  func line(_ node: Node) -> Int { firstLine + Int(cmark_node_get_start_line(node)) - 1 }

  package func place(_ node: Node) -> Place { Place(file, line(node)) }

  /// The place of a link, whose column cmark counts in bytes and does not always know.
  func placeOfLink(_ node: Node, mark: UInt8 = UInt8(ascii: "[")) -> Place {
    let number = Int(cmark_node_get_start_line(node))
    let column = lines.column(
      number, byte: Int(cmark_node_get_start_column(node)), of: mark)
    let margin = number == 1 ? margins.first : margins.rest
    return Place(file, line(node), column > 0 ? column + margin : 0)
  }

  func children(_ node: Node) -> Children {
    Children(upcoming: cmark_node_first_child(node))
  }

  private func blocks(_ node: Node, depth: Int, log: inout DiagnosticLog) -> [Block] {
    guard depth < Self.depthLimit else {
      log.warning(
        place(node), "text is nested more than \(Self.depthLimit) deep; the rest is left out")
      return []
    }
    return children(node).compactMap { block($0, depth: depth, log: &log) }
  }

  func block(_ node: Node, depth: Int, log: inout DiagnosticLog) -> Block? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      let spans = spans(node, log: &log)
      return spans.isEmpty ? nil : .paragraph(spans)
    case CMARK_NODE_BLOCK_QUOTE:
      return .quote(blocks(node, depth: depth + 1, log: &log))
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      let items = children(node).map { blocks($0, depth: depth + 1, log: &log) }
      return .list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, items: items)
    case CMARK_NODE_CODE_BLOCK:
      var lines = literal(node).split(separator: "\n", omittingEmptySubsequences: false)
      // The last line also ends in a line feed.
      if lines.last?.isEmpty == true { lines.removeLast() }
      return .code(lines.map { CleanText.line(String($0)) })
    case CMARK_NODE_HTML_BLOCK:
      if isDeck {
        warnOfComment(node, log: &log)
      } else if comment(node) == nil {
        log.warning(place(node), "HTML is left out", remedy: "write it in Markdown")
      }
      return nil
    case CMARK_NODE_THEMATIC_BREAK: return nil
    default:
      return table(node, log: &log)
    }
  }

  private func table(_ node: Node, log: inout DiagnosticLog) -> Block? {
    guard String(cString: cmark_node_get_type_string(node)) == "table" else { return nil }
    var rows = children(node).map { row in children(row).map { spans($0, log: &log) } }
    guard !rows.isEmpty else { return nil }
    let header = rows.removeFirst()
    return .table(header: header, rows: rows, alignments: alignments(node, count: header.count))
  }

  /// Where the cells of each column stand; empty if the table leaves that to its readers.
  private func alignments(_ table: Node, count: Int) -> [CellAlignment] {
    let found = Int(cmark_gfm_extensions_get_table_columns(table))
    guard let letters = cmark_gfm_extensions_get_table_alignments(table), found > 0 else {
      return []
    }
    let alignments = (0..<min(found, count)).map { column -> CellAlignment in
      switch letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "r"): .right
      case UInt8(ascii: "c"): .center
      default: .natural
      }
    }
    return alignments.allSatisfy { $0 == .natural } ? [] : alignments
  }

  func literal(_ node: Node) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private func comment(_ node: Node) -> Comment? {
    cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK ? Comment(literal(node)) : nil
  }

  // MARK: Spans

  func spans(_ node: Node, log: inout DiagnosticLog) -> [Span] {
    var result: [Span] = []
    collect(node, Span(""), depth: 0, into: &result, log: &log)
    if cmark_node_get_type(node) == CMARK_NODE_HEADING {
      // A heading has one line.
      for index in result.indices { result[index].emphasis.remove(.lineBreak) }
    }
    while result.last?.isLineBreak ?? false { result.removeLast() }
    while result.first?.isLineBreak ?? false { result.removeFirst() }
    guard chapter != nil else { return result }
    return result.flatMap { notes($0, place(node), log: &log) }
  }

  /// Appends the runs of a node's children; `like` has the surrounding appearance.
  private func collect(
    _ node: Node, _ like: Span, depth: Int, into result: inout [Span], log: inout DiagnosticLog
  ) {
    guard depth < Self.depthLimit else { return }
    // Markdown has no other way to raise a digit, so these two elements are read.
    var raised: RaisedText?
    for child in children(node) {
      var look = like
      switch cmark_node_get_type(child) {
      case CMARK_NODE_TEXT:
        let text = literal(child)
        append(raised?.text(text) ?? text, look, to: &result)
      case CMARK_NODE_SOFTBREAK:
        if !(result.last?.isLineBreak ?? false) { append(" ", look, to: &result) }
      case CMARK_NODE_LINEBREAK: result.append(.lineBreak)
      case CMARK_NODE_CODE:
        look.emphasis.insert(.code)
        append(literal(child), look, to: &result)
      case CMARK_NODE_EMPH:
        look.emphasis.insert(.stressed)
        collect(child, look, depth: depth + 1, into: &result, log: &log)
      case CMARK_NODE_STRONG:
        look.emphasis.insert(.strong)
        collect(child, look, depth: depth + 1, into: &result, log: &log)
      case CMARK_NODE_LINK:
        look.target = target(child, log: &log)
        collect(child, look, depth: depth + 1, into: &result, log: &log)
      case CMARK_NODE_IMAGE:
        log.warning(
          place(node), "an image is left out",
          remedy: isDeck ? "put it into a paragraph of its own" : "describe it in words")
        collect(child, look, depth: depth + 1, into: &result, log: &log)
      case CMARK_NODE_HTML_INLINE:
        if let tag = RaisedText.Tag(literal(child)) {
          raised = tag.raised
          if tag == .lineBreak { result.append(.lineBreak) }
        } else if isDeck {
          warnOfComment(child, log: &log)
        } else if Comment(literal(child)) == nil {
          log.warning(place(node), "HTML is left out", remedy: "write it in Markdown")
        }
      default: break
      }
    }
  }

  private func append(_ text: String, _ look: Span, to result: inout [Span]) {
    let clean = CleanText.line(text)
    let last = result.count - 1
    if last >= 0, result[last].emphasis == look.emphasis, result[last].target == look.target {
      result[last].text += clean
    } else {
      result.append(Span(clean, look.emphasis, target: look.target))
    }
  }

  private func target(_ node: Node, log: inout DiagnosticLog) -> Target? {
    let url = CleanText.line(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
    if let reference = Reference(url) {
      log.mention(reference, placeOfLink(node))
      return .record(reference)
    }
    if url.hasPrefix("https://") || url.hasPrefix("http://") || url.hasPrefix("mailto:") {
      return .address(url)
    }
    log.error(
      placeOfLink(node), "\"\(url)\" is neither a reference nor a web address",
      remedy: log.remedy(ofReference: url))
    return nil
  }

  /// The parts of a run, with its note marks `[^1]` separated.
  private func notes(_ span: Span, _ place: Place, log: inout DiagnosticLog) -> [Span] {
    guard let chapter, span.target == nil, span.text.mentionsNote else {
      return [span]
    }
    var result: [Span] = []
    let text = span.text.utf8
    var start = text.startIndex
    var index = start
    while let mark = NoteMark(text, from: &index) {
      if mark.range.lowerBound > start {
        result.append(Span(String(span.text[start..<mark.range.lowerBound]), span.emphasis))
      }
      start = mark.range.upperBound
      let reference = Reference(.note, "\(chapter)-\(mark.number)")
      log.mention(reference, place)
      result.append(Span("[\(mark.number)]", span.emphasis, target: .record(reference)))
    }
    if start < text.endIndex { result.append(Span(String(span.text[start...]), span.emphasis)) }
    return result
  }
}

/// The children of a node of cmark's tree.
struct Children: Sequence, IteratorProtocol {
  var upcoming: OpaquePointer?

  mutating func next() -> OpaquePointer? {
    let node = upcoming
    if let node { upcoming = cmark_node_next(node) }
    return node
  }
}
