public import Model

/// What the dashboard shows and never changes while it runs: the dossier and what is made from it.
///
/// What costs more than a start may take is made on first use and kept.
public final class Library {
  /// The records by their references.
  public let catalogue: Catalogue
  /// The faults found while reading.
  public let diagnostics: [Diagnostic]
  /// The reader's copy of the original; nil without one.
  public private(set) lazy var original: OriginalText? = makeOriginal()
  /// What the terminal can show.
  public let glyphs: Glyphs
  /// The keys of the dashboard.
  public let keys: DashboardKeys
  /// The keys of talks.
  public let talkKeys: TalkKeys
  /// The themes that the reader can choose among.
  public let themes: [ThemeDefinition]

  /// What leads to each record; nil while it is awaited.
  public var backlinks: Backlinks? {
    gathered(.backlinks)
    return backlinksStore
  }
  /// Where each entity is mentioned; nil while it is awaited.
  public var mentions: Mentions? {
    gathered(.mentions)
    return mentionsStore
  }
  /// All texts by their words; nil while it is awaited.
  public var searchIndex: SearchIndex? {
    gathered(.searchIndex)
    return searchIndexStore
  }
  private var backlinksStore: Backlinks?
  private var mentionsStore: Mentions?
  private var searchIndexStore: SearchIndex?
  // What was asked for and made, or is awaited from elsewhere.
  private var known: Set<Gathering.Kind> = []

  /// How many recommendations ask whom about what.
  private(set) lazy var matrix = RecommendationMatrix(
    RecommendationQuery(standing: .recommendation), in: catalogue)

  /// Indexing and hashing a copy may wait until somebody wants to see it.
  private let makeOriginal: () -> OriginalText?
  private var layouts: [LayoutKey: DocumentLayout] = [:]
  private var lists: [ListKey: ListContent] = [:]
  private var compositions: (state: State, composition: Composition)?
  private var results: (query: String, results: SearchResults)?

  private struct LayoutKey: Hashable {
    var route: Route
    var panel: Int
    var width: Int
    /// What else the text depends on: the record selected beside it.
    var detail: String
  }

  /// What a list is made from besides the dossier.
  struct ListKey: Hashable {
    var route: Route
    var panel: Int
    var query = RecommendationQuery()
    var words = ""
  }

  /// A library of a dossier with the faults found while reading it, and what the user has chosen.
  public init(
    _ reading: Reading, original: @autoclosure @escaping () -> OriginalText? = nil,
    glyphs: Glyphs = .unicode, keys: DashboardKeys = .standard, talkKeys: TalkKeys = .standard,
    themes: [ThemeDefinition] = ThemeDefinition.builtIn
  ) {
    catalogue = Catalogue(reading.dossier)
    diagnostics = reading.diagnostics
    makeOriginal = original
    self.glyphs = glyphs
    self.keys = keys
    self.talkKeys = talkKeys
    self.themes = themes
  }

  private var paletteStore: Palette?

  /// The entries of the palette that a pattern matches, best first.
  ///
  /// - Parameter indicator: Only what this indicator can be compared with; nil for all records and
  ///   commands.
  func paletteMatches(
    _ pattern: String, beside indicator: String? = nil
  ) -> [Palette.Match] {
    if paletteStore == nil { paletteStore = Palette(self) }
    return paletteStore?.matches(pattern, beside: indicator, self) ?? []
  }

  /// Leaves gathering from all texts to somebody else, who brings it by `take`: nothing here waits
  /// for it.
  public func awaitGatherings() { known = Set(Gathering.Kind.allCases) }

  /// Takes what was gathered from all texts; what is drawn from now on shows it.
  public func take(_ gathering: Gathering) {
    switch gathering {
    case .backlinks(let backlinks): backlinksStore = backlinks
    case .mentions(let mentions): mentionsStore = mentions
    case .searchIndex(let index): searchIndexStore = index
    }
    (lists, layouts, compositions) = ([:], [:], nil)
  }

  /// Gathers on first use what nobody else does.
  private func gathered(_ kind: Gathering.Kind) {
    if known.insert(kind).inserted { take(Gathering(kind, from: catalogue)) }
  }

  /// The dossier.
  public var dossier: Dossier { catalogue.dossier }

  /// The accent of a chapter.
  func accent(_ chapter: String) -> Role {
    catalogue.chapter(chapter).map { Role.accent($0.number) } ?? .heading
  }

  /// A document set in lines, made once for each width.
  func layout(
    _ document: DocumentContent, route: Route, panel: Int, width: Int, detail: String
  ) -> DocumentLayout {
    let key = LayoutKey(route: route, panel: panel, width: width, detail: detail)
    if let layout = layouts[key] { return layout }
    // A reader who resizes or pages through everything would gather layouts without end.
    if layouts.count > 64 { layouts = [:] }
    let layout = DocumentLayout(document, width: width, glyphs: glyphs)
    layouts[key] = layout
    return layout
  }

  /// A list that depends on its key alone, made once and measured: of thousands of rows, a move of
  /// the selection looks at a screenful.
  func list(_ key: ListKey, _ make: () -> ListContent) -> ListContent {
    if let list = lists[key] { return list }
    // A reader who narrows down again and again would gather lists without end.
    if lists.count > 12 { lists = [:] }
    let list = make().measured()
    lists[key] = list
    return list
  }

  /// The screen of a state; that of the last one is kept, since `update` and the drawing after it
  /// ask for the same.
  func composition(of state: State) -> Composition {
    if let compositions, compositions.state == state { return compositions.composition }
    let composition = Composition(state, self)
    compositions = (state, composition)
    return composition
  }

  /// What a search finds, made once for each query; nil while the words are awaited.
  func results(for query: String) -> SearchResults? {
    if let results, results.query == query { return results.results }
    guard let found = searchIndex?.search(query) else { return nil }
    results = (query, found)
    return found
  }
}
