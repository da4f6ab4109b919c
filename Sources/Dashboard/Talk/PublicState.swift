package import Records

/// What the audience of a briefing may know: only what is on the screen.
///
/// It contains no notes, searches or clock. It travels as one line of printable ASCII of at most
/// 4096 bytes:
///
///     1 dossier=us-mexico-2013 deck=five-minutes slide=3 step=1
package struct PublicState: Hashable, Sendable {
  /// A record on the screen as an answer.
  package struct Answer: Hashable, Sendable {
    /// The record.
    package var reference: Reference
    /// How far it is scrolled, in millionths.
    package var place = 0

    /// A record from its top.
    package init(_ reference: Reference, place: Int = 0) {
      self.reference = reference
      self.place = place
    }
  }

  /// A chart of the slide that has the whole screen, with the value that is read out.
  package struct Drill: Hashable, Sendable {
    /// Its number among the charts of the slide, from 0.
    package var chart: Int
    /// The period that is read out, counted from 1; 0 if there is none.
    package var cursor: Int

    /// A chart with its cursor.
    package init(chart: Int, cursor: Int = 0) {
      self.chart = chart
      self.cursor = cursor
    }
  }

  /// Which dossier and deck are shown.
  package var edition: Edition
  /// The slide, from 0.
  package var slide = 0
  /// The step of the slide, from 0.
  package var step = 0
  /// How far the slide is scrolled, in millionths of its rows.
  package var place = 0
  /// Whether nothing is shown for now.
  package var isBlank = false
  /// A record shown instead of the slide; nil if there is none.
  package var answer: Answer?
  /// The chart that has the whole screen; nil if there is none.
  package var drill: Drill?
  /// The slide after which only must-show slides are left, by which slides are counted; nil for the
  /// whole talk.
  package var cutSlide: Int?
  /// Whether nobody presents for now.
  package var isWaiting = false

  /// The beginning of a talk.
  package init(_ edition: Edition) { self.edition = edition }

  /// The greatest slide, step or cursor that is read.
  private static let most = 0...99_999

  /// Reads a state; nil if the line is not one.
  ///
  /// It does not check that the deck has such a slide.
  package init?(_ line: some StringProtocol) {
    guard let line = StateLine(line), let dossier = line.string("dossier"),
      let deck = line.string("deck")
    else { return nil }
    let hashes = (line.string("dossier-hash") ?? "", line.string("deck-hash") ?? "")
    self.init(
      Edition(
        dossier: dossier == "-" ? "" : dossier, dossierHash: hashes.0,
        deck: deck == "-" ? "" : deck, deckHash: hashes.1))
    let places = 0...SlideLayout.placeLimit
    slide = line.number("slide", Self.most) ?? 0
    step = line.number("step", Self.most) ?? 0
    place = line.number("place", places) ?? 0
    isBlank = line.has("blank")
    cutSlide = line.number("cut", Self.most)
    isWaiting = line.has("waiting")
    if let reference = line.string("answer").flatMap({ Reference($0) }) {
      answer = Answer(reference, place: line.number("answer-place", places) ?? 0)
    }
    if let chart = line.number("chart", Self.most) {
      drill = Drill(chart: chart, cursor: line.number("cursor", Self.most) ?? 0)
    }
  }

  /// The state as one line without an end.
  package var line: String {
    var line = StateLine()
    line.add("dossier", edition.dossier.isEmpty ? "-" : edition.dossier)
    line.add("dossier-hash", edition.dossierHash)
    line.add("deck", edition.deck.isEmpty ? "-" : edition.deck)
    line.add("deck-hash", edition.deckHash)
    line.add("slide", slide)
    line.add("step", step)
    line.add("place", place)
    if isBlank { line.add("blank") }
    if let cutSlide { line.add("cut", cutSlide, unless: -1) }
    if isWaiting { line.add("waiting") }
    if let answer {
      line.add("answer", answer.reference.description)
      line.add("answer-place", answer.place)
    }
    if let drill {
      line.add("chart", drill.chart, unless: -1)
      line.add("cursor", drill.cursor)
    }
    return line.text
  }
}
