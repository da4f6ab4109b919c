import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Records

extension DashboardTests {
  /// That every key of the keymap does in the running program what it says.
  @Suite struct KeyTests {
    @Test func everyKeyOfTheKeymapIsPressed() {
      let pressed = Set(KeyPress.all.map(\.key) + KeyPress.ends)
      // A review needs an import's folder: ReviewScreenTests press its keys.
      for binding in DashboardKeys.standard.bindings where binding.scope != .review {
        for key in binding.keys {
          #expect(pressed.contains(key.description), "\(key) (\(binding.help)) has no case")
        }
      }
    }

    @Test func everyKeyDoesWhatItSays() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      for press in KeyPress.all {
        // A fresh overview, whatever the key before has left.
        try run.press("i o \(press.before)")
        try #require(run.difference() == nil, "before \(press.key)")
        #expect(!press.isDone(run.emulator), "\(press.key) would prove nothing")
        try run.press(press.key)
        try #require(run.difference() == nil, "\(press.key) after \(press.before)")
        #expect(
          press.isDone(run.emulator),
          "\(press.key) after \(press.before):\n\(run.emulator.text)")
        try run.press(press.after)
        try #require(run.difference() == nil, "after \(press.key)")
      }
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    @Test func controlLDrawsEverythingAnew() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      run.settle()
      let start = run.terminal.output.count
      try run.press("Ctrl-L")
      #expect(run.terminal.read(timeout: DashboardRun.patience) { $0.output.count > start + 1000 })
      #expect(run.difference() == nil)
    }

    @Test func aTalkIsGivenFromWhereTheReaderIsAndLeadsBackThere() throws {
      let run = try DashboardRun()
      try run.press("2 j j")
      #expect(run.difference() == nil)
      // The dashboard without a terminal knows that a talk is wanted, and waits.
      try run.press("p Down Down Down Down Enter")
      #expect(run.effects.last == .present(nil, from: Reference(.chapter, "security")))
      #expect(run.shows { !$0.text.contains("›") && $0.text.contains("Security") })
      run.terminal.send(Array(" ".utf8))
      #expect(run.shows("what is asked"))
      run.emulator.resize(Size(width: 100, height: 30))
      run.resize(Size(width: 100, height: 30))
      run.terminal.send(Array("q".utf8))
      #expect(run.shows("e ends the talk"))
      run.terminal.send(Array("y".utf8))
      #expect(run.difference() == nil)
      try run.press("k Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    @Test func keysTypedAheadReachTheTalkAndWhatFollowsItTheDashboard() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      run.terminal.send(Array("p\r  qy2".utf8))
      run.type("2")
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
    }

    @Test func aTerminalThatGoesAwayInATalkEndsTheProgram() throws {
      let run = try DashboardRun()
      try run.press("p Enter")
      #expect(run.shows("1 / "))
      run.terminal.signal(SIGTERM)
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(128 + SIGTERM))
      #expect(run.leftovers() == [])
    }

    @Test func theThemeKeyChangesAllCellsAtOnce() throws {
      let run = try DashboardRun(
        ["--theme", "slate"], environment: ["TERM": "xterm-256color"], theme: "slate")
      #expect(run.difference() == nil)
      #expect(run.backgrounds == [236])
      try run.press("T")
      #expect(run.difference() == nil && run.state.theme == "high-contrast")
      #expect(run.backgrounds == [16])
      try run.press("T T")
      #expect(run.difference() == nil && run.state.theme == "terminal")
      #expect(run.backgrounds == [nil])
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    @Test func withoutColoursAThemeSaysThatItShowsNone() throws {
      let run = try DashboardRun(environment: ["NO_COLOR": "1"])
      #expect(run.difference() == nil)
      run.terminal.send("T")
      #expect(run.shows("Theme: light. This terminal shows no colours now."))
      #expect(run.backgrounds == [nil])
    }

    @Test func theMouseKeySwitchesReports() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil && !run.emulator.isMouseOn)
      try run.press("M")
      #expect(run.shows { $0.isMouseOn })
      try run.press("M")
      #expect(run.shows { !$0.isMouseOn })
    }
  }
}

/// A key, what is typed before it, and how the screen shows that it was heard.
struct KeyPress: Sendable {
  /// The keys that lead from the overview to where the key means something.
  var before: String
  /// The key.
  var key: String
  /// What leads back to where all keys are heard.
  var after = ""
  /// Whether the screen shows what the key does.
  var isDone: @Sendable (Emulator) -> Bool

  /// Keys that end the program, or whose effect is no picture; other tests press them.
  static let ends = ["Q", "Ctrl-C", "Ctrl-L", "E"]

  /// Every other key of the keymap.
  static let all: [KeyPress] = moving + going + finding + records + charts

  private static func each(
    _ keys: String, _ before: String, after: String = "",
    _ isDone: @escaping @Sendable (Emulator) -> Bool
  ) -> [KeyPress] {
    keys.split(separator: " ").map {
      KeyPress(before: before, key: String($0), after: after, isDone: isDone)
    }
  }

  /// A text stands on the screen.
  private static func text(_ text: String) -> @Sendable (Emulator) -> Bool {
    { $0.text.contains(text) }
  }

  /// The breadcrumb line ends in a place.
  private static func place(_ name: String) -> @Sendable (Emulator) -> Bool {
    { $0.row(0).hasSuffix("› " + name) }
  }

