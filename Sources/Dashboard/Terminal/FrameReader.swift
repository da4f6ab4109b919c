import CNcurses
import Interface

/// Makes of ncurses' bytes the picture that they give, as a terminal does.
///
/// It knows what ncurses sends, no more: behind anything else the picture is unknown, until the
/// screen is emptied. What a terminal does after it has written its last column differs from one to
/// the next, so that the cursor's place is unknown there, as it is to ncurses.
struct FrameReader {
  /// What the terminal shows, where that is known.
  private(set) var picture: TerminalPicture
  /// Whether the picture is known.
  private(set) var isKnown = false
  /// The pen in force, at first plain, as ncurses thinks; nil where it is not known.
  private(set) var pen: Pen? = .plain
  /// The cursor's column and row; nil where they are not known.
  private(set) var x: Int?
  private(set) var y: Int?
  /// Whether the cursor can be seen.
  private(set) var isCursorShown = true
  /// The pen with which the frame emptied the screen; nil where it did not.
  private(set) var cleared: Pen?
  /// What has to be sent besides the picture: modes, character sets, titles, in order.
  private(set) var kept: [UInt8] = []
  /// Whether what is kept may move the cursor or change the pen.
  private(set) var keepsUnknown = false

  private let isUTF8: Bool
  private let spellings: Spellings
  private let skills: TerminalSkills
  // Whether the set of ASCII is in its place, and that place in force.
  private var isASCII = false
  private var isShiftedIn = false
  /// Whether the cursor goes on to the next row behind the last column, or stops there (DECAWM).
  private var wraps = true
  /// What has been saved of the cursor and the pen.
  private var saved: (x: Int?, y: Int?, pen: Pen?)?
  /// The rows that scroll, from 0: all of them, but for a moment (DECSTBM).
  private var region: ClosedRange<Int>?
  /// Where the last character was written, which another may join or repeat.
  private var last: (x: Int, y: Int, columns: Int)?

  /// A reader for a terminal of a size; `isUTF8` where characters are not bytes.
  init(_ size: Size, isUTF8: Bool, _ skills: TerminalSkills, _ spellings: Spellings) {
    self.spellings = spellings
    picture = TerminalPicture(size)
    self.isUTF8 = isUTF8
    self.skills = skills
  }

  /// Knows nothing of the picture any more, which has another size perhaps; of the pen ncurses thinks
  /// as before.
  mutating func forget(_ size: Size) {
    picture = TerminalPicture(size)
    (isKnown, isASCII, isShiftedIn) = (false, false, false)
    // A cursor that is taken for shown is moved in vain at worst.
    isCursorShown = true
    (x, y, region, last) = (nil, nil, nil, nil)
  }

  /// Reads a frame.
  mutating func read(_ frame: [UInt8]) {
    kept = []
    keepsUnknown = false
    cleared = nil
    var rest = frame[...]
    while let first = rest.first {
      // Most of a frame is ASCII.
      if (0x20...0x7e).contains(first) {
        put(UInt32(first), 1)
        rest = rest.dropFirst()
        continue
      }
      let piece = ControlPiece.first(of: rest, isUTF8: isUTF8)
      rest = rest[piece.endIndex...]
      take(piece)
    }
  }

  private mutating func take(_ piece: ArraySlice<UInt8>) {
    guard let first = piece.first else { return }
    var joins = false
    defer { if !joins { last = nil } }
    switch first {
    case 0x80...0xff:
      joins = true
      write(piece)
    case 0x07: kept += piece
    case 0x08: move(x.map { $0 - 1 }, y)
    case 0x09: move(x.map { min(picture.size.width - 1, $0 / 8 * 8 + 8) }, y)
    case 0x0a: feedLine(piece)
    case 0x0d: x = y == nil ? nil : 0
    case 0x0f:
      if !isShiftedIn { kept += piece }
      isShiftedIn = true
    case 0x1b where piece.dropFirst().first == UInt8(ascii: "["):
      takeSequence(piece.dropFirst(2).dropLast(), piece.last ?? 0, piece)
    case 0x1b: takeEscape(piece)
    default: lose(piece)
    }
  }

  /// Keeps what is not known; so is the picture behind it.
  private mutating func lose(_ piece: ArraySlice<UInt8>) {
    keep(piece)
    isKnown = false
    pen = nil
  }

  /// Keeps what may have to do with the cursor and the pen, but leaves the picture.
  private mutating func keep(_ piece: ArraySlice<UInt8>) {
    kept += piece
    keepsUnknown = true
    x = nil
    y = nil
  }

