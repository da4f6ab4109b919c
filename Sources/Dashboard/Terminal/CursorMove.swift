import Interface

/// The shortest way of the cursor from one cell to another.
///
/// A way goes along the row first and then up or down, so that CR ends the wait behind the last
/// column.
enum CursorMove {
  /// A step along a row or a column, or both, with the number that it is sent with.
  enum Step {
    case none
    /// A control so many times.
    case control(UInt8, Int)
    /// A control sequence with a number, which may be left out where it is 1 (ECMA-48 5.4.2).
    case sequence(Int, Unicode.Scalar)
    /// CR, and then a sequence.
    case returned(Int, Unicode.Scalar)

    /// How many bytes it takes.
    var length: Int {
      switch self {
      case .none: 0
      case .control(_, let count): count
      case .sequence(let number, _): CursorMove.length(number)
      case .returned(let number, _): CursorMove.length(number) + 1
      }
    }

    /// Adds its bytes.
    func append(to bytes: inout [UInt8]) {
      switch self {
      case .none: return
      case .control(let control, let count):
        for _ in 0..<count { bytes.append(control) }
      case .sequence(let number, let final): CursorMove.append(number, final, to: &bytes)
      case .returned(let number, let final):
        bytes.append(0x0d)
        CursorMove.append(number, final, to: &bytes)
      }
    }
  }

  /// Adds the bytes of the way; none where the cursor is there.
  ///
  /// - Parameter old: The column and the row where they are known. The column is nil behind the last
  ///   one, where terminals agree on CR and on absolute places only.
  static func append(
    from old: (x: Int?, y: Int?), to new: Point, _ skills: TerminalSkills, _ bytes: inout [UInt8]
  ) {
    if let y = old.y {
      let along = along(old.x, new.x, skills)
      let across = across(new.y - y, new.y, skills)
      if let along, let across, along.length + across.length <= placeLength(new) {
        along.append(to: &bytes)
        across.append(to: &bytes)
        return
      }
    }
    // CUP, ECMA-48 8.3.21: what is left out is 1.
    if new.x == 0 { return append(new.y + 1, "H", to: &bytes) }
    bytes += [0x1b, UInt8(ascii: "[")]
    if new.y > 0 { append(digits: new.y + 1, to: &bytes) }
    bytes.append(UInt8(ascii: ";"))
    append(digits: new.x + 1, to: &bytes)
    bytes.append(UInt8(ascii: "H"))
  }

  private static func placeLength(_ place: Point) -> Int {
    if place.x == 0 { return length(place.y + 1) }
    return 4 + (place.y > 0 ? digits(place.y + 1) : 0) + digits(place.x + 1)
  }

  /// The shortest step up or down by some rows, to a row; nil where there is none.
  private static func across(_ rows: Int, _ y: Int, _ skills: TerminalSkills) -> Step? {
    if rows == 0 { return Step.none }
    var best: Step?
    func consider(_ step: Step, _ isAble: Bool) {
      if isAble, step.length < best?.length ?? .max { best = step }
    }
    consider(.control(0x0a, rows), rows > 0 && skills.feedsLine)
    consider(.sequence(abs(rows), rows > 0 ? "B" : "A"), skills.moves)
    consider(.sequence(y + 1, "d"), skills.setsRow)
    return best
  }

  /// The shortest step from a column to another; nil is behind the last one.
  private static func along(_ old: Int?, _ x: Int, _ skills: TerminalSkills) -> Step? {
    if old == x { return Step.none }
    var best: Step?
    func consider(_ step: Step, _ isAble: Bool) {
      if isAble, step.length < best?.length ?? .max { best = step }
    }
    consider(.control(0x0d, 1), x == 0)
    if let old {
      consider(.control(0x08, old - x), x < old)
      consider(.sequence(x + 1, "G"), skills.setsColumn)
      consider(.sequence(abs(x - old), x > old ? "C" : "D"), skills.moves)
    }
    consider(.returned(x, "C"), skills.moves && x > 0)
    return best
  }

  /// How many bytes a sequence with one number has.
  static func length(_ number: Int) -> Int { number == 1 ? 3 : 3 + digits(number) }

  /// Adds a sequence with one number.
  static func append(_ number: Int, _ final: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(0x1b)
    bytes.append(UInt8(ascii: "["))
    if number != 1 { append(digits: number, to: &bytes) }
    bytes.append(UInt8(truncatingIfNeeded: final.value))
  }

  private static func digits(_ number: Int) -> Int { number < 10 ? 1 : 1 + digits(number / 10) }

  private static func append(digits number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { append(digits: number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
