/// A line of text on a page, or one cell of a table's row.
struct PDFLine {
  /// Its text, with raised numbers marked as in `Markup`.
  var text = ""
  /// Where it stands.
  var left = 0
  var right = 0
  var top = 0
  var bottom = 0
  /// The size of most of its letters.
  var size = 0
  /// Whether most of its letters are bold.
  var isStrong = false
  /// The page, counted from 0.
  var page = 0
  /// The pieces that a wide gap separates, where there are several.
  var cells: [PDFLine] = []

  /// A line of runs that stand side by side.
  init(_ runs: [PDFRun], page: Int) {
    self.page = page
    let runs = runs.sorted { ($0.left, $0.top) < ($1.left, $1.top) }
    var weights: [Int: Int] = [:]
    var strong = 0
    var all = 0
    for run in runs {
      let count = run.text.count { !$0.isWhitespace }
      weights[run.size, default: 0] += count
      all += count
      if run.isStrong { strong += count }
    }
    size = weights.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    isStrong = strong * 10 >= all * 8
    left = runs.map(\.left).min() ?? 0
    right = runs.map(\.right).max() ?? 0
    top = runs.filter { $0.size == size }.map(\.top).min() ?? 0
    bottom = runs.filter { $0.size == size }.map(\.bottom).max() ?? 0
    var end: Int?
    for run in runs {
      let digits = run.text.filter { !$0.isWhitespace }
      let isRaised = run.size * 10 <= size * 8 && digits.allSatisfy { $0.isNumber || $0 == "," }
      if let end, run.left - end > max(1, size / 6), !text.hasSuffix(" ") { text += " " }
      text += isRaised ? Markup.raised + digits + Markup.lowered : run.text
      end = run.right
    }
    text = Markup.line(text)
  }

  /// A line of several pieces.
  init(cells: [PDFLine]) {
    self = cells[0]
    guard cells.count > 1 else { return }
    self.cells = cells
    text = cells.map(\.text).joined(separator: " ")
    right = cells.map(\.right).max() ?? right
    top = cells.map(\.top).min() ?? top
    bottom = cells.map(\.bottom).max() ?? bottom
    isStrong = cells.allSatisfy(\.isStrong)
  }

  /// Its words without the signs of raised numbers, as the plain text has them.
  var plain: String {
    text.split(separator: "\u{1}", omittingEmptySubsequences: false).joined()
      .filter { $0 != "\u{2}" }
  }
}
