import Glibc
import TestSupport

/// What one run of a program in a pseudo-terminal of 80 by 24 showed.
///
/// A figure is nil where the program did not answer.
struct Run {
  /// Kibibytes of memory that were in use at most until its end.
  var peak: Double?
  /// Milliseconds from the start of the process to the last byte of the first screen.
  var firstScreen: Double?
  /// Kibibytes of memory in use once the first screen stands.
  var resident: Double?
  /// Bytes and milliseconds to the last byte for each of several moves.
  var moves: [Answer] = []
  /// The same for pages.
  var pages: [Answer] = []
  /// The same for changes of the whole screen.
  var screens: [Answer] = []
  /// The same for Escape alone, which may be the beginning of another key.
  var escapes: [Answer] = []
  /// The same for changes of a file.
  var changes: [Answer] = []
  /// Bytes sent in a second without a key.
  var idleBytes: Double?

  /// What a program sent after a key, or after its start.
  struct Answer {
    var bytes: Int
    var milliseconds: Double
  }

  /// Runs a program once, from its start to its end.
  init(_ contestant: Contestant) throws {
    let start = Self.now()
    let terminal = try PseudoTerminal(
      contestant.path, contestant.arguments, environment: contestant.environment)
    firstScreen = Self.answer(of: terminal, since: start, quiet: 200)?.milliseconds
    guard terminal.wait(timeout: 20) == nil else {
      firstScreen = nil
      return
    }
    resident = Self.kibibytes("VmRSS:", of: terminal.process)
    for key in contestant.preparation { _ = Self.press(key, terminal) }
    moves = (0..<5).compactMap { _ in Self.press(contestant.down, terminal) }
    pages = (0..<2).compactMap { _ in Self.press(contestant.pageDown, terminal) }
    screens = contestant.screens.compactMap { Self.press($0, terminal) }
    idleBytes =
      Self.answer(of: terminal, since: Self.now(), quiet: 1000, limit: 1000).map {
        Double($0.bytes)
      } ?? 0
    if let overlay = contestant.overlay {
      // Whatever is open yet.
      _ = Self.press("\u{1B}", terminal)
      escapes = (0..<3).compactMap { _ in
        _ = Self.press(overlay, terminal)
        return Self.press("\u{1B}", terminal)
      }
    }
    if let file = contestant.file {
      changes = (0..<2).compactMap { _ in
        // The key takes away what was said of the last change.
        _ = Self.press(contestant.down, terminal)
        return Self.change(file, terminal)
      }
    }
    peak = Self.kibibytes("VmHWM:", of: terminal.process)
  }

  private static func press(_ key: String, _ terminal: PseudoTerminal) -> Answer? {
    let start = now()
    terminal.send(key)
    return answer(of: terminal, since: start, quiet: 60, limit: 1000)
  }

  /// Adds an empty line to a file; what is sent of it.
  private static func change(_ file: String, _ terminal: PseudoTerminal) -> Answer? {
    guard let text = Files.read(file) else { return nil }
    let start = now()
    guard Files.write(text + "\n", to: file) else { return nil }
    let answer = answer(of: terminal, since: start, quiet: 60)
    // What a large dossier gathers afterwards is no part of the next answer.
    terminal.settle(1500)
    return answer
  }

  /// Reads until nothing has come for a while.
  ///
  /// - Parameters:
  ///   - quiet: The pause that ends an answer, in milliseconds.
  ///   - limit: The most to wait in all, in milliseconds.
  private static func answer(
    of terminal: PseudoTerminal, since start: Double, quiet: Int, limit: Double = 3000
  ) -> Answer? {
    var answer: Answer?
    while now() - start < limit {
      let wait = answer == nil ? Int(limit - (now() - start)) + 1 : quiet
      let bytes = terminal.read(timeout: wait)
      let time = now() - start
      guard !bytes.isEmpty else { break }
      answer = Answer(bytes: (answer?.bytes ?? 0) + bytes.count, milliseconds: time)
    }
    return answer
  }

  private static func kibibytes(_ name: String, of process: pid_t) -> Double? {
    guard let file = fopen("/proc/\(process)/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      let words = text.split { $0 == " " || $0 == "\t" }
      if words.first == name[...], words.count > 1 { return Double(words[1]) }
    }
    return nil
  }

  /// Milliseconds of a clock that only goes forward.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}
