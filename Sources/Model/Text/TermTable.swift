/// Words with numbers from 0, found by their bytes and listed by their first letters.
///
/// A hash table with open addressing over one array of bytes, which holds a vocabulary of thousands
/// of words without a string for each.
package struct TermTable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var slots = [Int32](repeating: -1, count: 1024)
  /// The terms' numbers in the order of their bytes, after `sort`.
  package private(set) var sorted: [Int32] = []
  /// The index of each term in `sorted`.
  package private(set) var ranks: [Int32] = []

  /// A table without terms.
  package init() {}

  /// How many terms there are.
  package var count: Int { ends.count }

  /// The number of a word; a new word gets the next one.
  package mutating func intern(_ word: [UInt8]) -> Int32 {
    var slot = firstSlot(word)
    while slots[slot] >= 0 {
      if equals(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(ends.count)
    bytes += word
    ends.append(Int32(bytes.count))
    slots[slot] = number
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a word; nil if it is not in the table.
  package func find(_ word: [UInt8]) -> Int32? {
    var slot = firstSlot(word)
    while slots[slot] >= 0 {
      if equals(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Sorts the terms; call it after the last `intern`.
  package mutating func sort() {
    sorted = (0..<Int32(count)).sorted { slice($0).lexicographicallyPrecedes(slice($1)) }
    ranks = [Int32](repeating: 0, count: count)
    for (rank, term) in sorted.enumerated() { ranks[Int(term)] = Int32(rank) }
  }

  /// The range of `sorted` whose terms start with some bytes.
  package func range(prefix: [UInt8]) -> Range<Int> {
    let lower = partition { $0.lexicographicallyPrecedes(prefix) }
    let upper = partition {
      $0.lexicographicallyPrecedes(prefix) || $0.starts(with: prefix)
    }
    return lower..<upper
  }

  private func partition(_ isBefore: (ArraySlice<UInt8>) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(slice(sorted[middle])) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func slice(_ term: Int32) -> ArraySlice<UInt8> {
    bytes[(term == 0 ? 0 : Int(ends[Int(term) - 1]))..<Int(ends[Int(term)])]
  }

  private func equals(_ term: Int32, _ word: [UInt8]) -> Bool {
    let start = term == 0 ? 0 : Int(ends[Int(term) - 1])
    guard Int(ends[Int(term)]) - start == word.count else { return false }
    for offset in word.indices where bytes[start + offset] != word[offset] { return false }
    return true
  }

  /// FNV-1a (Fowler, Noll, Vo), which is fast for short words.
  private func firstSlot(_ word: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ hash >> 15) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for term in 0..<Int32(count) {
      var slot = firstSlot(slice(term))
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = term
    }
  }
}
