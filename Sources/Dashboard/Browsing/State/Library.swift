package import Canvas
package import Importing
package import Query
package import Reading
package import Records

/// A dossier as it was read, with indexes made on first use.
package final class Library {
  /// The records by their references.
  package let catalogue: Catalogue
  /// The faults found while reading.
  package let diagnostics: [Diagnostic]
  /// The reader's copy of the original; nil without one.
  package private(set) lazy var original: OriginalText? = makeOriginal()
  /// The review of the import that the dossier comes from; nil without one.
  package lazy var desk: ReviewDesk? = makeDesk()
  /// The user's preferences.
  package private(set) var preferences: Preferences
  /// What screens compute from it and cannot compute again at every key.
  let cache = Cache()

  /// The records that lead to each record.
  package private(set) lazy var backlinks = Backlinks(catalogue)
  /// The links of the dossier by chapters.
  package private(set) lazy var linkedChapters = LinkedChapters(catalogue)
  /// Where each entity is mentioned.
  package private(set) lazy var mentions = Mentions(catalogue)
  /// What became of the recommendations, for any day.
  package private(set) lazy var outcomes = Outcomes(dossier)
  /// All texts by their words.
  package private(set) lazy var searchIndex = SearchIndex(catalogue)
  /// The indexes of all texts, one by one.
  ///
  /// For a large dossier each takes longer than the answer to a key may, so they are better made
  /// while no key waits.
  package static let gatherings: [@Sendable (Library) -> Void] = [
    { _ = $0.backlinks }, { _ = $0.mentions }, { _ = $0.searchIndex },
  ]
  // Indexing and hashing a copy can wait until somebody wants to see it.
  private let makeOriginal: () -> OriginalText?
  private let makeDesk: () -> ReviewDesk?

  /// A library of a dossier with the faults found while reading it.
  package init(
    _ reading: Reading, original: @autoclosure @escaping () -> OriginalText? = nil,
    desk: @autoclosure @escaping () -> ReviewDesk? = nil, preferences: Preferences = Preferences()
  ) {
    catalogue = Catalogue(reading.dossier)
    diagnostics = reading.diagnostics
    makeOriginal = original
    makeDesk = desk
    self.preferences = preferences
  }

  /// The day for which outcomes are told unless the reader chooses another.
  package private(set) lazy var latestDay =
    preferences.today.map(outcomes.latestDay) ?? outcomes.lastDay

  /// The dossier.
  package var dossier: Dossier { catalogue.dossier }

  /// What the terminal can show.
  package var glyphs: Glyphs { preferences.glyphs }
  /// The keys of the dashboard.
  package var keys: DashboardKeys { preferences.keys }
  /// The keys of talks.
  package var talkKeys: TalkKeys { preferences.talkKeys }

  /// Whether colours distinguish the series of charts that are drawn from now on.
  package var drawsColour: Bool {
    get { preferences.glyphs.hasColour }
    set { preferences.glyphs.hasColour = newValue }
  }

  /// The accent of a chapter.
  package func accent(_ chapter: String) -> Role {
    catalogue.chapter(chapter).map { Role.accent($0.number) } ?? .heading
  }
}

extension Chapter {
  /// The chapter's number and name for lists: `1 Economics`.
  var listName: String { "\(number) \(shortTitle)" }
  /// The same for linear mode: `Chapter 1, Economics`.
  package var spokenName: String { "Chapter \(number), \(shortTitle)" }
}
