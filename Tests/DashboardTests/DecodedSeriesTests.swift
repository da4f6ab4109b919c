import Reading
import Testing

@testable import Canvas
@testable import Charts
@testable import Records

/// Which series is which, read from the picture without and with colour.
@Suite struct DecodedSeriesTests {
  private let names = ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff"]

  /// What a level line looks like: the dots of a dash, the dots of a gap, and the sign on it.
  private struct Look: Hashable {
    var dash: Int
    var gap: Int
    var sign: Unicode.Scalar?
    var isMixed: Bool
  }

  /// The look of the curve that ends in a row.
  private func look(_ plot: PlotReader, row: Int) -> Look {
    let (glyphs, reader) = (plot.glyphs, plot.reader)
    var dots: [Bool?] = []
    var sign: Unicode.Scalar?
    for x in plot.left..<plot.right {
      switch reader.data(x, row) {
      case .sign(let found):
        sign = found
        dots += Array(repeating: nil, count: glyphs.across)
      case .none: dots += Array(repeating: false, count: glyphs.across)
      case .dots(let sure, _):
        for inside in 0..<glyphs.across {
          dots.append(
            (0..<glyphs.down).contains { sure & (1 << UInt8($0 * glyphs.across + inside)) != 0 })
        }
      }
    }
    // Runs next to a sign or an end of the plot are cut short and do not count.
    var runs: [Bool: [Int: Int]] = [:]
    for part in dots.split(separator: nil) {
      var lengths: [(Bool, Int)] = []
      for dot in part.compactMap({ $0 }) {
        if lengths.last?.0 == dot {
          lengths[lengths.count - 1].1 += 1
        } else {
          lengths.append((dot, 1))
        }
      }
      if lengths.count == 1, lengths[0].0 { runs[true, default: [:]][0, default: 0] += 1 }
      for run in lengths.dropFirst().dropLast() {
        runs[run.0, default: [:]][run.1, default: 0] += 1
      }
    }
    func usual(_ isSet: Bool) -> Int {
      runs[isSet]?.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }
    let dashes = (runs[true] ?? [:]).filter { $0.value > 1 }.keys
    return Look(
      dash: usual(true), gap: usual(false), sign: sign,
      isMixed: dashes.contains(1) && (dashes.max() ?? 0) > 3)
  }

  @Test(arguments: GlyphSet.allCases)
  func sixSeriesAreToldApartWithoutColour(_ glyphs: GlyphSet) throws {
    for size in [
      Size(width: 44, height: 12), Size(width: 80, height: 24), Size(width: 140, height: 40),
    ] {
      for count in [2, 5, 24, 300] {
        var chart = Chart(
          .line, title: "", unit: Unit(id: "number", title: "number"),
          series: names.enumerated().map { index, name in
            yearly(name, from: 1700, Array(repeating: Double(20 + 20 * index), count: count))
          })
        (chart.glyphs, chart.parts) = (glyphs, [])
        let reader = PictureReader(chart, size)
        let note: Comment = "\(size), \(count) values\n\(reader.canvas.text())"
        let plot = try #require(PlotReader(reader, names: names), note)
        var looks: [Look] = []
        var samples = Set<String>()
        for name in names {
          let label = try #require(reader.find(name), note)
          looks.append(look(plot, row: label.y))
          samples.insert(String(reader.text(label.y)[(label.x - 3)..<(label.x - 1)]))
        }
        #expect(Set(looks).count == names.count, "\(looks) \(note)")
        #expect(samples.count == names.count, note)
      }
    }
  }
}
