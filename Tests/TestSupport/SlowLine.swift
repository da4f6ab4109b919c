/// A slow connection with latency between a program and its terminal.
///
/// The program's output arrives at a limited rate, after a delay; keys and the terminal's answers
/// take as long on the way back. What the line cannot carry yet waits in the pseudo-terminal, as it
/// does in the buffers of a real one.
package struct SlowLine {
  private let terminal: PseudoTerminal
  private let bytesPerSecond: Int
  private let delay: Int
  private var down: [(due: Int, bytes: [UInt8])] = []
  private var up: [(due: Int, bytes: [UInt8])] = []
  private var carriedUntil: Int
  private var seen: [UInt8] = []
  private var answered = 0

  /// A line to a program.
  ///
  /// - Parameters:
  ///   - baud: Bits a second; ten make a byte, as on a serial line.
  ///   - roundTrip: The round-trip time, in milliseconds.
  package init(to terminal: PseudoTerminal, baud: Int, roundTrip: Int) {
    self.terminal = terminal
    bytesPerSecond = baud / 10
    delay = roundTrip / 2
    carriedUntil = PseudoTerminal.now()
    terminal.answersStatus = false
  }

  /// Types bytes, which arrive half a round trip later.
  package mutating func type(_ bytes: [UInt8]) {
    up.append((PseudoTerminal.now() + delay, bytes))
  }

  /// Lets time pass.
  ///
  /// - Returns: The bytes that have arrived at the terminal in the meantime.
  package mutating func carry(milliseconds: Int) -> [UInt8] {
    let end = PseudoTerminal.now() + milliseconds
    let start = seen.count
    repeat {
      step()
      terminal.pause(5)
    } while PseudoTerminal.now() < end
    return Array(seen[start...])
  }

  private mutating func step() {
    let now = PseudoTerminal.now()
    let limit = (now - carriedUntil) * bytesPerSecond / 1000
    if limit > 0 {
      let bytes = terminal.read(atMost: limit)
      if !bytes.isEmpty { down.append((now + delay, bytes)) }
      carriedUntil = now
    }
    while let first = down.first, first.due <= now {
      seen += first.bytes
      down.removeFirst()
    }
    let questions = seen.ranges(of: PseudoTerminal.question).count
    for _ in answered..<max(answered, questions) { type(Array("\u{1b}[0n".utf8)) }
    answered = max(answered, questions)
    while let first = up.first, first.due <= now {
      terminal.send(first.bytes)
      up.removeFirst()
    }
  }
}
