package import Canvas
import Charts
import Query
package import Records

/// What is saved between runs: bookmarks, and the last screen with the reading position.
///
/// Written as lines of words, so that it can be read and corrected by hand:
///
///     place rec:economics-3
///     panel 0 0 12
///     size 80 24
///     bookmark indicator:us-content
package struct SavedState: Hashable, Sendable {
  /// The last screen, with selections and scroll positions; nil if there is none.
  package var visit: Visit?
  /// The terminal size for which the screen's texts were laid out; nil if unknown.
  package var size: Size?
  /// The last search.
  package var search: String
  /// The bookmarked records, the oldest first.
  package var bookmarks: [Reference]

  /// The most bookmarks that are kept.
  static let bookmarkLimit = 500

  /// A state; empty by default.
  package init(
    _ visit: Visit? = nil, size: Size? = nil, search: String = "", bookmarks: [Reference] = []
  ) {
    self.visit = visit
    self.size = size
    self.search = search
    self.bookmarks = bookmarks
  }

  /// Reads what `text` wrote; ignores unknown lines.
  package init(_ text: some StringProtocol) {
    self.init()
    for line in text.split(separator: "\n").prefix(Self.bookmarkLimit + 400) {
      let words = line.split(separator: " ").map { Substring($0) }
      guard words.count > 1 else { continue }
      switch words[0] {
      case "place": visit = visit ?? Route(name: words[1]).map { Visit($0) }
      case "search": search = String(line.dropFirst("search ".count).prefix(LineEditor.limit))
      case "size":
        guard words.count == 3, let width = Int(words[1]), let height = Int(words[2]),
          (1...1000).contains(width), (1...500).contains(height)
        else { continue }
        size = Size(width: width, height: height)
      case "bookmark":
        guard let reference = Reference(words[1]), bookmarks.count < Self.bookmarkLimit,
          !bookmarks.contains(reference)
        else { continue }
        bookmarks.append(reference)
      default: visit?.take(words)
      }
    }
  }

  /// Merges changes that another program has made to the bookmarks: those in `others`, with what
  /// was added here since `last`, without what was removed here.
  package mutating func takeBookmarks(of others: SavedState, since last: SavedState) {
    let added = bookmarks.filter { !last.bookmarks.contains($0) }
    let removed = last.bookmarks.filter { !bookmarks.contains($0) }
    bookmarks = others.bookmarks.filter { !removed.contains($0) }
    bookmarks += added.filter { !bookmarks.contains($0) }
    bookmarks.removeFirst(max(0, bookmarks.count - Self.bookmarkLimit))
  }

  /// The state as lines of words.
  package var text: String {
    var lines = visit?.lines ?? []
    if !lines.isEmpty {
      if let size { lines.append("size \(size.width) \(size.height)") }
      if !search.isEmpty { lines.append("search \(search)") }
    }
    lines += bookmarks.map { "bookmark \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// A screen as lines of words: selections and reading positions.
extension Visit {
  /// The lines; empty for screens that are not saved.
  var lines: [String] {
    guard let name = route.name else { return [] }
    var lines = ["place \(name)"]
    if focus != 0 { lines.append("focus \(focus)") }
    for (index, panel) in panels.enumerated() where panel.selection != 0 || panel.scroll != 0 {
      lines.append("panel \(index) \(panel.selection) \(panel.scroll)")
    }
    lines += queryLines.map { "list \($0) \($1)" }
    lines += chartLines.map { "chart \($0) \($1)" }
    return lines
  }

  /// The part that is saved.
  var kept: Visit {
    var visit = Visit(route)
    visit.focus = focus
    visit.query = query
    visit.chosen = chosen
    visit.unfolded = unfolded
    visit.order = order
    visit.chart = chart
    for (index, panel) in panels.enumerated().prefix(10) {
      visit[panel: index] = PanelState(selection: panel.selection, scroll: panel.scroll)
    }
    return visit
  }

  private var queryLines: [(String, String)] {
    let filters =
      query.chapters.sorted().map { ("chapter", $0) }
      + query.addressees.sorted().map { ("addressee", $0) }
      + query.themes.sorted().map { ("theme", $0) }
    let plain = RecommendationQuery()
    var lines = filters
    lines +=
      query.outcome.statuses.map(\.rawValue).sorted().map { ("status", $0) }
      + query.outcome.marks.map(\.rawValue).sorted().map { ("mark", $0) }
      + query.outcome.assessors.sorted().map { ("assessor", $0) }
    if let standing = query.standing { lines.append(("standing", standing.rawValue)) }
    if let isJoint = query.isJoint { lines.append(("joint", isJoint ? "yes" : "no")) }
    if let hasFigures = query.hasFigures { lines.append(("figures", hasFigures ? "yes" : "no")) }
    if let hasDate = query.hasDate { lines.append(("dated", hasDate ? "yes" : "no")) }
    lines += chosen.sorted().map { ("chosen", $0) } + unfolded.sorted().map { ("unfolded", $0) }
    if order != 0 { lines.append(("sorted", "\(order)")) }
    if query.sort != plain.sort { lines.append(("order", query.sort.rawValue)) }
    if query.grouping != plain.grouping { lines.append(("group", query.grouping.rawValue)) }
    return lines
  }

  private var chartLines: [(String, String)] {
    var lines: [(String, String)] = []
    if let kind = chart.kind { lines.append(("kind", kind.rawValue)) }
    if chart.measure != .value { lines.append(("measure", chart.measure.rawValue)) }
    if let glyphs = chart.glyphs { lines.append(("glyphs", glyphs.rawValue)) }
    if let focused = chart.focused { lines.append(("focused", "\(focused)")) }
    lines += chart.hidden.sorted().map { ("hidden", "\($0)") }
    if let window = chart.window {
      lines.append(("window", "\(window.lowerBound)-\(window.upperBound)"))
    }
    if let compared = chart.compared { lines.append(("compared", compared)) }
    if chart.hasSecondAxis { lines.append(("second-axis", "yes")) }
    return lines
  }

  /// Applies a line that `lines` wrote; ignores an unknown one.
  ///
  /// Numbers may be up to a million: layout later limits them to what exists.
  mutating func take(_ words: [Substring]) {
    func number(_ index: Int) -> Int? {
      guard words.indices.contains(index), let value = Int(words[index]),
        (0...1_000_000).contains(value)
      else { return nil }
      return value
    }
    switch words.first {
    case "focus": focus = number(1).map { min($0, 9) } ?? focus
    case "panel":
      guard let index = number(1), index < 10, let selection = number(2), let scroll = number(3)
      else { return }
      self[panel: index] = PanelState(selection: selection, scroll: scroll)
    case "list" where words.count == 3: takeQuery(words[1], String(words[2]))
    case "chart" where words.count == 3: takeChart(words[1], String(words[2]))
    default: return
    }
  }

  private mutating func takeQuery(_ name: Substring, _ value: String) {
    // More than a dossier can have would only waste memory.
    let most = 100
    switch name {
    case "chapter" where query.chapters.count < most: query.chapters.insert(value)
    case "addressee" where query.addressees.count < most: query.addressees.insert(value)
    case "theme" where query.themes.count < most: query.themes.insert(value)
    case "status":
      if let status = AssessmentStatus(rawValue: value) { query.outcome.statuses.insert(status) }
    case "mark":
      if let mark = OutcomeFilter.Mark(rawValue: value) { query.outcome.marks.insert(mark) }
    case "assessor" where query.outcome.assessors.count < most:
      query.outcome.assessors.insert(value)
    case "standing": query.standing = Recommendation.Standing(rawValue: value)
    case "joint": query.isJoint = ["yes": true, "no": false][value]
    case "figures": query.hasFigures = ["yes": true, "no": false][value]
    case "dated": query.hasDate = ["yes": true, "no": false][value]
    case "chosen" where chosen.count < most: chosen.insert(value)
    case "unfolded" where unfolded.count < most: unfolded.insert(value)
    case "sorted": order = Int(value).flatMap { (0..<100).contains($0) ? $0 : nil } ?? 0
    case "order": query.sort = RecommendationQuery.Sort(rawValue: value) ?? query.sort
    case "group": query.grouping = RecommendationQuery.Grouping(rawValue: value) ?? query.grouping
    default: return
    }
  }

  private mutating func takeChart(_ name: Substring, _ value: String) {
    let number = Int(value).flatMap { (0...100_000).contains($0) ? $0 : nil }
    switch name {
    case "kind": chart.kind = Chart.Kind(rawValue: value)
    case "measure": chart.measure = ChartView.Measure(rawValue: value) ?? .value
    case "glyphs": chart.glyphs = GlyphSet(rawValue: value)
    case "focused": chart.focused = number
    case "hidden": if let number, chart.hidden.count < 100 { chart.hidden.insert(number) }
    case "window":
      let ends = value.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] >= 0, ends[1] >= ends[0], ends[1] < 1_000_000 else { return }
      chart.window = ends[0]...ends[1]
    case "compared": chart.compared = value
    case "second-axis": chart.hasSecondAxis = value == "yes"
    default: return
    }
  }
}
