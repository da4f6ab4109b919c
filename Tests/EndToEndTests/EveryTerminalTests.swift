import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

/// That every screen is right on every terminal, in every locale and with all colours or none.
@Suite struct EveryTerminalTests {
  /// A terminal's name and what it shows.
  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var depth: Theme.Depth
    /// What it cannot do, or not together with colours.
    var lacks: Style.Attributes = []
    var testDescription: String { name }

    init(_ name: String, _ depth: Theme.Depth, lacks: Style.Attributes = []) {
      self.name = name
      self.depth = depth
      self.lacks = lacks
    }

    /// What the program asks terminfo for, and what ncurses cannot show together with colours: of
    /// terminals that answer the same, one stands for all.
    var skills: [String] {
      guard let entry = Terminfo(name) else { return ["unknown"] }
      let asked = ["cup", "kmous", "rmcup", "sitm", "sgr0", "op", "cnorm", "rmkx"]
      return asked.filter { entry.strings[$0] != nil }
        + ["\(depth)", "ncv \(entry.numbers["ncv"] ?? 0)", name == "linux" ? "no Braille" : ""]
    }
  }

  /// Where terminfo does not know a name, what stands in for it shows 256 colours.
  private static let kinds = [
    Kind("xterm", .eight), Kind("xterm-256color", .palette256), Kind("xterm-16color", .sixteen),
    Kind("xterm-direct", .trueColor), Kind("screen", .eight),
    Kind("screen-256color", .palette256), Kind("tmux-256color", .palette256),
    Kind("linux", .eight, lacks: .underline), Kind("vt100", .none), Kind("vt220", .none),
    Kind("rxvt-unicode", .sixteen), Kind("rxvt-unicode-256color", .palette256),
    Kind("konsole", .eight), Kind("konsole-256color", .palette256),
    Kind("putty", .eight, lacks: [.underline, .reverse]),
    Kind("putty-256color", .palette256, lacks: [.underline, .reverse]), Kind("st", .eight),
    Kind("st-256color", .palette256),
    Kind("foot", .palette256), Kind("alacritty", .palette256), Kind("xterm-kitty", .palette256),
    Kind("kitty", .palette256),
    Kind("no-such-terminal", .palette256),
  ]

  /// The first terminal of each set of skills, or all where all cases are made.
  private static let walked: [Kind] = {
    var seen: Set<[String]> = []
    return kinds.filter { seen.insert($0.skills).inserted || Trials.areAll }
  }()

  @Test(arguments: walked) func everyScreenIsRight(_ kind: Kind) throws {
    try walk(.on(kind.name), kind, [:])
  }

  /// Themes with colours and backgrounds of their own, each on a terminal of another depth, or on all.
  private static let themed: [(String, Kind)] = {
    let themes = ["light", "dark", "slate", "high-contrast", "paper", "mono"]
    let kinds = [
      Kind("xterm-256color", .palette256), Kind("xterm-direct", .trueColor),
      Kind("rxvt-unicode", .sixteen), Kind("linux", .eight, lacks: .underline),
      Kind("vt100", .none), Kind("tmux-256color", .palette256),
    ]
    guard Trials.areAll else { return Array(zip(themes, kinds)) }
    return themes.flatMap { theme in kinds.map { (theme, $0) } }
  }()

  @Test(arguments: themed)
  func everyThemeIsRight(_ name: String, _ kind: Kind) throws {
    let theme = try #require(ThemeDefinition.builtIn.first { $0.name == name })
    let isColoured = Theme(theme, depth: kind.depth).distinguishesSeries
    try walk(isColoured ? .coloured : .on(kind.name), kind, [:], theme: theme)
  }

  @Test(
    arguments: [
      Kind("xterm-256color", .palette256), Kind("vt100", .none),
      Kind("linux", .eight, lacks: .underline), Kind("screen", .eight),
      Kind("putty", .eight, lacks: [.underline, .reverse]),
    ].prefix(Trials.areAll ? 5 : 2))
  func everyScreenIsRightInASCII(_ kind: Kind) throws {
    try walk(ScreenWalk.ascii, kind, ["LC_ALL": "C"])
  }

  @Test(.enabled(if: Latin1Locale.shared != nil, "localedef made no ISO-8859-1 locale here"))
  func everyScreenIsRightInLatin1() throws {
    let locale = try #require(Latin1Locale.shared)
    let kinds = [Kind("xterm", .eight), Kind("vt220", .none), Kind("rxvt-unicode", .sixteen)]
    for kind in kinds.prefix(Trials.areAll ? 3 : 1) {
      try walk(ScreenWalk.latin1, kind, locale.environment, isLatin1: true)
    }
  }

  @Test(arguments: ["xterm-256color", "linux", "xterm-direct"].prefix(Trials.areAll ? 3 : 1))
  func everyScreenIsRightWithoutColour(_ name: String) throws {
    try walk(.on(name), Kind(name, .none), ["NO_COLOR": "1"])
  }

  private func walk(
    _ way: ScreenWalk, _ kind: Kind, _ environment: [String: String], isLatin1: Bool = false,
    theme definition: ThemeDefinition = .terminal
  ) throws {
    let environment = environment.merging(["TERM": kind.name]) { $1 }
    let theme = Theme(definition, depth: kind.depth)
    let option =
      definition.name == ThemeDefinition.terminal.name ? [] : ["--theme", definition.name]
    for (words, stops, ending) in [
      (["--no-state"], way.stops, "Q"), (["rehearse", ScreenWalk.deck], way.slides, "qy"),
    ] {
      let arguments = words + option
      let run = try WalkedTerminal(arguments, environment: environment, isLatin1: isLatin1)
      #expect(run.fault(along: stops, theme, lacks: kind.lacks) == nil)
      #expect(run.leftovers(after: ending) == [])
    }
  }

  @Test(arguments: [
    ("no-such-terminal", "xterm-256color"), ("screen.unheard-of", "screen-256color"),
    ("vt999", "vt220"), ("tmux-unheard-of", "tmux-256color"), ("linux-unheard-of", "linux"),
  ])
  func anUnknownNameIsReportedAndServed(_ name: String, _ standIn: String) throws {
    let run = try WalkedTerminal(["--no-state"], environment: ["TERM": name])
    let sentence =
      "The terminal \(name) is unknown here, so it is treated as \(standIn)."
    #expect(
      // It may take two rows.
      run.shows(
        { $0.text.split { $0.isWhitespace }.joined(separator: " ").contains(sentence) },
        timeout: DashboardRun.patience),
      "\(run.emulator.text)")
    #expect(run.leftovers(after: "Q") == [])
  }
}

/// A locale of Western Europe's eight-bit characters, made once beside what is built.
struct Latin1Locale: Sendable {
  private let folder: String

  /// The locale; nil where it cannot be made.
  static let shared = Latin1Locale()

  private init?() {
    folder = "\(Files.packageRoot)/.build/locales"
    let made = "\(folder)/en_US/LC_CTYPE"
    if access(made, R_OK) != 0 {
      mkdir(folder, 0o755)
      // It warns of what it leaves out and ends with 1 although the locale is there.
      _ = system("/usr/bin/localedef -i en_US -f ISO-8859-1 '\(folder)/en_US' 2>/dev/null")
    }
    guard access(made, R_OK) == 0 else { return nil }
  }

  /// What makes a program use it.
  var environment: [String: String] { ["LOCPATH": folder, "LC_ALL": "en_US"] }
}
