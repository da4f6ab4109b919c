import Text

/// Reads a report from the tree that `pandoc -t json` makes of a Word, OpenDocument or web file.
struct PandocReader {
  private var report = SourceReport()
  /// The notes found in the text so far.
  private var notes: [String] = []

  private static let depthLimit = 60

  /// The report in pandoc's tree; nil if the bytes are none.
  static func read(_ bytes: [UInt8]) -> SourceReport? {
    guard let tree = JSONReader.read(bytes), let blocks = tree["blocks"]?.items else { return nil }
    var reader = PandocReader()
    reader.readMeta(tree["meta"])
    for block in blocks { reader.add(block, depth: 0) }
    for (index, note) in reader.notes.enumerated() {
      reader.report.append(.note(number: index + 1), note)
    }
    return reader.report
  }

  private mutating func readMeta(_ meta: JSONTree?) {
    report.title = meta?["title"].map { value($0) } ?? ""
    let author = meta?["author"]
    let names =
      author?["t"]?.text == "MetaList" ? author?["c"]?.items ?? [] : author.map { [$0] } ?? []
    report.authors = names.map { value($0) }.filter { !$0.isEmpty }
    if let date = meta?["date"] { report.date = TitlePage.date(value(date)) }
  }

  private mutating func value(_ meta: JSONTree) -> String {
    if let text = meta["c"]?.text { return Markup.line(text) }
    return line(meta["c"] ?? .other)
  }

  private mutating func add(_ block: JSONTree, depth: Int, marker: String? = nil) {
    guard depth < Self.depthLimit, let type = block["t"]?.text else { return }
    let content = block["c"] ?? .other
    switch type {
    case "Header":
      let text = line(content[2])
      if !text.isEmpty { report.append(.heading(level: content[0].number ?? 1), text) }
    case "Para", "Plain":
      let text = line(content)
      guard !text.isEmpty else { return }
      let kind =
        marker.map { SourceBlock.Kind.item(depth: max(1, depth), marker: $0) } ?? .paragraph
      let items = content.items
      report.append(kind, text, isStrong: items.count == 1 && items[0]["t"]?.text == "Strong")
    case "LineBlock":
      for item in content.items {
        let text = line(item)
        if !text.isEmpty { report.append(.paragraph, text) }
      }
    case "CodeBlock": append(content[1].text ?? "")
    case "BlockQuote": for child in content.items { add(child, depth: depth, marker: marker) }
    case "Div":
      for child in content[1].items { add(child, depth: depth, marker: marker) }
    case "Figure": for child in content[2].items { add(child, depth: depth) }
    case "BulletList":
      for item in content.items { add(item: item, depth: depth, marker: "•") }
    case "OrderedList": addOrdered(content, depth: depth)
    case "DefinitionList":
      for entry in content.items {
        append(line(entry[0]))
        for definition in entry[1].items { add(item: definition, depth: depth, marker: "•") }
      }
    case "Table": addTable(content)
    default: break
    }
  }

  private mutating func append(_ text: String) {
    let text = Markup.line(text)
    if !text.isEmpty { report.append(.paragraph, text) }
  }

  private mutating func add(item: JSONTree, depth: Int, marker: String) {
    var marker = marker
    for child in item.items {
      add(child, depth: depth + 1, marker: marker)
      if ["Para", "Plain"].contains(child["t"]?.text ?? "") { marker = "" }
    }
  }

  /// Adds an ordered list, whose markers keep their form: `A.`, `3)`, `(iv)`.
  private mutating func addOrdered(_ content: JSONTree, depth: Int) {
    let start = content[0][0].number ?? 1
    let style = content[0][1]["t"]?.text ?? ""
    let sign = content[0][2]["t"]?.text ?? ""
    for (offset, item) in content[1].items.enumerated() {
      let name = Self.name(start + offset, style)
      let marker =
        switch sign {
        case "OneParen": "\(name))"
        case "TwoParens": "(\(name))"
        default: "\(name)."
        }
      add(item: item, depth: depth, marker: marker)
    }
  }

