import Glibc
package import Records
import Text

extension SearchIndex {
  /// The records that contain all words of a text, best first; none for a text without words.
  ///
  /// - Parameter kinds: The kinds of record to search; all when nil.
  package func search(_ text: String, kinds: Set<RecordKind>? = nil) -> SearchResults {
    let query = SearchQuery(text)
    guard !query.clauses.isEmpty else { return SearchResults(hits: [], query: query) }
    var tally = Tally(records: references.count, passages: passages.count)
    for (number, clause) in query.clauses.enumerated() {
      count(clause, numbered: number, in: &tally)
      if tally.found.isEmpty { break }
    }
    var hits: [SearchHit] = []
    for record in tally.found {
      let reference = references[Int(record)]
      guard kinds?.contains(reference.kind) ?? true else { continue }
      hits.append(hit(record, tally, query))
    }
    // Sorts indexes, because a hit is large and a single letter has thousands of hits.
    let order = hits.indices.sorted { left, right in
      if hits[left].tier != hits[right].tier { return hits[left].tier > hits[right].tier }
      if hits[left].score != hits[right].score { return hits[left].score > hits[right].score }
      return hits[left].passage < hits[right].passage
    }
    return SearchResults(hits: order.map { hits[$0] }, query: query)
  }

  /// The state of records and passages while clauses are counted.
  struct Tally {
    /// The records that have all clauses so far.
    var found: [Int32] = []
    var scores: [Float]
    /// Bits of the clauses found in a record's titles, and found there as whole words.
    var titles: [UInt16]
    var wholeTitles: [UInt16]
    var wholeTexts: [UInt16]
    /// Bits of the clauses found in a passage.
    var clauses: [UInt16]
    /// A record's passage with the most clauses; the first of several.
    var best: [Int32]

    init(records: Int, passages: Int) {
      scores = [Float](repeating: 0, count: records)
      titles = [UInt16](repeating: 0, count: records)
      wholeTitles = titles
      wholeTexts = titles
      clauses = [UInt16](repeating: 0, count: passages)
      best = [Int32](repeating: -1, count: records)
    }
  }

  private func count(_ clause: SearchQuery.Clause, numbered number: Int, in tally: inout Tally) {
    var frequencies = [Float](repeating: 0, count: references.count)
    var records: [Int32] = []
    let bit = UInt16(1) << UInt16(number)
    visit(clause) { position, isWhole in
      let passage = Int(passageOfToken[position])
      let record = Int(passages[passage].record)
      let isTitle = passages[passage].place == .title
      if frequencies[record] == 0 { records.append(Int32(record)) }
      frequencies[record] += (isTitle ? 4 : 1) * (isWhole ? 1 : 0.5)
      if isTitle { tally.titles[record] |= bit }
      if isWhole {
        tally.wholeTexts[record] |= bit
        if isTitle { tally.wholeTitles[record] |= bit }
      }
      tally.clauses[passage] |= bit
      let best = Int(tally.best[record])
      if best < 0 || isBetter(passage, than: best, tally) { tally.best[record] = Int32(passage) }
    }
    if number > 0 {
      let before = Set(tally.found)
      records.removeAll { !before.contains($0) }
    }
    records.sort()
    tally.found = records
    // The usual constants of BM25; a record's length counts half.
    let (saturation, lengthShare): (Float, Float) = (1.2, 0.5)
    let rarity = Self.rarity(of: records.count, in: references.count)
    for record in records {
      let frequency = frequencies[Int(record)]
      let length = 1 - lengthShare + lengthShare * lengths[Int(record)] / averageLength
      tally.scores[Int(record)] +=
        rarity * frequency * (saturation + 1) / (frequency + saturation * length)
    }
  }

  /// Whether a passage shows more of what was searched for; prose takes precedence over titles.
  private func isBetter(_ passage: Int, than other: Int, _ tally: Tally) -> Bool {
    let left = (tally.clauses[passage].nonzeroBitCount, passages[passage].place == .title ? 0 : 1)
    let right = (tally.clauses[other].nonzeroBitCount, passages[other].place == .title ? 0 : 1)
    return left > right
  }

  private func hit(_ record: Int32, _ tally: Tally, _ query: SearchQuery) -> SearchHit {
    let index = Int(record)
    let all = UInt16(truncatingIfNeeded: (1 << query.clauses.count) - 1)
    let isTitle = tally.titles[index] == all
    let isWhole = (isTitle ? tally.wholeTitles : tally.wholeTexts)[index] == all
    let passage = tally.best[index]
    let words = query.clauses.reduce(0) { $0 + $1.words.count }
    let isName =
      isTitle && isWhole
      && (Int(passageStarts[index])..<Int(passageStarts[index + 1])).contains { number in
        passages[number].place == .title && tally.clauses[number] == all
          && wordCount(number) == words
      }
    return SearchHit(
      reference: references[index], title: titles[index],
      place: isTitle ? .title : passages[Int(passage)].place,
      score: Double(tally.scores[index] * Self.weight(references[index].kind)),
      tier: isName ? SearchHit.nameTier : (isTitle ? 2 : 0) + (isWhole ? 1 : 0), passage: passage)
  }

