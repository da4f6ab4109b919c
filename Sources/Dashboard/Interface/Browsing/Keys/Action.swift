/// What a key can ask for; the raw value is its name in documentation and configuration.
public enum Action: String, CaseIterable, Sendable {
  case moveDown = "move-down"
  case moveUp = "move-up"
  case moveLeft = "move-left"
  case moveRight = "move-right"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case first
  case last
  case nextPanel = "next-panel"
  case previousPanel = "previous-panel"
  case open
  case back
  case historyBack = "history-back"
  case historyForward = "history-forward"
  case search
  case nextResult = "next-result"
  case previousResult = "previous-result"
  case palette
  case help
  case filter
  case clearFilter = "clear-filter"
  case sort
  case group
  case matrix
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case panLeft = "pan-left"
  case panRight = "pan-right"
  case focusSeries = "focus-series"
  case hideSeries = "hide-series"
  case chartKind = "chart-kind"
  case chartMeasure = "chart-measure"
  case chartGlyphs = "chart-glyphs"
  case compare
  case secondAxis = "second-axis"
  case copyCitation = "copy-citation"
  case copyBibTeX = "copy-bibtex"
  case original
  case bookmark
  case bookmarks
  case faults
  case overview
  case recommendations
  case indicators
  case timeline
  case index
  case chapter0 = "chapter-0"
  case chapter1 = "chapter-1"
  case chapter2 = "chapter-2"
  case chapter3 = "chapter-3"
  case chapter4 = "chapter-4"
  case chapter5 = "chapter-5"
  case chapter6 = "chapter-6"
  case chapter7 = "chapter-7"
  case chapter8 = "chapter-8"
  case chapter9 = "chapter-9"
  case present
  case mouse
  case theme
  case redraw
  case leave
  case quit

  /// The chapter number that the action leads to; nil for any other action.
  public var chapterNumber: Int? {
    rawValue.hasPrefix("chapter-") ? Int(rawValue.dropFirst("chapter-".count)) : nil
  }
}
