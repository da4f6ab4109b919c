/// The commands of linear mode; the raw value is the word that is typed.
///
/// A word may be abbreviated unless an earlier command in this list starts the same way: `b` is
/// back. A number alone is `open`.
package enum LinearCommand: String, CaseIterable, Sendable {
  case open
  case back
  case forward
  case more
  case next
  case previous
  case again
  case part
  case links
  case `where`
  case overview
  case chapter
  case recommendations
  case matrix
  case between
  case outcomes
  case indicators
  case timeline
  case index
  case bookmarks
  case faults
  case search
  case sources
  case find
  case filter
  case all
  case sort
  case group
  case value
  case zoom
  case earlier
  case later
  case measure
  case series
  case compare
  case cite
  case bibtex
  case original
  case mark
  case help
  case quit

  /// The argument, in capitals; empty if there is none.
  package var argument: String {
    switch self {
    case .open: "NUMBER or ID or NAME"
    case .part: "NUMBER"
    case .chapter: "NUMBER"
    case .outcomes: "[DAY]"
    case .search, .find: "WORDS"
    case .filter: "[KIND] NAME"
    case .value: "[PERIOD or NAME]"
    case .zoom: "in or out"
    case .series: "[NUMBER]"
    case .compare: "[NAME]"
    case .cite, .bibtex, .original, .mark: "[NUMBER]"
    case .help: "[COMMAND]"
    default: ""
    }
  }

  /// What the command does, as a sentence without a full stop.
  package var help: String {
    switch self {
    case .open:
      "open a numbered choice, or a record by its id or name; a number alone does the same"
    case .back: "back to where you came from"
    case .forward: "forward again after back"
    case .more: "go on reading; an empty line does the same"
    case .next: "the next section, or the next record of the list that this one was opened from"
    case .previous: "the section or record before"
    case .again: "read the page again from its start"
    case .part: "another part of the page; without a number the parts are listed"
    case .links: "what the numbers on the page lead to"
    case .where: "where you are, and where back leads"
    case .overview: "the start: what the dossier is, its chapters and headlines"
    case .chapter: "a chapter by its number; 0 is the introduction"
    case .recommendations: "the list of recommendations"
    case .matrix: "how many recommendations ask whom about what"
    case .between: "how many links lead from one chapter to another"
    case .outcomes: "what became of the recommendations; with a day, as of then"
    case .indicators: "the list of indicators"
    case .timeline: "the events by date"
    case .index: "the names and acronyms"
    case .sources: "the list of sources"
    case .bookmarks: "the list of bookmarks"
    case .faults: "the faults found while reading the dossier"
    case .search: "search everything for words; quotation marks keep words together"
    case .find: "find a record by a part of its name"
    case .filter:
      "filter the list by chapter, addressee, theme or standing; without a name, lists the choices"
    case .all: "show the whole list again"
    case .sort: "sort the recommendations another way"
    case .group: "group the recommendations another way"
    case .value: "what an indicator says at a period or for a name"
    case .zoom: "fewer or more periods of an indicator"
    case .earlier: "the periods before"
    case .later: "the periods after"
    case .measure: "values as they are, first values as 100, or change from before"
    case .series: "hide a series of an indicator, or show it again"
    case .compare: "read another indicator beside this one; without a name, no longer"
    case .cite: "how to cite the page, or a numbered choice"
    case .bibtex: "the same for BibTeX"
    case .original: "the place in your copy of the original"
    case .mark: "set or remove a bookmark on the page, or on a numbered choice"
    case .help: "the commands, or one of them"
    case .quit: "end"
    }
  }

  /// Other signs and words for a command.
  private static let others: [String: LinearCommand] = [
    "?": .help, "x": .index, "names": .index, "exit": .quit, "bye": .quit, "go": .open,
    "home": .overview, "bookmark": .mark, "copy": .cite, "prev": .previous,
    "recs": .recommendations,
    "chapters": .overview, "parts": .part, "graph": .value, "events": .timeline,
  ]

  /// The command that a word names, in full or abbreviated; nil if there is none.
  ///
  /// Ignores case.
  package init?(word: some StringProtocol) {
    let word = word.lowercased()
    guard !word.isEmpty else { return nil }
    let known =
      Self(rawValue: word) ?? Self.others[word]
      ?? Self.allCases.first { $0.rawValue.hasPrefix(word) }
    guard let known else { return nil }
    self = known
  }

  /// The shortest abbreviation that names the command, or its letter.
  package var shortest: String {
    for length in 1...rawValue.count {
      let start = rawValue.prefix(length)
      guard Self(word: start) == self else { continue }
      let letter = Self.others.first { $0.value == self && $0.key.count == 1 && $0.key != "?" }
      return length > 1 ? letter?.key ?? String(start) : String(start)
    }
    return rawValue
  }

  /// The command with its argument: `search WORDS`.
  package var title: String { argument.isEmpty ? rawValue : "\(rawValue) \(argument)" }

  /// The command with its shortest form and what it does.
  var explanation: String {
    let short = shortest == rawValue ? "" : " (\(shortest))"
    return "\(title)\(short): \(help)."
  }

  /// All commands, grouped by purpose.
  package static let groups: [(title: String, commands: [LinearCommand])] = [
    ("Going", [.open, .back, .forward, .next, .previous, .overview, .chapter, .where]),
    ("Reading", [.more, .again, .part, .links]),
    (
      "Lists",
      [
        .recommendations, .matrix, .between, .outcomes, .indicators, .timeline, .index, .sources,
        .bookmarks,
        .faults,
      ]
    ),
    ("Finding", [.search, .find, .filter, .all, .sort, .group]),
    ("Figures", [.value, .zoom, .earlier, .later, .measure, .series, .compare]),
    ("Taking it with you", [.cite, .bibtex, .original, .mark]),
    ("Other", [.help, .quit]),
  ]
}
