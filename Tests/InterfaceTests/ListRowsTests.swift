import TestSupport
import Testing

@testable import Interface

/// Rows that are made when they are looked at are the rows that would be there.
@Suite struct ListRowsTests {
  private static func row(_ number: Int) -> ListContent.Row {
    ListContent.Row(cells: [.text("Row \(number)")], destination: .panel(number))
  }

  private static func name(_ row: ListContent.Row) -> String {
    guard case .text(let line) = row.cells[0] else { return "" }
    return line.runs.map(\.text).joined()
  }

  @Test(arguments: Trials.seeds(40))
  func random(seed: UInt64) {
    var random = SeededRandom(seed)
    var made: [ListContent.Row] = []
    var groups: [(heading: ListContent.Row?, count: Int)] = []
    var number = 0
    for group in 0..<random.int(0...5) {
      let heading = random.int(0...3) > 0 ? ListContent.Row.heading("Heading \(group)") : nil
      let count = random.int(0...4)
      groups.append((heading, count))
      made += [heading].compactMap(\.self) + (number..<number + count).map(Self.row)
      number += count
    }
    let later = ListRows(groups, make: Self.row)
    let there = ListRows(made)
    #expect(later.map(Self.name) == made.map(Self.name))
    for rows in [later, there] {
      let selectable = made.indices.filter { !made[$0].isHeading }
      #expect(rows.selectableCount == selectable.count)
      #expect(selectable.indices.map(rows.selectable) == selectable)
      for index in made.indices {
        #expect(rows.isHeading(index) == made[index].isHeading)
        #expect(rows.number(of: index) == selectable.count { $0 < index })
      }
      let list = ListContent(columns: [.init(width: .flexible)], rows: rows)
      for wanted in -1...made.count + 1 {
        let place = max(0, min(wanted, made.count - 1))
        let nearest = selectable.first { $0 >= place } ?? selectable.last
        #expect(list.settled(wanted) == nearest)
      }
    }
  }
}
