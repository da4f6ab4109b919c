import Model

/// Brings a reader to the same place of a dossier that was read anew.
///
/// What is selected stays selected wherever it stands now, a text stays at the section at its top,
/// and a chart's cursor stays on its period. What is gone leaves the reader near where it was.
///
/// - Parameters:
///   - old: What was shown; the state is of it.
///   - new: What is shown from now on.
public func reload(_ state: inout State, from old: Library, to new: Library) {
  let standing = Standing(state, old)
  // The kept screen belongs to the old library, and the new one has laid out nothing yet.
  standing.restore(&state, new)
  _ = update(&state, .resize(state.size), new)
}

/// Where a reader stands on a screen, in words of the dossier and not in numbers of rows.
struct Standing {
  private enum Mark {
    case row(Destination, Reference?, below: Int)
    case cell(Destination)
    /// The record at or above the top of a text, the how manieth of its places, and the lines
    /// between.
    case text(top: Reference, occurrence: Int, below: Int)
    case period(Period)
  }

  private var marks: [(panel: Int, mark: Mark)] = []
  private var links: [(panel: Int, target: Target, occurrence: Int)] = []
  private var window: (first: Period, last: Period)?

  init(_ state: State, _ library: Library) {
    let composition = library.composition(of: state)
    for placement in composition.placements {
      let panel = state.visit[panel: placement.panel]
      switch composition.content.panels[placement.panel].content {
      case .list(let list):
        guard let row = list.settled(panel.selection), let destination = list.rows[row].destination
        else { continue }
        let reference = list.rows[row].reference
        marks.append((placement.panel, .row(destination, reference, below: row - panel.scroll)))
      case .matrix(let matrix):
        let place = matrix.cell(panel.selection)
        guard matrix.destinations.indices.contains(place.row),
          matrix.destinations[place.row].indices.contains(place.column)
        else { continue }
        marks.append((placement.panel, .cell(matrix.destinations[place.row][place.column])))
      case .document:
        guard let layout = composition.layout(of: placement) else { continue }
        if let index = layout.anchors.lastIndex(where: { $0.line <= panel.scroll }) {
          let top = layout.anchors[index]
          let before = layout.anchors[..<index].count { $0.reference == top.reference }
          let below = panel.scroll - top.line
          marks.append(
            (placement.panel, .text(top: top.reference, occurrence: before, below: below)))
        }
        guard layout.links.indices.contains(panel.selection - 1) else { continue }
        let target = layout.links[panel.selection - 1].target
        let before = layout.links.prefix(panel.selection - 1).count { $0.target == target }
        links.append((placement.panel, target, before))
      case .chart(let chart):
        if let shown = state.visit.chart.window, chart.periods.indices.contains(shown.upperBound) {
          window = (chart.periods[shown.lowerBound], chart.periods[shown.upperBound])
        }
        guard chart.chart?.movesOverPeriods == true,
          chart.periods.indices.contains(panel.selection - 1)
        else { continue }
        marks.append((placement.panel, .period(chart.periods[panel.selection - 1])))
      }
    }
  }

  /// Puts selections and scroll positions where the same things stand in another library.
  func restore(_ state: inout State, _ library: Library) {
    let composition = library.composition(of: state)
    for (index, mark) in marks {
      guard let placement = composition.placement(of: index) else { continue }
      var panel = state.visit[panel: index]
      switch (mark, composition.content.panels[index].content) {
      case (.row(let destination, let reference, let below), .list(let list)):
        let found = list.rows.firstIndex {
          $0.destination == destination && $0.reference == reference
        }
        guard let row = found else { continue }
        panel.selection = row
        panel.scroll = max(0, row - below)
      case (.cell(let destination), .matrix(let matrix)):
        guard let cell = matrix.destinations.joined().firstIndex(of: destination) else { continue }
        panel.selection = matrix.destinations.joined().distance(to: cell)
      case (.text(let top, let occurrence, let below), .document):
        guard let layout = composition.layout(of: placement) else { continue }
        let places = layout.anchors.filter { $0.reference == top }
        guard !places.isEmpty else { continue }
        let line = places[min(occurrence, places.count - 1)].line
        let next = layout.anchors.first { $0.line > line }?.line ?? layout.lines.count
        panel.scroll = min(line + below, max(line, next - 1))
        panel.top = nil
      case (.period(let period), .chart(let chart)):
        panel.selection = chart.periods.firstIndex(of: period).map { $0 + 1 } ?? 0
      default: continue
      }
      state.visit[panel: index] = panel
    }
    for link in links {
      guard let placement = composition.placement(of: link.panel),
        let layout = composition.layout(of: placement)
      else { continue }
      let same = layout.links.indices.filter { layout.links[$0].target == link.target }
      state.visit[panel: link.panel].selection =
        same.isEmpty ? 0 : same[min(link.occurrence, same.count - 1)] + 1
    }
    restoreWindow(&state, composition)
  }

  private func restoreWindow(_ state: inout State, _ composition: Composition) {
    guard state.visit.chart.window != nil else { return }
    for panel in composition.content.panels {
      guard case .chart(let chart) = panel.content else { continue }
      let bounds = window.flatMap { window in
        chart.periods.firstIndex(of: window.first).flatMap { first in
          chart.periods.firstIndex(of: window.last).map { (first, $0) }
        }
      }
      // Periods that are gone: the whole chart is better than an accidental part of it.
      state.visit.chart.window = bounds.flatMap { $0 < $1 ? $0...$1 : nil }
    }
  }
}

extension Collection {
  fileprivate func distance(to index: Index) -> Int { distance(from: startIndex, to: index) }
}
