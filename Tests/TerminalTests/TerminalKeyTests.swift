import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

/// That the keys of each terminal are understood as its terminfo entry has them.
@Suite(.serialized) struct TerminalKeyTests {
  /// Keys by the names of their capabilities.
  private static let keys: [(capability: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete),
      ("kcbt", .backTab), ("kent", .enter), ("kbs", .backspace),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  @Test(arguments: [
    "xterm", "xterm-256color", "xterm-direct", "screen", "screen-256color", "tmux-256color",
    "linux",
    "vt100", "vt220", "rxvt-unicode", "rxvt-unicode-256color", "konsole", "konsole-256color",
    "putty", "putty-256color", "st", "st-256color", "foot", "alacritty", "xterm-kitty",
  ])
  func everyKeyIsUnderstood(_ name: String) throws {
    let entry = Terminfo(name)
    // A terminal that is not known here sends what most do.
    let known = entry ?? Terminfo("xterm-256color")
    let capabilities = try #require(known, "terminfo has no xterm-256color")
    let probe = try Probe(environment: ["TERM": name])
    #expect(probe.shows("size 80x24"))
    for (capability, key) in Self.keys {
      guard let bytes = capabilities.strings[capability] else { continue }
      // vt220's function keys on the keypad are PF keys, and the vt100's tenth is a digit's.
      try type(bytes, key, probe, "\(name) \(capability)")
    }
    // What many terminals send whatever they are called.
    for (text, key) in [
      ("\u{1b}[A", Key.up), ("\u{1b}OB", .down), ("\u{1b}[1;5C", .right), ("\u{1b}[5~", .pageUp),
      ("\u{1b}[15~", .function(5)), ("\u{1b}OP", .function(1)), ("\u{1b}[Z", .backTab),
      ("\u{1b}x", .alt("x")), ("\u{7f}", .backspace), ("\u{1b}", .escape),
    ] {
      try type(Array(text.utf8), key, probe, "\(name) \(text.debugDescription)")
    }
    probe.terminal.send("q")
    #expect(probe.terminal.wait() == .exited(0))
    #expect(probe.leftovers() == [])
  }

  /// Types a key behind a mark, so that the row below the mark is the key's.
  private func type(_ bytes: [UInt8], _ key: Key, _ probe: Probe, _ what: String) throws {
    probe.terminal.send("a")
    try #require(probe.shows { $0.rows[1...4].contains { $0.contains("key(a))") } }, "\(what)")
    probe.terminal.send(bytes)
    // The probe keeps arrows down to itself, as moves of its selection.
    if key == .down {
      probe.terminal.send("bb")
      return
    }
    let wanted = "key(\(key)))"
    #expect(
      probe.shows { $0.rows[1...4].last { !$0.isEmpty }?.hasSuffix(wanted) ?? false },
      "\(what) is no \(wanted):\n\(probe.emulator.rows[1...4])")
    probe.terminal.send("bbbb")
    try #require(probe.shows { $0.row(4).hasSuffix("key(b))") && $0.row(1).hasSuffix("key(b))") })
  }
}
