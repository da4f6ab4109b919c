import Text

/// Finds the chapters and candidates of an earlier import in a newer one, so that their ids stay.
///
/// They are known by their words, never by where they stand.
struct ImportMatch {
  private let record: ImportRecord
  private let review: Review

  /// Matches with what a folder keeps of the earlier import.
  init(_ record: ImportRecord) {
    self.record = record
    review = record.review
  }

  /// The ids of a newer report's chapters: those of the same chapters before, and new ones.
  func chapterIDs(for outline: Outline) -> [String] {
    let old = record.base.filter { $0.path.hasPrefix("chapters/") }.map { FileParts($0.text) }
    var free = old.map { (id: $0.value("id"), title: $0.value("title"), parts: $0) }
    var ids: [String?] = Array(repeating: nil, count: outline.chapters.count)
    func take(_ isSame: (Outline.Chapter, (id: String, title: String, parts: FileParts)) -> Bool) {
      for index in outline.chapters.indices where ids[index] == nil {
        guard let match = free.firstIndex(where: { isSame(outline.chapters[index], $0) }) else {
          continue
        }
        ids[index] = free.remove(at: match).id
      }
    }
    take { Phrases.bare($0.title) == Phrases.bare($1.title) }
    take { UnitPairs.likeness($0.title, $1.title) >= 0.7 }
    take { chapter, old in
      let words = Set(old.parts.units.map { Phrases.bare(MarkdownText.plain($0.text)) })
      let own = chapter.blocks.map { Phrases.bare($0.text) }
      return own.count { words.contains($0) } * 2 > max(1, own.count)
    }
    var known = Set(old.map { $0.value("id") })
    return zip(outline.chapters, ids).map { chapter, id in
      id ?? ReviewFiles.unique(chapter.title, "chapter", &known)
    }
  }

  /// The candidates of a newer report with the ids and records of the same ones before, and those
  /// before that the author decided on and that the newer report no longer has.
  ///
  /// - Parameter chapters: The ids of the newer report's chapters.
  func rows(matching new: [ReviewCandidate], in chapters: [String]) -> [ReviewCandidate] {
    var rows = new
    var free = record.candidates
    var isNew = Array(repeating: true, count: new.count)
    func take(_ least: Double, _ isFit: (ReviewCandidate, ReviewCandidate) -> Bool) {
      for index in rows.indices where isNew[index] {
        let best = free.indices.filter { isFit(free[$0], rows[index]) }
          .map { ($0, UnitPairs.likeness(free[$0].text, new[index].text)) }
          .max { $0.1 < $1.1 }
        guard let best, best.1 >= least else { continue }
        let old = free.remove(at: best.0)
        rows[index].id = old.id
        rows[index].record = review[old.id]?.candidate.record ?? old.record
        rows[index].isImported = old.isImported
        isNew[index] = false
      }
    }
    take(1) { _, _ in true }
    take(0.5) { old, new in
      let key = RecommendationLabel.key(old.label)
      return !key.isEmpty && key == RecommendationLabel.key(new.label) && old.chapter == new.chapter
    }
    take(0.7) { _, _ in true }
    let taken = rows.indices.filter { !isNew[$0] }.map { rows[$0].id } + free.map(\.id)
    var last = (taken + review.items.map(\.id)).compactMap { Int($0.dropFirst()) }.max() ?? 0
    var numbers: [String: Int] = [:]
    let known = record.candidates.map(\.record) + review.items.map(\.candidate.record)
    for name in known {
      guard let number = Review.number(name) else { continue }
      let chapter = String(name.dropLast(String(number).count + 1))
      numbers[chapter] = max(numbers[chapter] ?? 0, number)
    }
    for index in rows.indices where isNew[index] {
      last += 1
      rows[index].id = "c\(last)"
      guard !rows[index].record.isEmpty else { continue }
      numbers[rows[index].chapter, default: 0] += 1
      rows[index].record = "\(rows[index].chapter)-\(numbers[rows[index].chapter] ?? 1)"
    }
    return rows + gone(after: rows, chapters)
  }

  /// The candidates that the author decided on and that a newer report no longer has.
  private func gone(
    after rows: [ReviewCandidate], _ chapters: [String]
  ) -> [ReviewCandidate] {
    let decided = Set(
      ReviewDecision.standing(record.log).flatMap { [$0.value] + $0.candidates })
    let known = Set(rows.map(\.id))
    var gone = record.candidates.filter { decided.contains($0.id) && !known.contains($0.id) }
    // What was split off has no row of its own until its whole is gone.
    let next = Review(rows + gone, index: record.index, log: record.log)
    gone += review.items.filter { item in
      item.isCandidate && next[item.id] == nil && decided.contains(item.id)
        && item.state != .merged && item.state != .rejected
    }.map(\.candidate)
    return gone.map { one in
      // The log changes it again, from what it was.
      var row = one
      row.record = review[one.id]?.candidate.record ?? one.record
      row.isGone = true
      if !chapters.contains(row.chapter), let first = chapters.first { row.chapter = first }
      return row
    }
  }
}
