import Interface

/// Rows that stand some rows higher or lower in one picture than in another, so that scrolling
/// them may be shorter than writing them.
struct RowShift {
  /// The rows that take part, from 0.
  let rows: ClosedRange<Int>
  /// By how many rows they move up; below zero for down.
  let count: Int

  /// The most rows that a text moves by in one step of reading.
  private static let farthest = 3
  /// The fewest cells that must come out right; a region costs about as many bytes.
  private static let worthwhile = 20

  /// The shift that brings the most cells to where they are wanted; nil where it brings few.
  init?(from old: TerminalPicture, to new: TerminalPicture) {
    var best = Self.worthwhile
    var found: (ClosedRange<Int>, Int)?
    for count in 1...Self.farthest {
      for signed in [count, -count] where new.size.height > count {
        let (gain, rows) = Self.best(signed, old, new)
        if gain > best, let rows { (best, found) = (gain, (rows, signed)) }
      }
    }
    guard let found else { return nil }
    (rows, count) = found
  }

  /// The rows that gain the most cells when they come from so many rows below.
  private static func best(
    _ count: Int, _ old: TerminalPicture, _ new: TerminalPicture
  ) -> (gain: Int, rows: ClosedRange<Int>?) {
    var best = 0
    var rows: ClosedRange<Int>?
    var sum = 0
    var start = 0
    let height = new.size.height
    for y in max(0, -count)..<min(height, height - count) {
      if sum <= 0 { (sum, start) = (0, y) }
      sum += gain(y, count, old, new)
      if sum > best {
        best = sum
        rows = min(start, start + count)...max(y, y + count)
      }
    }
    return (best, rows)
  }

  /// How many more cells of a row are right with the cells of another than with its own.
  private static func gain(
    _ y: Int, _ count: Int, _ old: TerminalPicture, _ new: TerminalPicture
  ) -> Int {
    let (wanted, moved, stays) = (new.row(y), old.row(y + count), old.row(y))
    var sum = 0
    for x in 0..<wanted.count {
      let spot = wanted[wanted.startIndex + x]
      if moved[moved.startIndex + x] == spot { sum += 1 }
      if stays[stays.startIndex + x] == spot { sum -= 1 }
    }
    return sum
  }
}