  @Sendable private static func isOverview(_ emulator: Emulator) -> Bool {
    !emulator.row(0).contains("›") && emulator.text.contains("Asked of")
  }

  /// The cursor stands in the left or in the right half.
  private static func cursor(isRight: Bool) -> @Sendable (Emulator) -> Bool {
    { ($0.cursor.x >= 26) == isRight }
  }

  /// The row selected in a long list, counted from 0, and how many rows come after it.
  private static func selection(_ emulator: Emulator) -> (index: Int, left: Int)? {
    let words = emulator.row(1).split(separator: " ")
    guard let of = words.lastIndex(of: "of"), of > 0, of + 1 < words.count,
      let position = Int(words[of - 1]), let count = Int(words[of + 1])
    else { return nil }
    return (position - 1, count - position)
  }

  private static func selected(_ range: ClosedRange<Int>) -> @Sendable (Emulator) -> Bool {
    { selection($0).map { range.contains($0.index) } ?? false }
  }

  private static func selected(fromEnd range: ClosedRange<Int>) -> @Sendable (Emulator) -> Bool {
    { selection($0).map { range.contains($0.left) } ?? false }
  }

  private static let moving =
    each("j Down", "x", selected(1...1)) + each("k Up", "x G", selected(fromEnd: 1...1))
    + each("l Right", "", cursor(isRight: true)) + each("h Left", "l", cursor(isRight: false))
    + each("PgDn Space Ctrl-F", "x", selected(15...19))
    + each("PgUp Ctrl-B", "x G", selected(fromEnd: 15...19))
    + each("Ctrl-D", "x", selected(7...11)) + each("Ctrl-U", "x G", selected(fromEnd: 7...11))
    + each("g Home", "x G", selected(0...0)) + each("G End", "x", selected(fromEnd: 0...0))
    + each("Tab", "2", text(" Tab Figures ")) + each("Shift-Tab", "2", cursor(isRight: false))

  private static let going =
    each("Enter", "j j", place("Security")) + each("Esc Backspace", "2", isOverview)
    + each("< Alt-b", "2", isOverview) + each("> Alt-f", "2 <", place("Security"))
    + each("o", "2", isOverview) + each("0", "", place("Introduction"))
    + each("1", "", place("Economics")) + each("2", "", place("Security"))
    + each("3", "", place("Migration")) + each("4", "", place("Energy"))
    + each("5", "", place("Border")) + each("6", "", text("There is no chapter 6."))
    + each("7", "", text("There is no chapter 7.")) + each("8", "", text("There is no chapter 8."))
    + each("9", "", text("There is no chapter 9.")) + each("r", "", place("Recommendations"))
    + each("m", "", place("Matrix")) + each("X", "", place("Links"))
    + each("p", "", after: "Esc", text("5 minutes")) + each("i", "", place("Indicators"))
    + each("B", "", place("What became of it")) + each("R", "", place("Review"))
    + each("[", "r j j Enter", after: "]", text("As of "))
    + each("J", "r j", text("The built-in dossier cannot be changed."))
    + each("U", "r", text("The built-in dossier cannot be changed."))
    + each("]", "r j j Enter [ [", after: "]", text("As of 5 Oct 2023"))
    + each("Z", "2", after: "Z", { !$0.text.contains("┬") })
    + each("t", "", place("Timeline")) + each("x", "", place("Index"))
    + each("q", "2", isOverview)

  private static let finding =
    each("/", "", after: "Esc", place("Search"))
    + each("n", "", text("There is no search yet"))
    + each("n", "/ m e x i c o Enter", text("Result 1 of "))
    + each("N", "/ m e x i c o Enter n n", text("Result 1 of "))
    + each(": Ctrl-P", "", after: "Esc", text("Enter go"))

  /// The way to a chart of three series over forty years.
  private static let chart = "Tab Tab j j Enter"

  private static let charts =
    each("+", chart, { !$0.text.contains("1985   1990") })
    + each("-", "\(chart) +", text("1985   1990"))
    + each("H", "\(chart) + +", text("  2013  2014"))
    + each("L", "\(chart) + + H", { !$0.text.contains("2014") })
    + each("c", chart, text("Mexico is highlighted"))
    + each("C", "\(chart) c", { !$0.text.contains("── Mexico") })
    + each("w", chart, text("Form: ")) + each("z", chart, text("Logarithmic axis"))
    + each("d", chart, text("Drawn with: ")) + each("=", chart, after: "Esc", text("Compare with"))

  private static let records =
    each("f", "r", cursor(isRight: false)) + each("F", "r f j Enter l", selected(fromEnd: 20...29))
    + each("s", "r", text("Sorted by ")) + each("u", "r", text("rouped"))
    + each("@", "2", text("Copied: dossier --at chapter:security"))
    + each("e", "2", after: "Esc", text("Save this page as: "))
    + each("y", "2", text("Copied: ")) + each("Y", "2", text("Copied as BibTeX: "))
    + each("v", "r", text("In the original: "))
    + each("b", "2", after: "b", text("Bookmarked: ")) + each("'", "", place("Bookmarks"))
    + each("? F1", "", after: "Esc", text("down a row or a line"))
    + each("!", "", text("Faults  (")) + each("M", "", after: "M", text("The mouse is on"))
    + each("T", "", after: "T T T T T T", text("Theme: light."))
}
