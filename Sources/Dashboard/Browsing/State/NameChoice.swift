package import Canvas

/// A part of a name that is being typed, and the selection among the matching names.
package struct NameChoice: Hashable, Sendable {
  /// What has been typed.
  package private(set) var line: LineEditor
  /// The selected name, counted from 0.
  package private(set) var selection = 0
  /// The kinds of names of which all are listed.
  var unfolded: Set<String> = []

  /// The result of a key.
  package enum Outcome: Equatable {
    /// The choice goes on.
    case open
    /// Nothing is chosen.
    case closed
    /// The name at an index is chosen.
    case chosen(Int)
  }

  /// A choice with the first name selected.
  package init(_ text: String = "") { line = LineEditor(text) }

  /// Takes a key: edits the line, moves the selection, or chooses.
  ///
  /// - Parameter count: How many names match the typed text.
  package mutating func take(_ key: Key, among count: Int) -> Outcome {
    switch key {
    case .escape, .control("c"), .control("p"): return .closed
    case .backspace where line.isEmpty: return .closed
    // If nothing matches, the typed text stays so that it can be corrected.
    case .enter: return selection < count ? .chosen(selection) : .open
    case .down, .tab, .control("n"): move(by: 1, among: count)
    case .up, .backTab: move(by: -1, among: count)
    case .pageDown: move(by: 10, among: count)
    case .pageUp: move(by: -10, among: count)
    default:
      let before = line.text
      if line.take(key), line.text != before { selection = 0 }
    }
    return .open
  }

  /// Inserts text at the cursor.
  package mutating func insert(_ text: String) {
    line.insert(text)
    selection = 0
  }

  private mutating func move(by step: Int, among count: Int) {
    selection = max(0, min(selection + step, count - 1))
  }
}
