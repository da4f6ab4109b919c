import Text

/// Copies into the clipboard of the machine that the terminal runs on, by OSC 52.
///
/// This works over SSH, where no clipboard program can. Terminals do not say whether they accept
/// the text, so it should be shown as well.
enum Clipboard {
  /// The longest payload that terminals are known to accept, in encoded bytes.
  static let limit = 74994

  /// The bytes that copy a text; nil if it is too long.
  ///
  /// tmux gets the sequence plain, for `set-clipboard on`, and again in a wrapper that passes it on
  /// to the outer terminal, for `allow-passthrough on`. screen gets it in pieces, because it drops
  /// strings of more than 768 bytes.
  ///
  /// - Parameters:
  ///   - text: What to copy.
  ///   - terminal: The value of `TERM`.
  ///   - insideTmux: Whether `TMUX` is set, which distinguishes tmux from screen if `TERM=screen`.
  static func sequence(_ text: String, terminal: String, insideTmux: Bool) -> [UInt8]? {
    let payload = Base64.encoded(Array(text.utf8))
    guard payload.count <= limit else { return nil }
    let bare = Array("\u{1b}]52;c;".utf8) + payload + [0x07]
    if terminal.hasPrefix("tmux") || insideTmux {
      return bare + Array("\u{1b}Ptmux;\u{1b}".utf8) + bare + Array("\u{1b}\\".utf8)
    }
    if terminal.hasPrefix("screen") {
      var result: [UInt8] = []
      for start in stride(from: 0, to: bare.count, by: 512) {
        result += Array("\u{1b}P".utf8) + bare[start..<min(bare.count, start + 512)]
        result += Array("\u{1b}\\".utf8)
      }
      return result
    }
    return bare
  }
}
