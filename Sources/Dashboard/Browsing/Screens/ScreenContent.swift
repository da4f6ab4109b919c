import Canvas
import Query
import Records

/// Everything that a screen shows, before its size is known.
package struct ScreenContent {
  /// The panels, in the order in which Tab visits them.
  package var panels: [Panel]
  /// The columns of panels at 60 to 99 columns.
  var medium: [Column]
  /// The columns of panels for 100 columns or more.
  var wide: [Column]
  /// The columns of panels for 170 columns or more; those of `wide` if nil.
  var broad: [Column]?
  /// What the breadcrumb line shows after the dossier's title.
  var trail: [String]
  /// What a screen says before its panels, below the breadcrumb line; empty for none.
  var lede = ""
  /// What else the screen offers, at the end of the breadcrumb line where there is room.
  var offer = ""
  /// The panel that has the keyboard at first.
  var start = 0
  /// The selection of the main panel at first.
  var selection = 0
  /// Whether the screen tells what became of recommendations by a day.
  var followsOutcomes = false
  /// The names of the ways to sort its list, the first one at first; empty if there is only one.
  package var orders: [String] = []

  /// Panels beside each other.
  package struct Column {
    /// How wide: a number of cells, or a share of what is left.
    package var width: Extent
    /// Its slots from top to bottom.
    var slots: [Slot]

    init(_ width: Extent, _ slots: Slot...) { self.init(width, slots) }

    init(_ width: Extent, _ slots: [Slot]) {
      self.width = width
      self.slots = slots
    }
  }

  /// A place for one panel at a time.
  struct Slot {
    /// The panels that share this place; the focused one is shown, otherwise the first.
    package var panels: [Int]
    /// How high.
    package var height: Extent

    init(_ height: Extent, _ panels: Int...) { self.init(height, panels) }

    init(_ height: Extent, _ panels: [Int]) {
      self.panels = panels
      self.height = height
    }
  }

  /// How many cells a column or slot takes.
  package enum Extent {
    /// A number of cells.
    case cells(Int)
    /// A share of the remaining cells, by weight.
    case share(Int)
    /// As many as its content has rows, or a list's texts columns, up to a percentage.
    case fit(Int)
    /// A column of prose: 72 columns of text, or less to leave the others a number of cells.
    case prose(leaving: Int)
  }

  /// A screen of one panel.
  package init(_ panel: Panel, trail: [String]) {
    let column = Column(.share(1), Slot(.share(1), 0))
    self.init(panels: [panel], medium: [column], wide: [column], trail: trail)
  }

  /// A screen of several panels.
  package init(
    panels: [Panel], medium: [Column], wide: [Column], broad: [Column]? = nil, trail: [String],
    start: Int = 0, lede: String = ""
  ) {
    self.panels = panels
    self.medium = medium
    self.wide = wide
    self.broad = broad
    self.trail = trail
    self.start = start
    self.lede = lede
  }

  /// The index of the panel with a role; nil if the screen has no such panel.
  package func index(of part: Panel.Part) -> Int? { panels.firstIndex { $0.part == part } }

  /// A panel that is a list; nil if the screen has no such panel.
  package func list(_ part: Panel.Part) -> ListPanel? {
    index(of: part).flatMap { panels[$0].content as? ListPanel }
  }

  /// The main panel, if it is a list or a matrix.
  package var main: Panel? { index(of: .main).map { panels[$0] } }

  /// The selected section of the outline, counted from 1; 0 for the beginning of the text and on
  /// screens without an outline.
  package func section(_ visit: Visit) -> Int {
    index(of: .outline).map { visit[panel: $0].selection } ?? 0
  }

  /// The chart that a reader can configure; nil on other screens.
  package var chart: ChartPanel? { index(of: .chart).flatMap { panels[$0].content as? ChartPanel } }

  // MARK: Screens by route

  /// What a screen shows at a moment.
  package init(_ state: State, _ library: Library) {
    let visit = state.visit
    self =
      switch visit.route {
      case .overview: OverviewScreen.content(state, library)
      case .chapter(let id): ChapterScreen.content(id, state, library)
      case .recommendations: RecommendationsScreen.content(state, library)
      case .matrix: MatrixScreen.content(state, library)
      case .links: LinksScreen.content(visit, library)
      case .outcomes: OutcomesScreen.content(state, library)
      case .review: ReviewScreen.content(visit, library)
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
    switch visit.route {
    case .outcomes, .recommendation, .recommendations, .matrix:
      followsOutcomes = !library.outcomes.isEmpty
    default: break
    }
    guard followsOutcomes, let day = state.asOf else { return }
    trail.append("as of \(day.title)")
    let key = library.keys.keyName(for: .clearFilter)
    offer = key.isEmpty ? "" : "\(key) back to \(library.latestDay.title)"
  }

  /// A screen with one text, for a record that does not exist.
  static func missing(_ reference: String, _ library: Library) -> ScreenContent {
    let text = "The dossier has no \(reference)."
    return ScreenContent(
      Panel(
        title: "Not found",
        content: DocumentPanel([.prose(.paragraph([Span(text)]))], glyphs: library.glyphs)),
      trail: ["Not found"])
  }
}

/// The place of a panel on a screen.
package struct PanelPlacement {
  /// The panel's index in the screen's content.
  var panel: Int
  /// The frame with its border.
  var frame: Rect
  /// The panels that share this place, if there are several.
  var turns: [Int] = []

  /// The cells inside the border.
  var inside: Rect { frame.inset(columns: 2, rows: 1) }
}

extension ScreenContent {
  /// The places of the panels: one column below 60 columns, two below 100, otherwise three.
  ///
  /// A panel without a place takes the place of another when it gets the keyboard.
  func placements(in body: Rect, focus: Int) -> [PanelPlacement] {
    guard !panels.isEmpty, !body.isEmpty else { return [] }
    let focus = min(focus, panels.count - 1)
    guard body.width >= 60 else {
      return [PanelPlacement(panel: focus, frame: body, turns: Array(panels.indices))]
    }
    let columns =
      body.width < 100 ? medium : body.width < 170 ? wide : broad ?? wide
    var placements: [PanelPlacement] = []
    // Neighbours share the line between them.
    let widths = distribute(body.width + columns.count - 1, columns.map(\.width)) { column in
      (panels[columns[column].slots[0].panels[0]].content as? ListPanel).map { $0.width + 4 } ?? 0
    }
    var x = body.x
    for (column, width) in zip(columns, widths) {
      let shown = column.slots.map { $0.panels.contains(focus) ? focus : $0.panels.first ?? 0 }
      let heights = distribute(
        body.height + column.slots.count - 1, column.slots.map(\.height)
      ) { panels[shown[$0]].content.height(in: width - 4) + 2 }
      var y = body.y
      for ((slot, panel), height) in zip(zip(column.slots, shown), heights) {
        placements.append(
          PanelPlacement(
            panel: panel, frame: Rect(x: x, y: y, width: width, height: height),
            turns: slot.panels.count > 1 ? slot.panels : []))
        y += height - 1
      }
      x += width - 1
    }
    return placements
  }

  /// Lengths that add up to a total: fixed ones first, then shares by weight.
  private func distribute(
    _ total: Int, _ extents: [Extent], fit: (Int) -> Int
  ) -> [Int] {
    var lengths = [Int](repeating: 0, count: extents.count)
    var weights = 0
    var left = total
    for (index, extent) in extents.enumerated() {
      switch extent {
      case .cells(let cells): lengths[index] = min(cells, left)
      case .fit(let percent): lengths[index] = min(fit(index), total * percent / 100, left)
      case .prose(let others):
        lengths[index] = max(0, min(DocumentLayout.proseWidth + 4, left - others))
      case .share(let weight):
        weights += weight
        continue
      }
      left -= lengths[index]
    }
    for (index, extent) in extents.enumerated() {
      guard case .share(let weight) = extent, weights > 0 else { continue }
      lengths[index] = left * weight / weights
      left -= lengths[index]
      weights -= weight
    }
    // If there are no shares, the last one takes the rest.
    if let last = lengths.indices.last { lengths[last] += left }
    return lengths
  }
}
