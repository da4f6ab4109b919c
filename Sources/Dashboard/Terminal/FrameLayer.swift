/// A part of what a frame changes that is sent by itself, row after row.
///
/// To change the pen for a word and back takes more bytes than to come to its place once more, where
/// there are several such words; and from one cell of a bar to the next below, two bytes lead.
enum FrameLayer: Equatable {
  /// The characters of one pen.
  case pen(Pen)
  /// A character that stands in the same columns of many rows.
  case bar(ClosedRange<Int>, TerminalPicture.Spot)

  /// Whether a cell in a column belongs to it.
  func contains(_ spot: TerminalPicture.Spot, _ x: Int) -> Bool {
    switch self {
    case .pen(let pen): !spot.isBlank && spot.pen == pen
    case .bar(let columns, let character): spot == character && columns.contains(x)
    }
  }

  /// The fewest places at which a pen must be taken up to be worth a layer.
  private static let fewestWords = 3
  /// The fewest rows of a bar that may be worth one.
  private static let fewestRows = 5

  /// The most layers that are tried.
  private static let most = 16

  /// The layers that may be worth it, those with the most places first.
  static func candidates(_ rows: [FrameRow]) -> [FrameLayer] {
    var words: [Pen: Int] = [:]
    var columns = [[TerminalPicture.Spot]](repeating: [], count: rows.first?.spots.count ?? 0)
    for row in rows {
      var last: Pen?
      for x in row.changed where !row.spots[x].isBlank {
        let spot = row.spots[x]
        if spot.pen != last { words[spot.pen, default: 0] += 1 }
        last = spot.pen
        if !spot.isASCII { columns[x].append(spot) }
      }
    }
    // In an order that does not depend on the table's.
    let pens = words.filter { $0.value >= fewestWords }
      .sorted { ($0.value, $0.key.order) > ($1.value, $1.key.order) }
    return Array((bars(columns) + pens.map { .pen($0.key) }).prefix(most))
  }

  /// The bars in columns of characters; the last column has none, for nothing leads down from there.
  private static func bars(_ columns: [[TerminalPicture.Spot]]) -> [FrameLayer] {
    var bars: [FrameLayer] = []
    for (x, spots) in columns.dropLast().enumerated() where spots.count >= fewestRows {
      let middle = spots[spots.count / 2]
      guard spots.count(where: { $0 == middle }) >= fewestRows else { continue }
      if case .bar(let before, middle)? = bars.last, before.upperBound == x - 1 {
        bars[bars.count - 1] = .bar(before.lowerBound...x, middle)
      } else {
        bars.append(.bar(x...x, middle))
      }
    }
    return bars
  }
}

extension Pen {
  /// A number of its own among all pens.
  fileprivate var order: UInt64 {
    UInt64(attributes.rawValue) << 32 | UInt64(ink) << 16 | UInt64(ground)
  }
}
