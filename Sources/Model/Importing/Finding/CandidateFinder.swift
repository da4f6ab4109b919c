import Text

/// Finds what may be the report's recommendations: by their labels, by the zones they stand in, and
/// by what the text says.
struct CandidateFinder {
  private let outline: Outline
  private var found: [Candidate] = []
  /// The chapter that is searched, counted from 0.
  private var chapter = 0
  /// Whether what is searched repeats the body.
  private var isCopy = false
  /// The lines that belong to a candidate already.
  private var taken: Set<Int> = []

  /// The candidates of a report in reading order, each with its copies.
  static func find(_ outline: Outline) -> [Candidate] {
    var finder = CandidateFinder(outline: outline)
    for (index, chapter) in outline.chapters.enumerated() {
      finder.chapter = index
      finder.isCopy = Phrases.isSummary(chapter.title) || Phrases.isAnnex(chapter.title)
      let blocks = (chapter.heading.map { [$0] } ?? []) + chapter.blocks
      finder.findLabels(blocks)
      finder.findZones(blocks)
      finder.findMentions(blocks)
    }
    return finder.merged()
  }

  private mutating func add(
    _ tier: Candidate.Tier, _ rule: String, _ label: String, _ paragraphs: [SourceBlock]
  ) {
    guard let first = paragraphs.first, !taken.contains(first.lines.lowerBound) else { return }
    for block in paragraphs { taken.formUnion(block.lines) }
    var candidate = Candidate(
      tier: tier, rule: rule, label: label, paragraphs: paragraphs, chapter: chapter, isCopy: isCopy
    )
    candidate.addressee = AddresseeFinder.addressee(of: candidate.text)
    found.append(candidate)
  }

  // MARK: Labels

