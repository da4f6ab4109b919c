import Records
import Text

/// The names that entities go by, found in text by whole words.
struct EntityNames {
  private struct Name {
    var entity: Int
    var words: [[UInt8]]
    /// The name exactly as it must appear; nil if case does not matter.
    var exact: [UInt8]?
  }

  /// The first words of all names, and the names that begin with each.
  private var firsts = TermTable()
  private var names: [[Name]] = []

  /// The names, acronyms and aliases of entities.
  init(_ entities: [Entity]) {
    for (index, entity) in entities.enumerated() {
      for text in [entity.name, entity.acronym] + entity.aliases {
        var words: [[UInt8]] = []
        var extent: Range<Int>?
        Words.forEach(in: text) { word, range in
          words.append(word)
          extent = (extent?.lowerBound ?? range.lowerBound)..<range.upperBound
        }
        guard let first = words.first, let extent else { continue }
        let isExact = !text.contains { $0.isLowercase }
        let term = Int(firsts.intern(first))
        if term == names.count { names.append([]) }
        names[term].append(
          Name(
            entity: index, words: words, exact: isExact ? Array(Array(text.utf8)[extent]) : nil))
      }
    }
  }

  /// The indexes of the entities that a text names, without repetition.
  func found(in text: String) -> [Int] {
    // All words in one buffer: most of a text's words begin no name and need no array.
    var bytes: [UInt8] = []
    var words: [(folded: Range<Int>, place: Range<Int>, first: Int32?)] = []
    var hasFirst = false
    Words.forEach(in: text) { word, place in
      let first = firsts.find(word)
      hasFirst = hasFirst || first != nil
      words.append((bytes.count..<bytes.count + word.count, place, first))
      bytes += word
    }
    guard hasFirst else { return [] }
    var result: [Int] = []
    var utf8: [UInt8] = []
    for (start, word) in words.enumerated() {
      guard let first = word.first else { continue }
      for name in names[Int(first)] where !result.contains(name.entity) {
        guard start + name.words.count <= words.count else { continue }
        let isThere = name.words.indices.allSatisfy {
          bytes[words[start + $0].folded].elementsEqual(name.words[$0])
        }
        guard isThere else { continue }
        if let exact = name.exact {
          if utf8.isEmpty { utf8 = Array(text.utf8) }
          guard utf8[word.place.lowerBound...].starts(with: exact) else { continue }
        }
        result.append(name.entity)
      }
    }
    return result
  }
}
