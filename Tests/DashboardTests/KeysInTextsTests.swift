import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Query
@testable import Records
@testable import Talk

/// That every text names the keys in force.
///
/// The same is done under two keymaps whose keys are one column wide: one has the standard letters,
/// in the other every key is a Cherokee letter. Where the texts differ, both have to name a key of
/// the same action; where they do not, no standard key may be named.
@Suite struct KeysInTextsTests {
  /// The actions that the texts named outside of help and hints, to know that something was found.
  private final class Named {
    var actions: Set<String> = []
  }

  /// A small dossier whose unit is no letter by itself.
  private static let small: Reading = {
    var folder = MemoryFolder.small
    folder["data/units.csv"] = folder["data/units.csv"]?.replacing(",l,", with: ",litres,")
    return DossierReader.read(folder)
  }()

  private static let dossiers: [(name: String, reading: Reading)] = [
    ("built in", builtInReading), ("filled", small),
    ("empty", Reading(dossier: Dossier(), diagnostics: [])),
    (
      "faulty",
      Reading(
        dossier: Dossier(),
        diagnostics: [Diagnostic(.error, file: "a.md", "nothing is right")])
    ),
  ]
  private static let sizes = [(40, 12), (80, 24), (200, 60)].map { Size(width: $0, height: $1) }

  // MARK: The test itself

  /// A key that is written into a sentence, a cell or behind a colon is found; words are none.
  @Test func aKeyThatIsWrittenDownIsFound() {
    for (text, key) in [
      ("No bookmarks yet. b sets one on the record.", "b"), ("C hides it.", "C"),
      ("Matrix: theme by addressee      m", "m"), ("│ more: j ─┘", "j"),
      ("2 faults; ! lists them.", "!"),
      ("There is no search yet; / starts a search.", "/"),
    ] {
      #expect(Self.standardKeys(in: text, Self.dashboardKeys) == [key], "\(text)")
    }
    let text =
      "│ Chapters ─ 3 of 7 │ U.S.-Mexico, 2.1 a │ US ? │ > 5 %, Eric L. Olson, 3 / 10 │ ! A fault"
    #expect(Self.standardKeys(in: text, Self.dashboardKeys).isEmpty)
    #expect(Self.difference("b sets one", "Ꭰ sets one", [["b": ["x"]], ["Ꭰ": ["x"]]], nil) == nil)
    #expect(Self.difference("b sets one", "Ꭰ sets one", [["b": ["x"]], ["Ꭰ": ["y"]]], nil) != nil)
  }

  // MARK: The dashboard

