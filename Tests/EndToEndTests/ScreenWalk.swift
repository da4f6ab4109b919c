import Reading
import Testing

@testable import Browsing
@testable import Canvas
@testable import Records
@testable import Talk

/// A walk past every screen of the dashboard and some slides, with the picture at each stop.
///
/// Drawn once without a terminal, so that every terminal can be led along the same way.
struct ScreenWalk {
  /// The keys that lead on, and what is to be seen then.
  struct Stop {
    var name: String
    /// Escape is always the last: what follows it at once would be a key with Alt.
    var keys: [UInt8]
    var canvas: Canvas
    var rows: [String]
  }

  let stops: [Stop]
  /// The same of a rehearsal, without its notes and its clock.
  let slides: [Stop]

  static let unicode = ScreenWalk(.unicode)
  /// Where colours distinguish the series of charts.
  static let coloured = ScreenWalk(.unicode, drawsColour: true)
  /// On the Linux console, whose fonts have no Braille.
  static let console = ScreenWalk(.unicode, terminal: "linux")
  static let latin1 = ScreenWalk(.latin1)
  static let ascii = ScreenWalk(.ascii)
  static let size = Size(width: 80, height: 24)
  static let deck = "five-minutes"

  /// What is pressed at each stop.
  ///
  /// The first key takes a notice of the start away.
  private static let steps = [
    "i", "o", "2", "Space", "Tab Tab j", "r", "j j Enter", "l l", "r u", "m", "l l j", "i G Enter",
    "w", "i Enter", "l l +", "=", "Esc", "t", "j j Enter", "x", "j Enter", "/ m e x i c o", "Enter",
    "Enter", "?", "Esc", ":", "m a t", "Esc", "2 b 4 b '", "!", "9",
  ]
  private static let talkSteps = ["n t", "Space", "Space", "]", "o", "Esc", "?", "Esc", "G"]

  /// The walk for a terminal's name, whose locale shows Unicode.
  static func on(_ terminal: String) -> ScreenWalk { terminal == "linux" ? console : unicode }

  private init(_ charset: Charset, terminal: String = "xterm", drawsColour: Bool = false) {
    let glyphs = Glyphs.suiting(charset, terminal: terminal)
    let library = Library(builtInReading, preferences: Preferences(glyphs: glyphs))
    library.drawsColour = drawsColour
    var state = State(size: Self.size)
    settle(&state, library)
    stops = Self.steps.map { step in
      let keys = step.split(separator: " ").compactMap { Key($0) }
      for key in keys { _ = update(&state, .key(key), library) }
      return Self.stop(step, keys, Dashboard.draw(state, library), charset)
    }

    guard let deck = builtInReading.dossier.decks.first(where: { $0.id == Self.deck }) else {
      slides = []
      return
    }
    let stage = Stage(deck, library)
    var talk = Talk(.presenter, size: Self.size, stage)
    talk.showsNotes = true
    talk.showsClock = true
    _ = update(&talk, .resize(Self.size), stage)
    // Only where the time is known can the clock be started.
    _ = update(&talk, .time(1), stage)
    // A rehearsal begins with it running.
    _ = update(&talk, .key(.character("t")), stage)
    slides = Self.talkSteps.map { step in
      let keys = step.split(separator: " ").compactMap { Key($0) }
      for key in keys { _ = update(&talk, .key(key), stage) }
      return Self.stop(step, keys, PresenterView.draw(talk, stage), charset)
    }
  }

  private static func stop(
    _ name: String, _ keys: [Key], _ canvas: Canvas, _ charset: Charset
  ) -> Stop {
    let rows = (0..<size.height).map { y in
      String(charset.text(for: canvas.rowText(y)).reversed().drop { $0 == " " }.reversed())
    }
    return Stop(name: name, keys: keys.flatMap(\.bytes), canvas: canvas, rows: rows)
  }
}
