import Text

/// A report's parts: its chapters with their blocks, found by the headings.
struct Outline {
  /// A chapter: what stands between one heading of the highest level and the next.
  struct Chapter {
    /// Its heading.
    var title: String
    /// The heading's block; nil for what stands before the first one.
    var heading: SourceBlock?
    /// Its blocks.
    var blocks: [SourceBlock] = []
  }

  /// The report's title.
  private(set) var title = ""
  /// Its chapters.
  private(set) var chapters: [Chapter] = []
  /// The blocks, with notes found and contents left out.
  private(set) var blocks: [SourceBlock]
  /// The blocks before the first heading: title page, imprint.
  private(set) var opening: [SourceBlock] = []

  /// Sorts the blocks of a report into chapters.
  init(_ report: SourceReport) {
    blocks = NoteFinder.find(Self.withoutContents(report.blocks)).map { block in
      // A heading of nothing but a note's mark is none.
      var block = block
      if block.level != nil, Phrases.bare(Sentences.withoutMarks(block.text)).isEmpty {
        block.kind = .paragraph
      }
      return block
    }
    title = report.title
    removeTitle()
    split()
    closeGaps()
  }

  /// The blocks without those of the table of contents.
  private static func withoutContents(_ blocks: [SourceBlock]) -> [SourceBlock] {
    guard
      let start = blocks.firstIndex(where: {
        ($0.level != nil || $0.isProse) && Phrases.isContents($0.text)
      })
    else { return blocks }
    // Its first words may be printed smaller, as a heading of their own.
    let isSplit =
      start > 0 && ["table of", "tabla de"].contains(Phrases.bare(blocks[start - 1].text))
    let before = isSplit ? start - 1 : start
    var end = start + 1
    while end < blocks.count, !isText(blocks[end]) { end += 1 }
    // The headings right above the first running text belong to it, and so does a line that an
    // entry names: a heading that a converter has lost.
    func repeatsEntry(_ index: Int) -> Bool {
      let text = Phrases.bare(blocks[index].text)
      return blocks[(start + 1)..<index].contains { Phrases.bare($0.text) == text }
    }
    var first = end
    while first > start + 1, !endsInPage(blocks[first - 1].text),
      blocks[first - 1].level != nil || repeatsEntry(first - 1)
    {
      first -= 1
    }
    // Where nothing but contents is left, they were none.
    guard end < blocks.count else { return blocks }
    // A heading of the contents that stands again further on is an entry.
    let later = Set(blocks[end...].compactMap { $0.level == nil ? nil : Phrases.bare($0.text) })
    while first < end, later.contains(Phrases.bare(blocks[first].text)) { first += 1 }
    return Array(blocks[..<before])
      + raised(Array(blocks[first...]), by: Array(blocks[start..<first]))
  }

  /// The blocks of the body, with lines that the contents name made headings.
  ///
  /// Some converters lose the headings of the body but keep the contents. Nothing is done where the
  /// body has the headings.
  ///
  /// - Parameter contents: The heading of the contents and its entries.
  private static func raised(_ body: [SourceBlock], by contents: [SourceBlock]) -> [SourceBlock] {
    let base = contents.first?.level ?? 0
    var depths: [String: Int] = [:]
    for entry in contents.dropFirst() {
      var words = Phrases.bare(entry.text).split(separator: " ")
      if let last = words.last, last.allSatisfy(\.isNumber) { words.removeLast() }
      if words.isEmpty { continue }
      depths[words.joined(separator: " "), default: entry.item?.depth ?? 1] += 0
    }
    let known = body.count { $0.level != nil && depths[Phrases.bare($0.text)] != nil }
    guard depths.count >= 4, known * 2 < depths.count else { return body }
    var result = body
    for index in result.indices where result[index].kind == .paragraph {
      guard result[index].text.count <= 200,
        let depth = depths.removeValue(forKey: Phrases.bare(result[index].text))
      else { continue }
      result[index].kind = .heading(level: min(base + depth, 6))
    }
    return result
  }

  /// Whether a block is running text rather than an entry.
  private static func isText(_ block: SourceBlock) -> Bool {
    guard block.isProse else { return false }
    let words = block.text.split(separator: " ")
    let isSentence = words.count >= 8 && block.text.last.map { ".?!".contains($0) } ?? false
    return (words.count >= 20 || isSentence) && !endsInPage(block.text)
      && !block.text.contains("....")
  }

