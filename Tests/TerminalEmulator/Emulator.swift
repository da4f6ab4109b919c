import CVTerm
package import Canvas

/// A terminal that a program's bytes are fed to, so that its screen can be read.
package final class Emulator {
  /// How a cell looks.
  package struct Look: Equatable, Sendable {
    /// The character, a space where the cell is empty.
    package var text: String
    /// The columns of the character: 1 or 2; 0 on the right half of a wide one.
    package var columns: Int
    /// What sets the cell off without colour, as far as the emulator knows it (not dim).
    package var attributes: Style.Attributes
    /// The foreground's palette index, nil for the terminal's own; 0x1000000 + RGB for a direct one.
    package var foreground: Int?
    /// The background, like the foreground.
    package var background: Int?

    /// What of it can be seen: of a space that is neither reversed nor underlined, the background; of
    /// the right half of a character nothing, for it looks like the left one.
    package var seen: Look {
      if columns == 0 { return Look(text: text, columns: 0, attributes: []) }
      guard text == " ", attributes.isDisjoint(with: [.reverse, .underline]) else { return self }
      return Look(
        text: text, columns: columns, attributes: [], foreground: nil, background: background)
    }
  }

  /// What the program has switched on.
  struct Switches {
    var cursorVisible = true
    var alternateScreen = false
    var mouse = false
    var bells = 0
  }

  /// Columns and rows.
  package private(set) var size: Size

  private var held: [UInt8] = []
  // The character that a repeat sequence repeats.
  private var repeatable = [UInt8(ascii: " ")]
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private let switches: UnsafeMutablePointer<Switches>

  /// An empty screen of a size, at least 1x1.
  package init?(_ size: Size = Size(width: 80, height: 24)) {
    guard let terminal = vterm_new(Int32(max(1, size.height)), Int32(max(1, size.width))),
      let screen = vterm_obtain_screen(terminal)
    else { return nil }
    self.terminal = terminal
    self.screen = screen
    self.size = size
    callbacks = .allocate(capacity: 1)
    switches = .allocate(capacity: 1)
    switches.initialize(to: Switches())
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let value, let switches = user?.assumingMemoryBound(to: Switches.self) else { return 1 }
      switch property {
      case VTERM_PROP_CURSORVISIBLE: switches.pointee.cursorVisible = value.pointee.boolean != 0
      case VTERM_PROP_ALTSCREEN: switches.pointee.alternateScreen = value.pointee.boolean != 0
      case VTERM_PROP_MOUSE: switches.pointee.mouse = value.pointee.number != 0
      default: break
      }
      return 1
    }
    callbacks.pointee.bell = { user in
      user?.assumingMemoryBound(to: Switches.self).pointee.bells += 1
      return 1
    }
    vterm_set_utf8(terminal, 1)
    vterm_screen_set_callbacks(screen, callbacks, switches)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
    switches.deallocate()
  }

  /// Takes bytes that a program sent.
  package func feed(_ bytes: some Collection<UInt8>) {
    plain(bytes).withUnsafeBytes {
      _ = vterm_input_write(
        terminal, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
  }

  /// Changes the size, as a terminal's window does.
  package func resize(_ size: Size) {
    self.size = size
    vterm_set_size(terminal, Int32(max(1, size.height)), Int32(max(1, size.width)))
  }

  /// How a cell looks; nil outside the screen.
  package func look(_ x: Int, _ y: Int) -> Look? {
    var cell = VTermScreenCell()
    guard x >= 0, y >= 0, x < size.width, y < size.height,
      vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &cell) != 0
    else { return nil }
    var scalars = ""
    let isContinuation = cell.chars.0 == UInt32.max
    withUnsafeBytes(of: cell.chars) { bytes in
      for value in bytes.bindMemory(to: UInt32.self) {
        guard value != 0, let scalar = Unicode.Scalar(value) else { break }
        scalars.unicodeScalars.append(scalar)
      }
    }
    var attributes: Style.Attributes = []
    if cell.attrs.bold != 0 { attributes.insert(.bold) }
    if cell.attrs.underline != 0 { attributes.insert(.underline) }
    if cell.attrs.reverse != 0 { attributes.insert(.reverse) }
    if cell.attrs.italic != 0 { attributes.insert(.italic) }
    return Look(
      text: isContinuation ? "" : scalars.isEmpty ? " " : scalars,
      columns: isContinuation ? 0 : Int(cell.width), attributes: attributes,
      foreground: Self.color(&cell.fg), background: Self.color(&cell.bg))
  }

  /// The text of a row, without the spaces at its end; empty outside the screen.
  package func row(_ y: Int) -> String {
    let text = (0..<size.width).map { look($0, y)?.text ?? "" }.joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// The text of all rows, each without the spaces at its end.
  package var rows: [String] { (0..<size.height).map(row) }

  /// The rows as one text, for a search or a failing test's message.
  package var text: String { rows.joined(separator: "\n") }

  /// Where the cursor stands.
  package var cursor: Point {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return Point(x: Int(position.col), y: Int(position.row))
  }

  /// Whether the cursor is shown.
  package var isCursorVisible: Bool { switches.pointee.cursorVisible }
  /// Whether the program has switched to the alternate screen.
  package var isAlternateScreen: Bool { switches.pointee.alternateScreen }
  /// Whether the program asks for mouse events.
  package var isMouseOn: Bool { switches.pointee.mouse }
  /// How often the bell rang.
  package var bells: Int { switches.pointee.bells }

  /// The bytes in a form that the library reads right.
  ///
  /// It reads only the first of several modes (`CSI ? 1006 ; 1000 h`), which get a sequence each,
  /// direct colours only between semicolons,
  /// and after a repeated character (`CSI n b`) that ends a column before the last it wraps too
  /// early, so that the characters are written out. A sequence that has not ended is held back, and
  /// so is a character: the library takes its bytes with one decoder and the rest with another.
  private func plain(_ new: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = (held + new)[...]
    held = []
    while let byte = rest.first {
      guard byte == 0x1b else {
        if Self.isCut(rest) { break }
        result.append(byte)
        // The bytes of one character in UTF-8.
        repeatable = byte & 0xc0 == 0x80 ? repeatable + [byte] : [byte]
        rest.removeFirst()
        continue
      }
      guard rest.count > 1, let bracket = rest.dropFirst().first else { break }
      guard bracket == UInt8(ascii: "[") else {
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
        continue
      }
      let parameters = rest.dropFirst(2).prefix { $0 >= 0x20 && $0 <= 0x3f }
      guard parameters.endIndex < rest.endIndex else { break }
      let final = rest[parameters.endIndex]
      let modes = parameters.dropFirst().split(separator: UInt8(ascii: ";"))
      if parameters.first == UInt8(ascii: "?"), modes.count > 1 {
        for mode in modes { result += Array("\u{1b}[?".utf8) + mode + [final] }
      } else if final == UInt8(ascii: "b") {
        let count = Int(String(decoding: parameters, as: UTF8.self)) ?? 1
        result += Array(repeating: repeatable, count: max(0, min(count, size.width))).joined()
      } else if final == UInt8(ascii: "m"), parameters.contains(UInt8(ascii: ":")) {
        result += Array("\u{1b}[".utf8) + Self.flat(parameters) + [final]
      } else {
        result += rest[...parameters.endIndex]
      }
      rest = rest[(parameters.endIndex + 1)...]
    }
    held = Array(rest)
    return result
  }

  /// Whether bytes are the beginning of a character in UTF-8 and no more.
  private static func isCut(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first >= 0xc0, bytes.count < 4 else { return false }
    return bytes.count < (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2)
      && bytes.dropFirst().allSatisfy { $0 & 0xc0 == 0x80 }
  }

  /// Direct colours with the parts between semicolons, instead of ISO 8613-6's colons, where the
  /// library takes the empty colour space for a part.
  private static func flat(_ parameters: ArraySlice<UInt8>) -> [UInt8] {
    Array(
      String(decoding: parameters, as: UTF8.self).replacing("8:2::", with: "8;2;")
        .replacing(":", with: ";").utf8)
  }

  private static func color(_ color: inout VTermColor) -> Int? {
    if cvterm_is_default(&color) { return nil }
    if cvterm_is_indexed(&color) { return Int(cvterm_index(&color)) }
    return 0x100_0000 + Int(cvterm_rgb(&color))
  }
}
