import Testing

@testable import Browsing
@testable import Canvas
@testable import Records

/// On the lists of the built-in dossier nothing that matters is cut, at any usual size.
@Suite struct NothingCutTests {
  private static let screens = [
    "r", "r s u", "r f j j Enter Shift-Tab", "i", "i s", "i G", "i G Enter j j", "t", "t s", "t G",
    "t s s", "m", "m s", "m s s", "m s s s", "x", "x s", "x G", "/ b o r d e r Enter",
    "/ 4 0 % Enter", "/ m e x i c o Enter G Enter", "r b i j j b '",
    "o Tab j j Enter Tab", "i j j j Enter Tab", "i G Enter Tab",
  ]
  private static let sizes = [(80, 24, 6), (120, 40, 3), (200, 55, 0)]

  /// Marks of a cut, without those of passages that begin or end within a sentence.
  private func cuts(_ text: String) -> Int {
    var count = 0
    for (before, after) in zip(" " + text, text + " ") where before == "…" || after == "…" {
      // A passage in context begins with the mark and ends with it.
      if after == "…", before != " ", before != "┃" { count += 1 }
    }
    return count
  }

  @Test(arguments: screens, sizes.map(\.0))
  func marksOfCutsAreFew(_ keys: String, _ width: Int) throws {
    let (_, height, most) = try #require(Self.sizes.first { $0.0 == width })
    var driver = Driver(width, height)
    driver.press(keys)
    let text = driver.text
    // The words around a hit are an excerpt, whose ends are marked.
    let excerpts = keys.hasPrefix("/") ? 5 : 0
    #expect(cuts(text) <= most + excerpts, "\(keys) at \(width)x\(height):\n\(text)")
  }

  /// Values keep their digits, units and qualifiers in every list at every width.
  @Test(arguments: stride(from: 40, through: 200, by: 8).map(\.self))
  func valuesAreNeverCut(_ width: Int) {
    let library = Library(builtInReading)
    for indicator in library.dossier.indicators {
      let list = ObservationTable(indicator, library).list()
      let lists = [
        list,
        ListPanel(columns: Rows.indicatorColumns, rows: [Rows.indicator(indicator, library)]),
      ]
      for list in lists {
        let grid = list.grid(width: width)
        for row in list.rows where !row.isHeading {
          for slot in grid.slots(row.cells) where !slot.isTitle {
            guard case .text(let line) = slot.cell, line.runs.first?.style.role != .faint else {
              continue
            }
            #expect(
              slot.x >= 0 && slot.x + line.columns <= width && line.columns <= slot.width,
              "\(indicator.id) at \(width): \(line.text)")
          }
        }
      }
    }
  }
}
