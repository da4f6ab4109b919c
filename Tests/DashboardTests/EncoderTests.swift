import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Canvas

@Suite struct EncoderTests {
  private func sample() -> Canvas {
    var canvas = Canvas(Size(width: 12, height: 3))
    canvas.put("A<&>\"b", at: 0, 0, .heading)
    canvas.put("漢e\u{301}", at: 1, 1, Style(.accent1, .reverse))
    canvas.put("⣿▌─┊", at: 6, 1, Style(.accent0))
    canvas.put("plain", at: 0, 2)
    return canvas
  }

  @Test func textIsRowsWithoutSpacesAtTheirEnds() {
    #expect(sample().text() == "A<&>\"b\n 漢e\u{301}  ⣿▌─┊\nplain\n")
  }

  @Test func stylesAreLetters() {
    #expect(sample().styleMap() == "HHHHHH\n.###..0000\n\n")
  }

  @Test func colouredTextEndsReset() {
    let text = sample().ansi { $0 == .accent0 ? "38;5;26" : "" }
    #expect(
      text
        == "\u{1b}[0;1mA<&>\"b\u{1b}[0m\n \u{1b}[0;7m漢e\u{301}\u{1b}[0m  \u{1b}[0;38;5;26m⣿▌─┊\u{1b}[0m\nplain\n\u{1b}[0m"
    )
  }

  @Test func picturesAreValidXML() {
    for colours in [PictureColours.light, .dark] {
      let svg = sample().svg(title: "A <title> & \"more\" \u{1}", colours: colours)
      let parser = XMLParser(data: Data(svg.utf8))
      #expect(parser.parse(), "\(svg)")
    }
  }

  @Test(arguments: Theme.Depth.allCases)
  func aThemeIsSpokenAtItsDepth(_ depth: Theme.Depth) {
    var canvas = Canvas(Size(width: 3, height: 1))
    canvas.put("abc", at: 0, 0, Style(.accent1, .bold))
    let text = canvas.ansi(theme: Theme(depth: depth))
    #expect(text.hasSuffix("\u{1b}[0m"))
    #expect(text.hasPrefix("\u{1b}[0;1"))
    switch depth {
    case .none: #expect(text == "\u{1b}[0;1mabc\u{1b}[0m\n\u{1b}[0m")
    // The terminal's own foreground, because its background is not known.
    case .eight, .sixteen: #expect(text == "\u{1b}[0;1mabc\u{1b}[0m\n\u{1b}[0m")
    case .palette256: #expect(text.contains(";1;38;5;"))
    case .trueColor: #expect(text.contains(";1;38;2;"))
    }
    for isDark in [false, true] {
      let svg = canvas.svg(theme: Theme(depth: depth), title: "x", isDark: isDark)
      #expect(XMLParser(data: Data(svg.utf8)).parse())
      let plain = svg.contains(isDark ? "fill=\"#dfe1e5\"" : "fill=\"#1c1c1c\"")
      #expect(plain == (depth == .none), "\(svg)")
    }
  }

  @Test func asciiTextKeepsItsColumns() {
    let canvas = sample()
    let lines = canvas.text(charset: .ascii).split(separator: "\n")
    for (y, line) in lines.enumerated() {
      #expect(line.allSatisfy { $0.isASCII })
      #expect(line.columns == canvas.rowText(y).columns)
    }
  }

  @Test(arguments: Trials.seeds(2))
  func anyCanvasIsAPicture(_ seed: UInt64) {
    var random = SeededRandom(seed)
    for _ in 0..<40 {
      var canvas = Canvas(Size(width: random.int(0...30), height: random.int(0...8)))
      for _ in 0..<80 {
        let scalar = Unicode.Scalar(UInt32(random.int(0...0x2ffff))) ?? "x"
        let attributes = Style.Attributes(rawValue: UInt8(random.int(0...31)))
        let style = Style(.accent(random.int(0...7)), attributes)
        canvas.put(String(Character(scalar)), at: random.int(-1...30), random.int(-1...8), style)
      }
      let svg = canvas.svg(title: "", colours: .dark)
      #expect(XMLParser(data: Data(svg.utf8)).parse(), "seed \(seed)")
      for line in canvas.text().split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(line.columns <= canvas.size.width, "seed \(seed)")
      }
      let left = canvas.ansi { _ in "31" }.unicodeScalars.filter { $0.value < 0x20 }
      #expect(left.allSatisfy { $0 == "\n" || $0 == "\u{1b}" })
    }
  }
}
