/// Which parts of one text are parts of another one.
struct UnitPairs {
  /// For each unit of the first text, the unit of the second that is the same in the same order; nil
  /// if there is none.
  private(set) var partners: [Int?]

  /// Pairs equal units in order, leaving out as few as possible.
  init(_ first: [FileParts.Unit], _ second: [FileParts.Unit]) {
    partners = Array(repeating: nil, count: first.count)
    let one = first.map(\.text)
    let other = second.map(\.text)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in other.difference(from: one) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    let kept = other.indices.filter { !inserted.contains($0) }
    for (index, partner) in zip(one.indices.filter { !removed.contains($0) }, kept) {
      partners[index] = partner
    }
  }

  /// A stretch in which the texts differ: units of the first and what stands for them in the second.
  struct Change: Hashable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The stretches in which the texts differ, in order.
  ///
  /// - Parameter count: The number of units of the second text.
  func changes(to count: Int) -> [Change] {
    var result: [Change] = []
    var (old, new) = (0, 0)
    for (index, partner) in (partners + [count]).enumerated() {
      guard let partner else { continue }
      if index > old || partner > new {
        result.append(Change(old: old..<index, new: new..<partner))
      }
      (old, new) = (index + 1, partner + 1)
    }
    return result
  }

  /// How alike two texts are: twice the words that both have, by the words of both together.
  static func likeness(_ one: String, _ other: String) -> Double {
    let first = Phrases.bare(one).split(separator: " ")
    let second = Phrases.bare(other).split(separator: " ")
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var counts: [Substring: Int] = [:]
    for word in first { counts[word, default: 0] += 1 }
    var shared = 0
    for word in second {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      shared += 1
    }
    return Double(2 * shared) / Double(first.count + second.count)
  }
}
