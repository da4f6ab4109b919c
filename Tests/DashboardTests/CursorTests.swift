import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Records

/// The terminal's cursor stands where the reader is, so that a Braille display and a screen reader
/// that follow it find what is selected.
struct CursorTests {
  private static let places = [
    "o", "2", "r", "m", "r Enter", "i", "i j Enter", "t", "x", "x Enter", "'", "!",
    "/ b o r d e r Enter", "r f", "t Enter",
  ]

  @Test(arguments: [(40, 12), (80, 24), (120, 40), (200, 60)])
  func theCursorIsInThePanelThatHasTheKeyboard(_ width: Int, _ height: Int) throws {
    var lists = 0
    for keys in Self.places {
      var driver = Driver(width, height)
      driver.press(keys)
      for step in 0..<5 {
        for move in ["", "j", "j j", "l", "PgDn"] {
          driver.press(move)
          let place = "\(keys), Tab \(step), \(move), \(width)x\(height)"
          let canvas = driver.canvas
          let screen = Screen(driver.state, driver.library)
          let placement = try #require(screen.placement(of: screen.focus), "\(place)")
          let cursor = try #require(canvas.cursor, "\(place)")
          #expect(placement.inside.contains(cursor), "\(place): \(cursor)")
          guard let list = screen.focused.content as? ListPanel, !list.selectable.isEmpty else {
            continue
          }
          lists += 1
          // It stands on the sign before the selected row.
          let rows = canvas.text().split(separator: "\n", omittingEmptySubsequences: false)
          #expect(Array(rows[cursor.y])[cursor.x] == "▸", "\(place)")
        }
        driver.press("Tab")
      }
    }
    #expect(lists > 0)
  }

  @Test(arguments: ["/", "/ a b", ":", ": n a f", "?"])
  func theCursorIsWhereOneTypes(_ keys: String) {
    var driver = Driver(80, 24)
    driver.press(keys)
    #expect(driver.canvas.cursor != nil)
  }

  @Test func anEmptyDossierHasACursorEverywhere() {
    let library = Library(Reading(dossier: Dossier(), diagnostics: []))
    for key in ["o", "r", "m", "i", "t", "x", "'", "!"] {
      var state = State(size: Size(width: 80, height: 24))
      settle(&state, library)
      for name in [key, "Tab", "Tab", "Tab"] {
        if let key = Key(name) { _ = update(&state, .key(key), library) }
        #expect(Dashboard.draw(state, library).cursor != nil, "\(key) \(name)")
      }
    }
  }

  /// A matrix too wide for the screen keeps the cursor on it, whichever cell is selected.
  @Test func cursorStaysOnANarrowMatrix() throws {
    var driver = Driver(23, 19)
    driver.press("m G")
    let canvas = driver.canvas
    #expect(canvas.bounds.contains(try #require(canvas.cursor)))
  }
}
