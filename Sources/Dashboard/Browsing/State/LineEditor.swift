package import Canvas

/// A line of text that is being typed, with its cursor.
package struct LineEditor: Hashable, Sendable {
  /// What has been typed.
  package private(set) var text: String
  /// The number of characters before the cursor.
  package private(set) var cursor: Int

  /// The most characters a line takes; further ones are dropped.
  package static let limit = 400

  /// A line with the cursor at its end.
  package init(_ text: String = "") {
    self.text = String(text.prefix(Self.limit))
    cursor = self.text.count
  }

  /// Whether nothing has been typed.
  package var isEmpty: Bool { text.isEmpty }

  /// Inserts text at the cursor.
  package mutating func insert(_ more: String) {
    let room = Self.limit - text.count
    guard room > 0 else { return }
    let kept = String(more.prefix(room))
    text.insert(contentsOf: kept, at: text.index(text.startIndex, offsetBy: cursor))
    cursor = min(cursor + kept.count, text.count)
  }

  /// Handles a key; false if it is not an editing key.
  package mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<min(text.count, cursor + 1))
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<text.count)
    case .control("w"): remove(wordStart..<cursor)
    default: return false
    }
    return true
  }

  private var wordStart: Int {
    var characters = Array(text.prefix(cursor))
    while characters.last == " " { characters.removeLast() }
    while let last = characters.last, last != " " { characters.removeLast() }
    return characters.count
  }

  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.index(text.startIndex, offsetBy: range.upperBound)
    text.removeSubrange(start..<end)
    cursor = range.lowerBound
  }
}
