import CNcurses
import Canvas

/// Reads keys through ncurses.
///
/// It reads from a pad of its own, because reading from a window draws that window. It reads bytes
/// instead of wide characters, because ncurses drops what follows an invalid one.
struct Keyboard {
  private let pad: UnsafeMutablePointer<WINDOW>
  private var decoder: InputDecoder
  private var heardAt = 0
  private var isReady = false
  /// The most that one call takes, so that an endless paste cannot stop the drawing.
  private static let batch = 65536

  /// A keyboard of the terminal that ncurses has open.
  ///
  /// Nil if there is no memory for it.
  init?(_ typed: TypedBytes) {
    guard let pad = newpad(1, 1) else { return nil }
    self.pad = pad
    decoder = InputDecoder(typed)
    keypad(pad, true)
    nodelay(pad, true)
    // The mouse is off at first, and ncurses would read only part of a stray report.
    keyok(KEY_MOUSE, false)
  }

  /// How long to wait for the rest of a sequence, in milliseconds; nil if none is open.
  func patience(at now: Int) -> Int? { decoder.patience.map { max(0, heardAt + $0 - now) } }

  /// Takes all input that has arrived.
  ///
  /// - Returns: The events, and whether anything arrived at all.
  mutating func drain(at now: Int) -> (events: [InputEvent], isEmpty: Bool) {
    // Delayed until now, so that the first frame need not wait for some two hundred sequences.
    if !isReady {
      isReady = true
      for (sequence, code) in KeySequences.defined { define_key(sequence, code) }
    }
    var events: [InputEvent] = []
    var count = 0
    while count < Self.batch {
      let code = wgetch(pad)
      if code == ERR { break }
      count += 1
      switch code {
      case 0..<256: events += decoder.take(UInt8(truncatingIfNeeded: code))
      case KEY_RESIZE: break
      case KEY_MOUSE: if let event = mouse() { events.append(event) }
      default: events += decoder.take(key(code))
      }
    }
    heardAt = now
    if decoder.patience == 0 { events += decoder.timeout() }
    return (events, count == 0)
  }

  /// The terminal's answers since the last call.
  mutating func takeReports() -> [InputDecoder.Report] {
    guard !decoder.reports.isEmpty else { return [] }
    defer { decoder.reports = [] }
    return decoder.reports
  }

  /// Decides what an unfinished sequence was, because nothing more arrived in time.
  mutating func timeout() -> [InputEvent] { decoder.timeout() }

  /// Frees the pad.
  func close() { delwin(pad) }

  private func key(_ code: Int32) -> Key? {
    if let key = KeySequences.key(code: code) { return key }
    guard code > KEY_MAX, let name = keyname(code) else { return nil }
    return KeySequences.key(name: String(cString: name))
  }

  private func mouse() -> InputEvent? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let point = Point(x: Int(event.x), y: Int(event.y))
    if event.bstate & cncurses_mouse_click() != 0 { return .click(point) }
    if event.bstate & cncurses_mouse_wheel_up() != 0 { return .scroll(point, -1) }
    if event.bstate & cncurses_mouse_wheel_down() != 0 { return .scroll(point, 1) }
    return nil
  }
}
