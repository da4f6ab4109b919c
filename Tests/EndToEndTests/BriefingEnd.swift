import TerminalEmulator
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Talk

/// One end of a briefing in a pseudo-terminal, beside the same end without one, so that each of
/// its screens is known in advance.
final class BriefingEnd {
  let terminal: PseudoTerminal
  let emulator: Emulator
  private(set) var talk: Talk
  let stage: Stage
  /// The dashboard of a follower who has browsed.
  private var browsing: State?
  /// Whether the program runs, as far as the test has seen.
  var isThere = true
  private var fed = 0

  init(
    _ seat: Talk.Seat, _ arguments: [String], size: Size, stage: Stage,
    environment: [String: String]
  ) throws {
    terminal = try PseudoTerminal(
      BuiltProduct.path("dossier"), arguments, size: size, environment: environment)
    emulator = try #require(Emulator(size))
    talk = Talk(seat, size: size, stage)
    self.stage = stage
    // What is typed before the program has the terminal would be shown by the terminal itself.
    let isReady = terminal.read(timeout: DashboardRun.patience) { $0.modes?.echoes == false }
    try #require(
      isReady, "\(arguments) did not start: \(String(decoding: terminal.output, as: UTF8.self))")
  }

  /// Types a key, and tells the end without a terminal.
  func press(_ name: String) throws -> [TalkEffect] {
    let key = try #require(Key(name), "no key \(name)")
    terminal.send(key.bytes)
    guard talk.isRoaming else { return tell(.key(key)) }
    if key == stage.library.talkKeys.binding(for: .roam)?.keys.first { return tell(.action(.roam)) }
    return browse(.key(key))
  }

  /// Tells the end without a terminal something.
  @discardableResult
  func tell(_ message: TalkMessage) -> [TalkEffect] {
    if talk.seat != .follower { _ = update(&talk, .time(RealTime.now), stage) }
    let effects = update(&talk, message, stage)
    if effects.contains(.roam), browsing == nil {
      browsing = State(size: talk.size)
      _ = browse(.resize(talk.size))
    }
    return effects
  }

  private func browse(_ message: Message) -> [TalkEffect] {
    guard var state = browsing else { return [] }
    let effects = update(&state, message, stage.library)
    browsing = state
    return effects.contains(.quit) ? tell(.action(.roam)) : []
  }

  /// Changes the terminal's size.
  func resize(_ size: Size) -> [TalkEffect] {
    emulator.resize(size)
    terminal.resize(size)
    if browsing != nil { _ = browse(.resize(size)) }
    return tell(.resize(size))
  }

  /// The rows that the screen is to show.
  var expectedRows: [String] {
    var canvas =
      switch talk.seat {
      case .presenter: PresenterView.draw(talk, stage)
      case .console: ConsoleView.draw(talk, stage)
      case .follower: FollowerView.draw(talk, stage)
      }
    if talk.isRoaming, let browsing {
      canvas = Dashboard.draw(browsing, stage.library)
      FollowerView.drawMark(talk, stage, on: &canvas)
    }
    return (0..<canvas.size.height).map { canvas.rowText($0) }
  }

  /// Reads until a condition holds on the screen.
  func shows(timeout: Int = DashboardRun.patience, _ condition: (Emulator) -> Bool) -> Bool {
    var isFresh = true
    return terminal.read(timeout: timeout) { terminal in
      guard isFresh || terminal.output.count > fed else { return false }
      isFresh = false
      emulator.feed(terminal.output[fed...])
      fed = terminal.output.count
      return condition(emulator)
    }
  }

  /// Reads until a text stands on the screen.
  func shows(_ text: String) -> Bool { shows { $0.text.contains(text) } }

  /// Waits until the screen is what it has to be; what is different when it stays so.
  ///
  /// The console's first row is left out: it is a clock.
  func difference() -> String? {
    let first = talk.seat == .console ? 1 : 0
    let rows = Array(expectedRows.dropFirst(first))
    if shows({ Array($0.rows.dropFirst(first)) == rows }) { return nil }
    let found = Array(emulator.rows.dropFirst(first))
    let y = rows.indices.first { $0 >= found.count || rows[$0] != found[$0] } ?? 0
    return
      "\(talk.seat) \(talk.size), row \(y + first)\n  expected \(rows[y])\n  found    \(found[y])"
  }

  /// Waits for the end of the program.
  func ending() -> PseudoTerminal.Ending? {
    isThere = false
    return terminal.wait(timeout: DashboardRun.patience)
  }

  /// The seconds since the start on a console; nil where it says none.
  var elapsed: Int? {
    let words = emulator.row(0).split(separator: " ")
    guard let place = words.firstIndex(of: "elapsed"), place + 1 < words.count else { return nil }
    let parts = words[place + 1].split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
  }
}
