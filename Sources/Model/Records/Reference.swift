/// The kinds of record that a reference can name.
///
/// The raw value is the scheme of a reference: `rec:economics-3`.
package enum RecordKind: String, CaseIterable, Sendable {
  case chapter
  case section
  case recommendation = "rec"
  case indicator
  case event
  case entity
  case note
  case source
}

/// The name of one record of a dossier: its kind and its id.
///
/// Written `scheme:id` in prose, front matter and tables. A section's id is
/// `chapter#slug`, a note's `chapter-number`.
package struct Reference: Hashable, Sendable, CustomStringConvertible {
  /// What kind of record is named.
  package var kind: RecordKind
  /// The record's id, unique within its kind.
  package var id: String

  /// A reference to the record of a kind with an id.
  package init(_ kind: RecordKind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  /// Reads `scheme:id`; nil if the scheme is unknown or the id is empty.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    // Bytes are compared instead of characters, because thousands are read at the start.
    guard let reference = text.withUTF8({ Reference(utf8: $0) }) else { return nil }
    self = reference
  }

  private init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count,
      let kind = RecordKind.allCases.first(where: { kind in
        kind.rawValue.utf8.count == colon && kind.rawValue.utf8.elementsEqual(bytes[..<colon])
      })
    else { return nil }
    self.init(kind, String(decoding: bytes[(colon + 1)...], as: UTF8.self))
  }

  /// Hashes only the id, which records of different kinds rarely share.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The reference as written in a dossier.
  package var description: String { "\(kind.rawValue):\(id)" }
}
