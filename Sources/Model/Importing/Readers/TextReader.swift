import Text

/// Reads a report in plain text by its layout: empty lines, indentation, capitals, numbers.
///
/// Plain text tells headings from other short lines only roughly, so the report says that its
/// headings are guesses.
struct TextReader {
  private struct Paragraph {
    var first: Int
    var lines: [String]
    /// Whether an empty line or the end of the text is above and below.
    var isAlone: Bool
  }

  private enum Style: Hashable { case chapter, capitals, numbered(Int), title }

  private let source: SourceLines
  private let joiner: LineJoiner
  private var report = SourceReport()

  /// The report in a file's bytes.
  static func read(_ bytes: [UInt8]) -> SourceReport {
    var reader = TextReader(SourceLines(bytes))
    reader.run()
    return reader.report
  }

  private init(_ source: SourceLines) {
    self.source = source
    joiner = LineJoiner(source.lines)
    report.lines = source.lines
  }

  private mutating func run() {
    let paragraphs = paragraphs()
    var styles = paragraphs.map(style)
    for index in styles.indices where styles[index] != nil {
      // A heading stands above something.
      if index + 1 == styles.count { styles[index] = nil }
      // A line above a chapter's heading belongs to a title page.
      if styles[index] == .title, index + 1 < styles.count,
        [.capitals, .chapter].contains(styles[index + 1])
      {
        styles[index] = nil
      }
    }
    let levels = levels(styles)
    for (index, paragraph) in paragraphs.enumerated() {
      let text = joiner.join(paragraph.lines)
      let lines = (paragraph.first + 1)...(paragraph.first + paragraph.lines.count)
      let page = source.pages.isEmpty ? nil : source.pages[paragraph.first]
      if let level = levels[index] {
        report.blocks.append(SourceBlock(.heading(level: level), text, lines: lines, page: page))
      } else if let marker = ListMarker(text) {
        report.blocks.append(
          SourceBlock(
            .item(depth: 1, marker: marker.marker), marker.rest, lines: lines, page: page))
      } else {
        report.blocks.append(SourceBlock(.paragraph, text, lines: lines, page: page))
      }
    }
    if levels.contains(where: { $0 != nil }) {
      report.warnings.append("Headings of plain text are guesses; check them in the chapters.")
    }
  }

  // MARK: Paragraphs

  private func paragraphs() -> [Paragraph] {
    var result: [Paragraph] = []
    let isHanging = isHanging
    var start: Int?
    for index in 0...source.lines.count {
      let isBlank = index == source.lines.count || source.lines[index].allSatisfy(\.isWhitespace)
      if !isBlank {
        start = start ?? index
      } else if let first = start {
        result += split(first..<index, isHanging: isHanging)
        start = nil
      }
    }
    return result
  }

  /// Whether paragraphs go on further to the right than they start.
  private var isHanging: Bool {
    var outward = 0
    var inward = 0
    for (above, below) in zip(source.lines, source.lines.dropFirst())
    where !above.isEmpty && !below.trimmed.isEmpty {
      guard let last = above.last(where: { $0 != " " }), ".!?:\"”".contains(last) else { continue }
      let change = SourceLines.indent(below) - SourceLines.indent(above)
      if change < 0 { outward += 1 }
      if change > 0 { inward += 1 }
    }
    return outward > inward
  }

  /// The paragraphs of lines without an empty line between them.
  private func split(_ range: Range<Int>, isHanging: Bool) -> [Paragraph] {
    let lines = range.map { source.lines[$0] }
    let indents = lines.map(SourceLines.indent)
    let base = indents.min() ?? 0
    let varies = indents.contains { $0 != base }
    var starts = [0]
    for index in lines.indices.dropFirst() {
      let isOutward = varies && isHanging && indents[index] == base
      let isInward = varies && !isHanging && indents[index] > base && indents[index - 1] == base
      let text = lines[index].trimmed
      let isItem = ListMarker(text) != nil && indents[index] <= indents[index - 1]
      let isEdge = Self.isHeadingLine(lines[index]) != Self.isHeadingLine(lines[index - 1])
      if isOutward || isInward || isItem || isEdge { starts.append(index) }
    }
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : lines.count
      return Paragraph(
        first: range.lowerBound + start, lines: Array(lines[start..<end]),
        isAlone: starts.count == 1 || varies && isHanging || Self.isHeadingLine(lines[start]))
    }
  }

  /// Whether a line is a heading even without empty lines around it: capitals, or known words.
  private static func isHeadingLine(_ line: String) -> Bool {
    let text = line.trimmed
    let letters = text.filter(\.isLetter)
    return letters.count >= 4 && letters.allSatisfy(\.isUppercase) && text.count <= 90
      || Phrases.isKnownHeading(text)
  }

  // MARK: Headings

  /// What kind of heading a paragraph looks like; nil if it looks like none.
  private func style(_ paragraph: Paragraph) -> Style? {
    guard paragraph.lines.count <= 2, paragraph.isAlone else { return nil }
    let text = joiner.join(paragraph.lines)
    guard text.count <= 110, let last = text.last, !".,;:".contains(last),
      text.contains(where: \.isLetter)
    else { return nil }
    let bare = Phrases.bare(text)
    let words = bare.split(separator: " ")
    if let first = words.first, ["chapter", "capitulo", "part", "parte"].contains(String(first)),
      words.count > 1, words[1].allSatisfy({ $0.isNumber || "ivxlc".contains($0) })
    {
      return .chapter
    }
    let letters = text.filter(\.isLetter)
    if letters.count >= 4, letters.allSatisfy(\.isUppercase) { return .capitals }
    if let marker = ListMarker(text), marker.isNumber, marker.rest.first?.isUppercase == true,
      marker.rest.split(separator: " ").count <= 12
    {
      return .numbered(marker.depth)
    }
    guard ListMarker(text) == nil, paragraph.lines.count == 1, words.count <= 12 else { return nil }
    if Phrases.isKnownHeading(text) { return .title }
    guard text.first?.isUppercase == true else { return nil }
    let long = text.split(separator: " ").filter { $0.filter(\.isLetter).count > 3 }
    let capitals = long.count { $0.first { $0.isLetter }?.isUppercase == true }
    let isTitle = !long.isEmpty && capitals * 10 >= long.count * 6
    return isTitle ? .title : nil
  }

  /// The level of each paragraph that is a heading.
  private func levels(_ styles: [Style?]) -> [Int?] {
    // Of two headings of a kind with nothing in between, the first is above the second.
    var doubles: Set<Int> = []
    for index in styles.indices.dropLast()
    where styles[index] == .capitals && styles[index + 1] == .capitals {
      doubles.insert(index)
    }
    let capitals = styles.count { $0 == .capitals }
    let hasDoubles = !doubles.isEmpty && doubles.count * 2 < capitals
    let hasChapters = styles.contains(.chapter)
    let top = hasChapters ? 2 : 1
    let afterCapitals = capitals == 0 ? top : top + (hasDoubles ? 2 : 1)
    return styles.enumerated().map { index, style in
      switch style {
      case nil: nil
      case .chapter: 1
      case .capitals: hasDoubles && !doubles.contains(index) ? top + 1 : top
      case .numbered(let depth): (capitals > 0 ? afterCapitals - 1 : top - 1) + depth
      case .title: afterCapitals
      }
    }
  }
}
