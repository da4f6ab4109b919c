import Browsing
import Canvas
import Glibc
import Linear
import Reading
import Records
import Terminal

/// The loop of linear mode: print a page, read a line, print the answer.
struct LinearLoop {
  private var keeper: Keeper
  private var live: LiveFolder?
  private let makeLibrary: (Reading) -> Library
  private var mode: LinearMode
  /// Whether a person types; lines from a file or a pipe get no prompt and no paging, and save no
  /// place.
  private let isTyped: Bool
  private let savedPlace: Visit?
  private let columns: Int?
  private var idle: IdleLimit?
  private var input = LineInput()
  /// Why nothing can be saved, until it has been reported.
  private var notice: String?

  /// Whether the program uses linear mode without being asked to.
  ///
  /// It does on a terminal that cannot be drawn on, and if lines come from a file or a pipe.
  static var isCalledFor: Bool {
    if isatty(STDIN_FILENO) == 1 {
      return Console.isTerminal && ["", "dumb"].contains(Console.variable("TERM") ?? "")
    }
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    if status.st_mode & S_IFMT == S_IFREG { return status.st_size > 0 }
    guard status.st_mode & S_IFMT == S_IFIFO else { return false }
    // A pipe that is already closed has no lines.
    var waited = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&waited, 1, 0) == 0 || waited.revents & Int16(POLLIN) != 0
  }

  /// A dialogue on the standard input and output.
  ///
  /// - Parameters:
  ///   - live: The folder, if it is to be reloaded when it changes.
  ///   - idle: How long it waits for a line; nil for no limit.
  ///   - library: Makes the library of a reading.
  init(
    _ reading: Reading, live: LiveFolder?, file: StateFile?, idle: IdleLimit?, charset: Charset,
    library: @escaping (Reading) -> Library
  ) {
    self.live = live
    self.idle = idle
    makeLibrary = library
    isTyped = isatty(STDIN_FILENO) == 1
    keeper = Keeper(file)
    notice = keeper.notice
    var saved = keeper.saved
    savedPlace = saved.visit
    // The result of a script must not depend on a saved place.
    if !isTyped { saved.visit = nil }
    let wanted = Console.variable("COLUMNS").flatMap { Int($0) }
    columns = wanted.flatMap { (20...1000).contains($0) ? $0 : nil }
    mode = LinearMode(library(reading), saved: saved, width: 72, charset: charset)
  }

  /// Begins at a record instead of the last place.
  mutating func open(_ reference: Reference) { mode.start(at: reference) }

  /// Runs until the reader leaves, the input ends or a signal arrives.
  mutating func run(_ output: inout Output) -> Int32 {
    measure()
    idle?.restart()
    _ = say(mode.start(), &output)
    while true {
      if isTyped { output.write(mode.prompt) }
      output.flush()
      switch input.next(within: idle?.patience()) {
      case .line(let line):
        idle?.restart()
        measure()
        // Every answer follows its question, on paper as on a terminal.
        if !isTyped { for line in [""] + mode.echo(line) { output.line(line) } }
        catchUp(&output)
        if say(mode.take(line), &output) { return ExitCode.success.rawValue }
      case .end:
        if isTyped { output.line() }
        keep(mode.state.saved)
        output.flush()
        return ExitCode.success.rawValue
      case .interrupted(let signal):
        keep(mode.state.saved)
        if signal == SIGINT {
          output.line()
          output.flush()
        }
        return SessionEvent.exitCode(for: signal)
      case .nothing:
        if isOver(&output) { return ExitCode.success.rawValue }
      }
    }
  }

  /// Reports that it will end soon, or that it ends, if no line was typed for too long.
  private mutating func isOver(_ output: inout Output) -> Bool {
    let due = idle?.due()
    if case .warning(let seconds)? = due {
      if isTyped { output.line() }
      let text = "Nothing was typed for a while: this ends in \(seconds) seconds. Enter goes on."
      for line in mode.lines(of: text) { output.line(line) }
    }
    guard due == .end, let idle else { return false }
    if isTyped { output.line() }
    keep(mode.state.saved)
    for line in mode.lines(of: "Nothing was typed for \(idle.text), so this has ended.") {
      output.line(line)
    }
    output.flush()
    return true
  }

  /// Reloads a folder that has changed since the last line.
  private mutating func catchUp(_ output: inout Output) {
    live?.take()
    while let wait = live?.timeout {
      // A file may be half written; the wait is limited even if the changes never end.
      usleep(UInt32(clamping: wait) * 1000)
      live?.take()
      if let change = live?.change() { say(change, &output) }
    }
    if live?.retryTimeout == 0, let change = live?.change() { say(change, &output) }
  }

  private mutating func say(_ change: LiveFolder.Change, _ output: inout Output) {
    let notice: String
    switch change {
    case .read(let reading):
      mode.reload(makeLibrary(reading))
      let count = reading.diagnostics.count
      notice =
        "The dossier has changed and was reloaded"
        + (count == 0 ? "." : ", with \(count == 1 ? "1 fault" : "\(count) faults").")
    case .faulty(let reading, let fault):
      mode.reload(makeLibrary(reading))
      let reason = fault.map { "\($0.shortPlace): \($0.message)" } ?? "nothing is left to show"
      notice = "The dossier has changed but is still shown as it was: \(reason). See 'faults'."
    case .lost(let reason): notice = "Still shown as it was read: \(reason)"
    }
    for line in mode.lines(of: notice) + [""] { output.line(line) }
  }

  /// The width may change between two lines.
  private mutating func measure() {
    mode.width = max(20, columns ?? Console.columns ?? (Console.isTerminal ? 80 : 72))
    var size = winsize()
    let isKnown = Console.isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    let rows = isKnown && size.ws_row > 3 ? Int(size.ws_row) : 24
    mode.height = isTyped && Console.isTerminal ? rows - 2 : nil
  }

  /// Prints an answer; true if the dialogue is over.
  private mutating func say(_ answer: LinearMode.Answer, _ output: inout Output) -> Bool {
    for line in answer.lines { output.line(line) }
    var isLeft = false
    for effect in answer.effects {
      switch effect {
      case .save(let saved): keep(saved)
      case .quit: isLeft = true
      default: break
      }
    }
    tell(&output)
    return isLeft
  }

  private mutating func keep(_ saved: SavedState) {
    var saved = saved
    if !isTyped { saved.visit = savedPlace }
    if keeper.isDue(saved) { notice = keeper.keep(saved) ?? notice }
  }

  /// Reports once why nothing is saved.
  private mutating func tell(_ output: inout Output) {
    guard let notice else { return }
    self.notice = nil
    for line in mode.lines(of: notice) { output.line(line) }
  }
}
