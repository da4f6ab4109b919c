package import Records

/// One record that a search found.
package struct SearchHit: Sendable {
  /// The record.
  package var reference: Reference
  /// Its title.
  package var title: String
  /// Where in the record the words are; `.title` if they are all there.
  package var place: RecordPlace
  /// How the record ranks: first by tier, then by BM25 within the tier.
  package var score: Double
  /// From 4, if a title or name is exactly what was typed, to 0.
  ///
  /// 3: whole words in the title; 2: the start of a word in the title; 1 and 0: the same in the
  /// text.
  package var tier: Int
  /// The tier of what is named exactly.
  static let nameTier = 4
  /// The number of the text that the words in context are taken from.
  var passage: Int32
}

/// What a search found, best first.
package struct SearchResults: Sendable {
  /// The hits of all kinds, best first.
  package var hits: [SearchHit]
  var query: SearchQuery

  /// Hits of one kind, best first.
  package struct Group: Sendable {
    /// The kind of the records.
    package var kind: RecordKind
    /// The hits.
    package var hits: [SearchHit]
  }

  /// The hits by kind, the kind with the best hit first.
  ///
  /// Notes and sources come last unless one is named exactly: they say where the report's words
  /// come from, and a short title matches easily.
  package var groups: [Group] {
    let all = allGroups
    func isApparatus(_ group: Group) -> Bool {
      [.note, .source].contains(group.kind) && (group.hits.first?.tier ?? 0) < SearchHit.nameTier
    }
    return all.filter { !isApparatus($0) } + all.filter(isApparatus)
  }

  private var allGroups: [Group] {
    var groups: [Group] = []
    for hit in hits {
      if let index = groups.firstIndex(where: { $0.kind == hit.reference.kind }) {
        groups[index].hits.append(hit)
      } else {
        groups.append(Group(kind: hit.reference.kind, hits: [hit]))
      }
    }
    return groups
  }

  /// A text, such as a hit's title, with the words that were searched for marked.
  package func marked(_ text: String) -> MarkedText {
    MarkedText(text, matches: query.matches(in: text))
  }
}

/// A text of which some runs are marked.
package struct MarkedText: Hashable, Sendable {
  /// A run of text.
  package struct Piece: Hashable, Sendable {
    /// The text.
    package var text: String
    /// Whether it is what was searched for.
    package var isMatch: Bool

    /// A run of text.
    package init(_ text: String, isMatch: Bool) {
      self.text = text
      self.isMatch = isMatch
    }
  }

  /// The runs in order; none is empty.
  package var pieces: [Piece]

  /// The whole text.
  package var text: String { pieces.reduce(into: "") { $0 += $1.text } }

  /// A text with ascending ranges of UTF-8 offsets marked, cut to a window of offsets.
  init(_ text: String, matches: [Range<Int>], window: Range<Int>? = nil) {
    let utf8 = Array(text.utf8)
    let window = window ?? 0..<utf8.count
    var pieces: [Piece] = []
    var start = window.lowerBound
    func add(_ range: Range<Int>, isMatch: Bool) {
      if !range.isEmpty {
        pieces.append(Piece(String(decoding: utf8[range], as: UTF8.self), isMatch: isMatch))
      }
    }
    for match in matches.lazy.map({ $0.clamped(to: window) }) where match.lowerBound >= start {
      add(start..<match.lowerBound, isMatch: false)
      add(match, isMatch: true)
      start = match.upperBound
    }
    add(start..<window.upperBound, isMatch: false)
    self.pieces = pieces
  }
}
