import Interface

/// Sends cells in the fewest bytes, and keeps in mind where that leaves the cursor and the pen.
///
/// What stands unchanged before a change is sent again where that is shorter than a move over it.
struct FrameWriter {
  /// What is to be sent.
  private(set) var bytes: [UInt8] = []
  /// Whether characters are repeated by REP.
  var repeats = false
  /// What the terminal can do.
  let skills: TerminalSkills
  private let spellings: Spellings
  private let changes: PenChanges
  private var state = State()

  /// What is known of the terminal.
  private struct State {
    /// The pen in force; nil where it is not known.
    var pen: Pen?
    /// Where the cursor is; the column is nil behind the last one, both are where nothing is known.
    var x: Int?
    var y: Int?
    /// Not every terminal gives wide characters and signs of several scalars the same columns.
    var isSure = true

    /// The cursor in a place.
    mutating func place(_ x: Int, _ y: Int) { (self.x, self.y, isSure) = (x, y, true) }
  }

  /// A writer to a terminal of which nothing is known.
  init(_ skills: TerminalSkills, _ spellings: Spellings) {
    self.skills = skills
    self.spellings = spellings
    changes = PenChanges(skills, spellings)
  }

  /// Takes what is to be sent.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Knows neither cursor nor pen any more.
  mutating func forget() { state = State() }

  /// Sends bytes as they are, which change neither cursor nor pen.
  mutating func send(_ other: some Sequence<UInt8>) { bytes += other }

  /// Empties the screen.
  mutating func clear(_ ground: Pen) {
    set(ground)
    bytes += skills.clear
    state.place(0, 0)
  }

  /// Changes the pen.
  mutating func set(_ new: Pen) {
    if state.pen == new { return }
    bytes += changes.sequence(from: state.pen, to: new)
    state.pen = new
  }

  /// Moves the cursor.
  mutating func move(_ newX: Int, _ newY: Int) {
    CursorMove.append(
      from: (state.isSure ? state.x : nil, state.y), to: Point(x: newX, y: newY), skills, &bytes)
    state.place(newX, newY)
  }

  /// Scrolls some rows; what comes free is blank.
  mutating func scroll(_ shift: RowShift) {
    set(.plain)
    bytes += Array("\u{1b}[\(shift.rows.lowerBound + 1);\(shift.rows.upperBound + 1)r".utf8)
    CursorMove.append(abs(shift.count), shift.count > 0 ? "S" : "T", to: &bytes)
    bytes += Array("\u{1b}[r".utf8)
    // It leads home, but not where places count from the region.
    (state.x, state.y) = (nil, nil)
  }

  /// Sends cells of a row.
  mutating func write(_ columns: Range<Int>, _ row: FrameRow) {
    reach(columns, row)
    put(columns, row)
  }

  /// Comes to cells that are to be written, with the pen of the first: by a move, or by writing what
  /// stands before them.
  private mutating func reach(_ columns: Range<Int>, _ row: FrameRow) {
    let start = columns.lowerBound
    let before = state
    let count = bytes.count
    move(start, row.y)
    set(row.pen(at: start, before: columns.upperBound, after: state.pen))
    // The unchanged characters before them, from where the cursor was or from the row's beginning.
    let here = before.y == row.y && before.isSure ? before.x : nil
    for origin in [here ?? 0, 0] where origin < start && row.isStart(origin) {
      // Each takes a byte at least.
      guard start - origin < bytes.count - count else { continue }
      var other = self
      other.bytes = []
      other.state = before
      other.move(origin, row.y)
      other.put(origin..<start, row)
      guard other.state.x == start, other.state.isSure else { continue }
      other.set(row.pen(at: start, before: columns.upperBound, after: other.state.pen))
      guard other.bytes.count < bytes.count - count else { continue }
      bytes.removeSubrange(count...)
      bytes += other.bytes
      state = other.state
    }
  }

  /// Writes cells of a row, from where the cursor is.
  private mutating func put(_ columns: Range<Int>, _ row: FrameRow) {
    var column = columns.lowerBound
    let width = row.spots.count
    while column < columns.upperBound {
      let end = row.endOfRun(column, columns.upperBound)
      set(row.pen(at: column, before: columns.upperBound, after: state.pen))
      let glyph = row.spots[column].glyph
      let isLast = end == columns.upperBound
      if glyph == 0x20, isLast, end - column > 2, canErase, skills.erasesLine,
        row.endOfRun(column, width) == width
      {
        bytes += [0x1b, UInt8(ascii: "["), UInt8(ascii: "K")]
      } else if glyph == 0x20 {
        putBlanks(end - column, width, isLast: isLast)
      } else if row.columns(at: column) == 2 {
        put(glyph, 2, width)
        state.isSure = false
      } else {
        putRun(glyph, end - column, width)
        if spellings.isCluster(glyph) { state.isSure = false }
      }
      column = end
    }
  }

  /// Writes a character that fills some columns.
  private mutating func put(_ glyph: UInt32, _ columns: Int, _ width: Int) {
    spellings.append(glyph, to: &bytes)
    advance(columns, width)
  }

  private mutating func advance(_ columns: Int, _ width: Int) {
    guard let old = state.x else { return }
    state.x = old + columns < width ? old + columns : nil
  }

  /// How many more of a character are repeated by REP, of some that follow the one in a column.
  ///
  /// Some terminals wrap too early where a repeated character ends at the edge.
  private func repeated(_ rest: Int, of glyph: UInt32, behind x: Int, _ width: Int) -> Int {
    let count = min(rest, width - 3 - x)
    guard repeats, count > 0 else { return 0 }
    return CursorMove.length(count) < count * spellings.length(of: glyph) ? count : 0
  }

  /// Writes a character of one column several times.
  private mutating func putRun(_ glyph: UInt32, _ count: Int, _ width: Int) {
    guard let x = state.x else { return }
    put(glyph, 1, width)
    let repeated = repeated(count - 1, of: glyph, behind: x, width)
    if repeated > 0 {
      CursorMove.append(repeated, "b", to: &bytes)
      advance(repeated, width)
    }
    for _ in 0..<(count - 1 - repeated) { put(glyph, 1, width) }
  }

  /// Whether what is erased now looks like blanks that the pen writes.
  private var canErase: Bool {
    guard let pen = state.pen else { return false }
    return pen.attributes.isDisjoint(with: .shownOnBlanks)
      && (pen.ground == 0 || skills.erasesInColour)
  }

  /// Writes blanks: erases them where the pen allows and that is shorter.
  private mutating func putBlanks(_ count: Int, _ width: Int, isLast: Bool) {
    guard let x = state.x else { return }
    let repeated = repeated(count - 1, of: 0x20, behind: x, width)
    let written = count - repeated + (repeated > 0 ? CursorMove.length(repeated) : 0)
    let erased = CursorMove.length(count) * (isLast ? 1 : 2)
    guard canErase, skills.erasesCells, isLast || skills.moves, x + count < width, erased < written
    else { return putRun(0x20, count, width) }
    CursorMove.append(count, "X", to: &bytes)
    if isLast { return }
    CursorMove.append(count, "C", to: &bytes)
    advance(count, width)
  }
}