  private mutating func move(_ x: Int?, _ y: Int?) {
    let size = picture.size
    // What leads over an edge stops there, or does not, as the terminal likes.
    guard let x, let y, (0..<size.width).contains(x), (0..<size.height).contains(y) else {
      self.x = nil
      self.y = nil
      return
    }
    self.x = x
    self.y = y
  }

  // MARK: Characters

  private mutating func write(_ piece: ArraySlice<UInt8>) {
    guard let (glyph, columns) = glyph(piece) else { return lose(piece) }
    if columns == 0 { return join(piece) }
    put(glyph, columns)
  }

  private mutating func put(_ glyph: UInt32, _ columns: Int) {
    guard let pen, let x, let y, x + columns <= picture.size.width else {
      isKnown = false
      return
    }
    picture.put(TerminalPicture.Spot(glyph: glyph, pen: pen), columns: columns, x, y)
    last = (x, y, columns)
    let next = x + columns
    self.x = next < picture.size.width ? next : wraps ? nil : picture.size.width - 1
  }

  /// The number of a character and its columns; nil for what is none.
  private func glyph(_ piece: ArraySlice<UInt8>) -> (UInt32, Int)? {
    guard let first = piece.first else { return nil }
    // Of eight bits, the first 32 are controls (ECMA-35).
    guard isUTF8 else { return first < 0xa0 ? nil : (UInt32(first), 1) }
    guard let text = String(validating: piece, as: UTF8.self),
      let scalar = text.unicodeScalars.first,
      text.unicodeScalars.count == 1
    else { return nil }
    let columns = Int(cncurses_columns(wchar_t(scalar.value)))
    return columns < 0 ? nil : (scalar.value, columns)
  }

  /// Adds what has no column of its own to the character before it.
  private mutating func join(_ piece: ArraySlice<UInt8>) {
    guard let last, isKnown else { return lose(piece) }
    let spot = picture[last.x, last.y]
    var text: [UInt8] = []
    spellings.append(spot.glyph, to: &text)
    guard let pen, let number = spellings.number(of: text + piece) else {
      return lose(piece)
    }
    let glyph = TerminalPicture.Spot.firstCluster + UInt32(number)
    picture.put(
      TerminalPicture.Spot(glyph: glyph, pen: pen), columns: last.columns, last.x, last.y)
  }

  // MARK: Sequences

  private mutating func takeEscape(_ piece: ArraySlice<UInt8>) {
    switch Array(piece.dropFirst()) {
    case Array("(B".utf8):
      if !isASCII { kept += piece }
      isASCII = true
    // IND and RI: down and up, by scrolling at the edge.
    case Array("D".utf8): feedLine(piece)
    case Array("M".utf8) where y != nil:
      if y == rows.lowerBound {
        scroll(rows, by: -1, piece)
      } else {
        move(x, y.map { $0 - 1 })
      }
    // DECSC and DECRC, around a region that scrolls; at first also around the other screen.
    case Array("7".utf8):
      saved = (x, y, pen)
      if !isKnown { kept += piece }
    case Array("8".utf8):
      guard let saved else { return lose(piece) }
      (x, y, pen) = saved
    case Array(")0".utf8), Array("=".utf8), Array(">".utf8): kept += piece
    case let bytes where bytes.first == UInt8(ascii: "]"): kept += piece
    default: lose(piece)
    }
  }

  private mutating func takeSequence(
    _ parameters: ArraySlice<UInt8>, _ final: UInt8, _ piece: ArraySlice<UInt8>
  ) {
    if parameters.first.map({ (0x3c...0x3f).contains($0) }) == true {
      return takePrivate(parameters, final, piece)
    }
    if final == UInt8(ascii: "m") {
      var next = pen ?? .plain
      let isReset = parameters.prefix { $0 != UInt8(ascii: ";") }.allSatisfy { $0 == 0x30 }
      guard next.take(parameters, spellings) else { return lose(piece) }
      pen = pen == nil && !isReset ? nil : next
      return
    }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map(Pen.number)
    guard numbers.count <= 2, !numbers.contains(nil) else { return lose(piece) }
    let first = numbers.first.flatMap { $0 } ?? 0
    let second = numbers.count > 1 ? numbers[1] ?? 0 : 0
    let count = max(1, first)
    switch Unicode.Scalar(final) {
    case "H": move(max(1, second) - 1, count - 1)
    case "G": move(y == nil ? nil : count - 1, y)
    case "d": move(x, x == nil ? nil : count - 1)
    case "A": move(x, y.map { $0 - count })
    case "B": move(x, y.map { $0 + count })
    case "C": move(x.map { $0 + count }, y)
    case "D": move(x.map { $0 - count }, y)
    case "J", "K", "X", "@", "P": erase(Unicode.Scalar(final), first, piece)
    case "b": repeatLast(count, piece)
    case "S": scroll(rows, by: count, piece)
    case "T": scroll(rows, by: -count, piece)
    case "L", "M":
      guard let y, rows.contains(y) else { return lose(piece) }
      scroll(y...rows.upperBound, by: final == UInt8(ascii: "M") ? count : -count, piece)
      // Some terminals lead to the first column, others stay.
      if x != 0 { x = nil }
    case "r": setRegion(count, second, piece)
    // Insertion ends; the cursor's shape in GNU screen.
    case "l" where [4, 34].contains(first), "h" where first == 34: kept += piece
    case "t": keep(piece)
    default: lose(piece)
    }
  }

