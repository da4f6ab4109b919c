@testable import Canvas
@testable import Charts
@testable import Records

/// A series of yearly values from a first year.
func yearly(_ name: String, from year: Int, _ values: [Double?], _ forward: Int = 0) -> Series {
  Series(
    name: name,
    observations: values.enumerated().map { index, value in
      Observation(
        period: .year(year + index), value: value, decimals: 1,
        qualifiers: index >= values.count - forward ? .projected : [])
    })
}

let testUnit = Unit(id: "usd-million", title: "U.S. dollars", prefix: "$", multiplier: 1_000_000)

/// The dots of a scene's first plot, read back from the characters that were drawn.
///
/// A sign that is no pattern of the glyph set counts as all dots of its cell.
struct ChartPicture {
  let width: Int
  let height: Int
  private var dots: Set<Int> = []

  init(_ scene: ChartScene, plot number: Int = 0) {
    var canvas = Canvas(scene.size)
    var bare = scene
    for index in bare.plots.indices { bare.plots[index].rules = [] }
    bare.draw(on: &canvas)
    let glyphs = scene.glyphs
    let area = scene.plots.indices.contains(number) ? scene.plots[number].area : Rect(scene.size)
    width = area.width * glyphs.across
    height = area.height * glyphs.down
    var patterns: [Unicode.Scalar: UInt8] = [:]
    for pattern in 0..<(1 << (glyphs.across * glyphs.down)) {
      let scalar = glyphs.scalar(UInt8(pattern))
      // Several patterns share an ASCII sign: the fullest stands for it.
      patterns[scalar] = UInt8(pattern)
    }
    for y in 0..<area.height {
      for x in 0..<area.width {
        guard let scalar = canvas[area.x + x, area.y + y].glyph.scalar, scalar != " " else {
          continue
        }
        let pattern = patterns[scalar] ?? 255
        for bit in 0..<(glyphs.across * glyphs.down) where pattern & (1 << UInt8(bit)) != 0 {
          let row = y * glyphs.down + bit / glyphs.across
          dots.insert(row * width + x * glyphs.across + bit % glyphs.across)
        }
      }
    }
  }

  subscript(x: Int, y: Int) -> Bool {
    x >= 0 && y >= 0 && x < width && y < height && dots.contains(y * width + x)
  }
}