  private mutating func findLabels(_ blocks: [SourceBlock]) {
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      guard block.level != nil || block.isProse else { continue }
      if let label = RecommendationLabel(end: block.text), block.isProse {
        var body = block
        body.text = label.rest
        add(.sure, "label at the end", label.label, [body])
      } else if let label = RecommendationLabel(start: Self.withMarker(block)) {
        let isHeading = block.level != nil
        if label.rest.isEmpty || isHeading {
          let text = Self.text(after: index, blocks)
          guard !text.isEmpty else { continue }
          var paragraphs = text
          if !label.rest.isEmpty {
            var heading = block
            heading.text = label.rest
            paragraphs.insert(heading, at: 0)
          }
          add(.sure, "label as a heading", label.label, paragraphs)
        } else {
          var body = block
          body.text = label.rest
          add(
            .sure, "label at the start", label.label,
            [body] + Self.parts(after: index, blocks, body))
        }
      }
    }
  }

  /// A block's text, with its number where it is an item: `R1.` may have been taken for a list's.
  private static func withMarker(_ block: SourceBlock) -> String {
    guard let item = block.item, item.marker.first?.isLetter == true else { return block.text }
    return item.marker + " " + block.text
  }

  /// The text below a heading that is a label: one paragraph and the items that follow it.
  private static func text(after start: Int, _ blocks: [SourceBlock]) -> [SourceBlock] {
    guard start < blocks.count, blocks[start].isProse,
      RecommendationLabel(start: blocks[start].text) == nil
    else { return [] }
    return [blocks[start]] + parts(after: start + 1, blocks, blocks[start])
  }

  /// The items that go on with a sentence that ends in a colon.
  private static func parts(
    after start: Int, _ blocks: [SourceBlock], _ sentence: SourceBlock
  ) -> [SourceBlock] {
    guard sentence.text.hasSuffix(":") else { return [] }
    return Array(
      blocks[start...].prefix { $0.item != nil && RecommendationLabel(start: $0.text) == nil }
        .prefix(12))
  }

  // MARK: Zones

  private mutating func findZones(_ blocks: [SourceBlock]) {
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      if let level = block.level, Phrases.isRecommendations(block.text) {
        let end = Self.end(of: level, from: index + 1, blocks)
        let wasCopy = isCopy
        isCopy = wasCopy || Phrases.isSummary(block.text)
        search(Array(blocks[(index + 1)..<end]))
        isCopy = wasCopy
        index = end
      } else if let level = block.level, Phrases.isAdvice(block.text) {
        let end = Self.end(of: level, from: index + 1, blocks)
        findAdvice(Array(blocks[(index + 1)..<end]), under: level)
        index += 1
      } else {
        if block.isProse, block.text.hasSuffix(":"), Phrases.announces(block.text),
          !taken.contains(block.lines.lowerBound)
        {
          let items = Self.items(after: index + 1, blocks)
          if items.count > 1 { addItems(items, under: "", isSure: false) }
        }
        index += 1
      }
    }
  }

  /// Where a zone ends: at the next heading of its level, or at one that opens something else.
  private static func end(of level: Int, from start: Int, _ blocks: [SourceBlock]) -> Int {
    // "What the office recommends" is a paragraph of a summary.
    let isBrief = start > 0 && Phrases.isBrief(blocks[start - 1].text)
    let end = blocks[start...].firstIndex { block in
      guard let own = block.level else { return false }
      return isBrief || own <= level && !(own == level && Phrases.isRecommendations(block.text))
        || Phrases.endsRecommendations(block.text)
    }
    return min(end ?? blocks.count, isBrief ? start + 4 : blocks.count)
  }

  /// The items of a list that starts at an index.
  private static func items(after start: Int, _ blocks: [SourceBlock]) -> [SourceBlock] {
    guard start < blocks.count else { return [] }
    return Array(blocks[start...].prefix { $0.item != nil })
  }

  /// Searches a zone, one heading at a time.
  private mutating func search(_ zone: [SourceBlock]) {
    var groups: [(heading: SourceBlock?, blocks: [SourceBlock])] = [(nil, [])]
    for block in zone {
      if block.level != nil {
        groups.append((block, []))
      } else {
        groups[groups.count - 1].blocks.append(block)
      }
    }
    for group in groups where !isTaken(group.blocks) || group.heading == nil {
      search(group.heading, group.blocks)
    }
  }

  private func isTaken(_ blocks: [SourceBlock]) -> Bool {
    blocks.contains { taken.contains($0.lines.lowerBound) }
  }

  private mutating func search(_ heading: SourceBlock?, _ blocks: [SourceBlock]) {
    let marker = heading.flatMap { ListMarker($0.text) }
    let lists = Self.lists(blocks)
    if !lists.isEmpty {
      for list in lists { addItems(list, under: marker?.label ?? "", isSure: true) }
      if lists.contains(where: { isTaken($0) }) { return }
    }
    if let heading, marker != nil || Self.isDemand(heading.text) {
      let prose = blocks.prefix { $0.isProse }
      var own = heading
      own.text = marker?.rest ?? heading.text
      add(.likely, "heading in a zone", marker?.label ?? "", [own] + prose.prefix(3))
      return
    }
    for (index, block) in blocks.enumerated() where block.kind == .paragraph {
      // What others reply comes after what is recommended.
      if Self.isComment(block.text) { break }
      if Self.isDemand(block.text) || Phrases.recommends(block.text) {
        let parts = Self.parts(after: index + 1, blocks, block)
        if block.text.hasSuffix(":"), parts.isEmpty, Phrases.announces(block.text) { continue }
        if block.text.hasSuffix(":"), Phrases.recommends(block.text), parts.count > 1 { continue }
        add(.likely, "demand in a zone", "", [block] + parts)
      }
    }
  }

  /// The lists of a zone that are lists of recommendations: not what a sentence about something
  /// else announces.
  private static func lists(_ blocks: [SourceBlock]) -> [[SourceBlock]] {
    var result: [[SourceBlock]] = []
    var index = 0
    var words = 0
    while index < blocks.count {
      guard blocks[index].item != nil else {
        words += blocks[index].text.utf8.count / 6
        // After a page of other text the list is not one of recommendations any more, even where a
        // converter has lost the heading in between.
        if !result.isEmpty, words > 150 { break }
        index += 1
        continue
      }
      words = 0
      let list = items(after: index, blocks)
      let before = index > 0 ? blocks[index - 1].text : ""
      let isPart = before.hasSuffix(":") && !Phrases.announces(before)
      if !isPart { result.append(list) }
      index += list.count
    }
    return result
  }

  /// Adds a list's items: those of the second depth where most of the first have such.
  private mutating func addItems(_ list: [SourceBlock], under label: String, isSure: Bool) {
    // The letter after the heading's own is the next heading, whatever it looks like.
    if let next = list.firstIndex(where: { Self.follows(label, Self.name($0.item?.marker ?? "")) })
    {
      addItems(Array(list[..<next]), under: label, isSure: isSure)
      addItems(Array(list[next...]), under: "", isSure: isSure)
      return
    }
    var outer: [(item: SourceBlock, inner: [[SourceBlock]])] = []
    let least = list.compactMap { $0.item?.depth }.min() ?? 1
    for block in list {
      guard let item = block.item else { continue }
      let kind = Self.kind(item.marker)
      if item.depth == least, !item.marker.isEmpty,
        outer.isEmpty || kind == Self.kind(outer[0].item.item?.marker ?? "")
      {
        outer.append((block, []))
      } else if !outer.isEmpty {
        let last = outer.count - 1
        let first = outer[last].inner.first?.first?.item
        let isInner = first.map { Self.kind($0.marker) == kind && $0.depth == item.depth } ?? true
        if isInner, !item.marker.isEmpty {
          outer[last].inner.append([block])
        } else if outer[last].inner.isEmpty {
          outer[last].inner.append([block])
        } else {
          outer[last].inner[outer[last].inner.count - 1].append(block)
        }
      }
    }
    let isBulleted = outer.first?.item.item.map { Self.kind($0.marker) == .bullet } ?? true
    let nested = outer.count {
      $0.inner.count > 1 && $0.inner[0][0].item.map { Self.kind($0.marker) != .bullet } ?? false
    }
    let usesInner = outer.count > 1 && nested * 2 > outer.count
    for (item, inner) in outer {
      let name = [label, Self.name(item.item?.marker ?? "")].filter { !$0.isEmpty }
        .joined(separator: ".")
      if usesInner, inner.count > 1 {
        for part in inner {
          let own = Self.name(part[0].item?.marker ?? "")
          let whole = [name, own].filter { !$0.isEmpty }.joined(separator: ".")
          add(.likely, "item in a zone", whole, part)
        }
      } else {
        let isStated = isSure && !isBulleted && Self.isDemand(item.text)
        add(isStated ? .sure : .likely, "item in a zone", name, [item] + inner.flatMap { $0 })
      }
    }
  }

  /// Whether a letter comes after another one in the alphabet.
  private static func follows(_ first: String, _ second: String) -> Bool {
    guard first.utf8.count == 1, second.utf8.count == 1, let one = first.utf8.first,
      let two = second.utf8.first
    else { return false }
    return !one.isDigit && two == one + 1
  }

  private enum MarkerKind { case bullet, number, letter, none }

  private static func kind(_ marker: String) -> MarkerKind {
    if marker.isEmpty { return .none }
    guard let label = ListMarker(marker + " x")?.label, let first = label.first else {
      return .bullet
    }
    return first.isNumber ? .number : .letter
  }

  private static func name(_ marker: String) -> String { ListMarker(marker + " x")?.label ?? "" }

  /// Headings that advise, as a list of practices does: most of them start with a verb.
  private mutating func findAdvice(_ blocks: [SourceBlock], under level: Int) {
    let headings = blocks.indices.filter { blocks[$0].level != nil }
    guard let top = headings.compactMap({ blocks[$0].level }).min() else { return }
    let own = headings.filter { blocks[$0].level == top }
    let verbs = own.count { Imperatives.start(blocks[$0].text) }
    guard own.count >= 3, verbs * 2 > own.count else { return }
    for index in own {
      let prose = blocks[(index + 1)...].prefix { $0.isProse }.prefix(1)
      add(.likely, "heading that advises", "", [blocks[index]] + prose)
    }
  }

  /// Whether a text's first sentences ask for something.
  static func isDemand(_ text: String) -> Bool {
    let words = Phrases.bare(text).split(separator: " ").prefix(60).map(String.init)
    return Phrases.demand(in: words) != nil || Imperatives.start(text)
  }

  /// Whether a text tells of a reply to the recommendations.
  private static func isComment(_ text: String) -> Bool {
    let words = Phrases.bare(text)
    return [
      "concurred", "agreed with", "comments on a draft", "a draft of this report",
      "disagreed", "in its response", "acepto", "respondio",
    ].contains { Phrases.contains(words, $0) }
  }

  // MARK: Mentions

  private mutating func findMentions(_ blocks: [SourceBlock]) {
    for block in blocks where block.isProse && !taken.contains(block.lines.lowerBound) {
      guard Phrases.recommends(block.text), !Self.isComment(block.text), !block.text.hasSuffix(":")
      else { continue }
      add(.mentioned, "says so", "", [block])
    }
  }

  // MARK: Copies

  /// The candidates with those that repeat another one joined to it.
  private func merged() -> [Candidate] {
    var result: [Candidate] = []
    for candidate in found.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
      guard let index = result.firstIndex(where: { Self.isSame($0, candidate) }) else {
        result.append(candidate)
        continue
      }
      let old = result[index]
      // The body's own place leads; otherwise the fuller text.
      let leads =
        old.isCopy != candidate.isCopy
        ? old.isCopy
        : Self.rank(candidate.tier) < Self.rank(old.tier)
          || candidate.tier == old.tier && candidate.text.count > old.text.count * 2
      var best = leads ? candidate : old
      let other = leads ? old : candidate
      best.copies = old.copies + [other.paragraphs[0]]
      if best.label.isEmpty { best.label = other.label }
      if Self.rank(other.tier) < Self.rank(best.tier) { best.tier = other.tier }
      if best.addressee.isEmpty { best.addressee = other.addressee }
      result[index] = best
    }
    return result.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  private static func rank(_ tier: Candidate.Tier) -> Int {
    Candidate.Tier.allCases.firstIndex(of: tier) ?? 0
  }

  private static func isSame(_ one: Candidate, _ other: Candidate) -> Bool {
    let likeness = Sentences.likeness(one.text, other.text)
    let shorter = min(one.text.count, other.text.count)
    guard shorter >= 25 else { return false }
    let keys = [RecommendationLabel.key(one.label), RecommendationLabel.key(other.label)]
    if !keys.contains("") {
      return keys[0] == keys[1] && likeness >= 0.7 || likeness >= 0.95 && one.isCopy != other.isCopy
    }
    return likeness >= 0.85 && (one.isCopy != other.isCopy || one.chapter != other.chapter)
      || likeness >= 0.98
  }
}
