import Glibc

@testable import Canvas
@testable import Terminal

// Shows what it is told: the size in the first row, the last events in the rows below. `!` traps,
// `q` ends, `m` switches the mouse, `y` copies, `c` hides the cursor, `e` exits at once.
func run() -> Int32 {
  let session: Session
  do { session = try Session(theme: .terminal, escapeDelay: 20) } catch {
    print("fault: \(error)")
    return 3
  }
  var lines: [String] = []
  var selected = 0
  var isCursorHidden = false
  var isMouseOn = false
  while true {
    var canvas = Canvas(session.size)
    canvas.put("size \(session.size) depth \(session.theme.depth) é漢─", at: 0, 0, .heading)
    for (row, line) in lines.suffix(4).enumerated() {
      canvas.put(line, at: 2, 1 + row, Style(.accent(row)))
    }
    for row in 0..<12 {
      let style = row == selected ? Style.text.with(.reverse) : .text
      canvas.put(row == selected ? "▸" : " ", at: 0, 6 + row)
      canvas.put(
        "Recommendation \(row) of the list, in 70 columns".padded(to: 70), at: 2, 6 + row, style)
    }
    canvas.cursor = isCursorHidden ? nil : Point(x: 2, y: 6 + selected)
    session.draw(canvas)
    for event in session.nextEvents(timeout: nil) {
      lines.append("\(event)")
      switch event {
      case .interrupted(let signal):
        session.stop()
        print("interrupted \(signal)")
        return SessionEvent.exitCode(for: signal)
      case .input(.key(.character("q"))):
        session.stop()
        print("ended")
        return 0
      case .input(.key(.character("!"))):
        let empty: [Int] = []
        lines.append("\(empty[lines.count])")
      case .input(.key(.character("e"))): exit(4)
      case .input(.key(.character("y"))): lines.append("copied \(session.copy("figure é"))")
      case .input(.key(.character("c"))): isCursorHidden.toggle()
      case .input(.key(.character("m"))):
        isMouseOn.toggle()
        session.setMouse(isMouseOn)
      case .input(.key(.down)):
        selected = min(11, selected + 1)
        lines.removeLast()
      default: break
      }
    }
  }
}

extension String {
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - count))
  }
}

exit(run())