  /// Calls a function with the positions of a clause, and whether its last word is whole.
  private func visit(_ clause: SearchQuery.Clause, _ body: (Int, Bool) -> Void) {
    guard let last = clause.words.last else { return }
    let exact = terms.find(last)
    let range = clause.isPrefix ? terms.range(prefix: last) : 0..<0
    if clause.words.count == 1 {
      if let exact { eachPosition(of: exact) { body($0, true) } }
      for term in terms.sorted[range] where term != exact {
        eachPosition(of: term) { body($0, false) }
      }
      return
    }
    var lead: [Int32] = []
    for word in clause.words.dropLast() {
      guard let term = terms.find(word) else { return }
      lead.append(term)
    }
    eachPosition(of: lead[0]) { position in
      let end = position + lead.count
      guard end < tokens.count, passageOfToken[end] == passageOfToken[position] else { return }
      for (offset, term) in lead.enumerated() where tokens[position + offset] != term { return }
      let isWhole = tokens[end] == exact
      if isWhole || range.contains(Int(terms.ranks[Int(tokens[end])])) { body(position, isWhole) }
    }
  }

  private func eachPosition(of term: Int32, _ body: (Int) -> Void) {
    for index in postingStarts[Int(term)]..<postingStarts[Int(term) + 1] {
      body(Int(postings[Int(index)]))
    }
  }

  private func wordCount(_ passage: Int) -> Int {
    let next = passage + 1 < passages.count ? Int(passages[passage + 1].start) : tokens.count
    return next - Int(passages[passage].start)
  }

  /// Otherwise short records would outrank long ones because of their length.
  private static func weight(_ kind: RecordKind) -> Float {
    switch kind {
    case .chapter, .recommendation: 1.5
    case .section, .indicator: 1.3
    case .entity: 1
    case .event: 0.8
    case .note, .source: 0.6
    }
  }

  /// How much a word says that is in `count` of `total` records.
  private static func rarity(of count: Int, in total: Int) -> Float {
    let ratio = (Float(total) - Float(count) + 0.5) / (Float(count) + 0.5)
    return log(1 + ratio)
  }
}

extension SearchIndex {
  /// The words of a hit in their context: the sentence around them if it has at most `width`
  /// characters, otherwise a part of it cut at words, with `…`.
  ///
  /// If the words are only in the title, the start of the record's text is shown.
  package func context(of hit: SearchHit, in results: SearchResults, width: Int = 80) -> MarkedText
  {
    let text = contextText(of: hit)
    let matches = results.query.matches(in: text)
    let utf8 = Array(text.utf8)
    let width = max(8, width)
    guard text.count > width else { return MarkedText(text, matches: matches) }
    let sentence = text.sentence(around: matches.first?.lowerBound ?? 0)
    if sentence.count <= width {
      return MarkedText(text, matches: matches, window: sentence)
    }
    func isBreak(_ index: Int) -> Bool { utf8[index] == UInt8(ascii: " ") }
    var start = max(0, (matches.first?.lowerBound ?? 0) - width / 3)
    if start > 0 {
      let limit = matches.first?.lowerBound ?? utf8.count
      while start < limit, !isBreak(start) { start += 1 }
      if start < limit { start += 1 }
    }
    var end = start
    var columns = start > 0 ? 2 : 1
    while end < utf8.count, columns < width {
      end += 1
      while end < utf8.count, utf8[end] & 0xc0 == 0x80 { end += 1 }
      columns += 1
    }
    if end < utf8.count {
      let full = end
      while end > start, !isBreak(end) { end -= 1 }
      if end == start { end = full }
    }
    var marked = MarkedText(text, matches: matches, window: start..<end)
    if start > 0 { marked.pieces.insert(MarkedText.Piece("…", isMatch: false), at: 0) }
    if end < utf8.count { marked.pieces.append(MarkedText.Piece("…", isMatch: false)) }
    return marked
  }

  /// The text that is shown with a hit.
  private func contextText(of hit: SearchHit) -> String {
    let index = Int(hit.passage)
    guard passages.indices.contains(index) else { return "" }
    let passage = passages[index]
    guard passage.place == .title else { return passage.text }
    let first = passages[index...].lazy
      .prefix { $0.record == passage.record }
      .first { $0.place != .title }
    return first?.text ?? passage.text
  }
}
