/// The rows of a list: there already, or made when they are first looked at.
///
/// Of thousands of rows a screen shows a few, so that a list of records makes those alone.
struct ListRows: RandomAccessCollection, ExpressibleByArrayLiteral {
  typealias Row = ListContent.Row

  let count: Int
  /// The rows that cannot be selected, in order.
  let headings: [Int]
  private let storage: Storage

  private enum Storage {
    case made([Row])
    case later(Later)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  /// Rows that are there.
  init(_ rows: [Row]) {
    count = rows.count
    headings = rows.indices.filter { rows[$0].isHeading }
    storage = .made(rows)
  }

  init(arrayLiteral rows: Row...) { self.init(rows) }

  /// Rows under headings, of which each is made by its number among all that are no headings.
  ///
  /// - Parameter groups: How many rows stand under each heading; nil for one without a heading.
  init(_ groups: [(heading: Row?, count: Int)], make: @escaping (Int) -> Row) {
    var headings: [Int] = []
    var titles: [Row] = []
    var count = 0
    for group in groups {
      if let heading = group.heading {
        headings.append(count)
        titles.append(heading)
        count += 1
      }
      count += group.count
    }
    self.count = count
    self.headings = headings
    storage = .later(Later(titles, make))
  }

  subscript(index: Int) -> Row {
    switch storage {
    case .made(let rows): return rows[index]
    case .later(let later):
      let before = headingCount(before: index)
      if before < headings.count, headings[before] == index { return later.headings[before] }
      return later.row(index - before)
    }
  }

  /// Whether a row cannot be selected.
  func isHeading(_ index: Int) -> Bool {
    let before = headingCount(before: index)
    return before < headings.count && headings[before] == index
  }

  // MARK: Rows that can be selected

  /// How many rows can be selected.
  var selectableCount: Int { count - headings.count }

  /// The number of a row among those that can be selected; of a heading that of the next such row.
  func number(of index: Int) -> Int { index - headingCount(before: index) }

  /// The row with a number among those that can be selected.
  func selectable(_ number: Int) -> Int {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle] - middle <= number { low = middle + 1 } else { high = middle }
    }
    return number + low
  }

  private func headingCount(before index: Int) -> Int {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The rows that were made, kept for the next frame.
  private final class Later {
    let headings: [Row]
    private let make: (Int) -> Row
    private var made: [Int: Row] = [:]

    init(_ headings: [Row], _ make: @escaping (Int) -> Row) {
      self.headings = headings
      self.make = make
    }

    func row(_ number: Int) -> Row {
      if let row = made[number] { return row }
      // Who pages through everything would gather rows without end.
      if made.count >= 500 { made = [:] }
      let row = make(number)
      made[number] = row
      return row
    }
  }
}
