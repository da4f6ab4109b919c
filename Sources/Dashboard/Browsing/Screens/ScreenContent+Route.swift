import Records

extension ScreenContent {
  /// What a screen shows at a moment.
  package init(_ state: State, _ library: Library) {
    let visit = state.visit
    self =
      switch visit.route {
      case .overview: OverviewScreen.content(visit, library)
      case .chapter(let id): ChapterScreen.content(id, library)
      case .recommendations: RecommendationsScreen.content(state, library)
      case .matrix: MatrixScreen.content(visit, library)
      case .recommendation(let id): RecommendationScreen.content(id, state, library)
      case .indicators: IndicatorsScreen.content(visit, library)
      case .indicator(let id): IndicatorScreen.content(id, visit, library)
      case .timeline: TimelineScreen.content(visit, library)
      case .index: IndexScreen.content(visit, library)
      case .search: SearchScreen.content(state, library)
      case .original(let reference): OriginalScreen.content(reference, library)
      case .bookmarks: BookmarksScreen.content(state, library)
      case .faults: FaultsScreen.content(library)
      case .record(let reference): RecordScreen.content(reference, library)
      }
  }

  /// A screen of one text, for a record that is not there.
  static func missing(_ reference: String, _ library: Library) -> ScreenContent {
    let text = "The dossier has no \(reference)."
    return ScreenContent(
      Panel(
        title: "Not found",
        content: DocumentPanel([.prose(.paragraph([Span(text)]))], glyphs: library.glyphs)),
      trail: ["Not found"])
  }
}