  /// Modes: whether the cursor is shown, and others, which leave what is written.
  ///
  /// A switch to the other screen is followed by emptying it.
  private mutating func takePrivate(
    _ parameters: ArraySlice<UInt8>, _ final: UInt8, _ piece: ArraySlice<UInt8>
  ) {
    let isSet = final == UInt8(ascii: "h")
    guard parameters.first == UInt8(ascii: "?"), isSet || final == UInt8(ascii: "l") else {
      // The shape of the Linux console's cursor.
      return final == UInt8(ascii: "c") ? kept += piece : lose(piece)
    }
    let modes = parameters.dropFirst().split(separator: UInt8(ascii: ";")).map(Pen.number)
    if modes.contains(25) { isCursorShown = isSet }
    if modes.contains(7) { wraps = isSet }
    let harmless: Set<Int?> = [1, 7, 12, 25, 1000, 1002, 1003, 1006]
    if modes.allSatisfy(harmless.contains) { return kept += piece }
    if !Set(modes).isDisjoint(with: [47, 1047, 1049]) { isKnown = false }
    keep(piece)
  }

  private mutating func erase(
    _ kind: Unicode.Scalar, _ number: Int, _ piece: ArraySlice<UInt8>
  ) {
    let size = picture.size
    guard let pen, mayErase(pen) else { return lose(piece) }
    let isWhole = kind == "J" && (number == 2 || number == 0 && x == 0 && y == 0)
    if isWhole {
      for y in 0..<size.height { picture.erase(0..<size.width, y, pen) }
      isKnown = true
      cleared = pen
      return
    }
    guard let x, let y else { return lose(piece) }
    switch (kind, number) {
    case ("J", 0):
      picture.erase(x..<size.width, y, pen)
      for y in (y + 1)..<max(y + 1, size.height) { picture.erase(0..<size.width, y, pen) }
    case ("K", 0): picture.erase(x..<size.width, y, pen)
    case ("K", 1): picture.erase(0..<(x + 1), y, pen)
    case ("K", 2): picture.erase(0..<size.width, y, pen)
    case ("X", _): picture.erase(x..<(x + max(1, number)), y, pen)
    case ("@", _): picture.shift(x, y, by: min(max(1, number), size.width - x), pen)
    case ("P", _): picture.shift(x, y, by: -min(max(1, number), size.width - x), pen)
    default: lose(piece)
    }
  }

  /// With attributes in force, terminals do not agree on what an erased cell looks like.
  private func mayErase(_ pen: Pen) -> Bool {
    pen.attributes.isDisjoint(with: .shownOnBlanks) && (skills.erasesInColour || pen.ground == 0)
  }

  private mutating func repeatLast(_ count: Int, _ piece: ArraySlice<UInt8>) {
    guard let last, isKnown, count <= picture.size.width else { return lose(piece) }
    let spot = picture[last.x, last.y]
    for _ in 0..<count { put(spot.glyph, last.columns) }
  }

  // MARK: Rows that scroll

  private var rows: ClosedRange<Int> { region ?? 0...max(0, picture.size.height - 1) }

  private mutating func feedLine(_ piece: ArraySlice<UInt8>) {
    guard let y else { return lose(piece) }
    if y == rows.upperBound {
      scroll(rows, by: 1, piece)
    } else {
      move(x, y + 1)
    }
  }

  private mutating func scroll(_ rows: ClosedRange<Int>, by count: Int, _ piece: ArraySlice<UInt8>)
  {
    guard let pen, mayErase(pen), picture.size.height > 0 else { return lose(piece) }
    picture.scroll(rows, by: count, pen)
  }

  /// DECSTBM: the rows from 1; without numbers, or with all rows, the region ends.
  private mutating func setRegion(_ first: Int, _ last: Int, _ piece: ArraySlice<UInt8>) {
    let height = picture.size.height
    x = nil
    y = nil
    if first == 1, last == 0 || last == height {
      if region == nil { keep(piece) }
      region = nil
    } else if first < last, last <= height {
      region = (first - 1)...(last - 1)
    } else {
      lose(piece)
    }
  }
}
