import TestSupport
import Testing

@testable import Browsing
@testable import Canvas

/// What is kept where there is little room: the key that tells all others, and words before air.
@Suite struct LittleRoomTests {
  /// Hints leave whole, from the last; the one for help stays.
  @Test(arguments: ["", "1", "r", "r u Esc", "i", "t", "x", "m", "i j j j j Enter", "S", "1 Tab"])
  func theHintForHelpStays(_ keys: String) {
    var driver = Driver(24, 24)
    driver.press(keys)
    for width in stride(from: 24, through: 160, by: 4) {
      driver.send(.resize(Size(width: width, height: 24)))
      let hints = driver.text.split(separator: "\n").last.map(String.init) ?? ""
      #expect(hints.contains("? help"), "\(keys) at \(width): \(hints)")
      #expect(hints.columns < width)
    }
  }

  /// A title takes what its row's values leave of their column, and two columns stay between.
  @Test func titlesGoOnWhereTheirRowIsEmpty() throws {
    var driver = Driver(80, 24)
    driver.press("i")
    let lines = driver.text.split(separator: "\n").map(String.init)
    let first = try #require(
      lines.firstIndex { $0.contains("In 2024 U.S. goods trade with Mexico was") })
    // A long title goes on in the next line.
    #expect(lines[first + 1].contains("China"))
  }

  /// Text never runs into the value beside it, whatever is listed.
  @Test(arguments: [40, 60, 80, 100, 120, 160, 200])
  func titlesKeepAwayFromValues(_ width: Int) {
    for values in [["1"], ["1", "1,234,567"], ["a long value", "", "7"]] {
      let list = ListPanel(
        columns: [
          .init(width: .flexible), .init(width: .fit(8)),
          .init(width: .fit(18), alignment: .right),
        ],
        rows: values.map { value in
          ListPanel.Row(
            cells: [
              .text(String(repeating: "word ", count: 60)), .text("", .text), .text(value, .text),
            ], destination: .route(.overview))
        })
      var canvas = Canvas(Size(width: width, height: 5))
      list.draw(
        PanelState(), isFocused: true, glyphs: .unicode, on: &canvas,
        in: Rect(canvas.size))
      let lines = canvas.text().split(separator: "\n").map(String.init)
      for (line, value) in zip(lines, values) where !value.isEmpty {
        let spaces = line.dropLast(value.count).reversed().prefix { $0 == " " }.count
        #expect(line.hasSuffix(value) && line.contains("…") && (1...2).contains(spaces), "\(line)")
      }
    }
  }
}
