import TestSupport
import Testing

@testable import Browsing
@testable import Canvas

/// Whatever stands in a list, its headings are passed over and the selection stays on its rows.
@Suite struct ListPanelTests {
  private static let room = Size(width: 40, height: 5)

  @Test(arguments: 1...40)
  func headingsAreNeverSelected(seed: UInt64) {
    var random = SeededRandom(seed)
    let rows = (0..<random.int(0...12)).map { number in
      random.int(0...2) == 0
        ? ListPanel.Row.heading("Heading \(number)")
        : ListPanel.Row(cells: [.text("Row \(number)")], destination: .route(.overview))
    }
    let list = ListPanel(columns: [.init(width: .flexible)], rows: rows)
    let selectable = rows.indices.filter { !rows[$0].isHeading }
    #expect(list.selectable == selectable)
    for wanted in -1...rows.count + 1 {
      let place = max(0, min(wanted, rows.count - 1))
      let nearest = selectable.first { $0 >= place } ?? selectable.last
      #expect(list.settled(wanted) == nearest)
    }
    var state = PanelState()
    list.settle(&state, in: Self.room)
    for _ in 0..<30 {
      let step = random.int(-3...3)
      let number = selectable.firstIndex(of: state.selection)
      _ = list.move(.rows(step), &state, in: Self.room)
      list.settle(&state, in: Self.room)
      guard let number else { continue }
      let wanted = max(0, min(selectable.count - 1, number + step))
      #expect(state.selection == selectable[wanted])
      #expect((state.scroll..<state.scroll + Self.room.height).contains(state.selection))
      #expect(list.position(state, in: Self.room) == "\(wanted + 1) of \(selectable.count)")
    }
  }
}
