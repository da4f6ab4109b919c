import Records

extension SearchIndex {
  /// The words of a hit in their context, cut to about `width` characters at words, with `…`.
  ///
  /// If the words are only in the title, the start of the record's text is shown.
  package func context(of hit: SearchHit, in results: SearchResults, width: Int = 80) -> MarkedText
  {
    let text = contextText(of: hit)
    let matches = results.query.matches(in: text)
    let utf8 = Array(text.utf8)
    let width = max(8, width)
    guard text.count > width else { return MarkedText(text, matches: matches) }
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
