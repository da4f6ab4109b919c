import CMarkdown
import Records
import Text

/// A top-level part of a deck's body.
enum DeckPiece {
  case heading(level: Int, [Span], Place)
  /// The end of a slide.
  case rule(Place)
  case comment(DeckComment, text: CommentScan.Comment, Place)
  case block(Block, Place)
  /// An image in a paragraph of its own, by its address and with its alternative text.
  case image(String, text: String, Place)
}

extension MarkdownBuilder {
  /// The pieces of a deck's body.
  mutating func pieces(of text: [UInt8], log: inout DiagnosticLog) -> [DeckPiece] {
    var pieces: [DeckPiece] = []
    forEachNode(of: text) { builder, node in
      builder.add(node, to: &pieces, log: &log)
    }
    return pieces
  }

  /// The blocks of a text without slides, for example a speaker note.
  mutating func blocks(of text: [UInt8], log: inout DiagnosticLog) -> [Block] {
    var blocks: [Block] = []
    forEachNode(of: text) { builder, node in
      if let block = builder.block(node, depth: 0, log: &log) { blocks.append(block) }
    }
    return blocks
  }

  private func add(_ node: Node, to pieces: inout [DeckPiece], log: inout DiagnosticLog) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_THEMATIC_BREAK: pieces.append(.rule(place(node)))
    case CMARK_NODE_HEADING:
      let level = Int(cmark_node_get_heading_level(node))
      guard level == 2, !lines.hasHash(Int(cmark_node_get_start_line(node))) else {
        pieces.append(.heading(level: level, spans(node, log: &log), place(node)))
        return
      }
      // A line of hyphens right below text makes it a heading in Markdown; here it ends a slide.
      addParagraph(node, to: &pieces, log: &log)
      let end = Place(
        file, firstLine + lines.hyphens(below: Int(cmark_node_get_start_line(node))) - 1)
      log.warning(
        end, "the line of hyphens follows text directly, which makes that text a heading elsewhere",
        remedy: "leave a line empty above it")
      pieces.append(.rule(end))
    case CMARK_NODE_PARAGRAPH: addParagraph(node, to: &pieces, log: &log)
    case CMARK_NODE_HTML_BLOCK: addComments(node, to: &pieces, log: &log)
    default:
      if let block = block(node, depth: 0, log: &log) { pieces.append(.block(block, place(node))) }
    }
  }

  /// Adds a paragraph, or its images if it holds nothing else.
  private func addParagraph(
    _ node: Node, to pieces: inout [DeckPiece], log: inout DiagnosticLog
  ) {
    var images: [(address: String, text: String, Place)] = []
    var isText = false
    for child in children(node) {
      switch cmark_node_get_type(child) {
      case CMARK_NODE_IMAGE:
        let url = cmark_node_get_url(child).map { String(cString: $0) } ?? ""
        var place = placeOfLink(child, mark: UInt8(ascii: "!"))
        place.line = max(place.line, line(node))
        let text = spans(child, log: &log).plainText
        images.append((CleanText.line(url), CleanText.line(text), place))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: break
      default: isText = true
      }
    }
    if isText || images.isEmpty {
      let spans = spans(node, log: &log)
      if !spans.isEmpty { pieces.append(.block(.paragraph(spans), place(node))) }
    } else {
      pieces += images.map { .image($0, text: $1, $2) }
    }
  }

  private func addComments(_ node: Node, to pieces: inout [DeckPiece], log: inout DiagnosticLog) {
    for (line, scan) in scans(node) {
      var start = place(node)
      start.line += line
      for comment in scan.comments {
        var place = start
        place.line += comment.line
        pieces.append(.comment(DeckComment(comment.text), text: comment, place))
      }
      if scan.isOpen {
        log.error(
          start, "the comment is never closed, so everything after it is part of it",
          remedy: "end it with -->")
      } else if scan.hasRest {
        let hasComments = !scan.comments.isEmpty
        log.error(
          start, hasComments ? "text after a comment is left out" : "HTML is left out",
          remedy: hasComments ? "put it on a line of its own" : "write it in Markdown")
      }
    }
  }

  /// The comments of a piece of HTML, as written before they were cut out, with their lines in the
  /// piece; what is not a comment is a scan without comments.
  private func scans(_ node: Node) -> [(line: Int, scan: CommentScan)] {
    let first = Int(cmark_node_get_start_line(node))
    let lines = literal(node).split(separator: "\n", omittingEmptySubsequences: false)
    var scans: [(line: Int, scan: CommentScan)] = []
    var hasRest = false
    for (offset, line) in lines.enumerated() where !line.trimmed.isEmpty {
      if line.trimmed == PrivateText.mark, let comment = comments[first + offset] {
        scans.append((offset, CommentScan(comment)))
      } else if !hasRest {
        hasRest = true
        scans.append((offset, CommentScan(String(line))))
      }
    }
    return scans
  }

  /// Reports a comment inside a list, a quotation or a paragraph, where it has no meaning.
  func warnOfComment(_ node: Node, log: inout DiagnosticLog) {
    for (_, scan) in scans(node) {
      if scan.comments.isEmpty {
        log.warning(place(node), "HTML is left out", remedy: "write it in Markdown")
      }
      for comment in scan.comments {
        if case .remark = DeckComment(comment.text) { continue }
        log.warning(
          Place(file, max(line(node), firstLine)),
          "a comment inside a list, a quotation or a paragraph means nothing",
          remedy: "put it on a line of its own, at the line's start")
      }
    }
  }
}

extension LineStarts {
  /// The number of the first line of hyphens below a line.
  ///
  /// There always is one; it is searched for because cmark does not always know where such a
  /// heading ends.
  func hyphens(below line: Int) -> Int {
    var line = line + 1
    while line < count, !bytes(of: line).allSatisfy({ $0.isBlank || $0 == UInt8(ascii: "-") }) {
      line += 1
    }
    return line
  }

  /// Whether a line starts with the mark of a heading.
  func hasHash(_ line: Int) -> Bool {
    let bytes = self.bytes(of: line).drop { $0 == 0x20 }
    let hashes = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    let next = bytes.dropFirst(hashes).first
    return (1...6).contains(hashes) && (next ?? 0x20).isBlank
  }
}
