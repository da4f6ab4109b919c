import TestSupport
import Testing

@testable import Canvas
@testable import Charts

/// Each kind of chart at three sizes: in every glyph set without colour, and as a map of roles.
@Suite struct ChartPictureGoldenTests {
  @Test(arguments: Chart.Kind.allCases, ["40x12", "80x24", "120x40"])
  func picture(kind: Chart.Kind, size: String) {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    var chart = ChartSamples.chart(kind)
    var text = ""
    for glyphs in GlyphSet.allCases {
      chart.glyphs = glyphs
      text += "\(glyphs.rawValue)\n\(drawn(chart, parts).text())\n"
    }
    chart.glyphs = .braille
    text += "roles\n\(drawn(chart, parts).styleMap())"
    let difference = Golden.difference(
      text, folder: ScreenGoldenTests.folder + "/Charts", name: "\(kind.rawValue)-\(size)")
    #expect(difference == nil, "\(difference ?? "")")
  }

  private func drawn(_ chart: Chart, _ size: [Int]) -> Canvas {
    var canvas = Canvas(Size(width: size[0], height: size[1]))
    chart.draw(on: &canvas, in: canvas.bounds)
    return canvas
  }
}
