import Testing
import Text

@testable import Terminal

/// That OSC 52 is encoded, capped and wrapped.
@Suite struct ClipboardTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("é", "w6k="),
  ])
  func base64(_ text: String, _ encoded: String) {
    #expect(String(decoding: Base64.encoded(Array(text.utf8)), as: UTF8.self) == encoded)
  }

  @Test func base64OfAllBytes() {
    let encoded = Base64.encoded(Array(0...255))
    #expect(encoded.count == 344)
    #expect(String(decoding: encoded.suffix(8), as: UTF8.self) == "/P3+/w==")
  }

  private func sequence(_ text: String, _ terminal: String, tmux: Bool = false) -> String? {
    Clipboard.sequence(text, terminal: terminal, insideTmux: tmux).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func wrapping() {
    let bare = "\u{1b}]52;c;QUJD\u{7}"
    #expect(sequence("ABC", "xterm") == bare)
    let wrapped = bare + "\u{1b}Ptmux;\u{1b}" + bare + "\u{1b}\\"
    #expect(sequence("ABC", "tmux-256color") == wrapped)
    #expect(sequence("ABC", "screen", tmux: true) == wrapped)
    #expect(sequence("ABC", "screen") == "\u{1b}P" + bare + "\u{1b}\\")
  }

  @Test func theCap() {
    // 56,244 bytes make 74,992 encoded ones, the most that stays under the cap.
    #expect(sequence(String(repeating: "a", count: 56244), "xterm") != nil)
    #expect(sequence(String(repeating: "a", count: 56247), "xterm") == nil)
  }
}
