/// One policy report with its data: everything that the dashboard shows.
///
/// A dossier is read once and never changes afterwards, so it can be shared
/// freely between views. Records are kept in reading order.
public struct Dossier: Sendable {
  /// The dossier's own id, a lower-case word with hyphens.
  public var id = ""
  /// The report's title.
  public var title = ""
  /// The report's subtitle, empty when it has none.
  public var subtitle = ""
  /// The report's authors or editors, in the order of its title page.
  public var authors: [String] = []
  /// Who published the report, empty when not stated.
  public var publisher = ""
  /// When the report was published.
  public var date: Period?
  /// The report's ISBN as printed, empty when it has none.
  public var isbn = ""
  /// The language of the dossier's prose, as a BCP 47 code.
  public var language = "en"
  /// The terms of use of the dossier's own text.
  public var licence = ""
  /// The plain text of the original in which locators count lines.
  public var sourceText: SourceText?
  /// What the dossier is and what it is not.
  public var about: [Block] = []

  /// The addressees of recommendations, in the order in which they are shown.
  public var addressees: [Category] = []
  /// The themes of recommendations, in the order in which they are shown.
  public var themes: [Category] = []
  /// The ids of the indicators shown on the overview, best first.
  public var headlines: [String] = []

  /// The chapters, ordered by number; an introduction has number 0.
  public var chapters: [Chapter] = []
  /// Recommendations and proposals, ordered by chapter and number.
  public var recommendations: [Recommendation] = []
  /// The indicators with their series and observations.
  public var indicators: [Indicator] = []
  /// The units that indicators name.
  public var units: [Unit] = []
  /// Who produced the values.
  public var sources: [Source] = []
  /// The events, ordered by date.
  public var events: [Event] = []
  /// The organisations, programmes, agreements, laws, places and people that are named.
  public var entities: [Entity] = []
  /// The connections across chapters.
  public var links: [Link] = []
  /// The talks that come with the dossier, ordered by id.
  public var decks: [Deck] = []

  /// An empty dossier.
  public init() {}

  /// Whether there is nothing to show: no chapter, no recommendation and no indicator.
  public var isEmpty: Bool { chapters.isEmpty && recommendations.isEmpty && indicators.isEmpty }
}

/// The plain text of the original in which a dossier's locators count lines.
public struct SourceText: Hashable, Sendable {
  /// The SHA-256 of the text's bytes in lower-case hexadecimal.
  public var sha256: String
  /// The number of lines that end in a line feed.
  public var lines: Int

  /// A text known by its digest and length.
  public init(sha256: String, lines: Int) {
    self.sha256 = sha256
    self.lines = lines
  }
}

/// An addressee or a theme: an id that records name, and a name for readers.
public struct Category: Hashable, Sendable, Identifiable {
  /// A lower-case word with hyphens.
  public var id: String
  /// The name as shown.
  public var name: String

  /// A category with its id and name.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
