/// The one line that a follower sends: `dossier-follow`, version, size, `state` or `text`.
struct FollowHello: Equatable {
  var version: Int
  var size: ScreenSize
  /// Whether the text of what is shown is also wanted.
  var wantsText: Bool

  init(version: Int = WireLimit.version, size: ScreenSize, wantsText: Bool) {
    self.version = version
    self.size = size
    self.wantsText = wantsText
  }

  /// Reads a line without its end; nil for anything else.
  ///
  /// In other versions only the first two fields are understood.
  init?(_ line: ArraySlice<UInt8>) {
    let fields = WireText.fields(line)
    guard fields.count >= 2, WireText.word(fields[0]) == "dossier-follow",
      let version = WireText.number(fields[1])
    else { return nil }
    guard version == WireLimit.version else {
      self.init(version: version, size: ScreenSize(columns: 1, rows: 1), wantsText: false)
      return
    }
    guard fields.count == 4, let size = ScreenSize(fields[2]) else { return nil }
    let wish = WireText.word(fields[3])
    guard wish == "state" || wish == "text" else { return nil }
    self.init(version: version, size: size, wantsText: wish == "text")
  }

  /// The line with its end.
  var line: [UInt8] {
    WireText.line(
      ["dossier-follow", "\(version)", "\(size)", wantsText ? "text" : "state"].map(WireText.field))
  }
}
