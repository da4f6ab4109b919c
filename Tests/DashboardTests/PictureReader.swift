@testable import Canvas
@testable import Charts

/// A drawn chart, read as a person reads it: characters, and where it matters which have one
/// colour and which are reversed.
///
/// Nothing is known of the layout: the plot is found by the labels around it.
struct PictureReader {
  let canvas: Canvas
  let glyphs: GlyphSet
  /// The part that is read.
  let frame: Rect
  private let patterns: [Unicode.Scalar: [UInt8]]
  private let signs: Set<Unicode.Scalar>

  init(_ chart: Chart, _ size: Size) {
    var canvas = Canvas(size)
    chart.draw(on: &canvas, in: canvas.bounds)
    self.init(canvas, chart.glyphs, canvas.bounds)
  }

  init(_ canvas: Canvas, _ glyphs: GlyphSet, _ frame: Rect) {
    (self.canvas, self.glyphs, self.frame) = (canvas, glyphs, frame)
    var patterns: [Unicode.Scalar: [UInt8]] = [:]
    for pattern in 1..<(1 << (glyphs.across * glyphs.down)) {
      patterns[glyphs.scalar(UInt8(pattern)), default: []].append(UInt8(pattern))
    }
    self.patterns = patterns
    signs = Set(
      [
        .measured, .forward, .estimated, .report, .square, .hollowSquare, .triangle,
        .hollowTriangle, .cross, .diamond,
      ].map { glyphs.sign($0) })
  }

  func scalar(_ x: Int, _ y: Int) -> Unicode.Scalar { canvas[x, y].glyph.scalar ?? " " }

  func text(_ y: Int) -> [Character] {
    (frame.x..<frame.right).map { Character(scalar($0, y)) }
  }

  /// The words of a row with their columns.
  func words(_ y: Int) -> [(text: String, columns: Range<Int>)] {
    var words: [(String, Range<Int>)] = []
    var word = ""
    for (index, character) in (text(y) + [" "]).enumerated() {
      if character != " " {
        word.append(character)
      } else if !word.isEmpty {
        let end = frame.x + index
        words.append((word, (end - word.count)..<end))
        word = ""
      }
    }
    return words
  }

  static func number(_ text: String) -> Double? {
    guard text.allSatisfy({ $0.isASCII && $0.isNumber || ".,−".contains($0) }),
      text.contains(where: \.isNumber)
    else { return nil }
    return Double(text.filter { $0 != "," }.replacing("−", with: "-"))
  }

  /// The first cell of a text; nil where it is not drawn.
  func find(_ text: String) -> Point? {
    let wanted = Array(text)
    for y in frame.y..<frame.bottom {
      let row = self.text(y)
      guard row.count >= wanted.count else { continue }
      for x in 0...(row.count - wanted.count) where row[x] == wanted[0] {
        if Array(row[x..<(x + wanted.count)]) == wanted { return Point(x: frame.x + x, y: y) }
      }
    }
    return nil
  }

  /// What a cell may show of data.
  enum Data: Equatable {
    case none
    case sign(Unicode.Scalar)
    /// The dots that are set for sure, and those that may be.
    case dots(sure: UInt8, maybe: UInt8)
  }

  func data(_ x: Int, _ y: Int) -> Data {
    let scalar = scalar(x, y)
    if let found = patterns[scalar] {
      return .dots(sure: found.reduce(0xff, &), maybe: found.reduce(0, |))
    }
    return signs.contains(scalar) ? .sign(scalar) : .none
  }
}

/// A plot with axes, found by its labels.
struct PlotReader {
  let reader: PictureReader
  /// The first column, the column after the last, the row after the last.
  let left: Int
  let right: Int
  let bottom: Int
  let top: Int
  /// The labelled values of the vertical axis with their rows, from the top.
  let up: [(value: Double, row: Int)]
  /// The labelled values of the horizontal axis, with their columns where marks stand.
  let across: [(value: Double, columns: Range<Int>, mark: Int?)]

  var glyphs: GlyphSet { reader.glyphs }
  /// The columns of dots.
  var width: Int { (right - left) * glyphs.across }

