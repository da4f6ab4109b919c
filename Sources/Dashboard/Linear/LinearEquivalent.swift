import Browsing

/// What replaces a dashboard action in linear mode.
package enum LinearEquivalent: Hashable, Sendable {
  /// A command does the same.
  case command(LinearCommand)
  /// The action only concerns drawing or the screen; the text says why.
  case drawingOnly(String)
}

extension Action {
  /// What replaces the action in linear mode.
  package var linear: LinearEquivalent {
    switch self {
    case .open, .moveDown, .moveUp: return .command(.open)
    case .moveLeft, .moveRight: return .command(.value)
    case .nextPanel, .previousPanel, .wholePanel: return .command(.part)
    case .pageDown, .halfPageDown: return .command(.more)
    case .first, .redraw: return .command(.again)
    case .pageUp, .halfPageUp, .last: return .drawingOnly("what was printed stays above")
    case .back, .historyBack, .leave: return .command(.back)
    case .historyForward: return .command(.forward)
    case .search: return .command(.search)
    case .nextResult: return .command(.next)
    case .previousResult: return .command(.previous)
    case .palette: return .command(.find)
    case .help: return .command(.help)
    case .filter: return .command(.filter)
    case .clearFilter: return .command(.all)
    case .sort: return .command(.sort)
    case .group: return .command(.group)
    case .matrix: return .command(.matrix)
    case .links: return .command(.between)
    case .outcomes, .earlierDay, .laterDay: return .command(.outcomes)
    case .judge, .takeBack: return .drawingOnly("'dossier assess' adds a judgement")
    case .review, .accept, .acceptAll, .reject, .rejectAll, .putOff, .undo, .merge, .split,
      .changeTitle, .changeAddressee, .changeThemes, .changeLabel, .changeKind:
      return .drawingOnly("'dossier review' asks line by line")
    case .zoomIn, .zoomOut: return .command(.zoom)
    case .panLeft: return .command(.earlier)
    case .panRight: return .command(.later)
    case .focusSeries, .hideSeries: return .command(.series)
    case .chartKind: return .drawingOnly("the values are the same in every form of the picture")
    case .chartMeasure: return .command(.measure)
    case .chartGlyphs: return .drawingOnly("nothing is drawn")
    case .compare: return .command(.compare)
    case .secondAxis: return .drawingOnly("values have their units beside them")
    case .copyCitation: return .command(.cite)
    case .copyBibtex: return .command(.bibtex)
    case .copyCommand: return .command(.where)
    case .export: return .drawingOnly("'dossier show', 'chart' and 'export' print it")
    case .edit: return .drawingOnly("the files are edited outside")
    case .original: return .command(.original)
    case .bookmark: return .command(.mark)
    case .bookmarks: return .command(.bookmarks)
    case .faults: return .command(.faults)
    case .overview: return .command(.overview)
    case .recommendations: return .command(.recommendations)
    case .indicators: return .command(.indicators)
    case .timeline: return .command(.timeline)
    case .index: return .command(.index)
    case .present:
      return .drawingOnly("slides are pictures; 'dossier follow' tells a briefing as text")
    case .mouse: return .drawingOnly("there is nothing to point at")
    case .theme: return .drawingOnly("nothing has a colour")
    case .quit: return .command(.quit)
    case .chapter: return .command(.chapter)
    }
  }
}
