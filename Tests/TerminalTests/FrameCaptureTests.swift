import TestSupport
import Testing

@testable import Terminal

/// That a frame of ncurses is shortened and means the same.
@Suite struct FrameCaptureTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"),
    ("\u{1b}[0;1ma\u{1b}[39m\u{1b}[m", "\u{1b}[0;1ma\u{1b}[39m\u{1b}[m"),
    // The first choice of ASCII stays: another program may have chosen another set.
    ("\u{1b}(B\u{1b}[m", "\u{1b}(B\u{1b}[m"), ("a\u{1b}(Bb\u{1b}(Bc", "a\u{1b}(Bbc"),
    (
      "\u{1b}(B\u{1b}[0;1m\u{1b}[31ma\u{1b}[39m\u{1b}(B\u{1b}[mb",
      "\u{1b}(B\u{1b}[;1m\u{1b}[31ma\u{1b}[mb"
    ),
    ("\u{1b}(B\u{1b}[39m\u{1b}(B\u{1b}[0;7mb", "\u{1b}(B\u{1b}[;7mb"),
    // The background goes on, and so do the attributes.
    ("\u{1b}(B\u{1b}[39mb\u{1b}[39;49m\u{1b}[7m", "\u{1b}(B\u{1b}[39mb\u{1b}[39;49m\u{1b}[7m"),
  ])
  func aFrameIsShortened(_ frame: String, _ short: String) {
    #expect(String(decoding: FrameCapture.shortened(Array(frame.utf8)), as: UTF8.self) == short)
  }
}