  @Test(arguments: dossiers.indices) func screensNameTheKeysInForce(dossier: Int) {
    let (name, reading) = Self.dossiers[dossier]
    let old = Library(reading, preferences: Preferences(keys: Self.letters))
    let new = Library(reading, preferences: Preferences(keys: Self.others))
    let named = Named()
    for size in Self.sizes {
      for visit in Self.visits(reading) {
        var state = State(size: size)
        state.visit = visit
        _ = update(&state, .resize(size), old)
        for overlay in visit.route == .faults ? Self.overlays : [nil] {
          state.overlay = overlay
          let (before, after) = (Dashboard.draw(state, old), Dashboard.draw(state, new))
          let fault = Self.fault(
            before, after, Self.dashboardKeys, overlay == nil ? named : nil)
          #expect(fault == nil, "\(name), \(visit.route), \(size): \(fault ?? "")")
        }
      }
    }
    // What is sure to name a key: the matrix, and where something is missing, the way on.
    if name == "empty" { #expect(named.actions.isSuperset(of: ["indicators", "bookmark"])) }
    if name == "faulty" {
      #expect(named.actions.contains("faults"))
      let canvas = Dashboard.draw(State(size: Self.sizes[1]), new)
      #expect(Self.row(canvas, 0).contains("\(new.keys.keyName(for: .faults)) 1 fault"))
    }
    #expect(named.actions.isSuperset(of: ["matrix", "clear-filter"]), "\(name): \(named.actions)")
  }

  @Test(arguments: [0, 1]) func noticesNameTheKeysInForce(dossier: Int) {
    let reading = Self.dossiers[dossier].reading
    let libraries = [Self.letters, Self.others, Self.none].map {
      Library(reading, preferences: Preferences(keys: $0))
    }
    let named = Named()
    func press(_ actions: [Action], _ visit: Visit) {
      let notices = libraries.map { library in
        var state = State(size: Size(width: 80, height: 24))
        state.visit = visit
        _ = update(&state, .resize(state.size), library)
        for action in actions {
          state.overlay = nil
          _ = update(&state, .action(action), library)
        }
        return state.notice ?? ""
      }
      let fault = Self.fault(notices, Self.dashboardKeys, named)
      #expect(fault == nil, "\(visit.route), \(actions): \(fault ?? "")")
    }
    for visit in Self.visits(reading) {
      for binding in Self.letters.bindings { press([binding.action], visit) }
    }
    // A chart is set by one action after another.
    let chart = Self.letters.bindings.filter { $0.scope == .charts }.map(\.action)
    for first in chart {
      for second in chart { press([first, second], Self.chart(of: reading)) }
    }
    let expected: Set = [
      "indicators", "recommendations", "search", "mouse", "compare", "hide-series", "focus-series",
    ]
    #expect(named.actions.isSuperset(of: expected), "\(named.actions)")
  }

  /// The indicator with the most series.
  private static func chart(of reading: Reading) -> Visit {
    let indicator = reading.dossier.indicators.max { $0.series.count < $1.series.count }
    return Visit(.indicator(indicator?.id ?? ""))
  }

  /// Every screen, one of each kind of record among them, one that is not there, and lists in which
  /// nothing is left.
  private static func visits(_ reading: Reading) -> [Visit] {
    let catalogue = Catalogue(reading.dossier)
    var routes: [Route] = [
      .overview, .recommendations, .matrix, .indicators, .timeline, .index, .search, .bookmarks,
      .faults, .chapter("none"), .recommendation("none"), .indicator("none"),
      .record(Reference(.note, "none")), .original(Reference(.note, "none")),
    ]
    var kinds: Set<RecordKind> = []
    for (reference, _) in catalogue.names where kinds.insert(reference.kind).inserted {
      routes += [Route(of: reference) ?? .overview, .original(reference)]
    }
    let narrowed = [Route.recommendations, .indicators, .timeline, .index].map { route in
      var visit = Visit(route)
      visit.query.chapters = ["none"]
      return visit
    }
    return routes.map(Visit.init) + narrowed
  }

  private static let overlays: [Browsing.Overlay?] = [
    nil, .help(scroll: 0), .help(scroll: 40), .palette(NameChoice("recommendations")),
    .comparison(NameChoice("qqq")),
  ]

  // MARK: Talks

  @Test(arguments: Talk.Seat.allCases) func talksNameTheKeysInForce(seat: Talk.Seat) {
    let stages = [Self.talkLetters, Self.talkOthers, Self.noTalkKeys].map { keys in
      Stage(BriefingDecks.sample, Library(builtInReading, preferences: Preferences(talkKeys: keys)))
    }
    let named = Named()
    func press(_ actions: [TalkAction], _ size: Size, isAlone: Bool = false) {
      let talks = stages.map { stage in
        var talk = Talk(seat, size: size, stage)
        talk.isAlone = isAlone
        talk.hasBegun = true
        talk.now = 1000
        _ = update(&talk, .choice(.slide(2)), stage)
        for action in actions {
          talk.overlay = nil
          _ = update(&talk, .action(action), stage)
        }
        return talk
      }
      // Above the last row of a slide are large letters, pictures, and what is made of the dossier.
      let fault =
        Self.fault(talks.map { $0.notice ?? "" }, Self.talkKeys, named)
        ?? Self.fault(
          Self.draw(talks[0], stages[0]), Self.draw(talks[1], stages[1]), Self.talkKeys, named,
          from: talks[0].overlay == nil ? size.height - 1 : 0)
      #expect(fault == nil, "\(seat), \(size), \(actions): \(fault ?? "")")
    }
    for action in TalkAction.allCases {
      for size in Self.sizes {
        press([action], size)
        press([action], size, isAlone: true)
      }
      for second in TalkAction.allCases { press([action, second], Self.sizes[1]) }
    }
    if seat == .console { #expect(named.actions.contains("restart-clock")) }
    if seat != .follower { #expect(named.actions.contains("search"), "\(named.actions)") }
  }

  @Test func whoBrowsesIsToldTheKeyBack() {
    let marks = [Self.talkLetters, Self.talkOthers, Self.noTalkKeys].map { keys in
      let library = Library(builtInReading, preferences: Preferences(talkKeys: keys))
      let stage = Stage(BriefingDecks.sample, library)
      var canvas = Canvas(Size(width: 60, height: 1))
      FollowerView.drawMark(
        Talk(.follower, size: canvas.size, stage), stage, on: &canvas)
      return canvas.text()
    }
    #expect(marks[0].contains("   R rejoins") && !marks[1].contains(" R "))
    #expect(Self.difference(marks[0], marks[1], Self.talkKeys, nil) == nil)
    #expect(marks[2].contains("Presenter: 1 / 10") && !marks[2].contains("rejoins"))
  }

  private static func draw(_ talk: Talk, _ stage: Stage) -> Canvas {
    switch talk.seat {
    case .presenter: PresenterView.draw(talk, stage)
    case .console: ConsoleView.draw(talk, stage)
    case .follower: FollowerView.draw(talk, stage)
    }
  }

  // MARK: Keymaps

  private static let letters = letters(DashboardKeys.standard)
  private static let others = others(DashboardKeys.standard)
  private static let none = none(DashboardKeys.standard)
  private static let talkLetters = letters(TalkKeys.standard)
  private static let talkOthers = others(TalkKeys.standard)
  private static let noTalkKeys = none(TalkKeys.standard)

  /// The standard letters of all actions; those that have none get Cyrillic ones.
  private static func letters<Action>(_ map: KeyMap<Action>) -> KeyMap<Action> {
    changed(map) { action, place in
      let keys = map.bindings.filter { $0.action == action }.flatMap(\.keys)
      return [keys.first { $0.description.count == 1 } ?? .character(letter(0x0410, place))]
    }
  }

  /// A Cherokee letter for each action.
  private static func others<Action>(_ map: KeyMap<Action>) -> KeyMap<Action> {
    changed(map) { [.character(letter(0x13A0, $1))] }
  }

  private static func none<Action>(_ map: KeyMap<Action>) -> KeyMap<Action> {
    changed(map) { _, _ in [] }
  }

  private static func changed<Action>(
    _ map: KeyMap<Action>, _ keys: (Action, Int) -> [Key]
  ) -> KeyMap<Action> {
    let actions = map.bindings.enumerated().map { ($1.action, keys($1.action, $0)) }
    return map.changed(Dictionary(actions) { first, _ in first })
  }

  private static func letter(_ start: UInt32, _ place: Int) -> Character {
    Unicode.Scalar(start + UInt32(place)).map(Character.init) ?? "?"
  }

  private static let dashboardKeys = [names(letters), names(others)]
  private static let talkKeys = [names(talkLetters), names(talkOthers)]

  /// The names of the actions of a keymap by their keys.
  private static func names<Action>(_ map: KeyMap<Action>) -> [Character: Set<String>] {
    var names: [Character: Set<String>] = [:]
    for binding in map.bindings {
      for letter in binding.keys.flatMap(\.description) {
        names[letter, default: []].insert(binding.action.name)
      }
    }
    return names
  }

  // MARK: Comparing

  /// What is wrong with two screens that should differ in nothing but keys.
  private static func fault(
    _ old: Canvas, _ new: Canvas, _ keys: [[Character: Set<String>]], _ named: Named?,
    from top: Int = 0
  ) -> String? {
    let styles = new.styleMap().split(separator: "\n", omittingEmptySubsequences: false)
    for y in top..<new.size.height {
      let (left, right) = (row(old, y), row(new, y))
      // Help and hints are lists of keys; a sentence is what names one in passing.
      let isList = styles[y].contains { $0 == "K" }
      if let fault = difference(left, right, keys, isList ? nil : named) { return fault }
      // The line that is typed has a sign before it, which is no key.
      if new.cursor?.y == y, right.contains("/") { continue }
      // The help of a talk is moved by a key of its own.
      let written = standardKeys(in: right.replacing(" more: j ", with: ""), keys)
      if !written.isEmpty { return "\(written) in: \(right)" }
    }
    return nil
  }

  /// What is wrong with a notice under both keymaps and under one without keys, where it says the
  /// same but for what a key would do.
  private static func fault(
    _ notices: [String], _ keys: [[Character: Set<String>]], _ named: Named
  ) -> String? {
    if let fault = difference(notices[0], notices[1], keys, named) { return fault }
    let written = standardKeys(in: notices[1], keys)
    if !written.isEmpty { return "\(written) in: \(notices[1])" }
    if notices[2] == notices[0] { return nil }
    let isShorter = notices[2].hasSuffix(".") && notices[0].hasPrefix(notices[2].dropLast())
    return isShorter ? nil : "without keys: \(notices[2])"
  }

  /// Where two texts differ in something else than keys of the same action.
  private static func difference(
    _ old: String, _ new: String, _ keys: [[Character: Set<String>]], _ named: Named?
  ) -> String? {
    guard old.count == new.count else { return "\(old) and: \(new)" }
    for (left, right) in zip(old, new) where left != right {
      let actions = (keys[0][left] ?? []).intersection(keys[1][right] ?? [])
      if actions.isEmpty { return "\(old) and: \(new)" }
      named?.actions.formUnion(actions)
    }
    return nil
  }

  private static func row(_ canvas: Canvas, _ y: Int) -> String {
    String((0..<canvas.size.width).compactMap { canvas.character(at: $0, y) })
  }

  /// The standard keys that a text names.
  ///
  /// A letter names one where it stands by itself, as no word does; a sign where a verb follows, for
  /// signs also mark what is inferred or wrong. Digits are counts.
  private static func standardKeys(
    in text: String, _ keys: [[Character: Set<String>]]
  ) -> [String] {
    // What stands in another panel is no part of a sentence, and what touches a border is the rest
    // of a word behind an overlay.
    let panels = text.replacing(/│[^\s│]+/, with: "│").split {
      !$0.isASCII && !$0.isLetter && !"…’".contains($0)
    }
    return panels.flatMap { standardKeys(among: $0.split(separator: " "), keys) }
  }

  private static func standardKeys(
    among words: [Substring], _ keys: [[Character: Set<String>]]
  ) -> [String] {
    words.indices.compactMap { index in
      var word = words[index]
      if word.count > 1, let last = word.last, ",;:".contains(last) { word.removeLast() }
      guard word.count == 1, let letter = word.first, letter.isASCII, !letter.isNumber,
        keys[0][letter] != nil
      else { return nil }
      let next = index + 1 < words.count ? words[index + 1] : ""
      let isVerb = next.first?.isLowercase == true && next.hasSuffix("s")
      return letter.isLetter || isVerb ? String(word) : nil
    }
  }
}
