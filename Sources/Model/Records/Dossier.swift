/// One policy report with its data: everything that the dashboard shows.
///
/// A dossier is read once and never changes afterwards, so it can be shared
/// freely between views. Records are kept in reading order.
package struct Dossier: Sendable {
  /// The dossier's own id, a lower-case word with hyphens.
  package var id = ""
  /// The report's title.
  package var title = ""
  /// The report's subtitle, empty if it has none.
  package var subtitle = ""
  /// The report's authors or editors, in the order of its title page.
  package var authors: [String] = []
  /// Who published the report, empty if not stated.
  package var publisher = ""
  /// When the report was published.
  package var date: Period?
  /// The report's ISBN as printed, empty if it has none.
  package var isbn = ""
  /// The language of the dossier's prose, as a BCP 47 code.
  package var language = "en"
  /// Whose words the passages are.
  package var wording = Wording.restated
  /// Whether somebody has checked the title, the date and the chapters that rules found.
  package var isConfirmed = true
  /// The terms of use of the dossier's own text.
  package var licence = ""
  /// Whose words a dossier's passages are.
  package enum Wording: String, CaseIterable, Sendable {
    /// The dossier's author's.
    case restated
    /// The report's.
    case verbatim
  }

  /// The plain text of the original in which locators count lines.
  package var sourceText: SourceText?
  /// What the dossier is and what it is not.
  package var about: [Block] = []

  /// The addressees of recommendations, in the order in which they are shown.
  package var addressees: [Category] = []
  /// The themes of recommendations, in the order in which they are shown.
  package var themes: [Category] = []
  /// The ids of the indicators shown on the overview, best first.
  package var headlines: [String] = []

  /// The chapters, ordered by number; an introduction has number 0.
  package var chapters: [Chapter] = []
  /// Recommendations and proposals, ordered by chapter and number.
  package var recommendations: [Recommendation] = []
  /// The indicators with their series and observations.
  package var indicators: [Indicator] = []
  /// The units that indicators name.
  package var units: [Unit] = []
  /// Who produced the values.
  package var sources: [Source] = []
  /// The events, ordered by date.
  package var events: [Event] = []
  /// The organisations, programmes, agreements, laws, places and people that are named.
  package var entities: [Entity] = []
  /// The connections across chapters.
  package var links: [Link] = []
  /// What became of the recommendations.
  package var followUp = FollowUp()
  /// The talks that come with the dossier, ordered by id.
  package var decks: [Deck] = []

  /// An empty dossier.
  package init() {}

  /// Whether there is nothing to show: no chapter, no recommendation and no indicator.
  package var isEmpty: Bool { chapters.isEmpty && recommendations.isEmpty && indicators.isEmpty }
}

/// The plain text of the original in which a dossier's locators count lines.
package struct SourceText: Hashable, Sendable {
  /// The SHA-256 of the text's bytes in lower-case hexadecimal.
  package var sha256: String
  /// The number of lines that end in a line feed.
  package var lines: Int

  /// A text known by its digest and length.
  package init(sha256: String, lines: Int) {
    self.sha256 = sha256
    self.lines = lines
  }
}

/// An addressee or a theme: an id that records name, and a name for readers.
package struct Category: Hashable, Sendable, Identifiable {
  /// A lower-case word with hyphens.
  package var id: String
  /// The name as shown.
  package var name: String

  /// A category with its id and name.
  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
