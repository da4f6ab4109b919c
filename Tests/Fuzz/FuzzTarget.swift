import Reading
import Tables
import TestSupport

@testable import Browsing
@testable import Canvas
@testable import Charts
@testable import Linear
@testable import Query
@testable import Records
@testable import Sharing
@testable import Talk
@testable import Terminal
@testable import Text

/// The parts of the program that read what others wrote, one for each first byte of an input.
///
/// What they make of it is drawn: a control byte in a cell, like a trap, is a find.
enum FuzzTarget: UInt8, CaseIterable {
  case folder = 97
  case table, configuration, deck, keys, wire, views, linear, handover

  /// Gives the bytes behind the first to the part that the first names: `a` for the first part.
  static func run(_ input: UnsafeBufferPointer<UInt8>) {
    guard let first = input.first, let target = FuzzTarget(rawValue: first) else { return }
    target.run(Array(input.dropFirst()))
  }

  private func run(_ bytes: [UInt8]) {
    switch self {
    case .folder: Self.readFolder(bytes)
    case .table: Self.readTable(bytes)
    case .configuration: Self.check(Configuration(bytes, file: "config.yaml").diagnostics)
    case .deck: Self.readDeck(bytes)
    case .keys: Self.decode(bytes)
    case .wire: Self.listen(bytes)
    case .views: Self.press(bytes)
    case .linear: Self.talk(bytes)
    case .handover: Self.receive(bytes)
    }
  }

  // MARK: Files

  /// A folder of files: each a line with its path and its text, up to a form feed.
  static func folder(_ bytes: [UInt8]) -> MemoryFolder {
    var folder = MemoryFolder()
    for part in bytes.split(separator: 0x0c).prefix(40) {
      let path = part.prefix { $0 != UInt8(ascii: "\n") }
      folder.files[String(decoding: path, as: UTF8.self)] = Array(part.dropFirst(path.count + 1))
    }
    return folder
  }

  private static func readFolder(_ bytes: [UInt8]) {
    let reading = DossierReader.read(folder(bytes))
    check(reading.diagnostics)
    let library = Library(reading)
    var state = State(size: Size(width: 60, height: 20))
    for key in [nil, "r", "m", "i", "t", "x", "1", "!"] as [Character?] {
      let message = key.map { Message.key(.character($0)) } ?? .resize(state.size)
      _ = update(&state, message, library)
      check(Dashboard.draw(state, library))
    }
    for indicator in reading.dossier.indicators.prefix(4) {
      guard let chart = Chart(indicator: indicator, dossier: reading.dossier) else { continue }
      draw(chart, Size(width: 50, height: 15))
    }
  }

  private static func readTable(_ bytes: [UInt8]) {
    guard let table = try? DataTable(bytes) else { return }
    guard let data = try? table.readAll() else { return }
    for kind in Chart.Kind.allCases {
      var chart = Chart(
        kind, title: "Table", unit: Unit(id: "", title: "number"), series: data.series)
      chart.categories = data.categories
      chart.positions = data.positions
      draw(chart, Size(width: 20 + bytes.count % 60, height: 6 + bytes.count % 20))
    }
  }

  private static func readDeck(_ bytes: [UInt8]) {
    let reading = DeckReader.read(text: bytes, name: "deck.md", dossier: sample.dossier)
    check(reading.diagnostics)
    let stage = Stage(reading.deck, Library(sample))
    for size in [Size(width: 80, height: 24), Size(width: 33, height: 9)] {
      var talk = Talk(.presenter, size: size, stage)
      for _ in 0..<8 {
        check(PresenterView.draw(talk, stage))
        _ = update(&talk, .action(.forward), stage)
      }
    }
    _ = DeckWriter.markdown(of: reading.deck)
  }

  // MARK: Keys and lines

  private static func decode(_ bytes: [UInt8]) {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    for byte in bytes { events += decoder.take(byte) }
    events += decoder.timeout()
    for case .paste(let text) in events { check(text) }
  }

  private static func listen(_ bytes: [UInt8]) {
    var reader = LineReader(limit: 8192)
    reader.append(bytes)
    while let line = reader.next() {
      _ = FollowHello(line)
      _ = ControlRequest(line)
      _ = ControlReply(line)
      if case .state(let state, let text, _)? = FollowMessage(line) {
        check(state)
        text?.split(separator: "\n").forEach { check(String($0)) }
      }
      let text = String(decoding: line, as: UTF8.self)
      if let state = PublicState(text) { precondition(PublicState(state.line) == state) }
      if let state = PrivateState(text) { precondition(PrivateState(state.line) == state) }
      _ = SavedState(text)
    }
  }

  /// Bytes as keys; one in eight is a size.
  private static func press(_ bytes: [UInt8]) {
    let library = Library(sample)
    let keys = DashboardKeys.standard.bindings.flatMap(\.keys)
    var state = State(size: Size(width: 80, height: 24))
    settle(&state, library)
    for pair in bytes.prefix(200).enumerated() {
      let byte = Int(pair.element)
      let message: Message =
        pair.offset % 8 == 7
        ? .resize(Size(width: byte % 130, height: byte % 45))
        : .key(byte < keys.count ? keys[byte] : .character(Character(Unicode.Scalar(pair.element))))
      _ = update(&state, message, library)
      check(Dashboard.draw(state, library))
    }
  }

  private static func talk(_ bytes: [UInt8]) {
    var mode = LinearMode(Library(sample), saved: SavedState(), width: 40, charset: .unicode)
    _ = mode.start()
    for line in bytes.split(separator: UInt8(ascii: "\n")).prefix(30) {
      for said in mode.take(String(decoding: line, as: UTF8.self)).lines { check(said) }
    }
  }

  /// What a presenter hands over, as a follower takes it: read, and drawn with its answer.
  private static func receive(_ bytes: [UInt8]) {
    let handover = SlideHandover(String(decoding: bytes, as: UTF8.self))
    guard let folder = HandedFolder(handover.folder) else { return }
    let reading = DossierReader.read(folder)
    check(reading.diagnostics)
    guard let slide = reading.dossier.decks.first?.slides.first else { return }
    let stage = Stage(handover.deck("talk", holding: slide), Library(reading))
    var shown = PublicState(stage.edition)
    shown.slide = handover.slide
    let answers = reading.dossier.indicators.prefix(2).map(\.reference)
    for answer in [nil] + answers.map({ PublicState.Answer($0) }) {
      shown.answer = answer
      var talk = Talk(.follower, size: Size(width: 70, height: 22), stage)
      _ = update(&talk, .received(shown, nil), stage)
      check(FollowerView.draw(talk, stage))
    }
  }

  // MARK: What must hold

  /// A small dossier in which every kind of record occurs.
  private static let sample = DossierReader.read(MemoryFolder.small)

  private static func draw(_ chart: Chart, _ size: Size) {
    var canvas = Canvas(size)
    ChartScene(chart, size: size).draw(on: &canvas)
    check(canvas)
  }

  private static func check(_ canvas: Canvas) {
    for y in 0..<canvas.size.height { check(canvas.rowText(y)) }
  }

  private static func check(_ diagnostics: [Diagnostic]) {
    // As all that prints them does.
    for diagnostic in diagnostics { check(CleanText.line("\(diagnostic)")) }
  }

  /// No byte of a text moves the cursor of a terminal.
  private static func check(_ text: String) {
    for scalar in text.unicodeScalars {
      precondition(
        scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value),
        "the control character \(scalar.value) is drawn")
    }
  }
}
