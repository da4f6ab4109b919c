import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts

/// What a configuration says, and what is said of one that is wrong.
@Suite struct ConfigurationTests {
  private func read(_ text: String) -> Configuration {
    Configuration(Array(text.utf8), file: "config.yaml")
  }

  /// The faults of a configuration, each with its line and column.
  private func faults(_ text: String) -> [String] {
    read(text).diagnostics.map { "\($0.line):\($0.column) \($0.message)" }
  }

  @Test func everySettingIsRead() {
    let configuration = read(
      """
      theme: night
      color: never
      glyphs: octant
      ascii: on
      mouse: yes
      escdelay: 200
      state: off
      themes:
        night:
          from: dark
          background: "#101418"
          heading: {foreground: bright-yellow, attributes: [bold, underline]}
          link: 117

      """)
    #expect(configuration.diagnostics.isEmpty, "\(configuration.diagnostics)")
    #expect(configuration.theme?.value == "night" && configuration.theme?.line == 1)
    #expect(configuration.color?.value == .never && configuration.glyphs?.value == .octant)
    #expect(configuration.ascii?.value == true && configuration.mouse?.value == true)
    #expect(configuration.escdelay?.value == 200 && configuration.state?.value == false)
    let night = configuration.theme(named: "night")
    #expect(night?.paper == Theme.Color(Theme.RGB(0x10, 0x14, 0x18)))
    #expect(night?[.heading].attributes == [.bold, .underline])
    #expect(night?[.link].foreground == Theme.Color(paletteIndex: 117))
    let dark = ThemeDefinition.builtIn.first { $0.name == "dark" }
    #expect(night?[.caution] == dark?[.caution])
  }

  @Test func nothingIsNoFault() {
    for text in ["", "\n", "# a remark\n", "theme:\n" + "", "keys:\n", "themes:\n"] {
      let configuration = read(text)
      #expect(configuration.theme == nil && configuration.keyLines.isEmpty)
      #expect(configuration.diagnostics.isEmpty || text == "theme:\n", "\(text)")
    }
  }

