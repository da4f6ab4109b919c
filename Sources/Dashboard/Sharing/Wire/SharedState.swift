/// What a briefing shares: two lines of text that the protocol does not interpret, and a slide's
/// text.
package struct SharedState: Equatable, Sendable {
  /// What everybody may see, followers too.
  package var publicState: String
  /// What only presenters see.
  package var privateState: String
  /// The text of what is shown, for followers without the same dossier.
  ///
  /// Nil keeps the earlier text; a received state always has nil.
  package var text: String?

  /// A state to share; a text that is too long is cut at its end.
  package init(publicState: String, privateState: String, text: String? = nil) {
    self.publicState = publicState
    self.privateState = privateState
    self.text = text.map { Self.cut($0) }
  }

  /// Whether a state is longer than `WireLimit` allows, so that it cannot be shared.
  package var isTooLong: Bool {
    publicState.utf8.count > WireLimit.publicState
      || privateState.utf8.count > WireLimit.privateState
      || (text?.utf8.count ?? 0) > WireLimit.text
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > WireLimit.text else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: WireLimit.text)
    while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
      end = text.utf8.index(before: end)
    }
    return String(text[..<end])
  }

  /// The fields at the end of a line.
  var fields: [[UInt8]] {
    ([publicState, privateState] + [text].compactMap { $0 }).map(WireText.encoded)
  }

  /// Reads two or three fields; nil if one is missing, malformed or too long.
  init?(_ fields: ArraySlice<ArraySlice<UInt8>>) {
    let fields = Array(fields)
    guard (2...3).contains(fields.count),
      let publicState = WireText.decoded(fields[0], limit: WireLimit.publicState),
      let privateState = WireText.decoded(fields[1], limit: WireLimit.privateState)
    else { return nil }
    self.init(publicState: publicState, privateState: privateState)
    guard fields.count == 3 else { return }
    guard let text = WireText.decoded(fields[2], limit: WireLimit.text) else { return nil }
    self.text = text
  }
}