  /// - Parameter names: What stands at the ends of curves; without any the plot fills its frame.
  init?(_ reader: PictureReader, names: [String]) {
    self.reader = reader
    let frame = reader.frame
    let rows = (frame.y..<frame.bottom).map { y in (y: y, words: reader.words(y)) }
    func isNumeric(_ row: (y: Int, words: [(text: String, columns: Range<Int>)])) -> Bool {
      !row.words.isEmpty && row.words.allSatisfy { PictureReader.number($0.text) != nil }
    }
    guard let below = rows.last(where: isNumeric) else { return nil }
    let marks = rows.first { $0.y == below.y - 1 }?.words ?? []
    let tick = String(Character(reader.glyphs.tick))
    let hasMarks =
      marks.count == below.words.count
      && zip(marks, below.words).allSatisfy { mark, label in
        mark.text == tick && label.columns.contains(mark.columns.lowerBound)
      }
    across = below.words.enumerated().map { index, word in
      (
        PictureReader.number(word.text) ?? .nan, word.columns,
        hasMarks ? marks[index].columns.lowerBound : nil
      )
    }
    bottom = hasMarks ? below.y - 1 : below.y
    var ends: [Int: [(value: Double, row: Int)]] = [:]
    for row in rows where row.y < below.y {
      guard let word = row.words.first, let value = PictureReader.number(word.text) else {
        continue
      }
      ends[word.columns.upperBound, default: []].append((value, row.y))
    }
    guard let axis = ends.max(by: { $0.value.count < $1.value.count }), axis.value.count >= 2
    else { return nil }
    (left, up) = (axis.key + 1, axis.value)
    let first = axis.value.map(\.row).min() ?? 0
    // What stands above the first label and reaches left of the plot names the unit.
    let heads = rows.filter { row in
      row.y < first && (row.words.first?.columns.lowerBound ?? .max) < axis.key
    }
    top = heads.map { $0.y + 1 }.max() ?? frame.y
    if names.isEmpty {
      right = frame.right
    } else {
      let starts = names.compactMap { reader.find($0)?.x }
      guard let start = starts.min() else { return nil }
      right = start - (names.count > 1 ? 3 : 0) - 1
    }
  }

  /// The dot column of a place on an axis whose first and last dots are known.
  func dot(_ x: Double, _ span: ClosedRange<Double>) -> Int {
    Int(place(x, span).rounded(.down))
  }

  /// Whether a place lies on the edge of two dot columns, and may stand in either.
  func isBetween(_ x: Double, _ span: ClosedRange<Double>) -> Bool {
    let place = place(x, span)
    return abs(place - place.rounded()) < 1e-6
  }

  private func place(_ x: Double, _ span: ClosedRange<Double>) -> Double {
    let part = (x - span.lowerBound) / (span.upperBound - span.lowerBound)
    return part * Double(width - 1) + 0.5
  }

  /// What a dot column shows, from the top: rows of dots, counted from the frame's top.
  struct Column {
    /// The dots that are set for sure, and those that may be, in order.
    var sure: [Int] = []
    var maybe: [Int] = []
    /// The rows of dots of a sign's cell.
    var sign: ClosedRange<Int>?
  }

  /// - Parameter role: The colour that counts; nil for all.
  func column(_ dot: Int, _ role: Role? = nil) -> Column {
    var column = Column()
    let (x, inside) = (left + dot / glyphs.across, dot % glyphs.across)
    for y in top..<bottom {
      if let role, reader.canvas[x, y].style.role != role { continue }
      switch reader.data(x, y) {
      case .none: break
      case .sign: column.sign = (y * glyphs.down)...(y * glyphs.down + glyphs.down - 1)
      case .dots(let sure, let maybe):
        for line in 0..<glyphs.down {
          let bit = UInt8(1) << UInt8(line * glyphs.across + inside)
          if sure & bit != 0 { column.sure.append(y * glyphs.down + line) }
          if maybe & bit != 0 { column.maybe.append(y * glyphs.down + line) }
        }
      }
    }
    return column
  }
}
