package import Canvas

/// What only presenters know about a briefing: the clock, the times of the slides, the cut.
///
/// Times are milliseconds since 1970, spans are milliseconds. It travels as one line of printable
/// ASCII of at most 4096 bytes.
package struct PrivateState: Hashable, Sendable {
  /// A request to end the talk early.
  package struct Cut: Hashable, Sendable {
    /// When it was made.
    package var start: Int
    /// How many milliseconds were left then.
    package var length: Int
    /// The slide that was on the screen then.
    package var slide: Int
    /// How many milliseconds that slide had taken until then.
    package var spent: Int

    /// A cut to a length, starting from a time and a slide.
    package init(start: Int, length: Int, slide: Int, spent: Int = 0) {
      self.start = start
      self.length = length
      self.slide = slide
      self.spent = spent
    }
  }

  /// When the talk started; nil before that.
  package var started: Int?
  /// When the current slide appeared; nil while the clock does not run.
  package var since: Int?
  /// The milliseconds spent on each slide so far; slides beyond the end were not shown yet.
  package var times: [Int] = []
  /// The cut; nil for the whole talk.
  package var cut: Cut?
  /// The file of the deck and the folder of the dossier, where those who take the briefing up find
  /// them; empty for what comes with the dossier or the program.
  package var deckFile = ""
  package var folder = ""
  /// The cells of the presenter's slide, by which its screens are counted.
  package var stage: Size

  /// The most slides whose times are kept.
  package static let slideLimit = 200
  /// The greatest time, some thousands of years from now.
  static let timeLimit = 99_999_999_999_999
  /// The greatest span, four days; a longer one counts as this.
  static let spanLimit = 345_600_000

  /// The state before a talk on a stage.
  package init(stage: Size = Size(width: 80, height: 24)) { self.stage = stage }

  /// Reads a state; nil if the line is not one.
  package init?(_ line: some StringProtocol) {
    guard let line = StateLine(line) else { return nil }
    let sizes = 1...1000
    self.init(
      stage: Size(
        width: line.number("width", sizes) ?? 80, height: line.number("height", sizes) ?? 24))
    let moments = 0...Self.timeLimit
    started = line.number("started", moments)
    since = line.number("since", moments)
    deckFile = line.string("deck-file") ?? ""
    folder = line.string("folder") ?? ""
    times = line.numbers("times", 0...Self.spanLimit, most: Self.slideLimit) ?? []
    if let start = line.number("cut", moments),
      let length = line.number("cut-length", 0...Self.spanLimit)
    {
      cut = Cut(
        start: start, length: length, slide: line.number("cut-slide", 0...99_999) ?? 0,
        spent: line.number("cut-spent", 0...Self.spanLimit) ?? 0)
    }
  }

  /// The state as one line without an end.
  package var line: String {
    var line = StateLine()
    line.add("width", stage.width, unless: 80)
    line.add("height", stage.height, unless: 24)
    if let started { line.add("started", started, unless: -1) }
    if let since { line.add("since", since, unless: -1) }
    if let cut {
      line.add("cut", cut.start, unless: -1)
      line.add("cut-length", cut.length, unless: -1)
      line.add("cut-slide", cut.slide)
      line.add("cut-spent", cut.spent)
    }
    line.add("deck-file", deckFile)
    line.add("folder", folder)
    line.add("times", times.map(String.init).joined(separator: ","))
    return line.text
  }
}
