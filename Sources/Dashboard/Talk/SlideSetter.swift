import Browsing
import Canvas
import Charts
import Query
import Records

/// Lays out the elements of a slide one below another; charts share the rows that the others leave.
struct SlideSetter {
  let library: Library
  package let accent: Role
  /// The empty lines between items of lists.
  let spacing: Int
  /// The columns of the slide's content.
  package let width: Int
  /// What is above everything.
  let heading: String
  /// The letters of everything but charts.
  let lettering: Lettering

  /// The elements in letters, before their places are known.
  private var items: [Item] = []
  /// Whether all words fit into their places and all letters exist.
  private(set) var isWhole = true
  /// What has been laid out.
  private(set) var parts: [SlideLayout.Part] = []
  /// The indicators whose charts were set.
  private(set) var charts: [String] = []

  /// Sets elements in letters.
  init(
    _ elements: [SlideElement], library: Library, accent: Role, spacing: Int, width: Int,
    heading: String, lettering: Lettering = .plain
  ) {
    self.library = library
    self.accent = accent
    self.spacing = spacing
    self.width = width
    self.heading = heading
    self.lettering = lettering
    items = items(elements, width)
  }

  /// An element before its rows are known.
  private enum Piece {
    case lines([SlideLine], isList: Bool)
    case chart(String, Chart)
    case columns([[(piece: Piece, step: Int)]], width: Int)

    var isFlexible: Bool {
      switch self {
      case .lines: false
      case .chart: true
      case .columns(let columns, _): columns.joined().contains { $0.piece.isFlexible }
      }
    }
  }

  private typealias Item = (piece: Piece, step: Int)

  /// The columns between two columns of a slide.
  private var columnGap: Int { 4 * lettering.unit }
  /// The narrowest column.
  private var leastColumn: Int { lettering.isBig ? 16 * lettering.unit : 26 }

  /// The rows that everything takes if each chart has so many.
  func height(chart: Int) -> Int { fixedRows(items, chart: chart) }

  /// Whether there is a chart.
  var hasChart: Bool { items.contains { $0.piece.isFlexible } }

  /// Gives everything its place on screens of some rows.
  mutating func place(height: Int) {
    place(items, x: 0, y: 0, width: width, room: height, screen: height)
  }

  /// The rows that everything takes.
  var bottom: Int { parts.map(\.frame.bottom).max() ?? 0 }

  private mutating func items(
    _ elements: [SlideElement], _ width: Int, isNested: Bool = false
  ) -> [Item] {
    var items: [Item] = []
    for element in elements {
      if case .columns(let columns) = element.content {
        // Columns inside columns do not exist, but hostile decks may have them.
        let room = (width - columnGap * (columns.count - 1)) / max(1, columns.count)
        let isSideBySide = !isNested && columns.count > 1 && room >= leastColumn
        if isSideBySide {
          let sets = columns.map { self.items($0, room, isNested: true) }
          items.append((.columns(sets, width: room), element.step))
        } else {
          isWhole = isWhole && (columns.count < 2 || !lettering.isBig)
          let flat =
            isNested ? columns.joined().filter { !$0.content.isColumns } : Array(columns.joined())
          for item in self.items(flat, width, isNested: true) {
            items.append((item.piece, max(item.step, element.step)))
          }
        }
      } else if let piece = piece(element.content, width) {
        items.append((piece, element.step))
      }
    }
    return items
  }

  private mutating func set(_ blocks: [Block], _ width: Int) -> [SlideLine] {
    for case .table(let header, let rows, _) in blocks where lettering.isBig {
      let table = SlideTable(header: header, rows: rows, accent: accent, lettering: lettering)
      isWhole = isWhole && table.isGrid(width: width)
    }
    let prose = SlideProse(
      width: width, glyphs: library.glyphs, accent: accent, spacing: spacing, lettering: lettering)
    return prose.lines(blocks)
  }

  private mutating func piece(_ content: SlideContent, _ width: Int) -> Piece? {
    let records = SlideRecords(
      library: library, width: width, accent: accent, spacing: spacing, lettering: lettering)
    var isList = false
    let lines: [SlideLine]
    switch content {
    case .columns: return nil
    case .block(let block):
      if case .list = block { isList = true }
      lines = set([block], width)
    case .inclusion(.outcomes(let extract)):
      lines = set(
        extract.blocks(library.outcomes, on: library.latestDay, in: library.catalogue), width)
    case .inclusion(.chart(let id)): return chart(id, records)
    case .inclusion(.record(let reference)):
      if reference.kind == .indicator { return chart(reference.id, records) }
      lines = records.record(reference)
    case .inclusion(.recommendations(let category)): lines = records.recommendations(category)
    case .inclusion(.matrix): lines = records.matrix()
    case .inclusion(.timeline(let years)): lines = records.timeline(years)
    case .inclusion(.picture(let picture)): lines = records.framed(picture)
    }
    check(lines, width)
    return lines.isEmpty ? nil : .lines(lines, isList: isList)
  }

