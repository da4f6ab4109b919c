import Canvas
import Records

/// Typed numbers: a count before a movement, or a year on a chart and in the timeline.
extension Updater {
  /// The most digits of a number.
  private static let mostDigits = 4

  /// Takes a key as a digit; false if it is none.
  ///
  /// With Alt a digit begins a number on every screen.
  mutating func takeDigit(_ key: Key) -> Bool {
    let digit: Character
    switch key {
    case .alt(let character): digit = character
    case .character(let character) where !state.number.isEmpty || screen.isOnYears:
      digit = character
    default: return false
    }
    guard ("0"..."9").contains(digit) else { return false }
    state.number.append(digit)
    guard state.number.count == Self.mostDigits else { return true }
    if screen.isOnYears, let year = Int(state.number), year >= 1000 {
      state.number = ""
      jump(to: year)
    }
    return true
  }

  /// Handles a key after a number; false if the number means nothing for it.
  mutating func take(_ key: Key, after number: Int) -> Bool {
    switch keys.action(for: key) {
    case .moveDown: move(.rows(number))
    case .moveUp: move(.rows(-number))
    case .pageDown: move(.pages(Double(number)))
    case .pageUp: move(.pages(-Double(number)))
    case .moveRight: for _ in 0..<min(number, 500) { move(.sideways(1)) }
    case .moveLeft: for _ in 0..<min(number, 500) { move(.sideways(-1)) }
    case .first, .last:
      move(.first)
      if number > 1 { move(.rows(number - 1)) }
    case .open where number < 10: goToChapter(number)
    case .back: return true
    default: return false
    }
    return true
  }

  /// Moves the cursor of the chart, or the selection of the timeline, to a year.
  private mutating func jump(to year: Int) {
    if let chart = screen.content.chart, screen.focused.part == .chart {
      let periods = chart.periods
      let found = periods.firstIndex { Int($0.first.year) <= year && year <= Int($0.last.year) }
      guard let found else {
        let ends = [periods.first, periods.last].compactMap { $0?.title }
        state.notice = "There is no \(year); the periods go from \(ends.joined(separator: " to "))."
        return
      }
      state.visit[panel: screen.focus].selection = found + 1
      return revealCursor()
    }
    guard let list = screen.content.list(.main) else { return }
    let row = list.rows.firstIndex { row in
      guard let id = row.reference?.id, let event = library.catalogue.event(id) else {
        return false
      }
      return Int(event.date.last.year) >= year
    }
    guard let row else {
      state.notice = "Nothing is dated \(year) or later."
      return
    }
    state.visit[panel: screen.focus].selection = row
  }
}
