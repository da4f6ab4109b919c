import Records

/// The names by which links within a page find records.
enum Anchor {
  /// The name of a record's place: `rec-economics-3`, `section-border.trade`.
  ///
  /// Two records never have the same name: everything except small letters, digits and hyphens is
  /// written as its bytes, and the `#` of a section as a point.
  static func name(_ reference: Reference) -> String {
    "\(reference.kind.rawValue)-\(coded(reference.id))"
  }

  /// The name of a slide's place.
  static func name(slide id: String) -> String { "slide-\(coded(id))" }

  /// The name of the place where a note is cited, counted from 1.
  static func citation(_ note: Reference, _ number: Int) -> String {
    "cited-\(coded(note.id))-\(number)"
  }

  private static func coded(_ id: String) -> String {
    var name = ""
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "#"): name += "."
      default:
        let digits = String(byte, radix: 16)
        name += digits.count == 1 ? "_0\(digits)" : "_\(digits)"
      }
    }
    return name
  }
}