  private static func endsInPage(_ text: String) -> Bool {
    guard let last = text.split(separator: " ").last else { return false }
    return last.count <= 4 && last.allSatisfy(\.isNumber)
  }

  /// Takes the title out of the headings: the only one of the highest level, or the first of all.
  private mutating func removeTitle() {
    let headings = blocks.indices.filter { blocks[$0].level != nil }
    if !title.isEmpty {
      // A file's own title may have the name of its site or series at one end.
      let known = Phrases.bare(title)
      let first = headings.prefix { $0 < 40 }.first { index in
        let heading = Phrases.bare(blocks[index].text)
        return heading == known
          || heading.count > 20 && (" " + known + " ").contains(" " + heading + " ")
      }
      if let first {
        title = blocks[first].text
        blocks.remove(at: first)
      }
      return
    }
    guard let first = headings.first, let level = blocks[first].level else { return }
    let top = headings.compactMap { blocks[$0].level }.min() ?? 1
    let same = headings.count { blocks[$0].level == top }
    let below = headings.compactMap { blocks[$0].level }.filter { $0 > top }.min()
    let isTitle =
      same == 1 && headings.count > 1
      || same == 2 && first < 3 && headings.count { blocks[$0].level == below } >= 3
    // A heading with only a few words below it opens the report.
    let next = headings.dropFirst().first ?? first
    let isOpening =
      first == 0 && next > 0 && blocks[next].level == level
      && !blocks[1..<next].contains { $0.text.split(separator: " ").count >= 12 }
    guard level == top, isTitle || isOpening else { return }
    title = blocks[first].text
    blocks.remove(at: first)
  }

  /// Splits the blocks at the headings of the level that chapters have.
  private mutating func split() {
    let levels = blocks.compactMap(\.level)
    // A level with a single heading holds no chapters, unless it is the only one.
    let top =
      (1...6).first { level in levels.count { $0 == level } > 1 } ?? levels.min() ?? 1
    raiseLandmarks(top)
    var first = true
    for block in blocks {
      if let level = block.level, level <= top {
        chapters.append(Chapter(title: Sentences.withoutMarks(block.text), heading: block))
        first = false
      } else if first {
        opening.append(block)
      } else {
        chapters[chapters.count - 1].blocks.append(block)
      }
    }
    mergeEmpty()
    // What stands first is a chapter where it says something.
    let words = opening.filter(\.isProse).reduce(0) { $0 + $1.text.split(separator: " ").count }
    if chapters.isEmpty || words >= 120 {
      let name = title.isEmpty ? "Text" : title
      chapters.insert(Chapter(title: name, heading: nil, blocks: opening), at: 0)
      opening = []
    }
  }

  /// Raises the headings below a chapter that holds a third of the report or more, its introduction or
  /// background and its conclusions: a converter took the chapter's level from a summary.
  private mutating func raiseLandmarks(_ top: Int) {
    let starts = blocks.indices.filter { (blocks[$0].level ?? 9) <= top }
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : blocks.count
      guard (end - start) * 3 > blocks.count else { continue }
      let inside = blocks.indices[(start + 1)..<end].filter { blocks[$0].level != nil }
      let marks = inside.filter { Phrases.isLandmark(blocks[$0].text) }
      let levels = marks.compactMap { blocks[$0].level }
      guard let level = levels.min(), levels.count(where: { $0 == level }) >= 2,
        let first = inside.first(where: { blocks[$0].level == level })
      else { return }
      for index in inside where index >= first {
        let own = blocks[index].level ?? level
        blocks[index].kind = .heading(level: max(top, own - (level - top)))
      }
      return
    }
  }

  /// Counts the levels of headings without gaps: what stands below a heading is one level deeper.
  private mutating func closeGaps() {
    var above: [Int] = []
    func closed(_ block: SourceBlock) -> SourceBlock {
      guard let level = block.level else { return block }
      while let last = above.last, last >= level { above.removeLast() }
      above.append(level)
      var block = block
      block.kind = .heading(level: above.count)
      return block
    }
    for index in chapters.indices {
      chapters[index].heading = chapters[index].heading.map(closed)
      chapters[index].blocks = chapters[index].blocks.map(closed)
    }
  }

  /// Joins a heading without any text to the next chapter's: a part's title above a chapter's.
  private mutating func mergeEmpty() {
    guard chapters.count > 1 else { return }
    chapters.removeAll { $0.blocks.isEmpty && !Phrases.isRecommendations($0.title) }
  }
}
