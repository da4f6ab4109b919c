import TestSupport
import Testing

@testable import Canvas
@testable import Charts
@testable import Talk

/// Titles in big letters: every accent, no word cut, plain text where there is no room.
@Suite struct BigLettersTests {
  @Test func accentsArePutTogetherFromLettersAndMarks() throws {
    for text in ["México", "Peña", "español", "¿Qué?", "¡Sí!", "ÜÇÑÁÉÍÓÚ", "Žižkův Ångström"] {
      for character in text where character != " " {
        #expect(BigFace.letter(character) != nil, "\(character)")
      }
    }
    let plain = try #require(BigFace.letter("e"))
    let acute = try #require(BigFace.letter("é"))
    #expect(acute.top < plain.top + 2)
    // A letter and its mark are the same however they are written.
    #expect(BigFace.letter("e\u{301}") == acute)
    #expect(BigFace.letter("í")?.rows != BigFace.letter("i")?.rows)
  }

  @Test func theFaceHasAllOfASCIIAndLatinOne() {
    for value in (0x21...0x7e) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(BigFace.letter(Character(scalar)) != nil, "\(scalar)")
    }
    for character in "¿¡«»“”‘’–—…•·°§€£¢ÀÂÃÄÅÆÈÊËÌÎÏÒÔÕÖØÙÛÝßàâãäåæçèêëìîïðñòôõöøùûýÿ" {
      #expect(BigFace.letter(character) != nil, "\(character)")
    }
  }

  @Test func whatTheFaceLacksGivesNoBigLetters() {
    let room = Size(width: 300, height: 100)
    #expect(BigLetters("政策", in: room, glyphs: .braille) == nil)
    #expect(BigLetters("Łódź", in: room, glyphs: .braille) == nil)
    #expect(BigLetters("a\u{7}b", in: room, glyphs: .braille) == nil)
    #expect(BigLetters("", in: room, glyphs: .braille) == nil)
    #expect(BigLetters("   ", in: room, glyphs: .braille) == nil)
    #expect(BigLetters(String(repeating: "x ", count: 400), in: room, glyphs: .braille) == nil)
  }

  @Test(arguments: [GlyphSet.ascii, .half, .quadrant, .braille])
  func lettersStayInTheirRoomAtEverySize(glyphs: GlyphSet) {
    let title = "México y Perú: ¿qué hacer?"
    let seed = Trials.seed(1)
    var random = SeededRandom(seed)
    for _ in 0..<Trials.count(700) {
      let room = Size(width: random.int(0...300), height: random.int(0...50))
      guard let letters = BigLetters(title, in: room, glyphs: glyphs) else { continue }
      #expect(letters.width <= room.width && letters.height <= room.height, "seed \(seed)")
      var canvas = Canvas(Size(width: room.width + 4, height: room.height + 4))
      letters.draw(on: &canvas, at: 2, 2, .text)
      for y in 0..<canvas.size.height {
        for x in 0..<canvas.size.width where canvas[x, y].glyph != .space {
          #expect(
            x >= 2 && x < 2 + letters.width && y >= 2 && y < 2 + letters.height,
            "seed \(seed): \(x), \(y) in \(room)")
        }
      }
    }
    #expect(BigLetters(title, in: Size(width: 300, height: 50), glyphs: glyphs) != nil)
  }
}
