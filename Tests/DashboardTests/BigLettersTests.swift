import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Charts
@testable import Records
@testable import Talk

/// Text in big letters: every accent, stems of two dots, nothing outside its place.
@Suite struct BigLettersTests {
  @Test func everySizeHasASCIIAndTheAccentsOfEuropeanLanguages() {
    let accents = "¿¡«»“”‘’–—…•·°§€£¢ÀÂÃÄÅÆÈÊËÌÎÏÒÔÕÖØÙÛÝßàâãäåæçèêëìîïðñòôõöøùûýÿÁÉÍÓÚÜÑŁłŒœŽž"
    for typeface in Typeface.all {
      for value in 0x20...0x7e {
        guard let scalar = Unicode.Scalar(value) else { continue }
        #expect(typeface.letters[Character(scalar)] != nil, "\(scalar)")
      }
      for character in accents { #expect(typeface.letters[character] != nil, "\(character)") }
      // A letter and its mark are the same however they are written.
      #expect(typeface.letters["e\u{301}"] == typeface.letters["é"])
      #expect(typeface.letters["í"]?.rows != typeface.letters["i"]?.rows)
    }
    #expect(Typeface.all.count == 6)
    #expect(Typeface.all.map(\.capHeight) == Typeface.all.map(\.capHeight).sorted())
  }

  @Test func stemsAreTwoDotsWideOrMore() throws {
    for typeface in Typeface.all {
      for character in "HIlTEi1" {
        let letter = try #require(typeface.letters[character])
        // Some row of the stem: the longest run of dots in the row with the fewest.
        let narrowest = letter.rows.filter { $0 != 0 }.map(\.nonzeroBitCount).min() ?? 0
        #expect(narrowest >= 2, "\(character) at \(typeface.capHeight)")
      }
    }
  }

  @Test func whatTheTypefaceLacksIsNotSetInBigLetters() throws {
    let lettering = try #require(Lettering.big(.braille).first)
    for text in ["政策", "a\u{7}b", "Ж"] { #expect(!lettering.has(text), "\(text)") }
    #expect(lettering.has("México y Perú: ¿qué hacer?"))
    let heading = SlideHeading(
      [Span("政策")], lettering, width: 300, height: 100, accent: .heading)
    #expect(heading == nil)
  }

  @Test(arguments: [GlyphSet.ascii, .half, .quadrant, .sextant, .braille, .octant])
  func linesAreDrawnInThePlaceThatIsMeasured(glyphs: GlyphSet) {
    let words = "México Perú ¿qué hacer? Ångström 1,234 % (ÇA) fig. Âge jgpq – Łódź".split(
      separator: " ")
    let seed = Trials.seed(1)
    var random = SeededRandom(seed)
    let sizes = Lettering.big(glyphs)
    #expect(sizes.map(\.size) == sizes.map(\.size).sorted(by: >))
    for _ in 0..<Trials.count(300) {
      let lettering = sizes[random.int(0...sizes.count - 1)]
      let text = (0...random.int(0...5)).map { _ in String(words[random.int(0...words.count - 1)]) }
        .joined(separator: " ")
      let lines = lettering.wrap([Span(text)], to: random.int(40...200)).map { SlideLine($0) }
      let (starts, height) = lettering.rows(of: lines)
      let width = lines.map { lettering.columns($0.text) }.max() ?? 0
      var canvas = Canvas(Size(width: width + 8, height: height + 8))
      for (start, line) in zip(starts, lines) {
        line.draw(lettering, .unicode, on: &canvas, at: 4, 4 + start, limit: width + 4)
      }
      var ink = 0
      for y in 0..<canvas.size.height {
        for x in 0..<canvas.size.width where canvas[x, y].glyph != .space {
          ink += 1
          // Some letters lean one dot into the space before them.
          #expect(
            x >= 3 && x < 5 + width && y >= 4 && y < 4 + height,
            "seed \(seed): \(x), \(y) of “\(text)” at \(lettering.size)")
        }
      }
      #expect(ink > 0, "seed \(seed)")
      if glyphs == .ascii { #expect(canvas.text().utf8.allSatisfy { $0 < 0x80 }) }
    }
  }
}
