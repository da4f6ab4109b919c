import Records
import Testing

@testable import Browsing
@testable import Canvas

/// On the screens of the built-in dossier nothing that matters is cut, at any usual size.
@Suite struct NothingCutTests {
  /// Keys that lead to every screen with lists, panels, orders and overlays of its own.
  private static let screens = [
    "", "j j j j", "Tab", "Tab j j j", "Tab j j j j j j", "Tab Tab j j", "Tab Tab Tab",
    "r", "r s u", "r f j j Enter Shift-Tab", "r G", "r b i j j b '", "m", "m s", "m s s", "m s s s",
    "X", "X j j l", "X Tab", "B", "B Tab", "B Tab Tab", "B [ [", "i", "i s", "i s s", "i G",
    "i G Enter j j", "i f", "i j j j Enter", "i j j j Enter h h", "i j j j Enter Tab",
    "i G Enter Tab", "i Enter z z", "i Enter w", "i Enter =", "t", "t s", "t s s", "t G", "t f",
    "x", "x s", "x G", "x j j Enter", "/ b o r d e r Enter", "/ 4 0 % Enter",
    "/ m e x i c o Enter G Enter", "/ j o i n t Enter", "/ n a f t a Enter", ":", ": t r a d e",
    "p", "p Down", "?", "i Enter ?", "!", "4 Tab", "4 Tab Tab", "4 Tab Tab Tab", "2 PgDn",
    "1 Tab Tab Tab Tab", "r G Enter", "o Tab Tab j j Enter Tab",
  ]
  /// Sizes, with the most marks of a cut that one screen may show.
  private static let sizes = [(80, 24, 6), (120, 40, 3), (200, 55, 0)]

  private func cuts(_ driver: Driver) -> Int { driver.text.count { $0 == "…" } }

  @Test(arguments: screens, sizes.map(\.0))
  func marksOfCutsAreFew(_ keys: String, _ width: Int) throws {
    let (_, height, most) = try #require(Self.sizes.first { $0.0 == width })
    var driver = Driver(width, height)
    driver.press(keys)
    #expect(cuts(driver) <= most, "\(keys) at \(width)x\(height):\n\(driver.text)")
  }

  /// The page of every chapter, recommendation and indicator, and of some other records.
  @Test(arguments: sizes.map(\.0))
  func marksOfCutsAreFewOnPages(_ width: Int) throws {
    let (_, height, most) = try #require(Self.sizes.first { $0.0 == width })
    var driver = Driver(width, height)
    for (number, reference) in driver.library.catalogue.references.enumerated() {
      switch reference.kind {
      case .chapter, .recommendation, .indicator: break
      case .section: continue
      default: if !number.isMultiple(of: 10) { continue }
      }
      driver.send(.open(reference))
      #expect(cuts(driver) <= most, "\(reference) at \(width)x\(height):\n\(driver.text)")
    }
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
