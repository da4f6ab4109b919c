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

  /// Where curves meet a cell has one series' dots, and a dot of air parts it from the others.
  @Test(arguments: GlyphSet.allCases)
  func aCrossingReadsAsOverAndUnder(_ glyphs: GlyphSet) throws {
    for values in [
      [[0.0, 100], [100, 0]], [[50, 50], [0, 100]], [[0, 100, 0], [30, 40, 90]],
    ] {
      var chart = Chart(
        .line, title: "", unit: testUnit,
        series: zip(names, values).map { yearly($0, from: 2000, $1) })
      (chart.glyphs, chart.parts) = (glyphs, [])
      let reader = PictureReader(chart, Size(width: 70, height: 20))
      let note: Comment = "\(reader.canvas.text())"
      let plot = try #require(PlotReader(reader, names: ["Aa", "Bb"]), note)
      var owners: [Point: Role] = [:]
      for dot in 0..<plot.width {
        for role in [chart.role(0), chart.role(1)] {
          for row in plot.column(dot, role).sure {
            #expect(owners[Point(x: dot, y: row)] == nil, note)
            owners[Point(x: dot, y: row)] = role
          }
        }
      }
      var under: [Int] = []
      for (place, role) in owners {
        for near in [(1, 0), (0, 1), (1, 1), (-1, 1)] {
          let other = owners[Point(x: place.x + near.0, y: place.y + near.1)]
          #expect(other == nil || other == role, note)
        }
        if role == chart.role(1) { under.append(place.x) }
      }
      // The upper line is whole; the lower one goes on behind it and only there.
      for dot in 0..<plot.width {
        #expect(!plot.column(dot, chart.role(0)).maybe.isEmpty, note)
      }
      #expect((under.min() ?? 99) < 3 * glyphs.across && (under.max() ?? 0) > plot.width - 9, note)
      #expect(Set(under).count > plot.width / 3, note)
    }
  }
}
