import Browsing
import Canvas
import Charts
import Records

/// Lays out the elements of a slide one below another; charts share the rows that the others leave.
struct SlideSetter {
  let library: Library
  package let accent: Role
  let isLoose: Bool
  /// The rows of a screen.
  package let height: Int
  /// What is above everything.
  let heading: String

  /// What has been laid out.
  private(set) var parts: [SlideLayout.Part] = []
  /// The indicators whose charts were set.
  private(set) var charts: [String] = []

  init(library: Library, accent: Role, isLoose: Bool, height: Int, heading: String) {
    self.library = library
    self.accent = accent
    self.isLoose = isLoose
    self.height = height
    self.heading = heading
  }

  /// An element before its rows are known.
  private enum Piece {
    case lines([StyledLine], isList: Bool)
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

  /// The columns between two columns of a slide, and the narrowest column.
  private static let gap = 4
  private static let leastColumn = 26

  /// Lays out elements from the top.
  mutating func set(_ elements: [SlideElement], width: Int) {
    place(items(elements, width), x: 0, y: 0, width: width, room: height)
  }

  /// The rows that everything takes.
  var bottom: Int { parts.map(\.frame.bottom).max() ?? 0 }

  private func items(_ elements: [SlideElement], _ width: Int, isNested: Bool = false) -> [Item] {
    var items: [Item] = []
    for element in elements {
      if case .columns(let columns) = element.content {
        // Columns inside columns do not exist, but hostile decks may have them.
        let room = (width - Self.gap * (columns.count - 1)) / max(1, columns.count)
        let isSideBySide = !isNested && columns.count > 1 && room >= Self.leastColumn
        if isSideBySide {
          let sets = columns.map { self.items($0, room, isNested: true) }
          items.append((.columns(sets, width: room), element.step))
        } else {
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

  private func piece(_ content: SlideContent, _ width: Int) -> Piece? {
    let records = SlideRecords(
      library: library, width: width, accent: accent, isLoose: isLoose)
    var isList = false
    let lines: [StyledLine]
    switch content {
    case .columns: return nil
    case .block(let block):
      if case .list = block { isList = true }
      let prose = SlideProse(
        width: width, glyphs: library.glyphs, accent: accent, isLoose: isLoose)
      lines = prose.lines(block)
    case .inclusion(.chart(let id)): return chart(id, records)
    case .inclusion(.record(let reference)):
      if reference.kind == .indicator { return chart(reference.id, records) }
      lines = records.record(reference)
    case .inclusion(.recommendations(let category)): lines = records.recommendations(category)
    case .inclusion(.matrix): lines = records.matrix()
    case .inclusion(.timeline(let years)): lines = records.timeline(years)
    }
    return lines.isEmpty ? nil : .lines(lines, isList: isList)
  }

  private func chart(_ id: String, _ records: SlideRecords) -> Piece {
    guard let indicator = library.catalogue.indicator(id) else {
      return .lines(records.missing("This dossier has no indicator “\(id)”."), isList: false)
    }
    guard var chart = Chart(indicator: indicator, dossier: library.dossier) else {
      let note = indicator.note.isEmpty ? "No values are known." : indicator.note
      let spans = [Span(indicator.titleLine + ". ", .strong), Span(note)]
      return .lines(
        SlideProse.wrap(spans, to: min(records.width, SlideProse.measure)), isList: false)
    }
    chart.glyphs = library.glyphs.chart
    chart.isColoured = library.glyphs.hasColour
    // Nothing is repeated.
    if chart.title == heading { chart.parts.remove(.title) }
    return .chart(id, chart)
  }

  /// The free rows between two elements.
  private func gap(_ upper: Piece, _ lower: Piece) -> Int {
    if case .lines(_, true) = upper, case .lines(_, true) = lower { return isLoose ? 1 : 0 }
    return 1
  }

  /// The rows of an element, given those of charts.
  private func rows(_ piece: Piece, chart: Int) -> Int {
    switch piece {
    case .lines(let lines, _): lines.count
    case .chart: chart
    case .columns(let columns, _):
      max(
        piece.isFlexible ? chart : 0,
        columns.map { fixedRows($0, chart: leastChart) }.max() ?? 0)
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

  /// The fewest rows for a useful chart; all of a small screen.
  private var leastChart: Int { max(1, min(10, height)) }

  private mutating func place(_ items: [Item], x: Int, y: Int, width: Int, room: Int) {
    let flexible = items.count { $0.piece.isFlexible }
    let fixed = fixedRows(
      items.map { $0.piece.isFlexible ? (.lines([], isList: false), 0) : $0 }, chart: 0)
    var share = flexible > 0 ? max(leastChart, (room - fixed) / flexible) : 0
    if flexible > 0, fixed + share * flexible > room {
      // What does not fit on one screen gets a large part of another.
      share = max(leastChart, min(height, height * 2 / 3))
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
          place(items, x: x + number * (room + Self.gap), y: y, width: room, room: rows)
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