  /// Notes whether big letters are missing, or words too long for their lines.
  private mutating func check(_ lines: [SlideLine], _ width: Int) {
    guard lettering.isBig, isWhole else { return }
    isWhole = lines.allSatisfy { line in
      line.pieces.allSatisfy { piece in
        let text = piece.text.text
        guard lettering.has(text) else { return false }
        let end = piece.x + lettering.columns(text)
        // A line that is one word as wide as its place was probably broken within it.
        return end <= width && (text.contains(" ") || end * 10 <= width * 9)
      }
    }
  }

  private func chart(_ id: String, _ records: SlideRecords) -> Piece {
    guard let indicator = library.catalogue.indicator(id) else {
      return .lines(records.missing("This dossier has no indicator “\(id)”."), isList: false)
    }
    guard var chart = Chart(indicator: indicator, dossier: library.dossier) else {
      let note = indicator.note.isEmpty ? "No values are known." : indicator.note
      let spans = [Span(indicator.titleLine + ". ", .strong), Span(note)]
      let width = lettering.isBig ? records.width : min(records.width, SlideProse.measure)
      return .lines(lettering.wrap(spans, to: width).map { SlideLine($0) }, isList: false)
    }
    chart.isColoured = library.glyphs.hasColour
    chart.glyphs = library.glyphs.drawing(chart)
    // Nothing is repeated.
    if chart.title == heading { chart.parts.remove(.title) }
    if chart.measure == heading { chart.measure = "" }
    // A line of two points says less than two bars.
    if chart.kind == .line, chart.series.count == 1, chart.values.count == 2, chart.second == nil {
      chart.kind = .bars
    }
    return .chart(id, chart)
  }

  /// The free rows between two elements.
  private func gap(_ upper: Piece, _ lower: Piece) -> Int {
    guard case .lines(_, let isUpperList) = upper else { return 1 }
    if case .lines(_, let isList) = lower, isUpperList, isList {
      return lettering.leading + spacing
    }
    return lettering.leading + max(1, spacing)
  }

  /// The rows of an element, given those of charts.
  private func rows(_ piece: Piece, chart: Int) -> Int {
    switch piece {
    case .lines(let lines, _): lettering.rows(of: lines).height
    case .chart: chart
    case .columns(let columns, _):
      max(
        piece.isFlexible ? chart : 0,
        columns.map { fixedRows($0, chart: min(chart, Self.leastChart)) }.max() ?? 0)
    }
  }

  private func fixedRows(_ items: [Item], chart: Int) -> Int {
    var rows = 0
    for (index, item) in items.enumerated() {
      if index > 0 { rows += gap(items[index - 1].piece, item.piece) }
      rows += self.rows(item.piece, chart: chart)
    }
    return rows
  }

  /// The fewest rows for a useful chart.
  static let leastChart = 10

  private mutating func place(
    _ items: [Item], x: Int, y: Int, width: Int, room: Int, screen: Int
  ) {
    // A small screen has no more.
    let least = max(1, min(Self.leastChart, screen))
    let flexible = items.count { $0.piece.isFlexible }
    let fixed = fixedRows(
      items.map { $0.piece.isFlexible ? (.lines([], isList: false), 0) : $0 }, chart: 0)
    var share = flexible > 0 ? max(least, (room - fixed) / flexible) : 0
    if flexible > 0, fixed + share * flexible > room {
      // What does not fit on one screen gets a large part of another.
      share = max(least, min(screen, screen * 2 / 3))
    }
    var y = y
    for (index, item) in items.enumerated() {
      if index > 0 { y += gap(items[index - 1].piece, item.piece) }
      let rows = rows(item.piece, chart: share)
      let frame = Rect(x: x, y: y, width: width, height: rows)
      switch item.piece {
      case .lines(let lines, _):
        parts.append(SlideLayout.Part(content: .lines(lines), step: item.step, frame: frame))
      case .chart(let id, let chart):
        parts.append(
          SlideLayout.Part(
            content: .chart(chart, number: charts.count), step: item.step, frame: frame))
        charts.append(id)
      case .columns(let columns, let room):
        for (number, column) in columns.enumerated() {
          let items = column.map { ($0.piece, max($0.step, item.step)) }
          place(
            items, x: x + number * (room + columnGap), y: y, width: room, room: rows,
            screen: screen)
        }
      }
      y += rows
    }
  }
}

extension SlideContent {
  /// Whether it is columns.
  var isColumns: Bool { if case .columns = self { true } else { false } }
}
