import TestSupport
import Testing

@testable import Canvas

/// Every screen at four sizes, as text and as a map of roles.
@Suite struct ScreenGoldenTests {
  static let screens: [(name: String, keys: String)] = [
    ("overview", ""),
    ("chapter", "1"),
    ("chapter-text", "3 PgDn PgDn l"),
    ("chapter-lists", "4 Tab Tab"),
    ("recommendations", "r j j"),
    ("recommendations-filtered", "r f j j Enter Shift-Tab u"),
    ("matrix", "m j j l"),
    ("matrix-status", "m s s s s s s j l"),
    ("recommendations-status", "r s s s s u u u j j"),
    ("recommendation-outcome", ": 2 . 2 Enter"),
    ("outcomes", "B j"),
    ("outcomes-counts", "B Tab j l"),
    ("outcomes-judgements", "B Tab Tab j j"),
    ("outcomes-as-of", "B [ [ [ [ [ [ [ [ j"),
    ("links", "X"),
    ("overview-addressee", "Tab j j"),
    ("overview-figure", "Tab Tab j j j j j j"),
    ("decks", "p"),
    ("recommendation", "r j j j Enter"),
    ("recommendation-evidence", ": s i n g l e - w i n d o w Enter Tab"),
    ("indicators", "i j j j j j j j"),
    ("indicator-line", "o Tab Tab j j Enter"),
    ("indicator-cursor", "o Tab Tab j j Enter h h h h h"),
    ("indicator-bars", "o Tab Tab Enter"),
    ("timeline", "t j j"),
    ("index", "x j"),
    ("entity", "x j Enter"),
    ("search", "/ g e n d a r m e r i e Enter j"),
    ("search-typing", "/ m e x"),
    ("palette", ": b o r d"),
    ("help", "?"),
    ("note", "2 Tab Tab Tab Tab Enter"),
    ("faults", "!"),
    ("bookmarks", "r b '"),
  ]
  static let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)]

  @Test(arguments: screens.map(\.name), sizes.map { "\($0.0)x\($0.1)" })
  func screen(name: String, size: String) {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    let keys = Self.screens.first { $0.name == name }?.keys ?? ""
    var driver = Driver(parts[0], parts[1])
    driver.press(keys)
    let canvas = driver.canvas
    let text = canvas.text() + "\n" + canvas.styleMap()
    let difference = Golden.difference(text, folder: Self.folder, name: "\(name)-\(size)")
    #expect(difference == nil, "\(difference ?? "")")
  }

  static var folder: String {
    let file = #filePath
    return String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]) + "/Goldens"
  }
}
