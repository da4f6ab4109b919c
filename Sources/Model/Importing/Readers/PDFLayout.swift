/// The lines of a PDF's pages in reading order, without running heads and page numbers.
struct PDFLayout {
  /// The lines.
  private(set) var lines: [PDFLine] = []
  /// The number printed on each page, where most pages have one.
  private(set) var printed: [Int?] = []

  /// Lays out the pages.
  init(_ pages: [PDFPage]) {
    var all = pages.enumerated().map { Self.rows($1, page: $0) }
    let furniture = Furniture(all, heights: pages.map(\.height))
    printed = furniture.printed
    for index in all.indices {
      all[index].removeAll { furniture.contains($0, height: pages[index].height) }
      lines += Self.inOrder(all[index], width: pages[index].width)
    }
  }

  /// The rows of a page from top to bottom, each split where the gap is wide.
  private static func rows(_ page: PDFPage, page number: Int) -> [PDFLine] {
    var rows: [[PDFRun]] = []
    var spans: [(top: Int, bottom: Int)] = []
    for run in page.runs.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
      // Only rows near by can hold the run.
      let found = rows.indices.suffix(8).last { index in
        let overlap = min(spans[index].bottom, run.bottom) - max(spans[index].top, run.top)
        return overlap * 2 > min(run.height, spans[index].bottom - spans[index].top)
      }
      if let found {
        rows[found].append(run)
        if run.height > spans[found].bottom - spans[found].top {
          spans[found] = (run.top, run.bottom)
        }
      } else {
        rows.append([run])
        spans.append((run.top, run.bottom))
      }
    }
    return rows.flatMap { pieces($0, page: number) }
  }

  /// The pieces of a row.
  private static func pieces(_ row: [PDFRun], page: Int) -> [PDFLine] {
    var pieces: [[PDFRun]] = []
    var end = 0
    for run in row.sorted(by: { $0.left < $1.left }) {
      let isMarker = pieces.last.map { piece in
        piece.count == 1 && piece[0].text.filter { !$0.isWhitespace }.count <= 3
      }
      let gap = run.left - end
      let limit = run.size * (isMarker == true ? 5 : 2)
      if pieces.isEmpty || gap > limit { pieces.append([]) }
      pieces[pieces.count - 1].append(run)
      end = max(end, run.right)
    }
    return pieces.map { PDFLine($0, page: page) }.filter { !$0.text.isEmpty }
  }

  // MARK: Columns

  /// The pieces of a page in reading order: column by column where there are columns, otherwise row
  /// by row.
  private static func inOrder(_ pieces: [PDFLine], width: Int) -> [PDFLine] {
    guard let gutter = gutter(pieces, width: width) else { return joinedRows(pieces) }
    var result: [PDFLine] = []
    var left: [PDFLine] = []
    var right: [PDFLine] = []
    for piece in pieces.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
      if piece.left < gutter - 2, piece.right > gutter + 2 {
        result += left + right + [piece]
        left = []
        right = []
      } else if piece.right <= gutter + 2 {
        left.append(piece)
      } else {
        right.append(piece)
      }
    }
    return result + left + right
  }

  /// Where the gap between two columns of running text is; nil if there are no columns.
  private static func gutter(_ pieces: [PDFLine], width: Int) -> Int? {
    guard pieces.count >= 16 else { return nil }
    var best: (crossing: Int, x: Int)?
    for x in stride(from: width * 3 / 10, through: width * 7 / 10, by: 4) {
      let left = pieces.filter { $0.right <= x }
      let right = pieces.filter { $0.left >= x }
      let crossing = pieces.count - left.count - right.count
      guard crossing * 4 <= pieces.count, left.count * 4 >= pieces.count,
        right.count * 4 >= pieces.count, isProse(left), isProse(right)
      else { continue }
      if best.map({ crossing < $0.crossing }) ?? true { best = (crossing, x) }
    }
    return best?.x
  }

  /// Whether pieces are mostly as wide as their column.
  private static func isProse(_ pieces: [PDFLine]) -> Bool {
    let left = pieces.map(\.left).min() ?? 0
    let right = pieces.map(\.right).max() ?? 0
    let wide = pieces.count { ($0.right - $0.left) * 10 >= (right - left) * 6 }
    let letters = pieces.reduce(0) { $0 + $1.text.count }
    return wide * 10 >= pieces.count * 6 && letters >= pieces.count * 18
  }

  private static func joinedRows(_ pieces: [PDFLine]) -> [PDFLine] {
    var rows: [[PDFLine]] = []
    for piece in pieces.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
      if let last = rows.last?.last,
        min(last.bottom, piece.bottom) - max(last.top, piece.top)
          > min(last.bottom - last.top, piece.bottom - piece.top) / 2
      {
        rows[rows.count - 1].append(piece)
      } else {
        rows.append([piece])
      }
    }
    return rows.map { PDFLine(cells: $0.sorted { $0.left < $1.left }) }
  }
}

/// What is printed on many pages at the same place: running heads, page numbers.
private struct Furniture {
  /// The number printed on each page, where most pages have one.
  var printed: [Int?]
  private var keys: [String: Int] = [:]
  private let least: Int

  /// How much of a page's height at the top and at the bottom may hold them, in percent.
  private static let margin = 13

  init(_ pages: [[PDFLine]], heights: [Int]) {
    least = max(3, pages.count / 8)
    printed = pages.map { _ in nil }
    var offsets: [Int: Int] = [:]
    for (index, page) in pages.enumerated() {
      let edge = page.filter { Self.isAtEdge($0, height: heights[index]) }
      for key in Set(edge.map(Self.key)) { keys[key, default: 0] += 1 }
      for line in edge {
        if let number = Self.pageNumber(line.plain) { offsets[number - index, default: 0] += 1 }
      }
    }
    guard let most = offsets.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 2 >= pages.count
    else { return }
    printed = pages.indices.map { $0 + most.key > 0 ? $0 + most.key : nil }
  }

  func contains(_ line: PDFLine, height: Int) -> Bool {
    guard Self.isAtEdge(line, height: height) else { return false }
    return Self.pageNumber(line.plain) != nil || keys[Self.key(line), default: 0] >= least
  }

  private static func isAtEdge(_ line: PDFLine, height: Int) -> Bool {
    line.bottom * 100 < height * margin || line.top * 100 > height * (100 - margin)
  }

  /// A line's text with its place and without its digits.
  private static func key(_ line: PDFLine) -> String {
    let text = line.plain.filter { !$0.isNumber && !$0.isWhitespace }
    return "\(line.top / 8) \(text)"
  }

  /// The number of a line that is a page's number alone.
  private static func pageNumber(_ text: String) -> Int? {
    let bare = Phrases.bare(text)
    let words = bare.split(separator: " ").filter { !["page", "pagina", "p"].contains($0) }
    guard let first = words.first, words.count == 1 || words.count == 3 && words[1] == "of",
      first.count <= 4
    else { return nil }
    return Int(first)
  }
}
