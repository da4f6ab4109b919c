/// The mark of a note in a text: `[^1]`.
struct NoteMark {
  package var number: Int
  var range: Range<String.Index>

  /// Finds the next mark and moves the index past it.
  init?(_ text: String.UTF8View, from index: inout String.Index) {
    while let open = text[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = text.index(after: open)
      guard index < text.endIndex, text[index] == UInt8(ascii: "^") else { continue }
      var end = text.index(after: index)
      var value = 0
      while end < text.endIndex, (0x30...0x39).contains(text[end]), value < 100_000 {
        value = value * 10 + Int(text[end] - 0x30)
        end = text.index(after: end)
      }
      guard value > 0, end < text.endIndex, text[end] == UInt8(ascii: "]") else { continue }
      index = text.index(after: end)
      number = value
      range = open..<index
      return
    }
    return nil
  }
}
