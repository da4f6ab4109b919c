import Text

/// Why a user's table cannot be used.
package struct DataFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as the end of a sentence that starts with the table's name.
  package var description: String

  /// A fault in words that follow the table's name.
  package init(_ description: String) { self.description = CleanText.line(description) }

  /// A few names separated by commas; only the first if there are many.
  static func list(_ names: [String], most: Int = 20) -> String {
    let shown = names.prefix(most).map { $0.isEmpty ? "''" : $0 }.joined(separator: ", ")
    return names.count > most ? "\(shown) and \(names.count - most) more" : shown
  }

  /// A text as shown in a message, cut after 60 characters.
  static func excerpt(_ text: String) -> String {
    text.count > 60 ? "'\(text.prefix(59))…'" : "'\(text)'"
  }

  /// A cell's bytes as shown in a message, cut after 30 characters.
  static func excerpt(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = CleanText.line(String(decoding: bytes.prefix(160), as: UTF8.self))
    return text.count > 30 ? "'\(text.prefix(29))…'" : "'\(text)'"
  }
}
