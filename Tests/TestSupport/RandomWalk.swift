package import Browsing
import Canvas
package import Reading

/// Presses random keys on a dashboard without a terminal, changes its size now and then, and checks
/// every frame.
package struct RandomWalk {
  /// The dashboard as it is now.
  package private(set) var state: State
  /// The last keys and sizes, the latest at the end, to trace a fault.
  package private(set) var recent: [String] = []

  private let library: Library
  private let keys: [Key]
  private var random: SeededRandom

  /// A walk from the overview at 80x24; the same seed makes the same walk.
  package init(_ reading: Reading, seed: UInt64) {
    library = Library(reading)
    state = State(size: Size(width: 80, height: 24))
    random = SeededRandom(seed)
    var keys = DashboardKeys.standard.bindings.flatMap(\.keys)
    keys += "aeiounrst ".map { Key.character($0) } + [.delete, .insert, .function(9)]
    keys.removeAll { DashboardKeys.standard.action(for: $0) == .quit }
    self.keys = keys
    take(.resize(state.size))
  }

  /// Presses a key, or one time in twenty changes the size, pastes, clicks or turns the wheel;
  /// returns what is wrong with the next frame, nil if nothing is.
  package mutating func step() -> String? {
    switch random.int(0...59) {
    case 0...2:
      // One in twenty is as large as any real terminal.
      let most = random.int(0...19) == 0 ? (500, 200) : (160, 50)
      let size = Size(width: random.int(0...most.0), height: random.int(0...most.1))
      note(size.description)
      take(.resize(size))
    case 3:
      let text = Self.pastes[random.int(0...Self.pastes.count - 1)]
      note("paste \(text)")
      take(.paste(text))
    case 4:
      let point = Point(x: random.int(0...state.size.width), y: random.int(0...state.size.height))
      let rows = random.int(-3...3)
      note("\(rows == 0 ? "click" : "wheel \(rows)") at \(point.x),\(point.y)")
      take(rows == 0 ? .click(point) : .scroll(point, rows))
    default:
      let key = keys[random.int(0...keys.count - 1)]
      note(key.description)
      take(.key(key))
    }
    let canvas = Dashboard.draw(state, library)
    guard canvas.size == state.size else { return "a frame of \(canvas.size) at \(state.size)" }
    if let cursor = canvas.cursor, !canvas.bounds.contains(cursor) {
      return "the cursor at \(cursor) at \(canvas.size)"
    }
    return Self.wrongRow(of: canvas)
  }

  /// Texts to paste: words, wide and combining characters, something long.
  private static let pastes = [
    "border", "México e\u{301}", "墨西哥 👩‍👩‍👧", "", String(repeating: "long ", count: 200),
  ]

  private mutating func take(_ message: Message) { _ = update(&state, message, library) }

  private mutating func note(_ event: String) {
    if recent.count == 16 { recent.removeFirst(8) }
    recent.append(event)
  }

  /// The first row whose width in columns differs from the frame's; nil if there is none.
  private static func wrongRow(of canvas: Canvas) -> String? {
    let width = canvas.size.width
    guard width > 0, canvas.cells.count == width * canvas.size.height else {
      return canvas.cells.isEmpty ? nil : "\(canvas.cells.count) cells at \(canvas.size)"
    }
    return canvas.cells.withUnsafeBufferPointer { cells in
      var index = 0
      for y in 0..<canvas.size.height {
        var columns = 0
        let end = index + width
        while index < end {
          let glyph = cells[index].glyph
          if let scalar = glyph.scalar, scalar.value < 0x7f {
            // A control character would move the terminal's cursor.
            if scalar.value < 0x20 { return "a control character in row \(y)" }
            columns += 1
          } else {
            columns += canvas.character(at: index - y * width, y)?.columns ?? 0
          }
          index += 1
        }
        if columns != width { return "row \(y) takes \(columns) of \(width) columns" }
      }
      return nil
    }
  }
}