  @Test func theExampleSaysTheDefaults() {
    let configuration = read(Configuration.example)
    #expect(configuration.diagnostics.isEmpty, "\(configuration.diagnostics)")
    #expect(configuration.theme?.value == "terminal" && configuration.color?.value == .auto)
    #expect(
      configuration.glyphs?.value == .quadrant
        && configuration.escdelay?.value == Configuration.usualEscdelay)
    #expect(configuration.ascii?.value == false && configuration.mouse?.value == false)
    #expect(configuration.state?.value == true && configuration.themes.isEmpty)
    for (read, standard) in zip(configuration.keys.bindings, DashboardKeys.standard.bindings) {
      #expect(read.keys == standard.keys, "\(standard.action)")
    }
    for (read, standard) in zip(configuration.talkKeys.bindings, TalkKeys.standard.bindings) {
      #expect(Set(read.keys) == Set(standard.keys), "\(standard.action)")
    }
    #expect(configuration.keyLines.count == DashboardKeys.standard.bindings.count)
  }

  @Test func keysAreGivenAndTaken() {
    let configuration = read(
      """
      keys:
        search: [Ctrl-F, s]
        timeline: []
        help: F2
      talk-keys:
        blank: [x, b]

      """)
    #expect(configuration.diagnostics.map(\.severity).allSatisfy { $0 == .warning })
    let keys = configuration.keys
    #expect(keys.action(for: .control("f")) == .search && keys.action(for: .function(2)) == .help)
    #expect(keys.action(for: .character("/")) == nil)
    #expect(keys.action(for: .character("t"), in: .going) == nil)
    #expect(keys.action(for: .character("?")) == nil)
    #expect(configuration.talkKeys.action(for: .character("x"), in: [.console]) == .blank)
    #expect(configuration.talkKeys.action(for: .character("."), in: [.presenter]) == nil)
    // Help and hints name the keys in force.
    let library = Library(builtInReading, preferences: Preferences(keys: keys))
    var state = State(size: Size(width: 80, height: 120))
    settle(&state, library)
    _ = update(&state, .key(.function(2)), library)
    let help = Dashboard.draw(state, library).text()
    #expect(help.contains("│ Ctrl-F s  ") && help.contains("│ F2  "), "\(help)")
  }

  @Test(arguments: [
    ("thme: dark\n", "1:1 there is no setting \"thme\""),
    ("mouse: off\ntheme: drak\n", "2:8 there is no theme \"drak\""),
    ("mouse: maybe\n", "1:8 \"maybe\" is neither on nor off"),
    ("escdelay: -1\n", "1:11 \"-1\" is not a number of milliseconds"),
    (
      "escdelay: 99999999999999999999\n",
      "1:11 \"99999999999999999999\" is not a number of milliseconds"
    ),
    ("mouse: on\nmouse: off\n", "2:1 \"mouse\" appears twice; the first one counts"),
    ("keys:\n  serch: [a]\n", "2:3 there is no action \"serch\""),
    ("keys:\n  search: [Strg-F]\n", "2:12 there is no key \"Strg-F\""),
    ("keys:\n  search: [Ctrl-C]\n", "2:12 Ctrl-C is always the way out"),
    ("keys:\n  search: [x]\n  help: [x]\n", "3:10 x is already the key of search, which keeps it"),
    ("keys: yes\n", "1:1 keys lists no actions"),
    ("themes:\n  Mine: {text: red}\n", "2:3 \"Mine\" is not the name of a theme"),
    ("themes:\n  dark: {text: red}\n", "2:3 there is a theme \"dark\" already"),
    ("themes:\n  mine: {text: reddish}\n", "2:16 \"reddish\" is not a colour"),
    ("themes:\n  mine: {txt: red}\n", "2:10 there is no role \"txt\""),
    ("- a\n", "1:1 these are not settings"),
  ])
  func aFaultHasItsPlace(_ text: String, _ fault: String) {
    #expect(faults(text).contains(fault), "\(faults(text))")
  }

  @Test func aFaultLosesItsSettingAlone() {
    let configuration = read("mouse: maybe\ntheme: dark\nkeys:\n  search: [nokey, s]\n")
    #expect(configuration.theme?.value == "dark" && configuration.mouse == nil)
    #expect(configuration.keys.action(for: .character("s")) == .search)
  }

  /// A key that there is none of takes no key away; an empty list does.
  @Test func anActionKeepsItsKeysWhereNoneOfTheNamedIsOne() {
    let wrong = read("keys:\n  open: Ctrl-Ü\n  search: [Ctrl-M, f99]\n  sort: {a: b}\n")
    #expect(wrong.keys.action(for: .enter) == .open)
    #expect(wrong.keys.action(for: .character("/")) == .search)
    #expect(wrong.keys.action(for: .character("s")) == .sort)
    #expect(wrong.diagnostics.count == 4)
    #expect(read("keys:\n  open: []\n").keys.action(for: .enter) == nil)
    let half = read("keys:\n  search: [Ctrl-M, F4]\n")
    #expect(half.keys.action(for: .function(4)) == .search)
    #expect(half.keys.action(for: .character("/")) == nil)
  }

  @Test func aThemeThatCannotBeReadIsWarnedOf() {
    let configuration = read("themes:\n  pale: {background: white, text: bright-white}\n")
    #expect(configuration.diagnostics.contains { $0.message.hasPrefix("text has a contrast of 1") })
    #expect(configuration.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(configuration.themes.count == 1)
  }

  @Test func hostileFilesAreRefusedInWords() {
    let bomb = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    let deep = String(repeating: "a: {", count: 100) + String(repeating: "}", count: 100)
    let large = String(repeating: "# remark\n", count: 20_000)
    for text in [bomb, deep, large, "theme: \u{1b}[31mred\n", "\u{0}\u{1}", "keys: {", "%%%"] {
      let found = read(text)
      #expect(!found.diagnostics.isEmpty, "\(text.prefix(20).debugDescription)")
      for fault in found.diagnostics {
        #expect(!fault.description.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7f })
      }
    }
  }

  /// Random changes of the example never trap, and what they say can be drawn with.
  @Test(arguments: Trials.seeds(3)) func anyFileIsRead(seed: UInt64) {
    var random = SeededRandom(seed)
    let example = Array((Configuration.example + "theme: x\n").utf8)
    for round in 0..<60 {
      var bytes = example
      for _ in 0..<random.int(1...20) {
        let place = random.int(0...bytes.count - 1)
        switch random.int(0...2) {
        case 0: bytes[place] = UInt8(random.int(0...255))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.int(0...9)))
        default:
          bytes.insert(contentsOf: Array(":[]{}\"\n -#&*".utf8).shuffled(using: &random), at: place)
        }
        if bytes.isEmpty { bytes = example }
      }
      let configuration = Configuration(bytes, file: "config.yaml")
      #expect(
        configuration.keys.action(for: .control("c")) == .quit, "seed \(seed), round \(round)")
      #expect(configuration.talkKeys.action(for: .control("c"), in: [.follower]) == .leave)
    }
  }
}
