import Testing

@testable import Canvas

/// That ASCII stands for everything, in the same columns.
@Suite struct CharsetTests {
  @Test(arguments: [
    ("┌──┐ │ └┴┘ ═║ ┃", "+--+ | +++ -| |"), ("• ▸ ◀ → ← ↑ ↓", "* > < > < ^ v"),
    ("a – b — c − d", "a - b - c - d"), ("‘it’s’ “said”", "'it's' \"said\""), ("more…", "more>"),
    ("São Martín Peña Çelik Łódź ß æ Œ ı", "Sao Martin Pena Celik Lodz s a O i"),
    ("█▓░▁▌ ⣿⠁⠀", "##..# #. "), ("≈ 5 ≤ 6 × 7 °", "~ 5 < 6 x 7 o"),
    ("漢字 é", "? ?  e"), ("e\u{301}", "e"), ("Ａ１", "A 1 "), ("\u{a0}x\u{202f}y", " x y"), ("Ж", "?"),
    ("plain ~!", "plain ~!"), ("a\u{7}b", "a b"),
  ])
  func replacement(_ text: String, _ ascii: String) {
    #expect(Charset.ascii.text(for: text) == ascii)
    #expect(Charset.unicode.text(for: text) == text)
  }

  @Test func everyScalarKeepsItsColumns() {
    for value in UInt32(0x20)..<0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let character = Character(scalar)
      let text = Charset.ascii.text(for: character)
      let isPrintable = text.utf8.allSatisfy { (0x20..<0x7f).contains($0) }
      if text.utf8.count != character.columns || !isPrintable {
        Issue.record("U+\(String(value, radix: 16)) becomes \"\(text)\"")
      }
    }
  }

  @Test func codesets() {
    for name in ["UTF-8", "utf8", "UTF8"] { #expect(Charset(codeset: name) == .unicode) }
    for name in ["ANSI_X3.4-1968", "ISO-8859-2", ""] { #expect(Charset(codeset: name) == .ascii) }
    for name in ["ISO-8859-1", "ISO88591"] { #expect(Charset(codeset: name) == .latin1) }
  }
}
