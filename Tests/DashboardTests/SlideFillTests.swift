import BuiltIn
import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts
@testable import Records
@testable import Talk

/// Slides fill the screens that they are shown on: text grows with the terminal.
@Suite struct SlideFillTests {
  static let decks = builtInReading.dossier.decks
  static let sizes = ["120x36", "140x40", "160x45", "200x55", "300x100"]

  static func size(_ name: String) -> Size {
    let parts = name.split(separator: "x").compactMap { Int($0) }
    return Size(width: parts[0], height: parts[1])
  }

  static func stage(_ deck: Deck, _ set: GlyphSet = .braille) -> Stage {
    let glyphs = set.isASCII ? Glyphs.ascii : Glyphs.unicode.drawing(set)
    return Stage(deck, Library(builtInReading, preferences: Preferences(glyphs: glyphs)))
  }

  /// The rows of a slide that have something on them, without the footer.
  static func rows(_ canvas: Canvas) -> ClosedRange<Int>? {
    let used = (0..<canvas.size.height - 1).filter { y in
      (0..<canvas.size.width).contains { canvas[$0, y].glyph != .space }
    }
    return used.first.flatMap { first in used.last.map { first...$0 } }
  }

  @Test(arguments: decks.map(\.id), sizes)
  func slidesOfTheDecksFillTheScreen(deck: String, size: String) throws {
    let deck = try #require(Self.decks.first { $0.id == deck })
    let size = Self.size(size)
    for glyphs in [GlyphSet.braille, .ascii, .sextant] {
      let stage = Self.stage(deck, glyphs)
      for number in deck.slides.indices {
        let slide = deck.slides[number]
        let layout = stage.layout(.slide(number), size)
        var canvas = Canvas(size)
        SlideView.draw(
          layout, step: slide.steps, screen: 0, footer: nil, glyphs: stage.library.glyphs,
          on: &canvas, in: Rect(size))
        let rows = try #require(Self.rows(canvas), "\(slide.id)")
        let share = Double(rows.count) / Double(size.height)
        #expect(share >= 0.45, "\(slide.id) in \(glyphs): \(share)")
        #expect(layout.starts.count == 1, "\(slide.id) takes several screens")
        // The margins stay free.
        #expect(rows.lowerBound >= 0 && rows.upperBound < size.height - 1)
        let left = SlideArea(size: size, isTitle: slide.isTitle).left
        for y in rows {
          for x in [0, 1, size.width - 2, size.width - 1] {
            #expect(canvas[x, y].glyph == .space, "\(slide.id): \(x), \(y)")
          }
        }
        // All slides have one left margin.
        if layout.heading.height > 0 { #expect(layout.headingFrame.x == left) }
        #expect(layout.body.x == left)
      }
    }
  }
}
