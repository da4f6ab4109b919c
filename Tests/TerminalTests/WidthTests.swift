import CPseudoTerminal
import Glibc
import Testing

@testable import Canvas

/// That a scalar takes as many columns for us as for the C library, which ncurses goes by.
@Suite struct WidthTests {
  @Test func columnsAreThoseOfTheLibrary() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    // Letters, marks, signs, lines, blocks, Braille, CJK, Hangul, full-width forms and emoji.
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7e, 0xa0...0x52f, 0x1e00...0x2bff, 0x2e80...0x33ff, 0x4e00...0x9fff,
      0xac00...0xd7a3, 0xfe00...0xfe0f, 0xff00...0xffef, 0x1f300...0x1f64f, 0x1f680...0x1f6ff,
      0x1f900...0x1f9ff,
    ]
    var wrong: [String] = []
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let library = Int(wcwidth(wchar_t(value)))
      // -1: not assigned in the library's version of Unicode.
      if library >= 0, library != scalar.columns {
        wrong.append("\(String(value, radix: 16)): \(scalar.columns), not \(library)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(40))")
  }
}
