import Interface

/// Says with fewer bytes what a frame of ncurses says, and gives the same picture.
///
/// ncurses settles what the terminal is to show: which attributes go with which colours, what stands
/// in for others. Its frame is read as a terminal reads it, and what has changed since the last one is
/// written anew: nothing is sent that the terminal shows already, or of which nothing is seen.
struct Thrift {
  private let skills: TerminalSkills
  private let isUTF8: Bool
  private var reader: FrameReader
  private var writer: FrameWriter
  // What is on the screen; nil where it is not known.
  private var shown: TerminalPicture?
  /// Whether the last frame could not be read, but the one before: what it has made of the picture is
  /// best drawn over.
  private(set) var hasLost = false
  // Whether cursor and pen are where ncurses takes them to be.
  private var isSettled = true

  /// For a terminal of a size that shows nothing that is known.
  init(_ size: Size, isUTF8: Bool, _ skills: TerminalSkills) {
    self.skills = skills
    self.isUTF8 = isUTF8
    let spellings = Spellings(isUTF8: isUTF8)
    reader = FrameReader(size, isUTF8: isUTF8, skills, spellings)
    writer = FrameWriter(skills, spellings)
  }

  /// Knows nothing of what the terminal shows and can do any more.
  mutating func forget(_ size: Size) {
    reader.forget(size)
    writer.forget()
    writer.repeats = false
    shown = nil
  }

  /// Whether the terminal is known to repeat characters of any kind.
  var repeats: Bool {
    get { writer.repeats }
    set { writer.repeats = newValue && skills.mayRepeat }
  }

  /// The frame with fewer bytes.
  ///
  /// It is to be sent; what others have sent since the last one must leave the picture, the cursor
  /// and the pen as they were.
  ///
  /// - Parameter asks: Whether the terminal may be asked for its skills.
  mutating func thin(_ frame: [UInt8], asks: Bool = false) -> [UInt8] {
    guard skills.speaksECMA, !frame.isEmpty else { return frame }
    let before = reader
    reader.read(frame)
    guard reader.isKnown else {
      // The frame says where to go from where the last one ended.
      settle(before)
      hasLost = shown != nil
      shown = nil
      writer.forget()
      return writer.take() + frame
    }
    (isSettled, hasLost) = (false, false)
    writer.send(reader.kept)
    if reader.keepsUnknown { writer.forget() }
    let start = writer.bytes.count
    var old = shown ?? TerminalPicture(reader.picture.size)
    if shown == nil || reader.cleared != nil {
      let ground = reader.cleared ?? .plain
      writer.clear(ground)
      old = TerminalPicture(reader.picture.size, ground)
    }
    var cursor: Point?
    if reader.isCursorShown, let x = reader.x, let y = reader.y { cursor = Point(x: x, y: y) }
    FrameDifference(from: old, to: reader.picture, cursor: cursor).write(to: &writer)
    shown = reader.picture
    var bytes = writer.take()
    if asks, reader.cleared != nil, bytes.count >= LineCredit.markedEvery, mayAsk {
      bytes.insert(contentsOf: Self.question(isUTF8: isUTF8), at: start)
    }
    return bytes
  }

  /// Brings cursor and pen to where ncurses has them, for what it is to send by itself.
  mutating func settle() -> [UInt8] {
    settle(reader)
    return writer.take()
  }

  private mutating func settle(_ reader: FrameReader) {
    if isSettled { return }
    isSettled = true
    if let pen = reader.pen { writer.set(pen) }
    if let x = reader.x, let y = reader.y { writer.move(x, y) }
  }

  // MARK: Whether characters are repeated

  /// A character that is repeated, at the beginning of the second row, and a question for the place
  /// of the cursor (CPR, ECMA-48 8.3.14).
  ///
  /// It stands before the screen is emptied.
  /// With UTF-8 it is a wide blank: who repeats nothing, or bytes, or the last character of ASCII, is
  /// in another column then than who knows REP.
  static func question(isUTF8: Bool) -> [UInt8] {
    let character = isUTF8 ? "\u{3000}\u{1b}[2b" : "-\u{1b}[5b"
    return Array("\u{1b}[2;1H\(character)\u{1b}[6n".utf8)
  }

  /// The column, from 1, where the cursor is then.
  static let provenColumn = 7

  private var mayAsk: Bool {
    let size = reader.picture.size
    return skills.mayRepeat && !repeats && size.width >= 2 * Self.provenColumn && size.height > 2
  }
}
