/// A talk on a dossier: slides in order, with what a presenter needs to keep time.
///
/// Read from a file of `decks/`, or made from the dossier itself.
public struct Deck: Hashable, Sendable, Identifiable {
  /// The file's name without its ending, a lower-case word with hyphens.
  public var id: String
  /// What the talk is called.
  public var title: String
  /// How many minutes it is meant to take; nil when it has no limit.
  public var minutes: Double?
  /// The slides in the order in which they are shown.
  public var slides: [Slide]
  /// The file that it was read from and that its slides' lines are counted in.
  ///
  /// A path inside the dossier's folder where it stands there; empty when it was made from the
  /// dossier.
  public var file: String

  /// A deck; one without slides shows nothing.
  public init(
    id: String, title: String, minutes: Double? = nil, slides: [Slide] = [], file: String = ""
  ) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.slides = slides
    self.file = file
  }
}

/// One slide of a deck.
public struct Slide: Hashable, Sendable, Identifiable {
  /// The heading's slug, unique in its deck: a second slide of the same heading ends in `-2`.
  public var id: String
  /// The heading; empty when the slide has none.
  public var heading: [Span]
  /// Whether the heading stands alone in big letters, as on a title or a chapter's first slide.
  public var isTitle: Bool
  /// What stands below the heading, from top to bottom.
  public var elements: [SlideElement]
  /// What the presenter alone sees.
  public var notes: [SpeakerNote]
  /// How many minutes the slide is meant to take; nil shares what the other slides leave.
  public var minutes: Double?
  /// Whether the slide stays when the talk is cut short.
  public var isMust: Bool
  /// The line of its file where it starts, counted from 1; 0 when it was made from the dossier.
  public var line: Int

  /// A slide; everything but its id may be filled in later.
  public init(
    id: String, heading: [Span] = [], isTitle: Bool = false, elements: [SlideElement] = [],
    notes: [SpeakerNote] = [], minutes: Double? = nil, isMust: Bool = false, line: Int = 0
  ) {
    self.id = id
    self.heading = heading
    self.isTitle = isTitle
    self.elements = elements
    self.notes = notes
    self.minutes = minutes
    self.isMust = isMust
    self.line = line
  }

  /// How many steps it takes to show all of the slide; at least 1.
  public var steps: Int { 1 + (elements.map(\.lastStep) + notes.map(\.step)).reduce(0, max) }
}

/// What the presenter is to say, seen by no one else.
public struct SpeakerNote: Hashable, Sendable {
  /// The note's paragraphs.
  public var text: [Block]
  /// The step at which it is due, counted from 0.
  public var step: Int

  /// A note due at a step.
  public init(_ text: [Block], step: Int = 0) {
    self.text = text
    self.step = step
  }
}
