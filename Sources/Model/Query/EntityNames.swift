/// The names that entities go by, found in text by whole words.
struct EntityNames {
  private struct Name {
    var entity: Int
    var words: [[UInt8]]
    /// The name as it must stand there; nil when case does not matter.
    var exact: [UInt8]?
  }

  private var names: [[UInt8]: [Name]] = [:]

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
        names[first, default: []].append(
          Name(
            entity: index, words: words, exact: isExact ? Array(Array(text.utf8)[extent]) : nil))
      }
    }
  }

  /// Which entities a text names, each once, by their indexes.
  func found(in text: String) -> [Int] {
    var words: [[UInt8]] = []
    var ranges: [Range<Int>] = []
    Words.forEach(in: text) { word, range in
      words.append(word)
      ranges.append(range)
    }
    var result: [Int] = []
    var utf8: [UInt8] = []
    for (start, word) in words.enumerated() {
      for name in names[word] ?? [] where !result.contains(name.entity) {
        guard start + name.words.count <= words.count,
          words[start..<start + name.words.count].elementsEqual(name.words)
        else { continue }
        if let exact = name.exact {
          if utf8.isEmpty { utf8 = Array(text.utf8) }
          guard utf8[ranges[start].lowerBound...].starts(with: exact) else { continue }
        }
        result.append(name.entity)
      }
    }
    return result
  }
}
