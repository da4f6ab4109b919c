import Records
import Text

/// Prose as plain text or as Markdown.
enum ProseText {
  /// Blocks as Markdown, with references as links.
  static func markdown(_ blocks: [Block]) -> String {
    var isOther = false
    return blocks.enumerated().map { number, block in
      // Two adjacent lists of one kind would become one list, so the second uses another sign.
      isOther = number > 0 && block.isList && blocks[number - 1].isList && !isOther
      return lines(of: block, isOther: isOther).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// Runs of text as Markdown.
  static func markdown(_ spans: [Span]) -> String {
    spans.reduce(into: "") { text, span in
      let next = markdown(span)
      // A link after an exclamation mark would be an image.
      if text.hasSuffix("!"), next.hasPrefix("[") { text = text.dropLast() + "\\!" }
      text += next
    }
  }

  /// Runs of text as a table's cell, where bars must be escaped in code too.
  private static func cell(_ spans: [Span]) -> String {
    spans.map { span in
      if span.isLineBreak { return "<br>" }
      guard span.emphasis.contains(.code), span.text.contains("|") else { return markdown([span]) }
      return markdown([span]).split(separator: "|", omittingEmptySubsequences: false)
        .joined(separator: "\\|")
    }.joined()
  }

  private static func markdown(_ span: Span) -> String {
    if span.isLineBreak { return "\\\n" }
    var text = span.emphasis.contains(.code) ? code(span.text) : escaped(span.text)
    // Emphasis marks must touch the words, so spaces at the ends stay outside.
    let lead = text.prefix { $0 == " " }
    let tail = text.count > lead.count ? String(text.reversed().prefix { $0 == " " }) : ""
    text = String(text.dropFirst(lead.count).dropLast(tail.count))
    if !text.isEmpty {
      if span.emphasis.contains(.strong) { text = "**\(text)**" }
      if span.emphasis.contains(.stressed) { text = "*\(text)*" }
    }
    switch span.target {
    case .record(let reference)?: text = "[\(text)](\(reference))"
    case .address(let address)?: text = "[\(text)](<\(address.filter { $0 != "<" && $0 != ">" })>)"
    case nil: break
    }
    return lead + text + tail
  }

  private static func code(_ text: String) -> String {
    var fence = "`"
    while text.contains(fence) { fence += "`" }
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// A text with Markdown's special characters escaped.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>&|~".contains(character) { result.append("\\") }
      result.append(character)
    }
    // A paragraph must not start like a list or a heading.
    if let first = result.first, "-+#".contains(first) { return "\\" + result }
    let digits = result.prefix { $0.isASCII && $0.isNumber }
    let rest = result.dropFirst(digits.count)
    if !digits.isEmpty, rest.hasPrefix(".") || rest.hasPrefix(")"),
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    {
      return digits + "\\" + rest
    }
    return result
  }

  private static func lines(of block: Block, isOther: Bool) -> [String] {
    switch block {
    case .paragraph(let spans): return [markdown(spans)]
    case .list(let start, let items):
      return items.enumerated().flatMap { number, blocks in
        indented(
          blocks,
          by: start.map { "\($0 &+ number)\(isOther ? ")" : ".") " } ?? (isOther ? "* " : "- "))
      }
    case .quote(let blocks):
      return markdown(blocks).split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> \($0)" }
    case .table(let header, let rows, let alignments):
      let all = ([header] + rows).map { "| " + $0.map(cell).joined(separator: " | ") + " |" }
      let rule = header.indices.reduce(into: "|") { rule, column in
        rule += alignments.indices.contains(column) ? alignments[column].rule : " --- |"
      }
      return [all[0], rule] + all.dropFirst()
    case .code(let lines):
      var fence = "```"
      while lines.contains(where: { $0.contains(fence) }) { fence += "`" }
      return [fence] + lines + [fence]
    }
  }

  private static func indented(_ blocks: [Block], by mark: String) -> [String] {
    let indent = String(repeating: " ", count: mark.count)
    return markdown(blocks).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 ? mark + $1 : $1.isEmpty ? "" : indent + $1 }
  }

  /// Blocks as plain text, wrapped to a width in characters.
  static func plain(_ blocks: [Block], width: Int = 72) -> String {
    blocks.map { plainLines(of: $0, width: width).joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private static func plainLines(of block: Block, width: Int) -> [String] {
    switch block {
    case .paragraph(let spans):
      return spans.authoredLines.flatMap { wrapped($0.plainText, width: width) }
    case .list(let start, let items):
      return items.enumerated().flatMap { number, blocks -> [String] in
        let mark = start.map { "\($0 &+ number). " } ?? "- "
        let indent = String(repeating: " ", count: mark.count)
        let text = plain(blocks, width: max(16, width - mark.count))
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
          .map { $0 == 0 ? mark + $1 : $1.isEmpty ? "" : indent + $1 }
      }
    case .quote(let blocks):
      return plain(blocks, width: max(16, width - 2))
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> \($0)" }
    case .table(let header, let rows, let alignments):
      let table = RecordTable(
        columns: header.map(\.plainText),
        rows: rows.map { $0.map { .text($0.plainText) } })
      return table.plain(alignments).split(separator: "\n").map(String.init)
    case .code(let lines): return lines.map { "    \($0)" }
    }
  }

  /// A text broken between words, or between wide letters, into lines of at most `width` columns,
  /// unless a word is longer.
  static func wrapped(_ text: String, width: Int) -> [String] {
    let characters = Array(text)
    return LineBreaks.ranges(characters, width: width, breaksWords: false).map {
      String(characters[$0])
    }
  }
}

extension CellAlignment {
  /// A column's part of the line below a table's heading.
  fileprivate var rule: String {
    switch self {
    case .natural: " --- |"
    case .left: " :-- |"
    case .right: " --: |"
    case .center: " :-: |"
    }
  }
}

extension Block {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