  private static func name(_ number: Int, _ style: String) -> String {
    switch style {
    case "LowerAlpha", "UpperAlpha":
      guard (1...26).contains(number) else { return "\(number)" }
      let first: UInt8 = style == "LowerAlpha" ? 0x61 : 0x41
      return String(Unicode.Scalar(first + UInt8(number - 1)))
    case "LowerRoman", "UpperRoman":
      let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
      let tens = ["", "x", "xx", "xxx"]
      guard (1..<40).contains(number) else { return "\(number)" }
      let text = tens[number / 10] + ones[number % 10]
      return style == "LowerRoman" ? text : text.uppercased()
    default: return "\(number)"
    }
  }

  /// Adds a table: the rows of its head, bodies and foot.
  private mutating func addTable(_ content: JSONTree) {
    var rows = content[3][1].items
    for body in content[4].items { rows += body[2].items + body[3].items }
    rows += content[5][1].items
    var cells: [[String]] = []
    for row in rows {
      var texts: [String] = []
      for cell in row[1].items {
        texts.append(text(ofBlocks: cell[4], depth: 0))
        // A cell over several columns leaves the others empty.
        let span = min(cell[3].number ?? 1, 100)
        texts += Array(repeating: "", count: max(0, span - 1))
      }
      cells.append(texts)
    }
    cells.removeAll { $0.allSatisfy(\.isEmpty) }
    let width = cells.map(\.count).max() ?? 0
    guard width > 0 else { return }
    if width == 1 {
      // One column is a box rather than a table.
      for row in cells { append(row[0]) }
      return
    }
    let table = cells.map { $0 + Array(repeating: "", count: width - $0.count) }
    let lines = table.map { $0.joined(separator: " | ") }
    let range = report.append(lines)
    report.lines.append("")
    report.blocks.append(
      SourceBlock(.table(table), table[0].joined(separator: " "), lines: range))
  }

  /// The text of blocks inside a cell or a note, on one line.
  private mutating func text(ofBlocks blocks: JSONTree, depth: Int) -> String {
    guard depth < Self.depthLimit else { return "" }
    var parts: [String] = []
    for block in blocks.items {
      let content = block["c"] ?? .other
      switch block["t"]?.text ?? "" {
      case "Para", "Plain": parts.append(line(content))
      case "Header": parts.append(line(content[2]))
      case "Div": parts.append(text(ofBlocks: content[1], depth: depth + 1))
      case "BlockQuote": parts.append(text(ofBlocks: content, depth: depth + 1))
      case "CodeBlock": parts.append(Markup.line(content[1].text ?? ""))
      case "BulletList":
        for item in content.items { parts.append(text(ofBlocks: item, depth: depth + 1)) }
      case "OrderedList":
        for item in content[1].items { parts.append(text(ofBlocks: item, depth: depth + 1)) }
      default: break
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Inline text on one line, with the marks of notes.
  private mutating func line(_ inlines: JSONTree) -> String {
    var result = ""
    collect(inlines, depth: 0, into: &result)
    return Markup.withNoteMarks(Markup.line(result))
  }

  private mutating func collect(_ inlines: JSONTree, depth: Int, into result: inout String) {
    guard depth < Self.depthLimit else { return }
    for inline in inlines.items {
      let content = inline["c"] ?? .other
      switch inline["t"]?.text ?? "" {
      case "Str": result += content.text ?? ""
      case "Space", "SoftBreak", "LineBreak": result += " "
      case "Code", "Math": result += content[1].text ?? ""
      case "Superscript":
        result += Markup.raised
        collect(content, depth: depth + 1, into: &result)
        result += Markup.lowered
      case "Quoted":
        let isSingle = content[0]["t"]?.text == "SingleQuote"
        result += isSingle ? "‘" : "“"
        collect(content[1], depth: depth + 1, into: &result)
        result += isSingle ? "’" : "”"
      case "Link", "Span", "Cite", "Image": collect(content[1], depth: depth + 1, into: &result)
      case "Note":
        notes.append(text(ofBlocks: content, depth: depth + 1))
        result += Markup.raised + "\(notes.count)" + Markup.lowered
      case "Emph", "Strong", "Underline", "Strikeout", "SmallCaps", "Subscript":
        collect(content, depth: depth + 1, into: &result)
      default: break
      }
    }
  }
}
